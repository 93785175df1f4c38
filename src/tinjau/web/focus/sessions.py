"""A session from its agenda to its end: every change under the session's lock, each refused with its reason."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from tinjau.web.focus import ballots, ideas, invitations
from tinjau.web.focus.states import VOTES, Event, Situation, refusal
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, FocusEvent, FocusRound, FocusSession, FocusStep

MOST_PEOPLE = 300  # in one session; project choice
MOST_STEPS = 30
MOST_HOURS, USUAL_HOURS = 168, 24
USUAL_AGENDA = ("talk", "collect", "merge", "weight", "rating", "tows", "merge", "rank", "decide")
SCALES = ("points", "importance")
POINTS = 100
MEANINGS = ("magnitude", "rangkuti", "david")
"""What ratings may mean; `signed` is left out, since nobody writes signs on a phone or a paper ballot."""


class RefusedError(Exception):
    """Something that cannot be done now; `key` is the sentence that says why."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


@contextmanager
def locked(session: FocusSession) -> Iterator[FocusSession]:
    """The session as it stands, held until the block ends: one change after the other."""
    with transaction.atomic():
        yield FocusSession.objects.select_for_update().get(pk=session.pk)


def create(cycle: Cycle, user: Any, fields: Mapping[str, Any]) -> FocusSession:
    """A session with the usual agenda, whose titles the caller gives by kind in `fields["titles"]`."""
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        last = cycle.focus_sessions.aggregate(last=Max("number"))["last"] or 0
        settings = cycle.entries_of("settings").first()
        language = (settings.payload or {}).get("language") if settings else "id"
        session = FocusSession.objects.create(
            cycle=cycle, number=last + 1, title=fields["title"], purpose=fields["purpose"], place=fields["place"],
            language="en" if language == "en" else "id", most=min(max(fields["most"], 2), MOST_PEOPLE),
            from_study=fields["from_study"], created_by=user, demo=bool(fields.get("demo")),
        )  # fmt: skip
        for position, kind in enumerate(USUAL_AGENDA, start=1):
            options: dict[str, Any] = {}
            if kind == "weight":
                options = {"scale": fields["scale"], "total": POINTS}
            if kind == "rating":
                low, high = scale_in(cycle)
                options = {"semantics": meaning_in(cycle) or fields["meaning"], "low": low, "high": high}
            FocusStep.objects.create(
                session=session, position=position, kind=kind, title=fields["titles"][kind], options=options
            )
        note(session, "created", user)
    return session


def meaning_in(cycle: Cycle) -> str:
    """What ratings mean in the cycle's study, where it says so already; a session then rates in the same way."""
    entry = cycle.entries_of("options").first()
    declared = (entry.payload or {}).get("ratings") if entry else None
    return str(declared.get("semantics", "")) if isinstance(declared, dict) else ""


def scale_in(cycle: Cycle) -> tuple[int, int]:
    """The lowest and highest rating: the study's, where whole numbers stand in it; else 1 to 4 (David, Rangkuti)."""
    entry = cycle.entries_of("options").first()
    declared = (entry.payload or {}).get("ratings") if entry else None
    if isinstance(declared, dict):
        low, high = declared.get("low"), declared.get("high")
        if type(low) is int and type(high) is int and 0 <= low < high <= 100:
            return low, high
    return 1, 4


def note(session: FocusSession, what: str, user: Any = None, **more: Any) -> FocusEvent:
    """Add to the log; `more` is step, idea, text or data."""
    name = user.get_username() if user is not None else ""
    return FocusEvent.objects.create(session=session, what=what, user=user, user_name=name, **more)


def situation(session: FocusSession, step: FocusStep | None = None) -> Situation:
    """Where the session stands, as far as the step is concerned."""
    steps = list(session.steps.all())
    kind = step.kind if step else "talk"
    return Situation(
        session=session.state,
        step=step.state if step else "waiting",
        kind=kind,
        steps=len(steps),
        others_open=any(each.state == "open" and (step is None or each.pk != step.pk) for each in steps),
        round_open=bool(step and step.rounds.filter(closed__isnull=True).exists()),
        rounds=step.rounds.count() if step else 0,
        items=_items(session, kind),
        frozen=ideas.frozen(session, "strategy" if kind in {"tows", "rank"} else "factor"),
        taken=session.taken is not None,
    )


def _items(session: FocusSession, kind: str) -> int:
    if kind == "tows":
        inside, outside = (ideas.standing(session, boxes).count() for boxes in (("S", "W"), ("O", "T")))
        return min(inside, outside)
    return ideas.standing(session, ideas.FAMILIES["strategy" if kind == "rank" else "factor"]).count()


def ask(event: Event, session: FocusSession, step: FocusStep | None = None) -> None:
    """Raise RefusedError where this cannot be done now."""
    reason = refusal(event, situation(session, step))
    if reason:
        raise RefusedError(reason)


def open_session(session: FocusSession, user: Any, hours: int) -> None:
    """Let people in. The factors and strategies of the study come along where that was asked for."""
    with locked(session) as mine:
        ask("session-open", mine)
        if not mine.cycle.is_open:
            raise RefusedError("focus.cycle-closed")
        mine.state, mine.opened = FocusSession.State.OPEN, timezone.now()
        mine.expires = timezone.now() + timedelta(hours=min(max(hours, 1), MOST_HOURS))
        invitations.invite(mine)
        mine.save()
        if mine.from_study:
            ideas.bring_from_study(mine)
        note(mine, "session-open", user)
        _remember(mine, "opened", user)


def close_session(session: FocusSession, user: Any) -> None:
    """End the meeting. Nobody comes in any more; who is in may still read the results until the end of the pages."""
    with locked(session) as mine:
        ask("session-close", mine)
        mine.state, mine.closed = FocusSession.State.CLOSED, timezone.now()
        mine.nonce, mine.digest = "", None
        mine.save()
        note(mine, "session-close", user)
        _remember(mine, "closed", user)


def renew(session: FocusSession, user: Any, *, revoke: bool) -> None:
    """End the invitation; unless `revoke`, another one stands at once. Who joined stays in."""
    with locked(session) as mine:
        ask("join", mine)
        mine.nonce, mine.digest = "", None
        if not revoke:
            invitations.invite(mine)
            if invitations.is_past(mine):
                mine.expires = timezone.now() + timedelta(hours=USUAL_HOURS)
        mine.save()
        note(mine, "link-revoke" if revoke else "link-renew", user)


def _remember(session: FocusSession, what: str, user: Any) -> None:
    write(
        session.cycle, "event", f"focus-{session.number}-{what}", {"event": f"focus-{what}", "title": session.title},
        Author(user, session.title),
    )  # fmt: skip


def open_step(session: FocusSession, step: FocusStep, user: Any) -> None:
    """Begin a step. A vote begins with its first round; what is voted on gets its label and changes no more."""
    with locked(session) as mine:
        step.refresh_from_db()
        ask("step-open", mine, step)
        step.state, step.opened = FocusStep.State.OPEN, timezone.now()
        step.save()
        if step.kind in VOTES or step.kind == "tows":
            ideas.give_labels(mine, "strategy" if step.kind == "rank" else "factor")
        if step.kind in VOTES:
            _begin_round(mine, step, user)
        note(mine, "step-open", user, step=step)


def close_step(session: FocusSession, step: FocusStep, user: Any, reason: str) -> None:
    """End a step. After a vote this is the decision that no further round is needed; the log keeps why."""
    with locked(session) as mine:
        step.refresh_from_db()
        ask("step-close", mine, step)
        step.state, step.closed = FocusStep.State.CLOSED, timezone.now()
        step.save()
        note(mine, "step-close", user, step=step, text=reason)


def reopen_step(session: FocusSession, step: FocusStep, user: Any) -> None:
    """Go on with a step that was ended too early, while nothing was built on it."""
    with locked(session) as mine:
        step.refresh_from_db()
        ask("step-reopen", mine, step)
        step.state, step.closed = FocusStep.State.OPEN, None
        step.save()
        note(mine, "step-reopen", user, step=step)


def open_round(session: FocusSession, step: FocusStep, user: Any, reason: str) -> None:
    """Another round on the same items: people see the result of the last one and may change their minds."""
    with locked(session) as mine:
        step.refresh_from_db()
        ask("round-open", mine, step)
        _begin_round(mine, step, user, reason)


def close_round(session: FocusSession, step: FocusStep, user: Any) -> FocusRound:
    """End a round: ballots are opened and counted; what comes later is refused."""
    with locked(session) as mine:
        step.refresh_from_db()
        ask("round-close", mine, step)
        found = step.rounds.select_for_update().get(closed__isnull=True)
        ballots.close(found)
        note(mine, "round-close", user, step=step, data={"round": found.number, "ballots": ballots.handed_in(found)})
    return found


def _begin_round(session: FocusSession, step: FocusStep, user: Any, reason: str = "") -> None:
    before = step.rounds.last()
    family = ideas.FAMILIES["strategy" if step.kind == "rank" else "factor"]
    items = before.items if before else [each.label for each in ideas.in_order(session, family)]
    number = before.number + 1 if before else 1
    FocusRound.objects.create(step=step, number=number, items=items)
    note(session, "round-open", user, step=step, text=reason, data={"round": number})


def change_agenda(session: FocusSession, user: Any, action: str, step: FocusStep | None, fields: Any) -> None:
    """Add, take away or move a step that was not begun. Raises RefusedError where it cannot be done."""
    with locked(session) as mine:
        ask("agenda", mine, step)
        if action == "add":
            if mine.steps.count() >= MOST_STEPS:
                raise RefusedError("focus.most-steps")
            if fields["kind"] in VOTES and mine.steps.filter(kind=fields["kind"]).exists():
                raise RefusedError("focus.one-vote-a-kind")
            last = mine.steps.aggregate(last=Max("position"))["last"] or 0
            FocusStep.objects.create(session=mine, position=last + 1, **fields)
        elif step is None:
            raise RefusedError("focus.no-such-step")
        elif action == "remove":
            step.delete()
        elif action == "change":
            step.title, step.minutes = fields["title"] or step.title, fields["minutes"]
            step.save(update_fields=["title", "minutes"])
        else:
            _move(mine, step, -1 if action == "up" else 1)
        note(mine, f"agenda-{action}", user, text=fields.get("title", "") if fields else "")


def _move(session: FocusSession, step: FocusStep, by: int) -> None:
    order = list(session.steps.all())
    place = next(n for n, each in enumerate(order) if each.pk == step.pk)
    other = order[place + by] if 0 <= place + by < len(order) else None
    if other is None or other.state != FocusStep.State.WAITING:
        raise RefusedError("focus.no-move")
    step.position, other.position = other.position, step.position
    step.save(update_fields=["position"])
    other.save(update_fields=["position"])


def open_step_of(session: FocusSession) -> FocusStep | None:
    """The step that is going on."""
    found: FocusStep | None = session.steps.filter(state="open").first()
    return found


def next_step_of(session: FocusSession) -> FocusStep | None:
    """The first step that was not begun."""
    found: FocusStep | None = session.steps.filter(state="waiting").first()
    return found
