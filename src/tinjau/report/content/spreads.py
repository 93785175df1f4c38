"""How far people's judgements lie apart: answers to one question, ratings of one factor, on their own scales."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from tinjau.report.content.edition import WHOLE, Edition
from tinjau.report.content.tables import columns
from tinjau.report.document import Block, Figure, Row, Table
from tinjau.report.hostile import one_line
from tinjau.report.pictures.spread import SpreadRow, spread_strip
from tinjau.strategy import judged_number
from tinjau.texts import known, number

ROWS = 12  # project choice: rows that a picture keeps readable on half a page
_FEWEST = 2
_STEPS = 11  # marks of a scale that have room beside one another


def answer_spreads(edition: Edition) -> tuple[Block, ...]:
    """A picture for each instrument on whose questions assessors differ."""
    agreement = edition.assessment.agreement or {}
    differing = agreement.get("differing")
    found: dict[str, list[Mapping[str, Any]]] = {}
    for each in differing if isinstance(differing, list) else ():
        if isinstance(each, Mapping) and isinstance(each.get("values"), Mapping):
            found.setdefault(str(each.get("instrument")), []).append(each)
    made = (_answers(edition, name, rows, place) for place, (name, rows) in enumerate(found.items(), 1))
    return tuple(each for each in made if each is not None)


def rating_spread(edition: Edition, ids: Sequence[str], scale: tuple[float, float] | None) -> tuple[Block, ...]:
    """The raters' last ratings of these factors, those that lie furthest apart first; none without two raters."""
    last: dict[str, dict[str, float]] = {}
    for each in edition.study.judgements:
        value = judged_number(each.value) if each.kind == "rating" else None
        if value is not None and each.subject in ids:
            last.setdefault(each.subject, {})[each.assessor] = value
    told = {name: tuple(values.values()) for name, values in last.items() if len(values) >= _FEWEST}
    if not told:
        return ()
    texts = {each.id: edition.passage(each.text).text for each in edition.plan.factors}
    order = sorted(told, key=lambda name: (min(told[name]) - max(told[name]), ids.index(name)))
    rows = [
        SpreadRow(f"{name} {texts.get(name, '')}", told[name], median(told[name]), _end(edition, told[name]))
        for name in order[:ROWS]
    ]
    low, high = scale or (min(map(min, told.values())), max(map(max, told.values())))
    if low == high:
        return ()
    ticks = [(low, number(low, edition.lang)), (high, number(high, edition.lang))]
    whole = [each for each in range(round(low) + 1, round(high)) if low < each < high]
    if len(whole) <= 8:
        ticks[1:1] = [(float(each), number(each, edition.lang)) for each in whole]
    heads = (edition.say("column.factor"), edition.say("spread.end"))
    title = edition.say("picture.spread-ratings")
    return (_figure(edition, rows, ticks, heads, title, "spread-ratings", more=len(order) - len(rows)),)


def _answers(edition: Edition, instrument: str, listed: Sequence[Mapping[str, Any]], place: int) -> Block | None:
    """Numbers on the scale of the pack; words in the order in which the pack lists them, without a median."""
    differing = listed[:ROWS]
    words = {str(value) for each in differing for value in each["values"].values()}
    numbers = {word: judged_number(word) for word in words}
    ordered = all(value is not None for value in numbers.values())
    if ordered:
        at = {word: value for word, value in numbers.items() if value is not None}
        span = _scale(edition, instrument, differing) or (min(at.values()), max(at.values()))
        steps = range(round(span[0]), round(span[1]) + 1)
        ticks = [(float(each), number(each, edition.lang)) for each in steps]
        if len(steps) > _STEPS or any(not span[0] <= each <= span[1] for each in at.values()):
            ticks = [(each, number(each, edition.lang)) for each in sorted({min(at.values()), max(at.values())})]
    else:
        known_words = _listed(edition, instrument, differing)
        order = [*(each for each in known_words if each in words), *sorted(words - set(known_words))]
        at = {word: float(step) for step, word in enumerate(order)}
        ticks = [(float(step), _word(edition, word)) for step, word in enumerate(order)]
    if len(ticks) < _FEWEST:
        return None
    rows = []
    names = _short([_name(edition, instrument, each) for each in differing])
    for name, each in zip(names, differing, strict=True):
        values = tuple(at[str(value)] for value in each["values"].values())
        middle = median(values) if ordered else None
        rows.append(SpreadRow(name, values, middle, _end(edition, values, told=ordered)))
    title = edition.say("picture.spread", instrument=edition.instrument_title(instrument).text)
    heads = (edition.say("column.question"), edition.say("spread.end" if ordered else "spread.end-words"))
    more = len(listed) - len(differing)
    return _figure(edition, rows, ticks, heads, title, f"spread-{place}", words=not ordered, more=more)


def _figure(
    edition: Edition,
    rows: Sequence[SpreadRow],
    ticks: Sequence[tuple[float, str]],
    heads: tuple[str, str],
    title: str,
    name: str,
    *,
    words: bool = False,
    more: int = 0,
) -> Figure:
    said = dict(ticks)
    lines = tuple(
        Row(
            (
                (row.name,),
                (", ".join(said.get(each) or number(each, edition.lang) for each in sorted(row.values)),),
                (row.written,),
            )
        )
        for row in rows
    )
    end = "spread-n" if words else "spread-end"
    table = Table(title, columns(edition, "spread-thing", "spread-values", end, parts=(45, 35, 20)), lines)
    description = edition.say("picture.spread-desc", n=len(rows))
    note = edition.say("picture.spread-words-note" if words else "picture.spread-note")
    if more > 0:
        note = f"{note} {edition.say('picture.spread-more', n=more)}"
    return Figure(spread_strip(rows, ticks, heads, title, description, table, name), (note,))


def _end(edition: Edition, values: Sequence[float], *, told: bool = True) -> str:
    if not told:
        return edition.say("spread.n", n=len(values))
    return edition.say("spread.median", n=len(values), median=number(median(values), edition.lang))


def _name(edition: Edition, instrument: str, differing: Mapping[str, Any]) -> str:
    indicator, unit = str(differing.get("indicator")), str(differing.get("unit") or "")
    named = edition.criterion(instrument, indicator)
    words = edition.passage(named.title).text if named else edition.question(instrument, indicator).text
    service = edition.services.get(unit)
    at = edition.passage(service.name).text if service else ("" if unit in WHOLE else unit)
    return one_line(f"{words} · {at}" if at else words, 160)


def _short(names: list[str]) -> list[str]:
    """The names without the words with which all of them begin, where those are two or more."""
    parts = [each.split() for each in names]
    same = 0
    while len(names) > 1 and all(len(each) > same + 1 and each[same] == parts[0][same] for each in parts):
        same += 1
    return [" ".join(each[same:]) for each in parts] if same >= _FEWEST else names


def _scale(edition: Edition, instrument: str, differing: Sequence[Mapping[str, Any]]) -> tuple[float, float] | None:
    described = [edition.indicator(instrument, str(each.get("indicator"))) for each in differing]
    found = {stated_scale(each.extra.get("scale")) for each in described if each is not None}
    return next(iter(found)) if len(found) == 1 else None


def stated_scale(scale: Any) -> tuple[float, float] | None:
    """A scale that a pack states for an indicator; None where it states none."""
    if isinstance(scale, Mapping):
        low, high = scale.get("min"), scale.get("max")
        if isinstance(low, int | float) and isinstance(high, int | float) and low < high:
            return float(low), float(high)
    return None


def _listed(edition: Edition, instrument: str, differing: Sequence[Mapping[str, Any]]) -> list[str]:
    """The words of these questions in the order of the pack, or of a verdict where they are criteria."""
    order: dict[str, None] = {}
    for each in differing:
        described = edition.indicator(instrument, str(each.get("indicator")))
        order |= dict.fromkeys(str(value).casefold() for value in (described.values if described else ()))
    return [*order, *(each for each in ("negative", "mixed", "positive", "no", "yes") if each not in order)]


def _word(edition: Edition, word: str) -> str:
    for family in ("answer", "verdict", "access", "guide"):
        if known(f"{family}.{word}"):
            return edition.say(f"{family}.{word}")
    return one_line(word, 24)
