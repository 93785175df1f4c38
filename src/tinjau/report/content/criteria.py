"""Stage 1: every criterion with its statement, its indicators, their evidence, who decided and what was proposed."""

from tinjau.model import Answer, CriterionResult, Outcome
from tinjau.report.anchors import anchor
from tinjau.report.content.edition import Edition
from tinjau.report.content.indicators import indicator_blocks
from tinjau.report.content.radar_axes import radar_figure
from tinjau.report.document import Block, Bullets, Card, Inline, Line, Para, Section, Words
from tinjau.report.hostile import one_line
from tinjau.texts import joined, number


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
    blocks += indicator_blocks(edition, edition.results_under(result.instrument, result.id))
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
        rule = edition.say("criteria.proposed-by-rule" if result.proposal else "criteria.by-rule")
        parts.append(rule if ruled else edition.say("criteria.by", name=by))
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
