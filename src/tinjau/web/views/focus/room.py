"""The room: pages for people without an account, by a token that belongs to one session alone.

Nothing here shows what anybody voted in an open round, not even to the person.
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tinjau.web.focus import attendance, ballots, counting, ideas, invitations, sessions
from tinjau.web.focus.ballots import GoneError, LateError
from tinjau.web.focus.sessions import RefusedError, ask, locked
from tinjau.web.focus.states import PROPOSALS, VOTES
from tinjau.web.models import FocusIdea, FocusParticipant, FocusRound, FocusSession
from tinjau.web.texts_in import number, sent
from tinjau.web.views.focus.showing import bearing, current, last_outcome
from tinjau.web.words import say

_LARGEST_ID = 1 << 62
_TOO_MANY, _CONFLICT, _UNREADABLE, _NONE = 429, 409, 422, 404


def _in_room(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of someone who joined: `view(request, person)`. Anybody else finds nothing, as where no session is."""

    @wraps(view)
    def wrapped(request: HttpRequest, room: int) -> HttpResponse:
        person = invitations.participant_of(request, room) if room < _LARGEST_ID else None
        if person is None or person.session.state == FocusSession.State.DRAFT or invitations.is_past(person.session):
            if request.htmx:  # whoever was taken out, or whose time is over, sees the whole page of it
                return _again()
            return _refused(request, _NONE, "room.not-inside")
        response = view(request, person)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return wrapped


def _again() -> HttpResponse:
    """The browser loads the whole page again."""
    response = HttpResponse()
    response.headers["HX-Refresh"] = "true"
    return response


def _refused(request: HttpRequest, status: int, key: str, session: FocusSession | None = None) -> HttpResponse:
    """A page of the room that says why someone cannot come in."""
    return render(request, "web/focus/refused.html", {"key": key, "session": session}, status=status)


@require_GET
def enter(request: HttpRequest, invitation: str) -> HttpResponse:
    """What an invitation opens: what the meeting is about, and a form to come in. The browser gets its token here."""
    if invitations.is_guessing(request):
        return _refused(request, _TOO_MANY, "focus.too-many-tries")
    session = invitations.invited(invitation)
    if session is None:
        invitations.note_miss(request, invitation)
        return _refused(request, _NONE, "room.no-invitation")
    if invitations.participant_of(request, session.pk) is not None:
        return redirect("web:focus-room", room=session.pk)
    response = render(request, "web/focus/enter.html", {"session": session, "invitation": invitation})
    if not invitations.token_of(request, session.pk):
        invitations.give_token(response, session)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_POST
def join(request: HttpRequest, room: int) -> HttpResponse:
    """Come in: the form carries the invitation, the browser its token. Sent twice, it is one person."""
    if invitations.is_guessing(request):
        return _refused(request, _TOO_MANY, "focus.too-many-tries")
    secret = str(request.POST.get("invitation", ""))[:200]
    session = invitations.invited(secret)
    if session is None or session.pk != room:
        invitations.note_miss(request, secret)
        return _refused(request, _NONE, "room.no-invitation")
    token = invitations.token_of(request, session.pk)
    if not token:
        return _refused(request, _UNREADABLE, "focus.needs-cookie", session)
    try:
        attendance.join(session, token, sent(request, "name", 80))
    except RefusedError as error:
        return _refused(request, _CONFLICT, error.key, session)
    return redirect("web:focus-room", room=session.pk)


@require_GET
@_in_room
def show(request: HttpRequest, person: FocusParticipant) -> HttpResponse:
    """What goes on now, for this person: what to wait for, to propose, to vote, or how it came out."""
    return _shown(request, person)


@require_GET
@_in_room
def pulse(request: HttpRequest, person: FocusParticipant) -> HttpResponse:
    """Whether something new began: nothing to do, or the news. A page without a form on it loads again by itself."""
    if request.GET.get("seen", "") == bearing(person.session):
        return HttpResponse(status=204)
    if request.GET.get("idle") == "1":
        return _again()
    return render(request, "web/focus/news.html", {"session": person.session})


def _shown(request: HttpRequest, person: FocusParticipant, status: int = 200, **more: Any) -> HttpResponse:
    session = person.session
    now = current(session)
    step, found = now["step"], now["round"]
    proposing = bool(step and step.kind in PROPOSALS)
    context: dict[str, Any] = {
        "session": session,
        "person": person,
        "stamp": bearing(session),
        "idle": not (proposing or found),
        "boxes": ideas.FAMILIES["factor"],
        "longest": ideas.LONGEST,
        "once": secrets.token_urlsafe(12),
        "proposing": proposing,
        "steps": session.steps.all(),
        "outcome": last_outcome(session, person),
        **now,
    }
    if proposing:
        mine = person.ideas.filter(step=step, withdrawn__isnull=True).order_by("-pk")
        context["mine"] = [{"idea": each, "gone": _gone(each)} for each in mine]
    if step and step.kind == "tows":
        context["inside"] = ideas.in_order(session, ("S", "W"))
        context["outside"] = ideas.in_order(session, ("O", "T"))
    if step and step.kind == "merge":
        family = (
            "strategy"
            if session.ideas.filter(box__in=ideas.FAMILIES["strategy"], step__isnull=False).exists()
            else "factor"
        )
        context["standing"] = ideas.in_order(session, ideas.FAMILIES[family])
    if found is not None:
        context |= _ballot(request, found, person, more.get("read"))
    return render(request, "web/focus/room.html", context | more, status=status)


def _gone(idea: FocusIdea) -> str:
    return "hidden" if idea.hidden else "merged" if idea.merged_into_id else ""


def _ballot(
    request: HttpRequest, found: FocusRound, person: FocusParticipant, read: ballots.Read | None
) -> dict[str, Any]:
    """The form of a vote. It starts empty, or from what the person said in the closed round before."""
    before = found.step.rounds.select_related("step").filter(number=found.number - 1).first()
    own = counting.own_values(before, person) if before is not None else {}
    old = counting.counted(before) if before is not None else None
    spread = {each["id"]: each for each in old["items"]} if old else {}
    known = counting.labelled(person.session)
    rows = []
    for each in ballots.asks_of(found):
        typed = request.POST.get(each.name, "") if read is not None else str(own.get(each.label, ""))
        rows.append(
            {"ask": each, "idea": known.get(each.label), "value": typed[:6], "own": own.get(each.label),
             "before": spread.get(each.label), "wrong": read is not None and each.label in read.wrong}
        )  # fmt: skip
    return {
        "rows": rows,
        "total": ballots.total_of(found),
        "has_ballot": ballots.has_ballot(found, person),
        "reason": sent(request, "reason", ballots.LONGEST_REASON) if read is not None else "",
        "longest_reason": ballots.LONGEST_REASON,
    }


@require_POST
@_in_room
def propose(request: HttpRequest, person: FocusParticipant) -> HttpResponse:
    """A factor for a box, or a strategy for a pair of factors; the same form sent twice is one."""
    session = person.session
    text, once = sent(request, "text", ideas.LONGEST), sent(request, "once", 24) or secrets.token_urlsafe(12)
    if not text:
        return _shown(request, person, _UNREADABLE, fault=say("focus.needs-text", request.lang))
    try:
        with locked(session) as mine:
            step = sessions.open_step_of(mine)
            if step is None:
                raise RefusedError("focus.step-not-open")
            ask("propose", mine, step)
            box, uses = _box(request, mine, step.kind)
            if not ideas.room_for(step, person):
                raise RefusedError("focus.most-ideas")
            ideas.propose(step, person, None, box, text, uses, f"{person.pk}:{once}")
    except RefusedError as error:
        return _shown(request, person, _CONFLICT, fault=say(error.key, request.lang), typed=text)
    return redirect("web:focus-room", room=session.pk)


def _box(request: HttpRequest, session: FocusSession, kind: str) -> tuple[str, tuple[int, ...]]:
    if kind == "collect":
        box = request.POST.get("box", "")
        if box not in ideas.FAMILIES["factor"]:
            raise RefusedError("focus.choose-box")
        return box, ()
    pair = []
    for name, boxes in (("inside", ("S", "W")), ("outside", ("O", "T"))):
        wanted = number(request.POST.get(name, ""), 18) or 0
        found = ideas.standing(session, boxes).filter(pk=wanted).first()
        if found is None:
            raise RefusedError("focus.choose-pair")
        pair.append(found)
    return ideas.cell_of(*pair), (pair[0].pk, pair[1].pk)


@require_POST
@_in_room
def withdraw(request: HttpRequest, person: FocusParticipant) -> HttpResponse:
    """Take one's own proposal back while proposals are taken; it is kept, and shown no more."""
    try:
        with locked(person.session) as mine:
            wanted = number(request.POST.get("idea", ""), 18) or 0
            found = person.ideas.select_for_update().filter(pk=wanted, withdrawn__isnull=True).first()
            if found is None or found.step is None or _gone(found):
                raise RefusedError("focus.step-not-open")
            ask("propose", mine, found.step)
            found.withdrawn = timezone.now()
            found.save(update_fields=["withdrawn"])
    except RefusedError as error:
        return _shown(request, person, _CONFLICT, fault=say(error.key, request.lang))
    return redirect("web:focus-room", room=person.session_id)


@require_POST
@_in_room
def vote(request: HttpRequest, person: FocusParticipant) -> HttpResponse:
    """Hand a ballot in: kept, or refused with the reason. The last one of a person stands."""
    wanted = number(request.POST.get("round", ""), 18) or 0
    found = (
        FocusRound.objects.select_related("step")
        .filter(pk=wanted, step__session=person.session_id, step__kind__in=VOTES)
        .first()
    )
    if found is None:
        raise Http404
    if found.closed is not None:
        return _shown(request, person, _CONFLICT, late=True)
    read = ballots.read(ballots.asks_of(found), request.POST, ballots.total_of(found))
    if read.fault:
        text = say(read.fault, request.lang, sum=read.total, total=ballots.total_of(found) or 0)
        return _shown(request, person, _UNREADABLE, fault=text, read=read)
    try:
        ballots.hand_in(found, person, read.values, sent(request, "reason", ballots.LONGEST_REASON))
    except LateError:
        return _shown(request, person, _CONFLICT, late=True)
    except GoneError:
        raise Http404 from None
    return redirect("web:focus-room", room=person.session_id)
