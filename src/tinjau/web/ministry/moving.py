"""The moves of a stage: which are possible from where, when, and what they do to the government's cycle.

A move is done under the lock of the cycle, by the clock that is read under it: of two hand-ins at the closing moment
the first counts and the second is refused, and no answer is written behind a hand-in.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tinjau import texts
from tinjau.web.history import Author, write
from tinjau.web.ministry.planning import plan_stages
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Cycle, Entry, Participation, Result, RoundEvent, Stage, StageState

State = StageState.State
BEGIN, HAND_IN, RETURN, SETTLE, SKIP, EXTEND = "begin", "hand-in", "return", "settle", "skip", "extend"
MOVES: Mapping[str, tuple[frozenset[str], str]] = {
    BEGIN: (frozenset({State.NOT_BEGUN}), State.UNDER_WAY),
    HAND_IN: (frozenset({State.NOT_BEGUN, State.UNDER_WAY, State.RETURNED}), State.HANDED_IN),
    RETURN: (frozenset({State.HANDED_IN, State.DECIDED}), State.RETURNED),
    SETTLE: (frozenset({State.HANDED_IN}), State.DECIDED),
    SKIP: (frozenset({State.NOT_BEGUN, State.UNDER_WAY}), State.SKIPPED),
}
IN_WINDOW = frozenset({BEGIN, HAND_IN})
NEEDS_REASON = frozenset({RETURN, SKIP, EXTEND})


def after(state: str, action: str) -> str | None:
    """The state that a move leads to; None where it is not possible from there."""
    sources, target = MOVES[action]
    return target if state in sources else None


def move(
    part: Participation, kind: str, action: str, author: Author, lang: str = "id", until: datetime | None = None
) -> StageState:
    """Do a move and note it in both histories. Raises RefusedError where state, window or content forbid it.

    `until` is the new end for this government: needed by an extension, and by a return after the window closed.
    """
    if action in NEEDS_REASON and not author.reason:
        raise RefusedError("move.needs-reason")
    with transaction.atomic():
        cycle = Cycle.objects.select_for_update().get(pk=part.cycle_id)  # answers and moves wait for one another
        state = StageState.objects.select_related("stage").filter(participation=part, stage__kind=kind).first()
        if state is None:
            raise RefusedError("move.no-stage")
        now = timezone.now()
        if action == EXTEND:
            _extend(state, until, author, now)
        else:
            _move(part, cycle, state, action, author, until, now, lang)
        _note(part, cycle, state, action, author)
        plan_stages(part)
        return state


def _move(
    part: Participation, cycle: Cycle, state: StageState, action: str, author: Author, until: datetime | None,
    now: datetime, lang: str,
) -> None:  # fmt: skip
    target = after(state.state, action)
    if target is None:
        raise RefusedError("move.not-now")
    if action in IN_WINDOW:
        _in_window(state, now, lang)
        _in_order(part, state)
    if action == SKIP and not state.stage.optional:
        raise RefusedError("move.not-optional")
    if state.stage.is_governments:
        if action == HAND_IN:
            _ready(part, cycle)
        elif action == RETURN:
            _reopened(state, until, now)
        if action in {BEGIN, RETURN}:
            Cycle.objects.filter(pk=cycle.pk).update(state=Cycle.State.OPEN)
    state.state, state.moved, state.moved_by, state.reason = target, now, author.name, author.reason
    state.save(update_fields=["state", "moved", "moved_by", "reason", "extended_to", "extension_reason"])


def need_open(state: StageState, lang: str) -> None:
    """Raise RefusedError where no work may be done in this stage now."""
    _in_window(state, timezone.now(), lang)
    if state.state not in StageState.UNFINISHED:
        raise RefusedError("move.not-now")


def _in_window(state: StageState, now: datetime, lang: str) -> None:
    if now < state.stage.opens:
        raise RefusedError("move.too-early", when=shown(state.stage.opens, lang))
    if now >= state.deadline:
        raise RefusedError("move.too-late", when=shown(state.deadline, lang))


def _in_order(part: Participation, state: StageState) -> None:
    """The documents come after the self-assessment was handed in."""
    if state.stage.kind == Stage.Kind.DOCUMENTS:
        before = part.states.filter(stage__kind=Stage.Kind.SELF).first()
        if before is not None and before.state in StageState.UNFINISHED:
            raise RefusedError("move.self-first")


def _ready(part: Participation, cycle: Cycle) -> None:
    """The office's own verifier accepted, and an evaluation by the round's instruments rests on what is handed in."""
    if cycle.state != Cycle.State.VERIFIED:
        raise RefusedError("move.not-verified")
    result: Result | None = cycle.results.defer("plan").first()
    if result is None:
        raise RefusedError("move.no-result")
    content = Entry.objects.filter(cycle=cycle).exclude(kind__in=("event", "minutes")).order_by("-sequence").first()
    if content is not None and content.sequence > result.entries_sequence:
        raise RefusedError("move.stale")
    used = {str(each["id"]) for each in result.assessment["instruments"]}
    missing = [each for each in part.round.instruments if each not in used]
    if missing:
        raise RefusedError("move.instruments", names=", ".join(missing))


def _reopened(state: StageState, until: datetime | None, now: datetime) -> None:
    if until is not None and until > max(now, state.deadline):
        state.extended_to = until
    if now >= state.deadline:
        raise RefusedError("move.needs-date")


def _extend(state: StageState, until: datetime | None, author: Author, now: datetime) -> None:
    if until is None or until <= max(now, state.stage.closes):
        raise RefusedError("move.needs-date")
    if state.state not in StageState.UNFINISHED:
        raise RefusedError("move.not-now")
    state.extended_to, state.extension_reason = until, author.reason
    state.save(update_fields=["extended_to", "extension_reason"])


def _note(part: Participation, cycle: Cycle, state: StageState, action: str, author: Author) -> None:
    """In the round's history, and, since the government may know of it, in its cycle's."""
    note(part, action, author, state.stage.kind)
    told = {"event": f"round-{action}", "stage": state.stage.kind, "until": state.deadline.isoformat()}
    number = cycle.entries.count() + 1
    write(cycle, "event", f"round-{action}-{number}", told, author)


def note(part: Participation, what: str, author: Author, detail: str = "") -> None:
    """Add to the round's history what the government does not see."""
    RoundEvent.objects.create(
        round_id=part.round_id, participation=part, what=what, detail=detail[:300], reason=author.reason,
        by_name=author.name,
    )  # fmt: skip


def shown(moment: datetime, lang: str) -> str:
    """A moment in local time, as a reader of this language writes it."""
    local = timezone.localtime(moment)
    return f"{texts.date(local.strftime('%Y-%m-%dT%H:%M'), 'en' if lang == 'en' else 'id')} {local.tzname()}"
