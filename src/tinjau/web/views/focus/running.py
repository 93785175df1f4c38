"""The facilitator's page: where the session stands, what to do next, what to say; and the screen for the room."""

from collections.abc import Callable
from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tinjau.web.focus import attendance, invitations, sessions, taking
from tinjau.web.focus.sessions import RefusedError
from tinjau.web.models import Cycle, FocusSession, FocusStep
from tinjau.web.permissions import COORDINATE, VIEW, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.focus.finding import back, refused, session_of, step_of
from tinjau.web.views.focus.showing import bearing, current, last_outcome

_LONGEST_REASON = 1000


@cycle_page(VIEW)
@require_GET
def show(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """The session: its agenda for whoever may see the cycle, and the controls for those who run it."""
    session = session_of(cycle, group)
    context = _context(request, session) | {
        "outcome": last_outcome(session),
        "steps": session.steps.all(),
        "kinds": FocusStep.Kind.values,
        "scales": sessions.SCALES,
    }
    return render(request, "web/focus/session.html", context)


@cycle_page(COORDINATE)
@require_GET
def state(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """The part of the facilitator's page that changes by itself: who is in, how many ballots."""
    return render(request, "web/focus/state.html", _context(request, session_of(cycle, group)))


@cycle_page(COORDINATE)
@require_GET
def screen(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """For the projector: the invitation, the step, how many ballots; results only of closed rounds."""
    session = session_of(cycle, group)
    context = _context(request, session) | {"outcome": last_outcome(session)}
    template = "web/focus/screen_state.html" if request.htmx else "web/focus/screen.html"
    return render(request, template, context)


def _context(request: HttpRequest, session: FocusSession) -> dict[str, Any]:
    may = "coordinate" in request.abilities
    address = ""
    secret = invitations.secret_of(session) if may and session.state == "open" else ""
    if secret and not invitations.is_past(session):
        address = request.build_absolute_uri(reverse("web:focus-enter", kwargs={"invitation": secret}))
    return {
        "cycle": session.cycle,
        "session": session,
        "abilities": request.abilities,
        "may": may,
        "address": address,
        "qr": _qr(address) if address else "",
        "stamp": bearing(session),
        "people": session.people.filter(removed__isnull=True),
        "names": sorted(filter(None, session.people.filter(removed__isnull=True).values_list("name", flat=True))),
        "past": invitations.is_past(session),
        **current(session),
    }


def _qr(address: str) -> str:
    return str(
        segno.make(address, error="m").svg_inline(scale=4, omitsize=True, svgclass="qr", lineclass="qr-line")
    )  # fmt: skip


def _begin(request: HttpRequest, session: FocusSession) -> None:
    hours = number(request.POST.get("hours", "")) or sessions.USUAL_HOURS
    sessions.open_session(session, request.user, hours)


def _end(request: HttpRequest, session: FocusSession) -> None:
    sessions.close_session(session, request.user)


def _open_step(request: HttpRequest, session: FocusSession) -> None:
    sessions.open_step(session, step_of(request, session), request.user)


def _close_step(request: HttpRequest, session: FocusSession) -> None:
    reason = sent(request, "reason", _LONGEST_REASON)
    sessions.close_step(session, step_of(request, session), request.user, reason)


def _reopen_step(request: HttpRequest, session: FocusSession) -> None:
    sessions.reopen_step(session, step_of(request, session), request.user)


def _open_round(request: HttpRequest, session: FocusSession) -> None:
    reason = sent(request, "reason", _LONGEST_REASON)
    sessions.open_round(session, step_of(request, session), request.user, reason)


def _close_round(request: HttpRequest, session: FocusSession) -> None:
    sessions.close_round(session, step_of(request, session), request.user)


def _renew(request: HttpRequest, session: FocusSession) -> None:
    sessions.renew(session, request.user, revoke=False)


def _revoke(request: HttpRequest, session: FocusSession) -> None:
    sessions.renew(session, request.user, revoke=True)


def _take(request: HttpRequest, session: FocusSession) -> None:
    taking.take(session, request.user)


def _note(request: HttpRequest, session: FocusSession) -> None:
    text = sent(request, "reason", 2000)
    if session.state != FocusSession.State.OPEN:
        raise RefusedError("focus.not-open")
    if text:
        sessions.note(session, "note", request.user, step=step_of(request, session), text=text)


def _forget(request: HttpRequest, session: FocusSession) -> None:
    attendance.forget_names(session, request.user)


_EVENTS: dict[str, Callable[[HttpRequest, FocusSession], None]] = {
    "session-open": _begin, "session-close": _end, "step-open": _open_step, "step-close": _close_step,
    "step-reopen": _reopen_step, "round-open": _open_round, "round-close": _close_round, "link-renew": _renew,
    "link-revoke": _revoke, "take": _take, "note": _note, "forget-names": _forget,
}  # fmt: skip


@cycle_page(COORDINATE)
@require_POST
def act(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """One thing that the facilitator does; a thing that cannot be done now is refused with its reason."""
    session = session_of(cycle, group)
    what = _EVENTS.get(request.POST.get("event", ""))
    if what is None:
        raise Http404
    try:
        what(request, session)
    except RefusedError as error:
        refused(request, error)
    return back(session)


@cycle_page(COORDINATE)
@require_POST
def people(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """Take someone out of the room, by code and with a reason."""
    session = session_of(cycle, group)
    try:
        code = sent(request, "code", 8).upper()
        attendance.remove(session, code, request.user, sent(request, "reason", _LONGEST_REASON))
    except RefusedError as error:
        refused(request, error)
    return back(session)
