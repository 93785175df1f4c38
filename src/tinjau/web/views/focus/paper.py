"""Paper ballots: sheets to print, and typing in what stands on them, marked as paper and by whom."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from tinjau.web.focus import attendance, ballots, counting, ideas, sessions
from tinjau.web.focus.ballots import GoneError, LateError
from tinjau.web.focus.sessions import RefusedError
from tinjau.web.focus.states import VOTES
from tinjau.web.models import Cycle, FocusParticipant, FocusRound, FocusSession
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.focus.finding import back, session_of
from tinjau.web.views.focus.showing import current
from tinjau.web.words import say

_MOST_SHEETS = 100  # printed at a time; project choice


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def typed(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """Type in one paper ballot of the open round. What was typed before is not shown, only its number."""
    session = session_of(cycle, group)
    found: FocusRound | None = current(session)["round"]
    fault: dict[str, Any] = {}
    status = 200
    if request.method == "POST":
        if found is None:
            messages.error(request, say("focus.round-not-open", request.lang))
            return back(session, "focus-paper")
        fault = _type(request, session, found)
        if not fault:
            return back(session, "focus-paper")
        status = 422
    asks = ballots.asks_of(found) if found is not None else []
    known = counting.labelled(session)
    given = found.ballots.filter(current=True, paper=True).select_related("participant") if found is not None else []
    context = {
        "cycle": cycle, "session": session, "round": found, "abilities": request.abilities,
        "rows": [
            {"ask": each, "idea": known.get(each.label), "value": request.POST.get(each.name, ""),
             "wrong": each.label in fault.get("wrong", ())}
            for each in asks
        ],
        "total": ballots.total_of(found) if found is not None else None, "fault": fault,
        "given": sorted(given, key=lambda each: each.participant.code), "most": session.most, "values": request.POST,
    }  # fmt: skip
    return render(request, "web/focus/paper.html", context, status=status)


def _type(request: HttpRequest, session: FocusSession, found: FocusRound) -> dict[str, Any]:
    """Keep or compare a ballot; what is wrong with it, else nothing."""
    total = ballots.total_of(found)
    made = ballots.read(ballots.asks_of(found), request.POST, total)
    if made.fault:
        text = say(made.fault, request.lang, sum=made.total, total=total or 0)
        return {"text": text, "wrong": made.wrong}
    try:
        again = request.POST.get("action") == "check"
        person = attendance.on_paper(session, number(request.POST.get("number", "")) or 0, known=again)
        if again:
            return _compare(request, found, person, made.values)
        why = sent(request, "why", 500)
        if ballots.has_ballot(found, person):
            if not why:
                return {"text": say("focus.paper-why", request.lang, code=person.code), "correcting": True}
            sessions.note(
                session, "paper-corrected", request.user, step=found.step, text=why,
                data={"code": person.code, "round": found.number},
            )  # fmt: skip
        ballots.hand_in(found, person, made.values, sent(request, "reason", ballots.LONGEST_REASON), request.user)
    except LateError:
        return {"text": say("focus.late", request.lang)}
    except GoneError:
        return {"text": say("focus.removed", request.lang)}
    except RefusedError as error:
        return {"text": say(error.key, request.lang)}
    messages.success(request, say("focus.paper-kept", request.lang, code=person.code))
    return {}


def _compare(
    request: HttpRequest, found: FocusRound, person: FocusParticipant, values: Any
) -> dict[str, Any]:  # fmt: skip
    wrong = ballots.differing(found, person, values)
    if wrong is None:
        return {"text": say("focus.paper-none", request.lang, code=person.code)}
    if wrong:
        return {"text": say("focus.paper-differs", request.lang, items=", ".join(wrong)), "wrong": tuple(wrong)}
    messages.success(request, say("focus.paper-agrees", request.lang, code=person.code))
    return {}


@cycle_page(COORDINATE)
@require_GET
def sheet(request: HttpRequest, cycle: Cycle, group: int) -> HttpResponse:
    """Ballot sheets to print: numbered, one a page, with the items of the open vote or of the one that comes next."""
    session = session_of(cycle, group)
    step = sessions.open_step_of(session)
    if step is None or step.kind not in VOTES:
        step = session.steps.filter(kind__in=VOTES).exclude(state="closed").first()
    if step is None:
        raise Http404
    first = min(number(request.GET.get("from", "")) or 1, session.most)
    count = min(number(request.GET.get("count", "")) or 10, _MOST_SHEETS, session.most - first + 1)
    found: FocusRound | None = step.rounds.filter(closed__isnull=True).first()
    family = ideas.FAMILIES["strategy" if step.kind == "rank" else "factor"]
    known = counting.labelled(session)
    shown = [known[each] for each in found.items if each in known] if found else ideas.in_order(session, family)
    draft = FocusRound(step=step, number=1, items=[each.label or each.box for each in shown])
    rows = [{"idea": idea, "ask": ask} for idea, ask in zip(shown, ballots.asks_of(found or draft), strict=False)]
    context = {
        "cycle": cycle, "session": session, "step": step, "round": found, "rows": rows,
        "codes": [attendance.code_of("K", each) for each in range(first, first + count)],
        "total": ballots.total_of(found or draft), "abilities": request.abilities, "first": first, "count": count,
    }  # fmt: skip
    return render(request, "web/focus/sheet.html", context)
