"""One criterion a page: the questions, what the machine saw beside them, and what people answer."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tinjau.model import Criterion, Indicator, Instrument, name_of_account
from tinjau.web.editing import findings
from tinjau.web.evidence_files import MAX_BYTES, store
from tinjau.web.history import Author, ClosedError, ConflictError, write
from tinjau.web.mapping import answer_key
from tinjau.web.models import Cycle, Entry, Result
from tinjau.web.permissions import FILL, VIEW, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.cycles import criteria_of, instruments_of
from tinjau.web.views.home import back_to
from tinjau.web.words import say
from tinjau.web.years.beside import last_year

FILE = "web.csv"
_LONGEST = 4_000
_SITE = frozenset({"", "site"})  # the units of what is asked of the whole site


@cycle_page(VIEW)
@require_http_methods(["GET", "POST"])
def criterion(request: HttpRequest, cycle: Cycle, instrument: str, criterion: str) -> HttpResponse:
    """Show a criterion; keep the answer that was sent (one question a form)."""
    pack, found = found_in(cycle, instrument, criterion)
    conflict: dict[str, Any] | None = None
    saved = fault = ""
    if request.method == "POST":
        if FILL not in request.abilities or not cycle.is_open:
            return render(request, "web/fault.html", {"key": "fault.closed", "status": 403}, status=403)
        indicator = next((each for each in questions_of(pack, found) if each.id == request.POST.get("indicator")), None)
        if indicator is None:
            raise Http404
        try:
            fault = _keep(request, cycle, pack, indicator)
        except ClosedError:
            return render(request, "web/fault.html", {"key": "fault.closed", "status": 403}, status=403)
        except ConflictError as error:
            conflict = {"indicator": indicator.id, "unit": request.POST.get("unit", ""), "theirs": error.theirs}
        else:
            saved = "" if fault else indicator.id
    if saved and not request.htmx:
        return back_to(cycle, "criterion", instrument=instrument, criterion=criterion)
    part = request.htmx and request.method == "POST"
    asked = questions_of(pack, found)
    if part:  # the answer to a form that scripts sent is one question
        asked = [each for each in asked if each.id == request.POST["indicator"]]
    rows = _rows(request, cycle, pack, asked)
    for each in rows:
        for form in each["forms"]:
            here = (each["indicator"].id, form["unit"]) == (request.POST.get("indicator"), request.POST.get("unit", ""))
            if (conflict or fault) and here:  # the form keeps what was not kept yet
                own = _answer(request, pack, each["indicator"], form["unit"])
                form |= {"own": own, "conflict": conflict, "fault": fault}
            if request.method == "POST" and request.POST.get("unit", "") == form["unit"]:
                form["opened"] = each["indicator"].id == request.POST.get("indicator")
    files = {each.digest: each for each in cycle.evidence.all()}
    status = 409 if conflict else 422 if fault else 200
    if part:
        context = {"cycle": cycle, "row": rows[0], "pack": pack, "criterion": found, "saved": saved,
                   "conflict": conflict, "abilities": request.abilities, "files": files}  # fmt: skip
        return render(request, "web/question.html", context, status=status)
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
        "rows": rows,
        "conflict": conflict,
        "files": files,
        "abilities": request.abilities,
        "previous": everything[place - 1] if place else None,
        "next": everything[place + 1] if place + 1 < len(everything) else None,
    }
    return render(request, "web/criterion.html", context, status=status)


def found_in(cycle: Cycle, instrument: str, criterion: str) -> tuple[Instrument, Criterion]:
    """The pack and the criterion of an address; 404 where the evaluation does not use them."""
    for pack in instruments_of(cycle):
        for each in pack.criteria:
            if pack.id == instrument and each.id == criterion:
                return pack, each
    raise Http404


def questions_of(pack: Instrument, criterion: Criterion) -> list[Indicator]:
    """The questions under a criterion, in the order of the pack."""
    return [each for each in pack.indicators if each.criterion == criterion.id]


def _rows(request: HttpRequest, cycle: Cycle, pack: Instrument, questions: list[Indicator]) -> list[dict[str, Any]]:
    """Each of these questions with this person's answer, other people's, and what the last evaluation saw."""
    seen = seen_in(cycle, pack.id)
    mine = name_of_account(request.user.get_username())
    standing: dict[str, list[Entry]] = {}
    single = f"{questions[0].id}/" if len(questions) == 1 else ""
    for entry in cycle.entries_of("answer").filter(key__startswith=f"{pack.id}/{single}"):
        standing.setdefault(entry.key.split("/")[1], []).append(entry)
    by_service = any(each.unit == "service" for each in questions)
    services = [e.payload for e in cycle.entries_of("service").exclude(payload=None)] if by_service else []
    asked = [each for each in services if each.get("audience") != "internal"]
    decisions = cycle.entries_of("decision").exclude(payload=None) if seen else ()
    aside = {e.payload["subject"]: e.payload for e in decisions}
    # Of a ministry's evaluator only this year is assigned.
    before = {} if getattr(request, "from_assignment", False) else last_year(cycle, pack)
    rows = []
    for indicator in questions:
        every = standing.get(indicator.id, [])
        entries = [e for e in every if e.payload is not None]
        latest = {e.key: e for e in every}
        forms: list[dict[str, Any]] = []
        for service in asked if indicator.unit == "service" else [None]:
            unit = service["id"] if service else ""
            entry = latest.get(_key(pack, indicator, unit, mine))
            own = entry.payload if entry and entry.payload is not None else {}
            version = entry.version if entry else 0
            place = f"{indicator.id}-{unit}"
            finding = _finding(pack, indicator, unit, seen.get(indicator.id, []), aside)
            forms.append({"unit": unit, "service": service, "own": own, "version": version, "place": place,
                          "finding": finding})  # fmt: skip
        mine_all = {_key(pack, indicator, each["unit"], mine) for each in forms}
        rows.append(
            {
                "indicator": indicator,
                "forms": forms,
                "services": {each["id"]: each for each in services if each.get("id")},
                "last": before.get(indicator.id),
                "done": sum(bool(each["own"]) for each in forms),
                "others": [e for e in entries if e.key not in mine_all],
                "seen": [each for each in seen.get(indicator.id, []) if each["unit"] in _SITE],
                "units": [each for each in seen.get(indicator.id, []) if each["unit"] not in _SITE],
            }
        )
    return rows


def seen_in(cycle: Cycle, instrument: str) -> Mapping[str, list[Any]]:
    """What the last evaluation saw, by indicator. A result never changes, so a process reads its document once."""
    newest = cycle.results.values_list("pk", "at").first()
    return _read(*newest, instrument) if newest else {}


@lru_cache(maxsize=32)
def _read(result: int, at: datetime, instrument: str) -> Mapping[str, list[Any]]:
    del at  # part of the name: a number may be given out again where a database was put back
    seen: dict[str, list[Any]] = {}
    for each in Result.objects.values_list("assessment", flat=True).get(pk=result)["indicators"]:
        if each["instrument"] == instrument:
            seen.setdefault(each["id"], []).append(each)
    return seen


def _answer(request: HttpRequest, pack: Instrument, indicator: Indicator, unit: str) -> dict[str, str]:
    """The answer that the form sent, without what was left empty."""
    value = request.POST.get("value", "")
    answer = {
        "instrument": pack.id, "indicator": indicator.id, "unit": unit,
        "assessor": name_of_account(request.user.get_username()),
        "value": value if value in indicator.values else "", "evidence": sent(request, "evidence", _LONGEST),
        "note": sent(request, "note", _LONGEST), "file": FILE,
    }  # fmt: skip
    return {key: each for key, each in answer.items() if each}


def _finding(
    pack: Instrument, indicator: Indicator, unit: str, seen: list[Any], aside: dict[str, Any]
) -> dict[str, Any] | None:
    """What the machine found for one unit, with the answer that it comes to and who set it aside; None if nothing."""
    result = next((each for each in seen if (each["unit"] or "site") == (unit or "site")), None)
    if result is None or not findings.can_decide(result):
        return None
    decision = aside.get(findings.subject_of(pack.id, indicator.id, unit))
    return {
        "result": result,
        "outcome": findings.machine_said(result),
        "answer": findings.answer_of(result, indicator),
        "aside": decision if decision and decision["verdict"] == "reject" else None,
    }


def _keep(request: HttpRequest, cycle: Cycle, pack: Instrument, indicator: Indicator) -> str:
    """Write the answer (none where no value was chosen) with the file that came with it; a sentence where it cannot be.

    Raises ConflictError and ClosedError as `write` does.
    """
    if request.POST.get("value", "") not in {*indicator.values, ""}:
        raise Http404
    unit = request.POST.get("unit", "")  # the service, where the question is asked of each
    known = {""}
    if indicator.unit == "service":
        known = set(cycle.entries_of("service").exclude(payload=None).values_list("key", flat=True))
    if unit not in known:
        raise Http404
    answer = _answer(request, pack, indicator, unit)
    upload = request.FILES.get("file")
    if upload is not None:
        if "value" not in answer:
            return say("criterion.file-needs-answer", request.lang)
        row, fault = store(cycle, upload, request.user)
        if row is None:
            return say(fault, request.lang, size=MAX_BYTES >> 20)
        if f"sha256:{row.digest}" not in answer.get("evidence", ""):
            answer["evidence"] = f"{answer.get('evidence', '')} sha256:{row.digest}".strip()
    author = Author(request.user, say("answer.reason", request.lang))
    key = _key(pack, indicator, unit, name_of_account(request.user.get_username()))
    seen = number(request.POST.get("version", "")) or 0
    write(cycle, "answer", key, answer if "value" in answer else None, author, expected=seen, open_only=True)
    return ""


def _key(pack: Instrument, indicator: Indicator, unit: str, assessor: str) -> str:
    return answer_key({"instrument": pack.id, "indicator": indicator.id, "unit": unit, "assessor": assessor})
