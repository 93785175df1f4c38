"""Stage 1: every criterion with its statement, its indicators, their evidence, who decided and what was proposed."""

from collections.abc import Sequence

from tinjau.model import Answer, CriterionResult, IndicatorResult, Outcome
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import WHOLE, Edition
from tinjau.report.content.naming import named
from tinjau.report.content.radar_axes import radar_figure
from tinjau.report.content.tables import columns, evidence_lines
from tinjau.report.document import Block, Bullets, Card, Disclosure, Inline, Line, Para, Row, Section, Table, Words
from tinjau.report.hostile import one_line
from tinjau.texts import joined, known, number

_SILENT = (Outcome.UNTESTED, Outcome.INAPPLICABLE)
UNITS_SHOWN = 60  # project choice: rows of one indicator over many units; the rest stands in assessment.json


def criteria_section(edition: Edition) -> Section:
    """One card a criterion, grouped by instrument."""
    blocks: list[Block] = []
    for instrument in edition.judging:
        results = edition.of_instrument(instrument)
        cards: list[Block] = list(radar_figure(edition, instrument))
        cards += [_card(edition, each) for each in results]
        about = next((pack.about for pack in edition.instruments if pack.id == instrument), None)
        title = edition.instrument_title(instrument)
        lead: Line = (edition.passage(about),) if about and about.get(edition.lang) else ()
        blocks.append(Section(anchor("instrument", instrument), title.text, tuple(cards), lead, level=3))
    if not blocks:
        blocks.append(Para((edition.say("criteria.nothing"),)))
    return Section("criteria", edition.say("section.criteria"), tuple(blocks), (edition.say("criteria.lead"),))


def _card(edition: Edition, result: CriterionResult) -> Card:
    blocks: list[Block] = []
    if result.statement.get(edition.lang):
        blocks.append(Para((edition.passage(result.statement),), "lead"))
    blocks.append(Para(_who(edition, result), "note"))
    said = _said(edition, result)
    if said:
        blocks.append(Bullets(said))
    blocks += _indicator_blocks(edition, edition.results_under(result.instrument, result.id))
    title = edition.criterion_title(result.instrument, result.id)
    return Card(
        anchor("criterion", result.instrument, result.id), (title,), edition.verdict(result.verdict), tuple(blocks)
    )


def _who(edition: Edition, result: CriterionResult) -> Line:
    parts: list[str] = []
    if result.verdict is None and result.score is None:
        parts.append(edition.say("criteria.not-assessed"))
    else:
        ruled = result.verdict_by in {"", "rule"}
        by = edition.assessor(result.verdict_by)
        parts.append(edition.say("criteria.by-rule") if ruled else edition.say("criteria.by", name=by))
    if result.score is not None:
        parts.append(edition.say("criteria.score", score=number(result.score, edition.lang)))
    if result.proposed is not None and result.proposed is not result.verdict:
        parts.append(edition.say("criteria.proposed", verdict=edition.say(f"verdict.{result.proposed.value}")))
    parts.append(edition.say("criteria.coverage", share=result.coverage))
    counts = [
        f"{number(result.outcomes.get(outcome, 0), edition.lang)} {edition.say(f'outcome.{outcome.value}')}"
        for outcome in Outcome
        if result.outcomes.get(outcome, 0)
    ]
    if counts:
        parts.append(edition.say("criteria.outcomes", parts=joined(counts, edition.lang)))
    return (" ".join(parts),)


def _said(edition: Edition, result: CriterionResult) -> tuple[Line, ...]:
    """What people answered to the criterion itself, in their words."""
    answers = [
        each for each in edition.study.answers
        if each.instrument == result.instrument and each.indicator == result.id and (each.note or each.evidence)
    ]  # fmt: skip
    return tuple(_answer(edition, each) for each in answers)


def _answer(edition: Edition, answer: Answer) -> Line:
    parts: list[Inline] = [Words(edition.assessor(answer.assessor), strong=True), ": "]
    if answer.note:
        parts += [edition.quote(one_line(answer.note, 600)), " "]
    if answer.evidence:
        parts.append(edition.say("evidence.at", place=one_line(answer.evidence, 300)))
    return tuple(parts)


def _indicator_blocks(edition: Edition, results: Sequence[IndicatorResult]) -> list[Block]:
    site = [each for each in results if each.unit in WHOLE]
    spoken = [each for each in site if each.outcome not in _SILENT]
    silent = [each for each in site if each.outcome in _SILENT]
    blocks: list[Block] = []
    if spoken:
        rows = tuple(_row(edition, each) for each in spoken)
        blocks.append(
            Table(
                edition.say("table.indicators"),
                columns(edition, "question", "outcome", "evidence", parts=(35, 20, 45)),
                rows,
                note=(edition.say("criteria.rule-note"),),
            )
        )
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
    if result.value not in {None, "", "yes", "no"}:
        parts += [apart, edition.say("criteria.value", value=value_written(edition, result.value))]
    if result.decided_by not in {"", "rule"}:
        parts += [apart, Words(edition.say("decided.person", name=edition.assessor(result.decided_by)), quiet=True)]
    if result.proposed is not None and result.proposed is not result.outcome:
        parts += [apart, edition.say("criteria.machine", outcome=edition.say(f"outcome.{result.proposed.value}"))]
    if result.reason:
        parts += [apart, Words(one_line(result.reason, 300), "en")]
    return tuple(parts)


def value_written(edition: Edition, value: str | float | None) -> str:
    """A value in the reader's words: a closed word by the catalogue, a number as the language writes it."""
    if isinstance(value, int | float):
        return number(value, edition.lang)
    for family in ("access", "guide", "verdict"):
        if known(f"{family}.{value}"):
            return edition.say(f"{family}.{value}")
    if any(gate.phase == value for gate in edition.gates):
        return edition.phase_title(str(value)).text
    return one_line(value, 120)


def _silent_line(edition: Edition, result: IndicatorResult) -> Line:
    parts: list[Inline] = [edition.outcome(result.outcome), " ", edition.question(result.instrument, result.id)]
    if result.reason:
        parts += [" ", Words(one_line(result.reason, 200), "en", quiet=True)]
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
            cells.append(evidence_lines(edition, each.evidence))
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
    return Disclosure((question, " ", Words(joined(counts, edition.lang), quiet=True)), (table,))
