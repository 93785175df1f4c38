"""What several pages show of a session: the step that goes on, its round, how many ballots, the last outcome."""

from datetime import timedelta
from typing import Any

from tinjau.web.focus import ballots, counting, sessions
from tinjau.web.focus.states import VOTES
from tinjau.web.models import FocusParticipant, FocusRound, FocusSession


def current(session: FocusSession) -> dict[str, Any]:
    """The open step, its open round and ballots handed in; the step that comes next; when the time is up."""
    step = sessions.open_step_of(session)
    found = open_round_of(step) if step else None
    until = step.opened + timedelta(minutes=step.minutes) if step and step.opened and step.minutes else None
    return {
        "step": step,
        "coming": sessions.next_step_of(session),
        "round": found,
        "handed": ballots.handed_in(found) if found else 0,
        "present": session.people.filter(removed__isnull=True).count(),
        "until": until,
        "voting": bool(step and step.kind in VOTES),
        "between": bool(step and step.kind in VOTES and found is None),
    }


def open_round_of(step: Any) -> FocusRound | None:
    """The round of the step that is open."""
    found: FocusRound | None = step.rounds.select_related("step").filter(closed__isnull=True).first()
    return found


def last_outcome(session: FocusSession, person: FocusParticipant | None = None) -> dict[str, Any] | None:
    """The newest closed round: of the step that goes on, else of the last vote that ended."""
    step = sessions.open_step_of(session)
    if step is not None and step.kind not in VOTES:
        return None
    steps = (
        [step] if step is not None else list(session.steps.filter(kind__in=VOTES, state="closed").order_by("-closed"))
    )
    for each in steps[:1]:
        rounds = counting.closed_rounds(each)
        if rounds:
            return counting.outcome(rounds[-1], counting.labelled(session), person)
    return None


def bearing(session: FocusSession) -> str:
    """Changes whenever a step or round begins or ends, or the session does; holds nothing of any ballot."""
    steps = session.steps.all()
    began = sum(each.state != "waiting" for each in steps)
    ended = sum(each.state == "closed" for each in steps)
    rounds = FocusRound.objects.filter(step__session=session)
    closed = rounds.filter(closed__isnull=False).count()
    return f"{session.state}-{began}-{ended}-{rounds.count()}-{closed}"
