"""What holds for any study: order changes nothing, what is missing never raises coverage, the unknown never fails."""

import random
from collections.abc import Sequence
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.scoring.builders import answer, assess, cannot_tell, not_seen, observation, seen, service

from tinjau.model import Access, Answer, Assessment, Observation, Outcome, Service, State
from tinjau.packs import load_instrument

SEVEN, PHASES = load_instrument("sitokdana-7"), load_instrument("wb-4")
BOTH = (SEVEN, PHASES)
DETECTORS = sorted({name for each in BOTH for i in each.indicators for rule in i.settled for name in rule.detectors})
VALUES: Sequence[Any] = (None, 0.5, 0.95, "2026-10-20", "2019-01-01", 2025, 3)

observations = st.lists(
    st.builds(observation, st.sampled_from(DETECTORS), st.sampled_from(list(State)), st.sampled_from(VALUES)),
    max_size=25,
    unique_by=lambda each: each.id,
)
services = st.lists(
    st.builds(service, st.sampled_from("abcd"), access=st.sampled_from(list(Access))),
    max_size=4,
    unique_by=lambda each: each.id,
)
CORRECTED = [service("a", access=Access.LACKING), service("b")]  # an answer corrects the inventory, and b is open


@st.composite
def studies(draw: st.DrawFn) -> tuple[list[Observation], list[Answer], list[Service]]:
    inventory = draw(services)
    names = [(each.id, "", each.values) for each in SEVEN.indicators if each.unit == "site"]
    names += [(each.id, s.id, each.values) for each in SEVEN.indicators if each.unit == "service" for s in inventory]
    names += [(each.id, "", ("positive", "mixed", "negative")) for each in SEVEN.criteria]
    picked = draw(st.lists(st.sampled_from(names), max_size=20, unique_by=lambda each: each[:2]))
    answers = []
    for name, unit, values in picked:
        for assessor in draw(st.sampled_from([("ani",), ("budi",), ("ani", "budi")])):
            value = draw(st.sampled_from([*values, "unknown"]))
            answers.append(answer(name, value, assessor, unit, "sitokdana-7"))
    return draw(observations), answers, inventory


def outcomes(assessment: Assessment) -> dict[tuple[str, str], Outcome]:
    return {(each.id, each.unit): each.outcome for each in assessment.indicators}


@settings(max_examples=60, deadline=None)
@given(studies(), st.randoms(use_true_random=False))
def test_order_changes_nothing(
    study: tuple[list[Observation], list[Answer], list[Service]], shuffler: random.Random
) -> None:
    seen_there, answers, inventory = study
    first = assess(SEVEN, tuple(seen_there), tuple(answers), tuple(inventory))
    shuffler.shuffle(seen_there)
    shuffler.shuffle(answers)
    assert assess(SEVEN, tuple(seen_there), tuple(answers), tuple(inventory)) == first
    phases = assess(PHASES, tuple(seen_there), services=tuple(inventory))
    shuffler.shuffle(seen_there)
    assert assess(PHASES, tuple(seen_there), services=tuple(inventory)) == phases


@settings(max_examples=60, deadline=None)
@example(([], [answer("service-access", "yes", "ani", "a", "sitokdana-7")], CORRECTED))
@given(studies())
def test_a_missing_answer_never_raises_coverage(study: tuple[list[Observation], list[Answer], list[Service]]) -> None:
    seen_there, answers, inventory = study
    whole = assess(SEVEN, tuple(seen_there), tuple(answers), tuple(inventory))
    coverage = {each.id: each.coverage for each in whole.criteria}
    # `na` is left out: it takes its question away, and without it the question is there again with what else is known.
    for name, unit in {(each.indicator, each.unit) for each in answers if each.value != "na"}:
        rest = tuple(each for each in answers if (each.indicator, each.unit) != (name, unit))
        for each in assess(SEVEN, tuple(seen_there), rest, tuple(inventory)).criteria:
            assert each.coverage <= coverage[each.id] + 1e-12


@settings(max_examples=60, deadline=None)
@given(observations)
def test_the_unknown_never_fails(seen_there: list[Observation]) -> None:
    before = outcomes(assess(SEVEN, tuple(seen_there)))
    doubtful = tuple(
        cannot_tell(each.detector) if each.state is State.NOT_SEEN else each
        for each in seen_there
        if each.state is not State.CANNOT_TELL
    )
    for key, outcome in outcomes(assess(SEVEN, doubtful)).items():
        if outcome is Outcome.FAILED:
            assert before[key] is Outcome.FAILED


def test_doubt_alone_fails_nothing_and_nothing_alone_passes() -> None:
    for instrument in BOTH:
        doubt = assess(instrument, tuple(cannot_tell(each) for each in DETECTORS))
        assert Outcome.FAILED not in outcomes(doubt).values()
        assert Outcome.PASSED not in outcomes(doubt).values()
        empty = assess(instrument, capture=None)
        assert set(outcomes(empty).values()) <= {Outcome.UNTESTED}
        assert {each.verdict for each in empty.criteria} == {None}


def test_more_that_is_seen_never_lowers_the_phase() -> None:
    order = {None: 0} | {gate.phase: gate.ordinal for gate in (PHASES.ladder.gates if PHASES.ladder else ())}
    good = [each for each in DETECTORS if each not in {"stale_content", "dead_links"}]
    shuffler = random.Random(3)
    for _ in range(20):
        shuffler.shuffle(good)
        last = 0
        for count in range(0, len(good) + 1, 4):
            found = tuple(seen(each) for each in good[:count]) + tuple(not_seen(each) for each in good[count:])
            phase = assess(PHASES, found).phase
            assert phase is not None
            assert order[phase.id] >= last
            last = order[phase.id]
