"""A round as its coordinator sees it: set it up, open it, watch it, close it, and read what it says."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tinjau.model import Text
from tinjau.web.assessors import rounds
from tinjau.web.assessors.items import (
    MOST_ITEMS,
    WHOLE,
    asked_services,
    can_be_judged,
    chosen_items,
    questions_of,
    ticks_of,
)
from tinjau.web.assessors.outcome import outcome_of
from tinjau.web.beginning import instruments_of
from tinjau.web.history import Author, ClosedError
from tinjau.web.models import AssessmentRound, Cycle
from tinjau.web.notices.due import TooManyError, set_due, take_back
from tinjau.web.permissions import ASSESS, COORDINATE, VIEW, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say

_LONGEST_YEARS = 20  # a due date lies at most so far away; project choice


@cycle_page(VIEW)
@require_GET
def listed(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The rounds of the cycle."""
    context = {"cycle": cycle, "rounds": cycle.assessments.all(), "abilities": request.abilities}
    return render(request, "web/assessors/rounds.html", context)


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Set up a round."""
    return _form(request, cycle, None)


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """Change a round that is not open yet."""
    found = round_of(cycle, assessment)
    if found.state != AssessmentRound.State.DRAFT:
        messages.error(request, say("assess.moved", request.lang))
        return back_to(cycle, "assess-round", assessment=assessment)
    return _form(request, cycle, found)


@cycle_page(VIEW)
@require_GET
def show(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """The round: its set-up, its progress while it is open, and once it is closed how far its assessors agree."""
    found = round_of(cycle, assessment)
    closed = found.state == AssessmentRound.State.CLOSED
    coordinates = COORDINATE in request.abilities
    context = {
        "cycle": cycle, "round": found, "abilities": request.abilities, "closed": closed,
        "questions": len(found.items),
        "criteria": _criteria_of(found),
        "progress": rounds.progress_of(found) if coordinates and not closed else None,
        "seats": list(found.seats.all()) if coordinates and not closed else None,
        "mine": rounds.seat_of(found, request.user) if found.state != AssessmentRound.State.DRAFT else None,
        "outcome": outcome_of(found, request.lang) if closed else None,
    }  # fmt: skip
    return render(request, "web/assessors/round.html", context)


@cycle_page(COORDINATE)
@require_POST
def start(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """Open the round to its assessors."""
    found = round_of(cycle, assessment)
    try:
        rounds.start(found, Author(request.user))
        _announce(cycle, found)
    except rounds.MovedError:
        messages.error(request, say("assess.moved", request.lang))
    except TooManyError:
        pass  # the round is open; its date stands on its own page
    return back_to(cycle, "assess-round", assessment=assessment)


@cycle_page(COORDINATE)
@require_POST
def close(request: HttpRequest, cycle: Cycle, assessment: int) -> HttpResponse:
    """Close the round for good: what was scored is open to all who may see the evaluation."""
    found = round_of(cycle, assessment)
    reason = sent(request, "reason", 2000) or say("assess.from-round", request.lang, n=found.number)
    try:
        rounds.close(found, Author(request.user, reason))
        take_back(cycle, _due_key(found))
    except rounds.MovedError:
        messages.error(request, say("assess.moved", request.lang))
    except ClosedError:
        messages.error(request, say("assess.cycle-closed", request.lang))
    return back_to(cycle, "assess-round", assessment=assessment)


def round_of(cycle: Cycle, assessment: int) -> AssessmentRound:
    """The round of this number; 404 where there is none."""
    found: AssessmentRound | None = cycle.assessments.select_related("cycle__office").filter(number=assessment).first()
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, cycle: Cycle, standing: AssessmentRound | None) -> HttpResponse:
    fault = ""
    if request.method == "POST":
        wanted, fault = _read(request, cycle, standing)
        if wanted is not None:
            try:
                saved = rounds.save(cycle, wanted, request.user, standing)
            except rounds.MovedError:
                messages.error(request, say("assess.moved", request.lang))
                return back_to(cycle, "assess-rounds")
            return back_to(cycle, "assess-round", assessment=saved.number)
    context = {
        "cycle": cycle, "round": standing, "fault": fault, "values": _values(request, standing),
        "packs": _offered(cycle), "services": asked_services(cycle),
        "assessors": rounds.members_who(cycle, ASSESS), "reconcilers": rounds.members_who(cycle, VIEW),
        "most": MOST_ITEMS, "abilities": request.abilities,
    }  # fmt: skip
    return render(request, "web/assessors/form.html", context, status=422 if fault else 200)


def _read(request: HttpRequest, cycle: Cycle, standing: AssessmentRound | None) -> tuple[rounds.Wanted | None, str]:
    """What the form says, or the sentence that says what is missing."""
    title, due = sent(request, "title", 200), sent(request, "due", 10)
    day = _day(due)
    services = {str(row["id"]) for row in asked_services(cycle)}
    units = [each for each in request.POST.getlist("units") if each in services] or sorted(services)
    items = chosen_items(_packs(cycle), request.POST.getlist("asked")[: MOST_ITEMS * 2], units)
    chosen = _persons(request, "assessors")
    fault = ""
    if not title:
        fault = say("assess.needs-title", request.lang)
    elif due and day is None:
        fault = say("assess.bad-due", request.lang)
    elif not items:
        fault = say("assess.needs-questions", request.lang)
    elif len(items) > MOST_ITEMS:
        fault = say("assess.too-many", request.lang, n=len(items), most=MOST_ITEMS)
    elif not set(chosen) & set(rounds.members_who(cycle, ASSESS)) or len(chosen) > rounds.MOST_SEATS:
        fault = say("assess.needs-assessors", request.lang, most=rounds.MOST_SEATS)
    elif standing is None and cycle.assessments.count() >= rounds.MOST_ROUNDS:
        fault = say("assess.too-many-rounds", request.lang, most=rounds.MOST_ROUNDS)
    if fault:
        return None, fault
    naming = request.POST.get("naming", "")
    return rounds.Wanted(
        title, sent(request, "note", 2000), items,
        naming if naming in AssessmentRound.Naming.values else AssessmentRound.Naming.CODE,
        day, chosen, _persons(request, "reconcilers"),
    ), ""  # fmt: skip


def _values(request: HttpRequest, standing: AssessmentRound | None) -> dict[str, Any]:
    """What stands in the form: what was sent, else the draft, else nothing but the usual choice."""
    if request.method == "POST":
        return {
            "title": sent(request, "title", 200), "note": sent(request, "note", 2000), "due": sent(request, "due", 10),
            "naming": request.POST.get("naming", ""), "asked": set(request.POST.getlist("asked")),
            "units": set(request.POST.getlist("units")), "assessors": set(_persons(request, "assessors")),
            "reconcilers": set(_persons(request, "reconcilers")),
        }  # fmt: skip
    if standing is None:
        return {"naming": "code", "asked": set(), "units": set(), "assessors": set(), "reconcilers": set()}
    seats = list(standing.seats.all())
    return {
        "title": standing.title, "note": standing.note, "naming": standing.naming,
        "due": standing.due.isoformat() if standing.due else "",
        "asked": ticks_of(standing.items), "units": {each[3] for each in standing.items if each[3]},
        "assessors": {each.user_id for each in seats if each.kind == "assessor"},
        "reconcilers": {each.user_id for each in seats if each.kind == "reconciler"},
    }  # fmt: skip


def _packs(cycle: Cycle) -> list[Any]:
    """The cycle's instruments that assessors can answer: a survey's respondents are no assessors."""
    return [
        each for each in instruments_of(cycle)
        if (each.data.get("calculation") or {}).get("assessors") != "respondents"
    ]  # fmt: skip


def _offered(cycle: Cycle) -> list[dict[str, Any]]:
    """Instruments, their criteria and questions with the ticks that name them."""
    offered = []
    for pack in _packs(cycle):
        rows = []
        for criterion in pack.criteria:
            head = f"{pack.id}/{criterion.id}"
            asked = [
                {"tick": f"{head}/i:{each.id}", "indicator": each}
                for each in pack.indicators
                if each.criterion == criterion.id
            ]
            verdict = f"{head}/verdict" if can_be_judged(pack) else ""
            if asked or verdict:
                rows.append({"criterion": criterion, "whole": f"{head}/{WHOLE}", "verdict": verdict, "asked": asked})
        offered.append({"pack": pack, "criteria": rows})
    return offered


def _criteria_of(found: AssessmentRound) -> list[dict[str, Any]]:
    """The criteria of the round with how many questions each has."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for each in questions_of(found):
        place = rows.setdefault(
            (each.instrument.id, each.criterion.id),
            {"instrument": each.instrument, "criterion": each.criterion, "n": 0},
        )
        place["n"] += 1
    return list(rows.values())


def _persons(request: HttpRequest, name: str) -> tuple[int, ...]:
    found = (number(each) for each in request.POST.getlist(name)[:500])
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _day(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if abs((day - timezone.localdate()).days) < _LONGEST_YEARS * 366 else None


def _announce(cycle: Cycle, found: AssessmentRound) -> None:
    """The round's due date among the cycle's, for those who score it."""
    if found.due is None:
        return
    end = timezone.make_aware(datetime.combine(found.due + timedelta(days=1), time.min)) - timedelta(minutes=1)
    persons = [each.user_id for each in rounds.assessors_of(found) if each.user_id is not None]
    title = Text(say("assess.due-title", "id", title=found.title), say("assess.due-title", "en", title=found.title))
    address = reverse("web:assess-sheet", args=[cycle.office.slug, cycle.slug, found.number])
    set_due(cycle, _due_key(found), end, title, roles=("coordinator",), persons=persons, address=address)


def _due_key(found: AssessmentRound) -> str:
    return f"assessment-{found.number}"
