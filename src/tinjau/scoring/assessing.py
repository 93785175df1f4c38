"""Stages 1 and 2: observations, answers and the inventory, judged by instruments."""

from collections.abc import Iterable, Mapping, Sequence

from tinjau import __version__
from tinjau.model import (
    Access,
    Answer,
    Assessment,
    Audience,
    Capture,
    CriterionResult,
    Decision,
    Government,
    IndicatorResult,
    Instrument,
    InstrumentUsed,
    MatrixCell,
    Observation,
    PhaseResult,
    Service,
    ServiceMatch,
    ServicesResult,
)
from tinjau.scoring.agreeing import agreement_of
from tinjau.scoring.answering import read_answers
from tinjau.scoring.criteria import Judged, criterion_results, matrix_of, summed_up
from tinjau.scoring.deciding import Sources, by_detector, latest, outcomes_of
from tinjau.scoring.official import combined, official_scores, with_scores
from tinjau.scoring.phases import phase_of, service_stages
from tinjau.scoring.quantifiers import circumstances_of
from tinjau.scoring.reading import why_nothing_was_read


def score(
    *,
    instruments: Sequence[Instrument],
    observations: Iterable[Observation],
    answers: Sequence[Answer],
    services: Sequence[Service],
    matches: Mapping[str, ServiceMatch],
    capture: Capture | None,
    government: Government,
    decisions: Sequence[Decision],
    share: float | None = None,
    proven: frozenset[str] = frozenset(),
) -> Assessment:
    """Everything that these instruments say of one government; the order of observations and answers has no effect.

    `share` replaces the ladder's share of public services. `proven` are the detectors that may decide: an outcome that
    rests on another is marked as a proposal, and counts as any other. Raises InputError (InputFaults) where an answer
    does not fit its instrument. Objections are not made here: `lint` is empty.
    """
    seen = tuple(observations)
    said = read_answers(instruments, answers, services)
    standing = latest(decisions)
    nothing_read = why_nothing_was_read(capture, seen)
    around = circumstances_of(capture)
    day = around.day
    sources = Sources(by_detector(seen), said, services, matches, standing, around, nothing_read, proven)
    set_aside = frozenset(each.subject for each in standing.values() if each.verdict == "reject")
    judged = Judged(said, standing, nothing_read)
    indicators: list[IndicatorResult] = []
    criteria: list[CriterionResult] = []
    matrix: list[MatrixCell] = []
    phase: PhaseResult | None = None
    stages: Mapping[str, str | None] = {each.id: None for each in services}
    for instrument in instruments:
        results = outcomes_of(instrument, sources)
        official = official_scores(instrument, results, answers, government.name, day.year if day else None, set_aside)
        results = combined(instrument, results, official, said)
        results += summed_up(instrument, results, services)
        indicators += results
        criteria += with_scores(instrument, criterion_results(instrument, results, judged), official)
        matrix += matrix_of(instrument, results, services)
        if instrument.ladder and phase is None:
            phase = phase_of(instrument, results, services, share, nothing_read)
            stages = service_stages(instrument.ladder, results, services)
    return Assessment(
        tinjau_version=__version__,
        government=government,
        capture=capture,
        instruments=tuple(InstrumentUsed(each.id, each.version, each.verified, each.title) for each in instruments),
        criteria=tuple(criteria),
        indicators=tuple(indicators),
        services=_services(services, stages, matches),
        matrix=tuple(matrix),
        phase=phase,
        agreement=agreement_of(instruments, answers, said),
        lint=(),
    )


def _services(
    services: Sequence[Service], stages: Mapping[str, str | None], matches: Mapping[str, ServiceMatch]
) -> ServicesResult:
    """The inventory counted; good and lacking are counted among public services only."""
    public = [each for each in services if each.audience is Audience.PUBLIC]
    return ServicesResult(
        total=len(services),
        public=len(public),
        good=sum(each.access is Access.GOOD for each in public),
        lacking=sum(each.access is Access.LACKING for each in public),
        items=tuple(services),
        stages=stages,
        matches=matches,
    )
