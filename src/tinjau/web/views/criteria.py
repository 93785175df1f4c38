"""One criterion a page: the questions, what the machine saw beside them, and what people answer."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tinjau.model import Criterion, Indicator, Instrument
from tinjau.web.history import Author, ConflictError, write
from tinjau.web.mapping import answer_key
from tinjau.web.models import Cycle, Entry
from tinjau.web.permissions import FILL, VIEW, cycle_page
from tinjau.web.views.cycles import criteria_of, instruments_of
from tinjau.web.views.home import back_to
from tinjau.web.words import say

FILE = "web.csv"
_LONGEST = 4_000


@cycle_page(VIEW)
@require_http_methods(["GET", "POST"])
def criterion(request: HttpRequest, cycle: Cycle, instrument: str, criterion: str) -> HttpResponse:
    """Show a criterion; keep the answer that was sent (one question a form)."""
    pack, found = _found(cycle, instrument, criterion)
    conflict: dict[str, Any] | None = None
    saved = ""
    if request.method == "POST":
        if FILL not in request.abilities or not cycle.is_open:
            return render(request, "web/fault.html", {"key": "fault.closed", "status": 403}, status=403)
        indicator = next((each for each in _questions(pack, found) if each.id == request.POST.get("indicator")), None)
        if indicator is None:
            raise Http404
        try:
            _keep(request, cycle, pack, indicator)
        except ConflictError as error:
            conflict = {"indicator": indicator.id, "theirs": error.theirs, "mine": request.POST.dict()}
        else:
            saved = indicator.id
    if request.htmx and request.method == "POST":
        asked = request.POST["indicator"]
        row = next(each for each in _rows(request, cycle, pack, found) if each["indicator"].id == asked)
        context = {"cycle": cycle, "row": row, "pack": pack, "criterion": found, "saved": saved, "conflict": conflict,
                   "abilities": request.abilities}  # fmt: skip
        return render(request, "web/question.html", context, status=409 if conflict else 200)
    if saved:
        return back_to(cycle, "criterion", instrument=instrument, criterion=criterion)
    everything = criteria_of(cycle)
    place = next(
        n
        for n, each in enumerate(everything)
        if each["criterion"].id == criterion and each["instrument"].id == instrument
    )
    context = {
        "cycle": cycle,
        "pack": pack,
        "criterion": found,
        "rows": _rows(request, cycle, pack, found),
        "conflict": conflict,
        "abilities": request.abilities,
        "previous": everything[place - 1] if place else None,
        "next": everything[place + 1] if place + 1 < len(everything) else None,
    }
    return render(request, "web/criterion.html", context, status=409 if conflict else 200)


def _found(cycle: Cycle, instrument: str, criterion: str) -> tuple[Instrument, Criterion]:
    for pack in instruments_of(cycle):
        for each in pack.criteria:
            if pack.id == instrument and each.id == criterion:
                return pack, each
    raise Http404


def _questions(pack: Instrument, criterion: Criterion) -> list[Indicator]:
    return [each for each in pack.indicators if each.criterion == criterion.id]


def _rows(request: HttpRequest, cycle: Cycle, pack: Instrument, criterion: Criterion) -> list[dict[str, Any]]:
    """Each question with this person's answer, other people's, and what the last evaluation saw."""
    result = cycle.results.first()
    seen: dict[str, list[Any]] = {}
    for each in result.assessment["indicators"] if result else ():
        if each["instrument"] == pack.id:
            seen.setdefault(each["id"], []).append(each)
    mine = request.user.get_username()
    rows = []
    for indicator in _questions(pack, criterion):
        prefix = f"{pack.id}/{indicator.id}/"
        entries = [e for e in cycle.entries_of("answer").filter(key__startswith=prefix) if e.payload is not None]
        own = next((e for e in entries if e.payload.get("assessor") == mine and not e.payload.get("unit")), None)
        latest = Entry.objects.filter(cycle=cycle, kind="answer", key=_key(pack, indicator, mine), current=True).first()
        rows.append(
            {
                "indicator": indicator,
                "own": own.payload if own else {},
                "version": latest.version if latest else 0,
                "others": [e for e in entries if e is not own],
                "seen": [each for each in seen.get(indicator.id, []) if not each["unit"]],
                "units": [each for each in seen.get(indicator.id, []) if each["unit"]],
            }
        )
    return rows


def _keep(request: HttpRequest, cycle: Cycle, pack: Instrument, indicator: Indicator) -> None:
    value = request.POST.get("value", "")
    allowed = {*indicator.values, ""}
    if value not in allowed:
        raise Http404
    name = request.user.get_username()
    payload: dict[str, str] | None = {
        "instrument": pack.id, "indicator": indicator.id, "assessor": name, "value": value,
        "evidence": request.POST.get("evidence", "").strip()[:_LONGEST],
        "note": request.POST.get("note", "").strip()[:_LONGEST], "file": FILE,
    }  # fmt: skip
    if payload is not None:
        payload = {key: each for key, each in payload.items() if each}
        if not value:
            payload = None
    sent = request.POST.get("version", "")
    author = Author(request.user, say("answer.reason", request.lang))
    write(cycle, "answer", _key(pack, indicator, name), payload, author, expected=int(sent) if sent.isdecimal() else 0)


def _key(pack: Instrument, indicator: Indicator, assessor: str) -> str:
    return answer_key({"instrument": pack.id, "indicator": indicator.id, "assessor": assessor})
