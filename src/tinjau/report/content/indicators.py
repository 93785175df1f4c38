"""An indicator's results: gaps first, what passed and what is silent on demand, each with evidence and who decided."""

import re
from collections.abc import Sequence

from tinjau.model import IndicatorResult, Outcome
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import WHOLE, Edition
from tinjau.report.content.naming import named
from tinjau.report.content.reasons import reason_words
from tinjau.report.content.tables import columns, evidence_brief, evidence_lines
from tinjau.report.document import Block, Bullets, Disclosure, Inline, Line, Row, Table, Words
from tinjau.texts import joined, known, number

_SILENT = (Outcome.UNTESTED, Outcome.INAPPLICABLE)
UNITS_SHOWN = 60  # project choice: rows of one indicator over many units; the rest stands in assessment.json
_COUNT = re.compile(r"\d{1,6}/\d{1,6}")


def indicator_blocks(edition: Edition, results: Sequence[IndicatorResult]) -> list[Block]:
    """The results under one criterion as tables and lists."""
    site = [each for each in results if each.unit in WHOLE]
    spoken = [each for each in site if each.outcome not in _SILENT]
    silent = [each for each in site if each.outcome in _SILENT]
    blocks: list[Block] = []
    gaps = [each for each in spoken if each.outcome is not Outcome.PASSED]
    passed = [each for each in spoken if each.outcome is Outcome.PASSED]
    if gaps:
        blocks.append(_table(edition, "table.gaps", gaps))
    if passed:
        summary: Line = (edition.say("criteria.passed", n=len(passed)),)
        blocks.append(Disclosure(summary, (_table(edition, "table.passed", passed),)))
    if silent:
        items = tuple(_silent_line(edition, each) for each in silent)
        blocks.append(Disclosure((edition.say("criteria.silent", n=len(silent)),), (Bullets(items),)))
    by_indicator: dict[str, list[IndicatorResult]] = {}
    for each in results:
        if each.unit not in WHOLE:
            by_indicator.setdefault(each.id, []).append(each)
    silence = set(_SILENT)
    blocks += [_units(edition, each) for each in by_indicator.values() if {one.outcome for one in each} - silence]
    return blocks


def _table(edition: Edition, caption: str, results: Sequence[IndicatorResult]) -> Table:
    heads = columns(edition, "question", "outcome", "evidence", parts=(35, 20, 45))
    rows = tuple(_row(edition, each) for each in results)
    note = "criteria.proposal-note" if any(each.proposal for each in results) else "criteria.rule-note"
    return Table(edition.say(caption), heads, rows, note=(edition.say(note),))


def _row(edition: Edition, result: IndicatorResult) -> Row:
    question = edition.question(result.instrument, result.id)
    described = edition.indicator(result.instrument, result.id)
    first: list[Inline] = [Words(question.text, question.lang, strong=True)]
    if result.outcome is Outcome.FAILED and described and described.mend.get(edition.lang):
        first += ["\n", edition.say("criteria.mend"), " ", edition.passage(described.mend)]
    evidence = evidence_lines(edition, result.evidence) or (Words(edition.say("evidence.none"), quiet=True),)
    return Row(
        (tuple(first), outcome_line(edition, result), evidence), anchor("indicator", result.instrument, result.id)
    )


def outcome_line(edition: Edition, result: IndicatorResult, apart: str = "\n") -> Line:
    """The outcome, its value, who decided, what was proposed, and why it could not be told, parted by `apart`."""
    parts: list[Inline] = [edition.outcome(result.outcome)]
    value = value_written(edition, result.value)
    if value:
        parts += [apart, edition.say(f"criteria.{_kind_of(result.value)}", value=value)]
    if result.decided_by not in {"", "rule"}:
        parts += [apart, Words(edition.say("decided.person", name=edition.assessor(result.decided_by)), quiet=True)]
    if result.proposed is not None and result.proposed is not result.outcome:
        parts += [apart, edition.say("criteria.machine", outcome=edition.say(f"outcome.{result.proposed.value}"))]
    if result.reason:
        parts += [apart, *reason_words(edition.lang, result.reason, 300)]
    return tuple(parts)


def value_written(edition: Edition, value: str | float | None) -> str:
    """A value in the reader's words: a closed word by the catalogue, a number as the language writes it; else nothing.

    Other strings are a detector's own and stand in the evidence beside it.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number(value, edition.lang)
    written = str(value or "")
    if written in {"yes", "no"}:
        return ""
    for family in ("access", "guide", "verdict"):
        if known(f"{family}.{written}"):
            return edition.say(f"{family}.{written}")
    if any(gate.phase == written for gate in edition.gates):
        return edition.phase_title(written).text
    return written if _COUNT.fullmatch(written) else ""


def _kind_of(value: str | float | None) -> str:
    """What a value is of: a service's access or guide say so, anything else is a value."""
    written = str(value or "")
    return next((each for each in ("access", "guide") if known(f"{each}.{written}")), "value")


def _silent_line(edition: Edition, result: IndicatorResult) -> Line:
    parts: list[Inline] = [edition.outcome(result.outcome), " ", edition.question(result.instrument, result.id)]
    if result.reason:
        parts += [" ", *reason_words(edition.lang, result.reason, 200, quiet=True)]
    return tuple(parts)


def _units(edition: Edition, results: Sequence[IndicatorResult]) -> Block:
    """One indicator over many services: grouped, on demand; its evidence only where there is more than the service."""
    shown = results[:UNITS_SHOWN]
    evident = any(one.url or one.excerpt for each in shown for one in each.evidence)
    heads = ("service", "outcome", "evidence") if evident else ("service", "outcome")
    rows = []
    for each in shown:
        cells: list[Line] = [(named(edition, f"service:{each.unit}"),), outcome_line(edition, each, " · ")]
        if evident:
            cells.append(evidence_brief(edition, each.evidence))
        rows.append(Row(tuple(cells)))
    first = results[0]
    question = edition.question(first.instrument, first.id)
    counts = [
        f"{sum(each.outcome is outcome for each in results)} {edition.say(f'outcome.{outcome.value}')}"
        for outcome in Outcome
        if any(each.outcome is outcome for each in results)
    ]
    more = len(results) - UNITS_SHOWN
    note: Line = (edition.say("table.more-units", n=more),) if more > 0 else ()
    parts = (30, 30, 40) if evident else (45, 55)
    table = Table(edition.say("table.units"), columns(edition, *heads, parts=parts), tuple(rows), note=note)
    return Disclosure((question, " ", Words(joined(counts, edition.lang), quiet=True)), (table,), detail=True)
