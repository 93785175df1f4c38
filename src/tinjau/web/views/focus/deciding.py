"""What the meeting decides, written down by the facilitator in the step for decisions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tinjau.web.focus import counting, ideas, sessions
from tinjau.web.focus.sessions import RefusedError, ask, locked
from tinjau.web.models import Cycle, FocusSession
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.focus.finding import back, refused, session_of
from tinjau.web.views.focus.showing import last_outcome
from tinjau.web.words import say

_MOST = 100  # decisions of a meeting; project choice


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """Write a decision down with its reason and the strategies that it rests on."""
    session = session_of(cycle, group)
    fault = ""
    if request.method == "POST":
        try:
            fault = _keep(request, session)
        except RefusedError as error:
            refused(request, error)
        if not fault:
            return back(session, "focus-decide")
    strategies = ideas.in_order(session, ideas.FAMILIES["strategy"])
    names = {each.pk: each.label or each.box for each in strategies}
    decisions = [
        {"event": each, "strategies": [names[pk] for pk in each.data.get("strategies", ()) if pk in names]}
        for each in session.events.filter(what="decision")
    ]
    step = sessions.open_step_of(session)
    context = {
        "cycle": cycle, "session": session, "strategies": strategies, "decisions": decisions, "fault": fault,
        "values": request.POST, "abilities": request.abilities, "open": bool(step and step.kind == "decide"),
        "outcome": last_outcome(session) or _ranked(session),
    }  # fmt: skip
    return render(request, "web/focus/decisions.html", context, status=422 if fault else 200)


def _keep(request: HttpRequest, session: FocusSession) -> str:
    text, why = sent(request, "text", 1000), sent(request, "why", 1000)
    if not text:
        return say("focus.needs-text", request.lang)
    with locked(session) as mine:
        step = mine.steps.filter(state="open", kind="decide").first()
        if step is None:
            raise RefusedError("focus.step-not-open")
        ask("decide", mine, step)
        if mine.events.filter(what="decision").count() >= _MOST:
            raise RefusedError("focus.most-ideas")
        standing = set(ideas.standing(mine, ideas.FAMILIES["strategy"]).values_list("pk", flat=True))
        wanted = [number(each) or 0 for each in request.POST.getlist("strategy")[:_MOST]]
        chosen = [each for each in dict.fromkeys(wanted) if each in standing]
        repeated = mine.events.filter(what="decision", step=step, text=text).order_by("-pk").first()
        if repeated is None or repeated.data != {"why": why, "strategies": chosen}:  # the same form twice is one
            sessions.note(
                mine, "decision", request.user, step=step, text=text, data={"why": why, "strategies": chosen}
            )  # fmt: skip
    return ""


def _ranked(session: FocusSession) -> object:
    step = session.steps.filter(kind="rank", state="closed").first()
    rounds = counting.closed_rounds(step) if step is not None else []
    return counting.outcome(rounds[-1], counting.labelled(session)) if rounds else None
