"""Whatever is done in whatever order, a focus group stays whole: refused or done, and never half."""

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.focus_room import TITLES

from tinjau.web.focus import attendance, ballots, ideas, invitations, sessions, taking
from tinjau.web.focus.ballots import GoneError, LateError
from tinjau.web.focus.sessions import RefusedError
from tinjau.web.history import faults_in
from tinjau.web.models import Cycle, FocusBallot, FocusRound, FocusSession, Office

KINDS = ("talk", "collect", "merge", "weight", "rating", "tows", "rank", "decide")
STEP = st.sampled_from(KINDS)
WHO = st.integers(0, 3)
MOVES = st.one_of(
    st.tuples(st.sampled_from(["begin", "end", "renew", "revoke", "take", "forget"])),
    st.tuples(st.sampled_from(["open", "close", "reopen", "round", "count", "remove-step"]), STEP),
    st.tuples(st.just("join"), WHO),
    st.tuples(st.just("leave"), WHO),
    st.tuples(st.just("propose"), WHO, st.sampled_from(["S", "W", "O", "T"])),
    st.tuples(st.just("vote"), WHO, st.sampled_from(["weight", "rating", "rank"])),
)
# The usual course, of which a random part is left out and into which random moves are put.
COURSE = (
    ("begin",), ("join", 0), ("join", 1), ("open", "collect"), ("propose", 0, "S"), ("propose", 1, "O"),
    ("propose", 0, "W"), ("close", "collect"), ("open", "weight"), ("vote", 0, "weight"), ("vote", 1, "weight"),
    ("count", "weight"), ("round", "weight"), ("vote", 0, "weight"), ("count", "weight"), ("close", "weight"),
    ("open", "rating"), ("vote", 1, "rating"), ("count", "rating"), ("close", "rating"), ("end",), ("take",),
)  # fmt: skip


@st.composite
def courses(draw: Any) -> list[tuple[Any, ...]]:
    """The usual course with steps left out and others put in."""
    kept = [each for each in COURSE if draw(st.integers(0, 7))]
    for _ in range(draw(st.integers(0, 12))):
        kept.insert(draw(st.integers(0, len(kept))), draw(MOVES))
    return kept


def move(session: FocusSession, what: tuple[Any, ...]) -> None:
    """One move; raises what the rooms raise where it cannot be done."""
    step = session.steps.filter(kind=what[1]).first() if len(what) > 1 and what[1] in KINDS else None
    simple: dict[str, Callable[[], Any]] = {
        "begin": lambda: sessions.open_session(session, None, 5),
        "end": lambda: sessions.close_session(session, None),
        "renew": lambda: sessions.renew(session, None, revoke=False),
        "revoke": lambda: sessions.renew(session, None, revoke=True),
        "take": lambda: taking.take(session, None),
        "forget": lambda: attendance.forget_names(session, None),
    }
    stepwise: dict[str, Callable[[Any], Any]] = {
        "open": lambda one: sessions.open_step(session, one, None),
        "close": lambda one: sessions.close_step(session, one, None, "x"),
        "reopen": lambda one: sessions.reopen_step(session, one, None),
        "round": lambda one: sessions.open_round(session, one, None, "x"),
        "count": lambda one: sessions.close_round(session, one, None),
        "remove-step": lambda one: sessions.change_agenda(session, None, "remove", one, {}),
    }
    if what[0] in simple:
        simple[what[0]]()
    elif what[0] in stepwise and step is not None:
        stepwise[what[0]](step)
    elif what[0] == "join":
        attendance.join(session, f"token-{what[1]}", "")
    else:
        person = (
            session.people.filter(digest=invitations.digest_of(f"token-{what[1]}")).first() if len(what) > 1 else None
        )
        if person is None:
            return
        if what[0] == "leave":
            attendance.remove(session, person.code, None, "x")
        elif what[0] == "propose":
            with sessions.locked(session) as mine:
                now = sessions.open_step_of(mine)
                if now is None:
                    raise RefusedError("focus.step-not-open")
                sessions.ask("propose", mine, now)
                if now.kind == "collect":
                    ideas.propose(now, person, None, what[2], "x", (), f"{mine.ideas.count()}")
        else:
            found = FocusRound.objects.filter(step__session=session, step__kind=what[2]).last()
            if found is not None:
                ballots.hand_in(found, person, dict.fromkeys(found.items, 1), "x")


def check(session: FocusSession, before: tuple[int, int]) -> tuple[int, int]:
    """What holds after every move; how many proposals and log lines there are."""
    open_steps = list(session.steps.filter(state="open"))
    assert len(open_steps) <= 1
    if session.state != "open":
        assert not open_steps
    rounds = FocusRound.objects.filter(step__session=session)
    for each in rounds.filter(closed__isnull=True):
        assert each.step in open_steps
        assert not each.ballots.exclude(values=None).exists()
        assert not each.ballots.filter(sealed="").exists()
    for each in rounds.exclude(closed__isnull=True):
        assert not each.ballots.exclude(sealed="").exists()
        assert set(each.items) >= {label for b in each.ballots.all() for label in b.values}
    assert not FocusBallot.objects.filter(
        current=True, participant__removed__isnull=False, round__closed__isnull=True
    ).exists()
    assert (session.taken is None) or session.state == "closed"
    found = (session.ideas.count(), session.events.count())
    assert found[0] >= before[0]
    assert found[1] >= before[1]
    return found


@pytest.mark.filterwarnings("ignore")
def test_any_order_of_moves_keeps_the_session_whole(db: None) -> None:
    office = Office.objects.create(slug="a", name="A")
    fields = {"title": "x", "purpose": "", "place": "", "most": 3, "from_study": False, "scale": "importance",
              "meaning": "magnitude", "titles": TITLES}  # fmt: skip

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(courses())
    def every(moves: list[tuple[Any, ...]]) -> None:
        with transaction.atomic():
            cycle = Cycle.objects.create(office=office, slug="x", title="x")
            session = sessions.create(cycle, None, fields)
            seen = (0, 0)
            for each in moves:
                with contextlib.suppress(RefusedError, LateError, GoneError):
                    move(session, each)
                session.refresh_from_db()
                seen = check(session, seen)
            assert faults_in(cycle) == []
            transaction.set_rollback(True)

    every()
