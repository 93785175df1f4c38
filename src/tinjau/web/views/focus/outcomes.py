"""What a session gave: closed votes, the minutes as a document, the log of what was done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tinjau.report.minutes import minutes_docx
from tinjau.web.focus import counting, ideas, noting
from tinjau.web.focus.states import VOTES
from tinjau.web.models import Cycle, FocusSession
from tinjau.web.permissions import COORDINATE, VIEW, cycle_page
from tinjau.web.views.focus.finding import session_of

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PAGE = 300


@cycle_page(VIEW)
@require_GET
def results(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """Every closed round, step by step: never one that is open."""
    session = session_of(cycle, group)
    known = counting.labelled(session)
    votes = [
        {"step": step, "rounds": [counting.outcome(each, known) for each in counting.closed_rounds(step)]}
        for step in session.steps.filter(kind__in=VOTES)
    ]
    context = {
        "cycle": cycle, "session": session, "votes": [each for each in votes if each["rounds"]],
        "factors": _boxes(session, "factor"), "strategies": _boxes(session, "strategy"),
        "decisions": session.events.filter(what="decision"), "abilities": request.abilities,
        "may": "coordinate" in request.abilities,
    }  # fmt: skip
    return render(request, "web/focus/results.html", context)


def _boxes(session: FocusSession, family: str) -> list[dict[str, Any]]:
    """What stands in each box; nothing while it is still being collected."""
    kind = "tows" if family == "strategy" else "collect"
    if session.steps.filter(kind=kind, state="open").exists():
        return []
    boxes: list[dict[str, Any]] = [
        {"box": box, "ideas": ideas.in_order(session, (box,))} for box in ideas.FAMILIES[family]
    ]
    return boxes if any(each["ideas"] for each in boxes) else []


@cycle_page(VIEW)
@require_GET
def minutes(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """The minutes as a text document, to go on writing in."""
    session = session_of(cycle, group)
    response = HttpResponse(minutes_docx(noting.meeting_of(session), request.lang), content_type=_DOCX)
    name = f"{'notulen' if request.lang == 'id' else 'minutes'}-{cycle.slug}-{session.number}.docx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@cycle_page(COORDINATE)
@require_GET
def log(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """What was opened, closed, hidden, merged, corrected and decided, by whom and why; never a vote."""
    session = session_of(cycle, group)
    events = session.events.select_related("idea", "step").order_by("-pk")[:_PAGE]
    context = {"cycle": cycle, "session": session, "events": events, "abilities": request.abilities}
    return render(request, "web/focus/log.html", context)
