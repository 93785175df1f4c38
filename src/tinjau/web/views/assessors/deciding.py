"""Where scores differ: everyone's answers to one question, and what is decided, by whom and why."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tinjau.web.assessors.reconciling import Dispute, decide, disputes_of, reopen
from tinjau.web.assessors.rounds import may_reconcile
from tinjau.web.assessors.seen import seen_for
from tinjau.web.history import Author, ClosedError, ConflictError
from tinjau.web.models import AssessmentRound, Cycle
from tinjau.web.permissions import VIEW, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.assessors.rounds import round_of
from tinjau.web.views.home import back_to
from tinjau.web.words import say


@cycle_page(VIEW)
@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, cycle: Cycle, assessment: int, item: int) -> HttpResponse:
    """One question of a closed round; a decision (or its reopening) comes in by POST."""
    found = round_of(cycle, assessment)
    if found.state != AssessmentRound.State.CLOSED:
        raise Http404
    disputes = disputes_of(found)
    dispute = next((each for each in disputes if each.question.number == item), None)
    if dispute is None:
        raise Http404
    mine = may_reconcile(found, request.user, request.abilities)
    context: dict[str, Any] = {}
    if request.method == "POST":
        if not mine:
            raise PermissionDenied
        answer = _decide(request, cycle, dispute)
        if isinstance(answer, HttpResponse):
            return answer
        context = answer
        dispute = next(each for each in disputes_of(found) if each.question.number == item)
    differing = [each for each in disputes if each.differs]
    left = [each for each in differing if each.decided is None and each.question.number != item]
    context |= {
        "cycle": cycle, "round": found, "dispute": dispute, "question": dispute.question,
        "abilities": request.abilities,
        "may": mine and cycle.is_open, "open": cycle.is_open,
        "seen": seen_for(found, [dispute.question]).get(dispute.question.key, []),
        "following": left[0] if left else None, "left": len(left),
        "choices": [{"value": each, "level": dispute.question.levels.get(each)} for each in dispute.question.values],
    }  # fmt: skip
    status = 409 if "theirs" in context else 422 if context.get("fault") else 200
    return render(request, "web/assessors/item.html", context, status=status)


def _decide(request: HttpRequest, cycle: Cycle, dispute: Dispute) -> HttpResponse | dict[str, Any]:
    """On to the question where it was kept; else what the page says besides, with what was typed."""
    value, reason = request.POST.get("value", ""), sent(request, "reason", 4000)
    again = request.POST.get("do") == "reopen"
    typed = {"typed": {"value": value, "reason": reason}}
    if not reason:
        return {**typed, "fault": "assess.needs-reason"}
    if not again and value not in dispute.question.values:
        return {**typed, "fault": "assess.needs-value"}
    author = Author(request.user, reason)
    expected = number(request.POST.get("version", "")) or 0
    try:
        if again:
            reopen(cycle, dispute.question, author, expected)
        else:
            decide(cycle, dispute.question, value, author, expected)
    except ConflictError as error:
        return {**typed, "theirs": error.theirs}
    except ClosedError:
        messages.error(request, say("assess.cycle-closed", request.lang))
    place = {"assessment": int(request.resolver_match.kwargs["assessment"]), "item": dispute.question.number}
    return back_to(cycle, "assess-item", **place)
