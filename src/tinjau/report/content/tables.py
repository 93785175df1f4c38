"""Small tables that stand for pictures, and pieces that several parts share."""

from collections.abc import Sequence

from tinjau.model import Evidence
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition, is_answer
from tinjau.report.content.naming import named
from tinjau.report.document import Code, Column, Inline, Line, Link, Ref, Row, Table, Words
from tinjau.report.hostile import one_line
from tinjau.texts import number, percent

EVIDENCE_SHOWN = 3  # project choice: what a reader takes in at a glance; the rest stands in observations.parquet
BRIEF = 90  # characters of an excerpt where a table has a row for every service (project choice)
EXCERPT = 300  # characters of an excerpt, as an observation carries at most
_DIGEST = 19  # "sha256:" and twelve digits: enough to find a record, short enough for a line


def strip_table(edition: Edition, instrument: str) -> Table:
    """The verdict strip's data."""
    rows = tuple(
        Row(
            (
                (edition.criterion_title(instrument, each.id),),
                (edition.verdict(each.verdict).text,),
                (number(each.score, edition.lang) if each.score is not None else edition.say("verdict.none"),),
                (percent(each.coverage, edition.lang),),
            )
        )
        for each in edition.of_instrument(instrument)
    )
    columns = (
        Column(edition.say("column.criterion")),
        Column(edition.say("column.verdict")),
        Column(edition.say("column.score"), numeric=True),
        Column(edition.say("column.coverage"), numeric=True),
    )
    return Table(edition.say("table.strip", instrument=edition.instrument_title(instrument).text), columns, rows)


def columns(
    edition: Edition, *names: str, numeric: Sequence[str] = (), parts: Sequence[int] = ()
) -> tuple[Column, ...]:
    """Columns by the ids of their headings; `parts` are their widths in percent, in steps of five."""
    widths = parts or [0] * len(names)
    return tuple(
        Column(edition.say(f"column.{name}"), numeric=name in numeric, part=part)
        for name, part in zip(names, widths, strict=True)
    )


def evidence_line(edition: Edition, evidence: Evidence) -> Line:
    """One piece of evidence: its words, its address, its record."""
    lines: list[list[Inline]] = []
    if not (evidence.excerpt or evidence.url or evidence.record or is_answer(evidence.observation)):
        lines.append([named(edition, evidence.observation)])
    if evidence.excerpt:
        lines.append([edition.quote(one_line(evidence.excerpt, EXCERPT))])
    if evidence.url:
        lines.append([Link(evidence.url)])
    source: list[Inline] = []
    if evidence.record:
        source += [Words(edition.say("evidence.record"), quiet=True), " ", Code(one_line(evidence.record, 80)), " "]
    elif is_answer(evidence.observation):
        source.append(Words(edition.say("evidence.answer"), quiet=True))
    if evidence.digest:
        source.append(Code(one_line(evidence.digest)[:_DIGEST] + "…"))
    used = support_ref(edition, evidence.observation)
    if source:
        lines.append(source)
    if used:
        lines.append([used])
    return tuple(part for place, each in enumerate(lines) for part in ([*(["\n"] if place else []), *each]))


def evidence_brief(edition: Edition, evidence: Sequence[Evidence]) -> Line:
    """The first piece of evidence in few words, and how many more there are; for tables over many services."""
    if not evidence:
        return ()
    first = evidence[0]
    parts: list[Inline] = [edition.quote(one_line(first.excerpt, BRIEF)), " "] if first.excerpt else []
    parts.append(Link(first.url) if first.url else named(edition, first.observation))
    if len(evidence) > 1:
        parts += [" ", edition.say("evidence.more", n=len(evidence) - 1)]
    return tuple(parts)


def evidence_lines(edition: Edition, evidence: Sequence[Evidence]) -> Line:
    """The first pieces of evidence, a passage each, and how many more there are."""
    parts: list[Inline] = []
    for each in evidence[:EVIDENCE_SHOWN]:
        if parts:
            parts.append("\n\n")
        parts += evidence_line(edition, each)
    more = len(evidence) - EVIDENCE_SHOWN
    if more > 0:
        parts += ["\n\n", edition.say("evidence.more", n=more)]
    return tuple(parts)


def support_ref(edition: Edition, support: str) -> Ref | None:
    """Where the trace says which factors rest on this, where any does."""
    factors = [each.id for each in edition.plan.factors if support in each.support]
    return (
        Ref(edition.say("evidence.used-by", factors=", ".join(factors)), anchor("support", support))
        if factors
        else None
    )
