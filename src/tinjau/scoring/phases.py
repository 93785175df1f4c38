"""The phase: gates over what a site can do and, where known, over the share of public services that get so far.

Each gate is passed, missing or unknown, for the site and for the services apart. Missing in either is missing; what is
unknown in one is decided by the other; unknown in both is not shown. A phase is reached when its gate and all below it
are passed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from tinjau.model import (
    Audience,
    Gate,
    IndicatorResult,
    Instrument,
    Ladder,
    NextPhase,
    Outcome,
    PhaseResult,
    Service,
    Text,
)
from tinjau.scoring.deciding import SITE
from tinjau.scoring.phase_statements import PhaseFacts, phase_statement
from tinjau.scoring.reading import SEEN

_TOLERANCE = 1e-9  # of a share computed from counts


class _State(Enum):
    PASSED = "passed"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class _Stages:
    """How many public services there are, and how many reach each gate (from the lowest) at least."""

    total: int
    known: int
    reaching: tuple[int, ...]

    def state(self, gate: int, share: float) -> _State:
        """Of one gate: passed or missing only where services not known could not change it."""
        if not self.total or not self.known:
            return _State.UNKNOWN
        if self.reaching[gate] >= share * self.total - _TOLERANCE:
            return _State.PASSED
        if self.reaching[gate] + self.total - self.known < share * self.total - _TOLERANCE:
            return _State.MISSING
        return _State.UNKNOWN


def service_stages(
    ladder: Ladder, results: Sequence[IndicatorResult], services: Sequence[Service]
) -> Mapping[str, str | None]:
    """The stage of each service; None where nobody said and nothing was seen."""
    phases = {each.phase for each in ladder.gates}
    stated = {
        each.unit: str(each.value)
        for each in results
        if each.id == ladder.service_indicator and each.outcome is Outcome.PASSED and each.value in phases
    }
    return {each.id: stated.get(each.id) for each in services}


def phase_of(
    instrument: Instrument,
    results: Sequence[IndicatorResult],
    services: Sequence[Service],
    share: float | None = None,
    nothing_read: Text = SEEN,
) -> PhaseResult | None:
    """The phase of a government under the instrument's ladder; None for an instrument without one.

    `share` replaces the pack's. `reached` is the share of public services known to reach each phase, None where the
    stage of no public service is known.
    """
    ladder = instrument.ladder
    if ladder is None:
        return None
    wanted = ladder.share if share is None else share
    outcomes = {each.id: each.outcome for each in results if each.unit == SITE}
    stages = _stages(ladder, service_stages(ladder, results, services), services)
    site = [_of_site(gate, outcomes) for gate in ladder.gates]
    reached = _reached(site, stages, wanted)
    above = ladder.gates[reached] if reached < len(ladder.gates) else None
    coming = _next(ladder, above, reached, outcomes, stages, wanted) if above else None
    decided = [stages.state(number, wanted) is not _State.UNKNOWN for number in range(len(ladder.gates))]
    level = "services" if decided and all(decided) else "site"
    at = ladder.gates[reached - 1] if reached else None
    facts = PhaseFacts(
        ladder=ladder,
        reached=reached,
        share=wanted,
        public=stages.total,
        known=stages.known,
        reaching=stages.reaching,
        by_services=level == "services",
        held_back=_State.MISSING in {stages.state(reached, wanted)} if above else False,
        missing=len(coming.missing) if coming else 0,
        untested=len(coming.untested) if coming else 0,
        nothing_read=nothing_read,
    )
    return PhaseResult(
        id=at.phase if at else None,
        ordinal=at.ordinal if at else None,
        rule=phase_statement(facts),
        level=level,
        reached={
            gate.phase: stages.reaching[number] / stages.total if stages.known else None
            for number, gate in enumerate(ladder.gates)
        },
        next=coming,
        sensitivity={f"{each:g}": _phase_at(ladder, _reached(site, stages, each)) for each in ladder.sensitivity},
        share=wanted,
    )


def _stages(ladder: Ladder, stages: Mapping[str, str | None], services: Sequence[Service]) -> _Stages:
    ordinals = {each.phase: each.ordinal for each in ladder.gates}
    public = [stages[each.id] for each in services if each.audience is Audience.PUBLIC]
    known = [ordinals[each] for each in public if each is not None]
    reaching = tuple(sum(each >= gate.ordinal for each in known) for gate in ladder.gates)
    return _Stages(len(public), len(known), reaching)


def _groups(gate: Gate) -> list[tuple[str, ...]]:
    return [(each,) for each in gate.require] + list(gate.any_of)


def _of_group(group: Sequence[str], outcomes: Mapping[str, Outcome]) -> _State:
    found = [outcomes.get(each, Outcome.UNTESTED) for each in group]
    asked = [each for each in found if each is not Outcome.INAPPLICABLE]
    if not asked or Outcome.PASSED in asked:
        return _State.PASSED
    return _State.MISSING if all(each is Outcome.FAILED for each in asked) else _State.UNKNOWN


def _of_site(gate: Gate, outcomes: Mapping[str, Outcome]) -> _State:
    states = {_of_group(each, outcomes) for each in _groups(gate)}
    if _State.MISSING in states:
        return _State.MISSING
    return _State.UNKNOWN if _State.UNKNOWN in states else _State.PASSED


def _reached(site: Sequence[_State], stages: _Stages, share: float) -> int:
    """How many gates from the lowest are passed one after the other."""
    for number, of_site in enumerate(site):
        states = {of_site, stages.state(number, share)}
        if _State.MISSING in states or _State.PASSED not in states:
            return number
    return len(site)


def _phase_at(ladder: Ladder, reached: int) -> str | None:
    return ladder.gates[reached - 1].phase if reached else None


def _next(
    ladder: Ladder, gate: Gate, number: int, outcomes: Mapping[str, Outcome], stages: _Stages, share: float
) -> NextPhase:
    missing: list[str] = []
    untested: list[str] = []
    for group in _groups(gate):
        if _of_group(group, outcomes) is _State.PASSED:
            continue
        for each in group:
            outcome = outcomes.get(each, Outcome.UNTESTED)
            if outcome is Outcome.FAILED:
                missing.append(each)
            elif outcome is not Outcome.INAPPLICABLE:
                untested.append(each)
    state = stages.state(number, share)
    if state is _State.MISSING:
        missing.append(ladder.service_indicator)
    elif state is _State.UNKNOWN and stages.total:
        untested.append(ladder.service_indicator)
    return NextPhase(gate.phase, tuple(dict.fromkeys(missing)), tuple(dict.fromkeys(untested)))
