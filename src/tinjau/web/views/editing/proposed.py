"""What rules propose: taken up into a form, refused with a reason, or the refusal taken back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from tinjau.model import DecisionVerdict
from tinjau.web.editing import keeping
from tinjau.web.history import Author, ClosedError
from tinjau.web.models import Cycle
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.texts_in import sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say

_REASON = 2_000
_BACK = "back"


def proposal_of(request: HttpRequest, cycle: Cycle, group: str) -> dict[str, Any] | None:
    """The proposal of the last evaluation that a form is asked to begin with; 404 where it proposes no such thing."""
    asked = request.POST.get("proposal", "") or request.GET.get("proposal", "")
    if not asked:
        return None
    result = cycle.results.first()
    found = next((each for each in result.plan["proposals"][group] if each["id"] == asked), None) if result else None
    if found is None:
        raise Http404
    return dict(found)


@cycle_page(COORDINATE)
@require_POST
def decide(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Keep what people decided about a proposal; the proposal itself stays as it was.

    A factor or strategy is taken up by its form and refused here; two that read alike are joined or kept apart here.
    """
    subject, verdict = request.POST.get("subject", ""), request.POST.get("verdict", "")
    result = cycle.results.first()
    plan = result.plan if result else {"proposals": {}, "merge_proposals": []}
    proposed = {each["id"] for group in plan["proposals"].values() for each in group}
    merges = {each["id"] for each in plan["merge_proposals"]}
    allowed = {DecisionVerdict.REJECT.value, _BACK} | ({DecisionVerdict.MERGE.value} if subject in merges else set())
    if verdict not in allowed or subject not in proposed | merges:
        raise Http404
    author = Author(request.user, sent(request, "reason", _REASON))
    try:
        if verdict == _BACK:
            keeping.take_back(cycle, subject, author)
        else:
            keeping.decide(cycle, subject, verdict, author, timezone.localdate().isoformat())
    except ClosedError:
        messages.error(request, say("fault.closed", request.lang))
    return back_to(cycle, "swot")
