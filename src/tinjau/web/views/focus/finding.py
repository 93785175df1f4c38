"""The session of an address in a cycle, and how a refusal is told."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from tinjau.web.focus.sessions import RefusedError
from tinjau.web.models import Cycle, FocusSession, FocusStep
from tinjau.web.texts_in import number
from tinjau.web.words import say


def session_of(cycle: Cycle, group: int) -> FocusSession:
    """The cycle's session of this number; 404 where there is none."""
    found: FocusSession | None = None
    if group < 1 << 31:
        found = cycle.focus_sessions.select_related("cycle__office").filter(number=group).first()
    if found is None:
        raise Http404
    return found


def step_named(request: HttpRequest, session: FocusSession) -> FocusStep | None:
    """The step that the form names; 404 where it is none of the session's, None where it names none."""
    written = request.POST.get("step", "")
    if not written:
        return None
    found: FocusStep | None = session.steps.filter(pk=number(written) or 0).first()
    if found is None:
        raise Http404
    return found


def step_of(request: HttpRequest, session: FocusSession) -> FocusStep:
    """The step that the form names; 404 where it names none."""
    found = step_named(request, session)
    if found is None:
        raise Http404
    return found


def back(session: FocusSession, name: str = "focus") -> HttpResponse:
    """On to a page of the session."""
    return redirect(
        f"web:{name}", office=session.cycle.office.slug, cycle=session.cycle.slug, group=session.number
    )  # fmt: skip


def refused(request: HttpRequest, error: RefusedError) -> None:
    """Say on the next page why it was not done."""
    messages.error(request, say(error.key, request.lang))
