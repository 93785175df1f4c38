"""One outcome for each question: what was observed proposes, what people said decides, and both are kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tinjau.model import (
    Answer,
    Decision,
    Evidence,
    Indicator,
    IndicatorResult,
    Instrument,
    Observation,
    Outcome,
    Service,
    ServiceMatch,
    Text,
    name_of_decider,
)
from tinjau.scoring.answering import Key, Said, has_levels, outcome_of
from tinjau.scoring.quantifiers import MAX_EVIDENCE, NOTHING, Circumstances, Finding, settle
from tinjau.scoring.reading import SEEN

RULE = "rule"
SITE = "site"
_KNOWN = (Outcome.PASSED, Outcome.FAILED, Outcome.INAPPLICABLE)


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that an outcome can come from."""

    observations: Mapping[str, Sequence[Observation]]
    said: Mapping[Key, Said]
    services: Sequence[Service]
    matches: Mapping[str, ServiceMatch]
    decisions: Mapping[str, Decision]
    around: Circumstances
    nothing_read: Text = SEEN  # why the site itself could not be judged at all
    proven: frozenset[str] = frozenset()  # detectors that may decide; what the others say is a proposal


def by_detector(observations: Iterable[Observation]) -> Mapping[str, Sequence[Observation]]:
    """Observations by detector, in an order that does not depend on the order of the capture."""
    found: dict[str, list[Observation]] = defaultdict(list)
    for each in sorted(observations, key=lambda o: (o.detector, o.subject, o.url, o.id)):
        found[each.detector].append(each)
    return found


def latest(decisions: Iterable[Decision]) -> Mapping[str, Decision]:
    """The decision that stands on each subject: the last one."""
    return {each.subject: each for each in decisions}


def outcomes_of(instrument: Instrument, sources: Sources) -> tuple[IndicatorResult, ...]:
    """A result for each question on the site, and one for each service where services are asked about."""
    found: list[IndicatorResult] = []
    for indicator in instrument.indicators:
        if indicator.unit == "service":
            found += [_of_service(instrument, indicator, service, sources) for service in sources.services]
        else:
            found.append(_of_site(instrument, indicator, sources))
    return tuple(found)


def _of_site(instrument: Instrument, indicator: Indicator, sources: Sources) -> IndicatorResult:
    finding = settle(indicator.settled, sources.observations, sources.around)
    if sources.nothing_read != SEEN and indicator.settled and finding.outcome is not Outcome.CANT_TELL:
        finding = Finding(Outcome.CANT_TELL, reason=sources.nothing_read.en)
    said = sources.said.get((instrument.id, indicator.id, "")) or sources.said.get((instrument.id, indicator.id, SITE))
    return _decide(instrument, indicator, SITE, finding, said, sources)


def _of_service(instrument: Instrument, indicator: Indicator, service: Service, sources: Sources) -> IndicatorResult:
    match = sources.matches.get(service.id)
    finding = _seen_of_service(indicator, match, sources) if match else NOTHING
    said = sources.said.get((instrument.id, indicator.id, service.id))
    result = _decide(instrument, indicator, service.id, finding, said, sources)
    return result if said and not said.differ else _from_inventory(indicator, service, result)


def _seen_of_service(indicator: Indicator, match: ServiceMatch, sources: Sources) -> Finding:
    if not indicator.settled:
        return NOTHING
    names = {name for rule in indicator.settled for name in rule.detectors}
    seen = {
        name: [each for each in sources.observations.get(name, ()) if each.id in match.observations] for name in names
    }
    if has_levels(indicator):
        if match.stage not in indicator.values:
            return NOTHING
        because = tuple(each for found in seen.values() for each in found)[:MAX_EVIDENCE]
        return Finding(Outcome.PASSED, match.stage, because)
    return settle(indicator.settled, seen, sources.around)


def _from_inventory(indicator: Indicator, service: Service, result: IndicatorResult) -> IndicatorResult:
    """Where the inventory already answers the question, its column is a person's answer."""
    column = indicator.extra.get("inventory")
    if not isinstance(column, Mapping):
        return result
    value = str(getattr(service, str(column.get("field")), ""))
    outcome = Outcome.PASSED if value in _words(column.get("passed")) else None
    outcome = Outcome.FAILED if value in _words(column.get("failed")) else outcome
    if outcome is None:
        return result
    proposed = result.outcome if result.decided_by == RULE else None
    evidence = (Evidence(observation=f"service:{service.id}"), *result.evidence)
    return replace(
        result,
        outcome=outcome,
        value=value,
        evidence=evidence,
        decided_by="inventory",
        proposed=proposed,
        proposal=False,
    )


def _words(value: object) -> tuple[str, ...]:
    return tuple({True: "yes", False: "no"}.get(each, str(each)) for each in value) if isinstance(value, list) else ()


def _decide(
    instrument: Instrument,
    indicator: Indicator,
    unit: str,
    finding: Finding,
    said: Said | None,
    sources: Sources,
) -> IndicatorResult:
    decisions = sources.decisions
    tail = "" if unit == SITE else f"/{unit}"
    subject = f"{instrument.id}/{indicator.id}{tail}"
    on_answer, on_outcome = decisions.get(f"answer:{subject}"), decisions.get(f"outcome:{subject}")
    seen = tuple(_evidence(each) for each in finding.because)
    result = IndicatorResult(
        instrument=instrument.id,
        id=indicator.id,
        criterion=indicator.criterion,
        unit=unit,
        outcome=finding.outcome,
        mode=indicator.mode,
        value=finding.value,
        evidence=seen,
        decided_by=RULE if finding.outcome in _KNOWN else "",
        reason=finding.reason,
        proposal=_is_proposal(indicator, finding, sources.proven),
    )
    if said and not (on_answer and on_answer.verdict == "reject"):
        return _by_people(result, said)
    if on_outcome and on_outcome.verdict == "accept" and result.outcome in _KNOWN:
        return replace(
            result, decided_by=name_of_decider(on_outcome.by or "person"), proposed=result.outcome, proposal=False
        )
    if on_outcome and on_outcome.verdict == "reject" and result.outcome in _KNOWN:
        reason = f"rejected by {on_outcome.by or 'a person'}" + (f": {on_outcome.reason}" if on_outcome.reason else "")
        return replace(
            result, outcome=Outcome.CANT_TELL, decided_by="", proposed=result.outcome, reason=reason, proposal=False
        )
    return result


def _is_proposal(indicator: Indicator, finding: Finding, proven: frozenset[str]) -> bool:
    """Whether an outcome rests on a detector that is not proven; where nothing was seen, on one that its rule names."""
    if finding.outcome not in _KNOWN:
        return False
    names = {each.detector for each in finding.because}
    return not (names or {name for rule in indicator.settled for name in rule.detectors}) <= proven


def _by_people(result: IndicatorResult, said: Said) -> IndicatorResult:
    """People decide; where they differ and nobody decided, what was observed stands, or nothing does."""
    heard = tuple(_heard(each) for each in said.answers)
    if said.differ:
        values = ", ".join(f"{each.assessor or 'person'}: {each.value}" for each in said.answers)
        outcome = result.outcome if result.outcome in _KNOWN else Outcome.CANT_TELL
        return replace(result, outcome=outcome, evidence=heard + result.evidence, reason=f"assessors differ ({values})")
    proposed = result.outcome if result.outcome is not Outcome.UNTESTED else None
    return replace(
        result,
        outcome=outcome_of(said.word),
        value=said.word,
        evidence=heard + result.evidence,
        decided_by=said.by,
        proposed=proposed,
        reason="",
        proposal=False,
    )


def _evidence(observation: Observation) -> Evidence:
    return Evidence(observation.id, observation.url, observation.record_id, observation.digest, observation.excerpt)


def _heard(answer: Answer) -> Evidence:
    excerpt = " - ".join(each for each in (answer.evidence, answer.note) if each)
    return Evidence(observation=answer.id, excerpt=excerpt[:300])
