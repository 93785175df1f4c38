"""Take what the machine found as one's own answer, set it aside with a reason, or take that back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from tinjau.model import DecisionVerdict, Indicator, Instrument, name_of_account
from tinjau.web.editing import findings, keeping
from tinjau.web.history import Author, ClosedError, ConflictError, write
from tinjau.web.mapping import answer_key
from tinjau.web.models import Cycle
from tinjau.web.permissions import FILL, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views import criteria
from tinjau.web.views.home import back_to
from tinjau.web.words import say


@cycle_page(FILL)
@require_POST
def finding(request: HttpRequest, cycle: Cycle, instrument: str, criterion: str) -> HttpResponse:
    """Keep what this person decided about one finding; the machine's outcome stays beside it."""
    pack, found = criteria.found_in(cycle, instrument, criterion)
    indicator = next(
        (each for each in criteria.questions_of(pack, found) if each.id == request.POST.get("indicator")), None
    )
    result = _result(cycle, instrument, indicator, request.POST.get("unit", "")) if indicator else None
    what = request.POST.get("what", "")
    if indicator is None or result is None or not findings.can_decide(result) or what not in _DONE:
        raise Http404
    try:
        _DONE[what](request, cycle, pack, indicator, result)
    except ClosedError:
        messages.error(request, say("fault.closed", request.lang))
    except ConflictError:
        messages.error(request, say("finding.moved", request.lang))
    response = back_to(cycle, "criterion", instrument=instrument, criterion=criterion)
    response.headers["Location"] += f"#q-{indicator.id}"
    return response


def _result(cycle: Cycle, instrument: str, indicator: Indicator, unit: str) -> dict[str, object] | None:
    result = cycle.results.first()
    place = unit or "site"
    rows = result.assessment["indicators"] if result else []
    return next((each for each in rows if each["instrument"] == instrument and each["id"] == indicator.id
                 and (each["unit"] or "site") == place), None)  # fmt: skip


def _accept(
    request: HttpRequest, cycle: Cycle, pack: Instrument, indicator: Indicator, result: dict[str, object]
) -> None:
    value = findings.answer_of(result, indicator)
    if not value:
        raise Http404
    evidence, note = findings.cited(result)
    unit = "" if result["unit"] in {"", "site"} else str(result["unit"])
    assessor = name_of_account(request.user.get_username())
    answer = {"instrument": pack.id, "indicator": indicator.id, "unit": unit, "assessor": assessor,
              "value": value, "evidence": evidence, "note": note, "file": criteria.FILE}  # fmt: skip
    author = Author(request.user, say("finding.accepted", request.lang))
    seen = number(request.POST.get("version", "")) or 0
    kept = {key: each for key, each in answer.items() if each}
    write(cycle, "answer", answer_key(answer), kept, author, expected=seen, open_only=True)


def _ignore(
    request: HttpRequest, cycle: Cycle, pack: Instrument, indicator: Indicator, result: dict[str, object]
) -> None:
    reason = sent(request, "reason", 2000)
    if not reason:
        messages.error(request, say("finding.aside-needs-reason", request.lang))
        return
    subject = findings.subject_of(pack.id, indicator.id, str(result["unit"]))
    keeping.decide(
        cycle, subject, DecisionVerdict.REJECT.value, Author(request.user, reason), timezone.localdate().isoformat()
    )


def _back(
    request: HttpRequest, cycle: Cycle, pack: Instrument, indicator: Indicator, result: dict[str, object]
) -> None:
    keeping.take_back(cycle, findings.subject_of(pack.id, indicator.id, str(result["unit"])), Author(request.user))


_DONE = {"accept": _accept, "ignore": _ignore, "back": _back}
