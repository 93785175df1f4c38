"""Where answers to disputed questions lie, as the report room draws spreads."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from tinjau import texts
from tinjau.model import Lang
from tinjau.report.document import Column, Row, Table
from tinjau.report.pictures.spread import SpreadRow, spread_strip
from tinjau.web.assessors.reconciling import Dispute
from tinjau.web.assessors.workbook import shown
from tinjau.web.words import say

MOST_ROWS = 12  # questions in the picture; project choice


def picture_of(disputes: Sequence[Dispute], lang: Lang) -> str:
    """The disputes with the commonest choice of answers as SVG, widest spread first; empty where nothing differs.

    The first value of a choice stands at the right (yes, positive), levels rise to the right. A median is shown of
    levels alone: words have no middle.
    """
    choices = Counter(each.question.values for each in disputes)
    if not choices:
        return ""
    values = choices.most_common(1)[0][0]
    levels = all(each.isdigit() for each in values)
    order = list(values) if levels else list(reversed(values))
    place = {value: float(int(value)) if levels else float(at) for at, value in enumerate(order)}
    rows = []
    for each in [one for one in disputes if one.question.values == values][:MOST_ROWS]:
        given = tuple(place[str(one.get("value"))] for one in each.answers if str(one.get("value")) in place)
        if given:
            written = "–" if each.spread is None else texts.number(each.spread, lang, 2, fixed=True)
            middle = median(given) if levels else None
            rows.append(SpreadRow(each.question.text.get(lang), given, middle, written))
    if len(order) < 2 or not rows:
        return ""
    ticks = [(place[value], shown(value, lang)) for value in order]
    heads = (say("assess.question", lang), say("assess.spread", lang))
    title = say("assess.picture", lang)
    table = Table(title, tuple(Column(each) for each in heads), tuple(Row(((r.name,), (r.written,))) for r in rows))
    described = "; ".join(f"{row.name}: {row.written}" for row in rows)
    return str(spread_strip(rows, ticks, heads, title, described, table, "spread").svg)
