"""What may happen when in a focus group: a table of cases, and rules that hold in every situation."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.web.focus.states import EVENTS, MOST_ITEMS, MOST_ROUNDS, VOTES, Event, Situation, refusal
from tinjau.web.models import FocusStep
from tinjau.web.words import WORDS

OPEN = Situation(session="open")
VOTING = Situation(session="open", step="open", kind="weight", round_open=True, rounds=1, items=4, frozen=True)

TABLE: list[tuple[Event, Situation, str]] = [
    ("session-open", Situation(), ""),
    ("session-open", Situation(steps=0), "focus.no-steps"),
    ("session-open", OPEN, "focus.begun-already"),
    ("session-open", Situation(session="closed"), "focus.begun-already"),
    ("session-close", Situation(), "focus.not-open"),
    ("session-close", OPEN, ""),
    ("session-close", replace(OPEN, others_open=True), "focus.close-step-first"),
    ("join", Situation(), "focus.not-open"),
    ("join", OPEN, ""),
    ("join", Situation(session="closed"), "focus.not-open"),
    ("take", OPEN, "focus.close-first"),
    ("take", Situation(session="closed"), ""),
    ("take", Situation(session="closed", taken=True), "focus.taken-already"),
    ("agenda", Situation(), ""),
    ("agenda", OPEN, ""),
    ("agenda", replace(OPEN, step="open"), "focus.step-begun"),
    ("agenda", Situation(session="closed"), "focus.not-open"),
    ("step-open", Situation(), "focus.not-open"),
    ("step-open", OPEN, ""),
    ("step-open", replace(OPEN, others_open=True), "focus.close-step-first"),
    ("step-open", replace(OPEN, step="closed"), "focus.step-begun"),
    ("step-open", replace(OPEN, kind="weight", items=1), "focus.too-few-items"),
    ("step-open", replace(OPEN, kind="weight", items=2), ""),
    ("step-open", replace(OPEN, kind="rank", items=MOST_ITEMS + 1), "focus.too-many-items"),
    ("step-open", replace(OPEN, kind="tows"), "focus.no-pairs"),
    ("step-open", replace(OPEN, kind="tows", items=1), ""),
    ("step-close", replace(OPEN, step="open"), ""),
    ("step-close", OPEN, "focus.step-not-open"),
    ("step-close", VOTING, "focus.close-round-first"),
    ("step-reopen", replace(OPEN, step="closed", kind="collect"), ""),
    ("step-reopen", replace(OPEN, step="closed", kind="collect", frozen=True), "focus.frozen"),
    ("step-reopen", replace(OPEN, step="closed", kind="decide", frozen=True), ""),
    ("step-reopen", replace(OPEN, step="closed", kind="weight"), "focus.no-reopening"),
    ("step-reopen", replace(OPEN, step="closed", others_open=True), "focus.close-step-first"),
    ("round-open", VOTING, "focus.close-round-first"),
    ("round-open", replace(VOTING, round_open=False), ""),
    ("round-open", replace(VOTING, round_open=False, rounds=MOST_ROUNDS), "focus.most-rounds"),
    ("round-open", replace(OPEN, step="open", kind="collect"), "focus.step-not-open"),
    ("round-close", VOTING, ""),
    ("round-close", replace(VOTING, round_open=False), "focus.round-not-open"),
    ("vote", VOTING, ""),
    ("vote", replace(VOTING, round_open=False), "focus.round-not-open"),
    ("vote", replace(VOTING, session="closed"), "focus.not-open"),
    ("propose", replace(OPEN, step="open", kind="collect"), ""),
    ("propose", replace(OPEN, step="open", kind="tows", items=1), ""),
    ("propose", replace(OPEN, step="closed", kind="collect"), "focus.step-not-open"),
    ("propose", VOTING, "focus.step-not-open"),
    ("hide", replace(OPEN, frozen=True), "focus.frozen"),
    ("hide", OPEN, ""),
    ("merge", replace(OPEN, frozen=True), "focus.frozen"),
    ("merge", Situation(), "focus.not-open"),
    ("decide", replace(OPEN, step="open", kind="decide"), ""),
    ("decide", replace(OPEN, step="open", kind="talk"), "focus.step-not-open"),
]


@pytest.mark.parametrize(("event", "now", "expected"), TABLE)
def test_the_table(event: Event, now: Situation, expected: str) -> None:
    assert refusal(event, now) == expected


SITUATIONS = st.builds(
    Situation,
    session=st.sampled_from(["draft", "open", "closed"]),
    step=st.sampled_from(FocusStep.State.values),
    kind=st.sampled_from(FocusStep.Kind.values),
    steps=st.integers(0, 3),
    others_open=st.booleans(),
    round_open=st.booleans(),
    rounds=st.integers(0, 6),
    items=st.integers(0, 80),
    frozen=st.booleans(),
    taken=st.booleans(),
)


@given(st.sampled_from(EVENTS), SITUATIONS)
def test_every_refusal_is_a_sentence(event: Event, now: Situation) -> None:
    reason = refusal(event, now)
    assert not reason or reason in WORDS


@given(st.sampled_from(EVENTS), SITUATIONS)
def test_outside_an_open_session_nothing_of_the_room_happens(event: Event, now: Situation) -> None:
    if now.session != "open" and event not in {"session-open", "agenda", "take"}:
        assert refusal(event, now)


@given(SITUATIONS)
def test_a_vote_is_taken_only_while_its_round_is_open(now: Situation) -> None:
    if not refusal("vote", now):
        assert (now.session, now.step, now.round_open) == ("open", "open", True)
        assert not refusal("round-close", now)


@given(SITUATIONS)
def test_what_votes_rest_on_never_changes(now: Situation) -> None:
    frozen = replace(now, frozen=True)
    assert all(refusal(each, frozen) for each in ("hide", "merge", "propose"))
    if now.kind not in {"talk", "decide"}:
        assert refusal("step-reopen", frozen)


@given(SITUATIONS)
def test_two_steps_are_never_open_at_once(now: Situation) -> None:
    assert refusal("step-open", replace(now, others_open=True))
    assert refusal("step-reopen", replace(now, others_open=True))


def test_a_table_row_breaks_where_its_guard_is_taken_away() -> None:
    """Each part of a situation matters to some event: none of them is carried along for nothing."""
    values: dict[str, tuple[Any, Any]] = {
        "session": ("draft", "open"), "step": ("waiting", "open"), "kind": ("talk", "weight"), "steps": (0, 1),
        "others_open": (False, True), "round_open": (False, True), "rounds": (1, MOST_ROUNDS), "items": (1, 2),
        "frozen": (False, True), "taken": (False, True),
    }  # fmt: skip
    bases = [now for _, now, _ in TABLE]
    for each in fields(Situation):
        low, high = values[each.name]
        assert any(
            refusal(event, replace(now, **{each.name: low})) != refusal(event, replace(now, **{each.name: high}))
            for now in bases
            for event in EVENTS
        ), each.name
    assert set(VOTES) < set(FocusStep.Kind.values)
