"""A cycle: begin one, see where it stands, hand it on, take it out."""

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tinjau.model import InputError
from tinjau.web import captures, running
from tinjau.web.beginning import create
from tinjau.web.beginning import instruments_of as instruments_of
from tinjau.web.editing.bundle import BY_WEB
from tinjau.web.editing.changed import changed_since
from tinjau.web.editing.importing import import_study
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, Office
from tinjau.web.permissions import COORDINATE, FILL, VERIFY, VIEW, cycle_page, office_page
from tinjau.web.texts_in import sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say

_LONGEST = 200


@office_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, office: Office) -> HttpResponse:
    """Begin a cycle: a title, a period, the sites."""
    fault = ""
    if request.method == "POST":
        title, period = sent(request, "title", _LONGEST), sent(request, "period", 40)
        sites = sent(request, "sites", 20_000).split()[:50]
        wrong = [each for each in sites if not each.startswith(("http://", "https://"))]
        if not title or not period:
            fault = say("cycle.needs-title", request.lang)
        elif wrong:
            fault = say("cycle.bad-site", request.lang, site=wrong[0][:80])
        else:
            cycle = create(office, title, period)
            payload = {
                "government": {"name": office.name, "country": "ID", **({"code": office.code} if office.code else {})},
                "period": period, "language": "id", "instruments": ["sitokdana-7", "wb-4"], "sites": sites,
            }  # fmt: skip
            write(cycle, "settings", "study", payload, Author(request.user))
            return back_to(cycle)
    return render(request, "web/cycle_new.html", {"office": office, "fault": fault, "values": request.POST})


@office_page(COORDINATE)
@require_POST
def import_folder(request: HttpRequest, office: Office) -> HttpResponse:
    """A study folder comes in as a zip: all of it or nothing."""
    upload = request.FILES.get("study")
    try:
        if upload is None or upload.size > BY_WEB.packed:
            raise InputError("study.zip", "", say("import.size", request.lang, size=BY_WEB.packed >> 20))
        author = Author(request.user, say("import.reason", request.lang))
        cycle = import_study(office, upload, Path(upload.name).stem, author, request.lang, BY_WEB)
    except InputError as error:
        return render(
            request, "web/cycle_new.html", {"office": office, "import_fault": str(error), "values": {}}, status=422
        )
    return back_to(cycle)


@cycle_page(VIEW)
@require_GET
def show(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Where the cycle stands: the steps, what is done in each, the next one."""
    result = cycle.results.first()
    standing = captures.newest(cycle)
    sites = running.sites_of(cycle)
    return render(
        request,
        "web/cycle.html",
        {
            "cycle": cycle,
            "abilities": request.abilities,
            "services": cycle.entries_of("service").exclude(payload=None).count(),
            "criteria": criteria_of(cycle),
            "run": cycle.runs.first(),
            "result": result,
            "stale": changed_since(cycle, result),
            "sites": sites,
            "captures": captures.described(cycle),
            "capture": standing,
            "moved": standing is not None and captures.is_of_other_sites(standing, sites),
            "forms": ("html", "pdf", "docx", "xlsx", "assessment", "plan"),
        },
    )


def criteria_of(cycle: Cycle) -> list[dict[str, Any]]:
    """Each criterion of the cycle's instruments with how many of its questions were answered."""
    answered = {entry.key.split("/")[1] for entry in cycle.entries_of("answer").exclude(payload=None)}
    rows = []
    for instrument in instruments_of(cycle):
        for criterion in instrument.criteria:
            mine = [each.id for each in instrument.indicators if each.criterion == criterion.id]
            if mine:
                done = sum(each in answered for each in mine)
                rows.append({"instrument": instrument, "criterion": criterion, "total": len(mine), "done": done})
    return rows


@cycle_page(FILL)
@require_POST
def submit(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Hand the cycle to the verifier."""
    return _move(request, cycle, Cycle.State.OPEN, Cycle.State.SUBMITTED, "submitted")


@cycle_page(VERIFY)
@require_POST
def accept(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The verifier accepts."""
    return _move(request, cycle, Cycle.State.SUBMITTED, Cycle.State.VERIFIED, "verified")


@cycle_page(VERIFY)
@require_POST
def send_back(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The verifier returns the cycle with a reason."""
    if not sent(request, "reason", 2000):
        messages.error(request, say("verify.needs-reason", request.lang))
        return back_to(cycle, "check")
    return _move(request, cycle, Cycle.State.SUBMITTED, Cycle.State.OPEN, "returned")


def _move(request: HttpRequest, cycle: Cycle, old: str, new: str, what: str) -> HttpResponse:
    reason = sent(request, "reason", 2000)
    with transaction.atomic():
        moved = Cycle.objects.filter(pk=cycle.pk, state=old).update(state=new)
        if moved:
            number = cycle.entries.count() + 1
            write(cycle, "event", f"{what}-{number}", {"event": what}, Author(request.user, reason))
    if not moved:
        messages.error(request, say("cycle.moved-before", request.lang))
    return back_to(cycle)
