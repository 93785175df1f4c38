"""Assessments side by side: what moved, what did not, and what cannot be compared because the instrument changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.model import Instrument, Lang
from tinjau.report.content.comparison_pictures import comparison_figures
from tinjau.report.content.sides import Sides
from tinjau.report.document import (
    Block,
    Bullets,
    Callout,
    Code,
    Column,
    Document,
    Inline,
    Line,
    Mark,
    Para,
    Row,
    Section,
    Table,
    Words,
)
from tinjau.report.hostile import one_line
from tinjau.scoring.comparing import Change, Comparison, IndicatorRow
from tinjau.texts import date, integer, joined, percent

_HOWS = ("up", "down", "same", "broken", "appeared", "vanished", "unknown")
_SHOWN = 200  # project choice: indicators listed as moved


def comparison_document(
    comparison: Comparison, documents: Sequence[Mapping[str, Any]], lang: Lang, instruments: Sequence[Instrument]
) -> Document:
    """The whole comparison as a document."""
    sides = Sides(comparison, documents, lang, instruments)
    title = (
        one_line(str(documents[0]["government"]["name"]), 200)
        if comparison.same_government
        else sides.say("compare.title")
    )
    first: list[Block] = [
        Bullets(_sentences(sides), ordered=True, role="summary"),
        *comparison_figures(sides, _criteria_table(sides)),
    ]
    if comparison.breaks:
        lines: tuple[Line, ...] = tuple((Words(one_line(each, 200), ""),) for each in comparison.breaks)
        first.append(
            Callout("caution", sides.say("compare.breaks"), (Para((sides.say("compare.breaks-note"),)), Bullets(lines)))
        )
    sections = [_criteria(sides), _phase(sides), _services(sides)]
    if comparison.same_government:
        sections.insert(1, _moved(sides))
    return Document(
        lang=lang,
        kicker=sides.say("compare.kicker"),
        title=title,
        title_lang=None,
        subtitle=(joined([one_line(each, 80) for each in sides.labels], lang),),
        meta=(),
        first=tuple(first),
        sections=(*sections, _made(sides)),
        footer=(sides.say("compare.footer", version=one_line(documents[-1].get("tinjau_version", ""))),),
        draft=False,
        first_title=sides.say("compare.result"),
    )


def _sentences(sides: Sides) -> tuple[Line, ...]:
    comparison = sides.comparison
    kind = "compare.years" if comparison.same_government else "compare.governments"
    sentences: list[Line] = [(sides.say(kind, n=len(sides.labels)),)]
    if comparison.same_government:
        counts = Counter(change.how for row in sides.judged for change in row.changes)
        parts = [sides.say(f"compare.count-{how}", n=counts[how]) for how in _HOWS if counts[how]]
        if parts:
            sentences.append((sides.say("compare.criteria", parts=joined(parts, sides.lang)),))
    phases = [
        f"{one_line(label, 80)}: {sides.phase(phase).text}"
        for label, phase in zip(sides.labels, comparison.phases, strict=True)
    ]
    sentences.append((sides.say("compare.phases", parts=joined(phases, sides.lang)),))
    broken = "compare.broken" if comparison.same_government else "compare.broken-governments"
    sentences.append((sides.say(broken if comparison.breaks else "compare.whole"),))
    return tuple(sentences)


def _criteria_table(sides: Sides) -> Table:
    same = sides.comparison.same_government
    rows = []
    for row in sides.judged:
        cells: list[Line] = [(sides.criterion(row.instrument, row.criterion),)]
        places = ("",) * len(row.values) if same else shared_places(row.values)
        for value, coverage, place in zip(row.values, row.coverages, places, strict=True):
            under = [sides.say("compare.place", place=place, n=len(row.values))] if place else []
            if coverage is not None:
                under.append(sides.say("compare.coverage", share=percent(coverage, sides.lang)))
            lines: list[Inline] = []
            for each in under:
                lines += ["\n", Words(each, quiet=True)]
            cells.append((sides.value(value), *lines))
        if same:
            cells.append(_changes(sides, row.changes))
        rows.append(Row(tuple(cells)))
    heads = [Column(sides.say("column.criterion")), *(Column(one_line(label, 60)) for label in sides.labels)]
    if same:
        heads.append(Column(sides.say("column.change")))
    return Table(sides.say("compare.table-criteria"), tuple(heads), tuple(rows))


def shared_places(values: Sequence[str | float | None]) -> tuple[str, ...]:
    """The place of each score among those of one criterion, equal ones sharing theirs ("1–2"); empty without scores.

    Scores that are written the same share a place: what a reader cannot tell apart is not ranked.
    """
    scores = [round(float(each), 2) for each in values if isinstance(each, int | float)]
    if len(scores) != len(values):
        return ("",) * len(values)
    places = []
    for each in scores:
        above, equal = sum(other > each for other in scores), scores.count(each)
        places.append(f"{above + 1}" if equal == 1 else f"{above + 1}–{above + equal}")
    return tuple(places)


def _changes(sides: Sides, changes: Sequence[Change]) -> Line:
    parts: list[Inline] = []
    for change in changes:
        parts += [*(["\n"] if parts else []), Mark("change", change.how, sides.say(f"change.{change.how}"))]
    return tuple(parts)


def _criteria(sides: Sides) -> Section:
    return Section("criteria", sides.say("section.criteria"), (_criteria_table(sides),))


def _moved(sides: Sides) -> Section:
    moved = [row for row in sides.comparison.indicators if any(change.how in {"up", "down"} for change in row.changes)]
    if not moved:
        return Section("moved", sides.say("section.moved"), (Para((sides.say("compare.nothing-moved"),)),))
    heads = [
        Column(sides.say("column.question"), part=40),
        *(Column(one_line(label, 60)) for label in sides.labels),
        Column(sides.say("column.change")),
    ]
    table = Table(
        sides.say("compare.table-moved"), tuple(heads), tuple(_moved_row(sides, row) for row in moved[:_SHOWN])
    )
    return Section("moved", sides.say("section.moved"), (table,), (sides.say("compare.moved-lead", n=len(moved)),))


def _moved_row(sides: Sides, row: IndicatorRow) -> Row:
    name: Line = (sides.question(row.instrument, row.indicator),)
    if row.unit not in {"", "site", "services"}:
        name = (*name, "\n", Words(one_line(row.unit, 80), "", quiet=True))
    marks: list[Line] = [
        (Mark("outcome", outcome or "none", sides.say(f"outcome.{outcome or 'none'}")),) for outcome in row.outcomes
    ]
    return Row((name, *marks, _changes(sides, row.changes)))


def _phase(sides: Sides) -> Section:
    comparison = sides.comparison
    changes = [(), *((change,) for change in comparison.phase_changes)]
    rows = tuple(
        Row(
            (
                (Words(one_line(label, 80), ""),),
                (sides.phase(phase),),
                _changes(sides, change) if comparison.same_government else (),
            )
        )
        for label, phase, change in zip(sides.labels, comparison.phases, changes, strict=True)
    )
    heads = [Column(sides.say("column.assessment")), Column(sides.say("column.phase"))]
    if comparison.same_government:
        heads.append(Column(sides.say("column.change")))
    else:
        rows = tuple(Row(row.cells[:2]) for row in rows)
    return Section("phase", sides.say("section.phase"), (Table(sides.say("table.phase"), tuple(heads), rows),))


def _services(sides: Sides) -> Section:
    names = ("total", "public", "good", "lacking")
    rows = tuple(
        Row(((Words(one_line(label, 80), ""),), *((integer(int(counts[name]), sides.lang),) for name in names)))
        for label, counts in zip(sides.labels, sides.comparison.services, strict=True)
    )
    heads = (
        Column(sides.say("column.assessment")),
        *(Column(sides.say(f"services.{name}"), numeric=True) for name in names),
    )
    return Section("services", sides.say("section.services"), (Table(sides.say("table.services"), heads, rows),))


def _made(sides: Sides) -> Section:
    rows = []
    for label, document in zip(sides.labels, sides.documents, strict=True):
        capture = document.get("capture") or {}
        versions = ", ".join(f"{each['id']} {each['version']}" for each in document["instruments"])
        when = date(str(capture.get("from") or ""), sides.lang) or sides.say("method.no-archive")
        digest: Inline = Code(one_line(capture["sha256"])) if capture.get("sha256") else sides.say("word.none")
        rows.append(Row(((Words(one_line(label, 80), ""),), (when,), (digest,), (Words(one_line(versions, 300), ""),))))
    heads = tuple(Column(sides.say(f"column.{name}")) for name in ("assessment", "captured", "digest", "instruments"))
    return Section(
        "method", sides.say("section.method"), (Table(sides.say("compare.table-method"), heads, tuple(rows)),)
    )
