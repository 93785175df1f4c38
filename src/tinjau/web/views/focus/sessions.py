"""The focus groups of a cycle: the list, a new one, its agenda."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tinjau.web.focus import sessions
from tinjau.web.focus.sessions import RefusedError
from tinjau.web.models import Cycle, FocusSession, FocusStep
from tinjau.web.permissions import COORDINATE, VIEW, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.focus.finding import back, refused, session_of, step_named
from tinjau.web.words import say

_USUAL_PEOPLE = 40
_MOST_MINUTES = 480


@cycle_page(VIEW)
@require_GET
def listed(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The sessions of the cycle, newest first."""
    context = {"cycle": cycle, "sessions": cycle.focus_sessions.all(), "abilities": request.abilities}
    return render(request, "web/focus/list.html", context)


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Prepare a session: what it is for, where, for how many, and how weights and ratings are given."""
    fault = ""
    if request.method == "POST":
        scale, meaning = request.POST.get("scale", ""), request.POST.get("meaning", "")
        fields: dict[str, Any] = {
            "title": sent(request, "title", 200),
            "purpose": sent(request, "purpose", 2000),
            "place": sent(request, "place", 200),
            "most": number(request.POST.get("most", "")) or _USUAL_PEOPLE,
            "from_study": request.POST.get("from_study") == "1",
            "scale": scale if scale in sessions.SCALES else sessions.SCALES[0],
            "meaning": meaning if meaning in sessions.MEANINGS else sessions.MEANINGS[0],
            "titles": {kind: say(f"fstep.{kind}", request.lang) for kind in FocusStep.Kind.values},
        }
        if not fields["title"]:
            fault = say("focus.needs-title", request.lang)
        elif not cycle.is_open:
            fault = say("focus.cycle-closed", request.lang)
        else:
            return back(sessions.create(cycle, request.user, fields))
    context = {
        "cycle": cycle, "fault": fault, "values": request.POST, "scales": sessions.SCALES,
        "meanings": sessions.MEANINGS, "declared": sessions.meaning_in(cycle), "most": sessions.MOST_PEOPLE,
        "usual": _USUAL_PEOPLE, "has_factors": cycle.entries_of("factor").exclude(payload=None).exists(),
    }  # fmt: skip
    return render(request, "web/focus/new.html", context, status=422 if fault else 200)


@cycle_page(COORDINATE)
@require_POST
def agenda(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """Add, take away, rename or move a step that was not begun."""
    session = session_of(cycle, group)
    action, step = request.POST.get("action", ""), step_named(request, session)
    fields: dict[str, Any] = {}
    if action == "add":
        fields = _new_step(request, session)
    elif action == "change":
        fields = {"title": sent(request, "title", 120), "minutes": _minutes(request)}
    elif action not in {"remove", "up", "down"}:
        raise Http404
    try:
        sessions.change_agenda(session, request.user, action, step, fields)
    except RefusedError as error:
        refused(request, error)
    return back(session)


def _new_step(request: HttpRequest, session: FocusSession) -> dict[str, Any]:
    kind = request.POST.get("kind", "")
    if kind not in FocusStep.Kind.values:
        raise Http404
    options: dict[str, Any] = {}
    if kind == "weight":
        scale = request.POST.get("scale", "")
        options = {"scale": scale if scale in sessions.SCALES else sessions.SCALES[0], "total": sessions.POINTS}
    if kind == "rating":
        low, high = sessions.scale_in(session.cycle)
        options = {
            "semantics": sessions.meaning_in(session.cycle) or sessions.MEANINGS[0], "low": low, "high": high,
        }  # fmt: skip
    title = sent(request, "title", 120) or say(f"fstep.{kind}", request.lang)
    return {"kind": kind, "title": title, "minutes": _minutes(request), "options": options}


def _minutes(request: HttpRequest) -> int:
    return min(number(request.POST.get("minutes", "")) or 0, _MOST_MINUTES)
