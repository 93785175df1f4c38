"""From outcomes to a criterion: what was settled, and the verdict that a pack's rule proposes beside a person's."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tinjau.model import (
    Criterion,
    CriterionResult,
    Decision,
    Indicator,
    IndicatorResult,
    Instrument,
    MatrixCell,
    Outcome,
    Service,
    Text,
    Verdict,
    VerdictRule,
    name_of_decider,
)
from tinjau.scoring.answering import Key, Said, verdict_of
from tinjau.scoring.deciding import RULE, SITE
from tinjau.scoring.reading import SEEN
from tinjau.scoring.statements import Tally, capability_statement, verdict_statement

SERVICES = "services"
"""The unit of a result that sums up what was answered on each service."""

_PARTLY = 0.5
"""What an answer `partly` counts in the share of a verdict's rule (project choice: neither met nor unmet)."""

_ENOUGH = 0.5
"""Share of services that must be known before all are summed up (project choice: as the coverage of a verdict)."""

_TOLERANCE = 1e-9  # of a share computed from counts


@dataclass(frozen=True, slots=True)
class Judged:
    """What people said and decided that bears on criteria, and why nothing could be judged, if so."""

    said: Mapping[Key, Said]
    decisions: Mapping[str, Decision]
    nothing_read: Text = SEEN


def summed_up(
    instrument: Instrument, results: Iterable[IndicatorResult], services: Sequence[Service]
) -> tuple[IndicatorResult, ...]:
    """For each question with a `per_service` rule, one result for all services it counts: the share of those known.

    Whether it is settled depends on how many are known, never on their answers, so that a missing answer cannot raise
    coverage. Nothing is summed up where the inventory has no such service.
    """
    found = []
    by_question: dict[str, list[IndicatorResult]] = {}
    for each in results:
        by_question.setdefault(each.id, []).append(each)
    for indicator in instrument.indicators:
        rule = indicator.extra.get("per_service")
        if indicator.unit == "service" and isinstance(rule, Mapping):
            counted = {s.id for s in services if s.audience.value in (rule.get("audience") or [s.audience.value])}
            mine = [each for each in by_question.get(indicator.id, ()) if each.unit in counted]
            if mine:
                found.append(_of_services(indicator, mine, float(rule["share"])))
    return tuple(found)


def _of_services(indicator: Indicator, results: Sequence[IndicatorResult], share: float) -> IndicatorResult:
    passed = sum(each.outcome is Outcome.PASSED for each in results)
    failed = sum(each.outcome is Outcome.FAILED for each in results)
    applicable = sum(each.outcome is not Outcome.INAPPLICABLE for each in results)
    count = passed + failed
    unknown = applicable - count
    if not applicable:
        outcome = Outcome.INAPPLICABLE
    elif count < _ENOUGH * applicable or not count:
        outcome = Outcome.CANT_TELL if count else Outcome.UNTESTED
    else:
        outcome = Outcome.PASSED if passed >= share * count - _TOLERANCE else Outcome.FAILED
    settled = [each for each in results if each.outcome in (Outcome.PASSED, Outcome.FAILED)]
    deciders = list(dict.fromkeys(each.decided_by for each in settled if each.decided_by))
    known = outcome in (Outcome.PASSED, Outcome.FAILED)
    return IndicatorResult(
        instrument=results[0].instrument,
        id=indicator.id,
        criterion=indicator.criterion,
        unit=SERVICES,
        outcome=outcome,
        mode=indicator.mode,
        value=f"{passed}/{count}" if settled else None,
        evidence=tuple(dict.fromkeys(e for each in settled for e in each.evidence))[:12],
        decided_by=", ".join(deciders) if known else "",
        reason=f"{unknown} of {applicable} services are not known" if unknown and count else "",
        proposal=known and any(each.proposal for each in settled),
    )


def criterion_results(
    instrument: Instrument, results: Sequence[IndicatorResult], judged: Judged
) -> tuple[CriterionResult, ...]:
    """One result for each criterion, in the pack's order. Only results on the whole site or on all services count."""
    whole = [each for each in results if each.unit in (SITE, SERVICES)]
    return tuple(_criterion(instrument, each, whole, judged) for each in instrument.criteria)


def _criterion(
    instrument: Instrument, criterion: Criterion, results: Sequence[IndicatorResult], judged: Judged
) -> CriterionResult:
    family = {criterion.id, *(each.id for each in instrument.criteria if each.parent == criterion.id)}
    mine = [each for each in results if each.criterion in family]
    counts = Counter(each.outcome for each in mine)
    core = {each.id: _asked(each) for each in instrument.indicators if each.extra.get("core") is True}
    tally = _tally(mine, counts, instrument.verdicts, core)
    proposed = proposed_verdict(instrument.verdicts, tally)
    decision = judged.decisions.get(f"verdict:{instrument.id}/{criterion.id}")
    said = judged.said.get((instrument.id, criterion.id, ""))
    on_answer = judged.decisions.get(f"answer:{instrument.id}/{criterion.id}")
    verdict, by = proposed, RULE if proposed else ""
    if decision and decision.verdict == "reject":
        verdict, by = None, ""
    if decision and decision.verdict == "accept" and proposed:
        by = name_of_decider(decision.by or "person")
    if said and not said.differ and not (on_answer and on_answer.verdict == "reject"):
        verdict, by = verdict_of(said.word), said.by
    differ = bool(said and said.differ)
    if differ:
        verdict, by = None, ""
    stood = verdict is not None and by == RULE
    return CriterionResult(
        instrument=instrument.id,
        id=criterion.id,
        verdict=verdict,
        verdict_by=by,
        score=None,
        coverage=coverage_of(counts),
        outcomes={outcome: counts.get(outcome, 0) for outcome in Outcome},
        statement=_statement(instrument, criterion, tally, verdict, by, proposed, judged, differ=differ),
        proposed=None if stood else proposed,
        proposal=stood and any(each.proposal for each in mine),
    )


def _statement(
    instrument: Instrument,
    criterion: Criterion,
    tally: Tally,
    verdict: Verdict | None,
    by: str,
    proposed: Verdict | None,
    judged: Judged,
    *,
    differ: bool,
) -> Text:
    if instrument.verdicts is None:
        return capability_statement(criterion.title, tally, judged.nothing_read)
    return verdict_statement(
        verdict, by, proposed, tally, instrument.verdicts.minimum_coverage, judged.nothing_read, differ=differ
    )


def _tally(
    results: Sequence[IndicatorResult],
    counts: Mapping[Outcome, int],
    rule: VerdictRule | None,
    core: Mapping[str, Text],
) -> Tally:
    partly = sum(each.outcome is Outcome.FAILED and _is_partly(each, rule) for each in results)
    return Tally(
        passed=counts.get(Outcome.PASSED, 0),
        partly=partly,
        failed=counts.get(Outcome.FAILED, 0) - partly,
        unsettled=counts.get(Outcome.CANT_TELL, 0),
        untested=counts.get(Outcome.UNTESTED, 0),
        core_met=tuple(core[each.id] for each in results if each.id in core and each.outcome is Outcome.PASSED),
        core_unmet=tuple(core[each.id] for each in results if each.id in core and each.outcome is Outcome.FAILED),
    )


def _asked(indicator: Indicator) -> Text:
    """The question on the whole site, or on all services where they are summed up."""
    rule = indicator.extra.get("per_service")
    title = rule.get("title") if isinstance(rule, Mapping) else None
    return Text(str(title["id"]), str(title["en"])) if isinstance(title, Mapping) else indicator.question


def _is_partly(result: IndicatorResult, rule: VerdictRule | None) -> bool:
    """Answered `partly`, or met by more services than the rule's cut for negative."""
    if result.unit != SERVICES or rule is None:
        return result.value == "partly"
    passed, _, applicable = str(result.value).partition("/")
    return int(passed) > rule.negative_to * int(applicable)


def coverage_of(counts: Mapping[Outcome, int]) -> float:
    """The share of applicable indicators that were determined; 0 where none is applicable."""
    applicable = sum(count for outcome, count in counts.items() if outcome is not Outcome.INAPPLICABLE)
    determined = counts.get(Outcome.PASSED, 0) + counts.get(Outcome.FAILED, 0)
    return determined / applicable if applicable else 0.0


def proposed_verdict(rule: VerdictRule | None, tally: Tally) -> Verdict | None:
    """The verdict of the pack's rule; None without a rule, or under its coverage.

    Not positive while a core question is known not to be met, nor negative while one is met.
    """
    if rule is None or not tally.determined or tally.determined < rule.minimum_coverage * tally.applicable:
        return None
    share = (tally.passed + _PARTLY * tally.partly) / tally.determined
    if share >= rule.positive_from and not tally.core_unmet:
        return Verdict.POSITIVE
    return Verdict.NEGATIVE if share <= rule.negative_to and not tally.core_met else Verdict.MIXED


def matrix_of(
    instrument: Instrument, results: Iterable[IndicatorResult], services: Sequence[Service]
) -> tuple[MatrixCell, ...]:
    """Every service under every criterion, for an instrument that gives verdicts; untested where nobody answered.

    A cell is the outcome of the criterion's question that the pack marks with `cell: true`.
    """
    if instrument.verdicts is None:
        return ()
    cells = {each.criterion: each.id for each in instrument.indicators if each.extra.get("cell") is True}
    by_question = {(each.id, each.unit): each for each in results}
    found = []
    for service in services:
        for criterion in instrument.criteria:
            result = by_question.get((cells.get(criterion.id, ""), service.id))
            outcome = result.outcome if result else Outcome.UNTESTED
            value = "" if result is None or result.value is None else str(result.value)
            found.append(MatrixCell(service.id, criterion.id, outcome, value))
    return tuple(found)
