"""Assessments side by side: what moved, what did not, and what cannot be compared because the instrument changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau.model import Instrument, Lang, Text
from tinjau.report.document import (
    Block,
    Bullets,
    Callout,
    Code,
    Column,
    Document,
    Figure,
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
from tinjau.report.pictures.course import CourseRow, Join, verdict_course
from tinjau.scoring.comparing import Change, Comparison, CriterionRow, IndicatorRow
from tinjau.texts import date, integer, joined, known, number, percent, say
from tinjau.texts.sentences import Parameter

_HOWS = ("up", "down", "same", "broken", "appeared", "vanished", "unknown")
_SHOWN = 200  # project choice: indicators listed as moved
_PICTURED = 8  # assessments that stay readable side by side at 390 px (project choice)


@dataclass(frozen=True)
class Sides:
    """What is compared, with the names that readers know things by."""

    comparison: Comparison
    documents: Sequence[Mapping[str, Any]]
    lang: Lang
    instruments: Sequence[Instrument]

    def say(self, key: str, **values: Parameter) -> str:
        """A sentence in the page's language."""
        return say(key, self.lang, **values)

    def text(self, text: Text) -> Words:
        """A text, marked with the other language where only that was written."""
        own = text.id if self.lang == "id" else text.en
        return Words(text.get(self.lang), None if own else ("en" if self.lang == "id" else "id"))

    def criterion(self, instrument: str, criterion: str) -> Words:
        """A criterion's title; its id where the pack is not at hand."""
        found = next(
            (c.title for p in self.instruments if p.id == instrument for c in p.criteria if c.id == criterion), None
        )
        return self.text(found) if found else Words(criterion, "")

    def question(self, instrument: str, indicator: str) -> Words:
        """An indicator's question; its id where the pack is not at hand."""
        found = next(
            (i.question for p in self.instruments if p.id == instrument for i in p.indicators if i.id == indicator),
            None,
        )
        return self.text(found) if found else Words(indicator, "")

    def phase(self, phase: str | None) -> Words:
        """A phase's title."""
        if phase is None:
            return Words(self.say("word.phase-none"))
        gates = (gate for pack in self.instruments if pack.ladder for gate in pack.ladder.gates)
        found = next((gate.title for gate in gates if gate.phase == phase), None)
        return self.text(found) if found else Words(phase, "")

    def value(self, value: str | float | None) -> Mark | str:
        """A verdict's or outcome's mark; a score written out."""
        if isinstance(value, int | float):
            return number(value, self.lang)
        written = value or "none"
        return Mark("verdict", written, self.say(f"verdict.{written}")) if known(f"verdict.{written}") else written


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
    first: list[Block] = [Bullets(_sentences(sides), ordered=True, role="summary"), *_pictures(sides)]
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
        subtitle=(joined([one_line(each, 80) for each in comparison.labels], lang),),
        meta=(),
        first=tuple(first),
        sections=(*sections, _made(sides)),
        footer=(sides.say("compare.footer", version=one_line(documents[-1].get("tinjau_version", ""))),),
        draft=False,
        first_title=sides.say("compare.result"),
    )


def _judged(sides: Sides) -> list[CriterionRow]:
    """Rows of instruments that judged at least one criterion somewhere."""
    judging = {row.instrument for row in sides.comparison.criteria if any(value is not None for value in row.values)}
    return [row for row in sides.comparison.criteria if row.instrument in judging]


def _sentences(sides: Sides) -> tuple[Line, ...]:
    comparison = sides.comparison
    kind = "compare.years" if comparison.same_government else "compare.governments"
    sentences: list[Line] = [(sides.say(kind, n=len(comparison.labels)),)]
    if comparison.same_government:
        counts = Counter(change.how for row in _judged(sides) for change in row.changes)
        parts = [sides.say(f"compare.count-{how}", n=counts[how]) for how in _HOWS if counts[how]]
        if parts:
            sentences.append((sides.say("compare.criteria", parts=joined(parts, sides.lang)),))
    phases = [
        f"{one_line(label, 80)}: {sides.phase(phase).text}"
        for label, phase in zip(comparison.labels, comparison.phases, strict=True)
    ]
    sentences.append((sides.say("compare.phases", parts=joined(phases, sides.lang)),))
    sentences.append((sides.say("compare.broken" if comparison.breaks else "compare.whole"),))
    return tuple(sentences)


def _join(change: Change, *, closed: bool) -> Join:
    joins: dict[str, Join] = {"up": "up", "down": "down", "same": "same"}
    return joins.get(change.how, "open") if closed else "open"


def _pictures(sides: Sides) -> list[Block]:
    rows = _judged(sides)
    labels = sides.comparison.labels
    if not rows or len(labels) > _PICTURED:
        return []
    closed = sides.comparison.same_government
    course = [
        CourseRow(
            sides.criterion(row.instrument, row.criterion).text,
            tuple(map(sides.value, row.values)),
            tuple(_join(change, closed=closed) for change in row.changes),
        )
        for row in rows
    ]
    table = _criteria_table(sides)
    description = "; ".join(
        f"{row.name}: {', '.join(mark if isinstance(mark, str) else mark.text for mark in row.marks)}" for row in course
    )
    drawn = verdict_course(course, labels, sides.say("compare.picture"), description, table, "course")
    note = "compare.picture-years" if closed else "compare.picture-governments"
    return [Figure(drawn, (sides.say(note),), beside=True)]


def _criteria_table(sides: Sides) -> Table:
    same = sides.comparison.same_government
    rows = []
    for row in _judged(sides):
        cells: list[Line] = [(sides.criterion(row.instrument, row.criterion),)]
        for value, coverage in zip(row.values, row.coverages, strict=True):
            known_share = percent(coverage, sides.lang) if coverage is not None else ""
            cells.append(
                (
                    sides.value(value),
                    *(
                        ("\n", Words(sides.say("compare.coverage", share=known_share), quiet=True))
                        if known_share
                        else ()
                    ),
                )
            )
        if same:
            cells.append(_changes(sides, row.changes))
        rows.append(Row(tuple(cells)))
    heads = [Column(sides.say("column.criterion")), *(Column(one_line(label, 60)) for label in sides.comparison.labels)]
    if same:
        heads.append(Column(sides.say("column.change")))
    return Table(sides.say("compare.table-criteria"), tuple(heads), tuple(rows))


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
        *(Column(one_line(label, 60)) for label in sides.comparison.labels),
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
        for label, phase, change in zip(comparison.labels, comparison.phases, changes, strict=True)
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
        for label, counts in zip(sides.comparison.labels, sides.comparison.services, strict=True)
    )
    heads = (
        Column(sides.say("column.assessment")),
        *(Column(sides.say(f"services.{name}"), numeric=True) for name in names),
    )
    return Section("services", sides.say("section.services"), (Table(sides.say("table.services"), heads, rows),))


def _made(sides: Sides) -> Section:
    rows = []
    for label, document in zip(sides.comparison.labels, sides.documents, strict=True):
        capture = document.get("capture") or {}
        versions = ", ".join(f"{each['id']} {each['version']}" for each in document["instruments"])
        when = date(str(capture.get("from") or ""), sides.lang) or sides.say("method.no-archive")
        digest: Inline = Code(one_line(capture["sha256"])) if capture.get("sha256") else sides.say("word.none")
        rows.append(Row(((Words(one_line(label, 80), ""),), (when,), (digest,), (Words(one_line(versions, 300), ""),))))
    heads = tuple(Column(sides.say(f"column.{name}")) for name in ("assessment", "captured", "digest", "instruments"))
    return Section(
        "method", sides.say("section.method"), (Table(sides.say("compare.table-method"), heads, tuple(rows)),)
    )
