"""What the last evaluation concluded: check your answers, phase, report, and who changed what."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tinjau import packs
from tinjau.web.editing.changed import changed_since
from tinjau.web.history import faults_in
from tinjau.web.models import Cycle, Result
from tinjau.web.permissions import VIEW, cycle_page
from tinjau.web.tracing.graph import graph_of
from tinjau.web.views.cycles import criteria_of, instruments_of

FILES = {
    "html": ("report.html", "text/html; charset=utf-8"),
    "pdf": ("report.pdf", "application/pdf"),
    "docx": ("report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("tables.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "assessment": ("assessment.json", "application/json"),
    "plan": ("plan.json", "application/json"),
}
# The report holds texts of fetched pages. It is given as a download, and where it is opened from there, this policy
# keeps it from running or fetching anything.
_SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_PAGE = 200


@cycle_page(VIEW)
@require_GET
def check(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Every answer on one page, with what is still open, before the cycle is handed on."""
    titles = {
        (pack.id, each.id): title.get(request.lang)
        for pack in instruments_of(cycle)
        for group in ([(one, one.title) for one in pack.criteria], [(one, one.question) for one in pack.indicators])
        for each, title in group
    }
    answers = []
    for entry in cycle.entries_of("answer").exclude(payload=None):
        name = entry.payload.get("indicator", "")
        answers.append({**entry.payload, "question": titles.get((entry.payload.get("instrument"), name), name)})
    context = {"cycle": cycle, "criteria": criteria_of(cycle), "answers": answers, "abilities": request.abilities}
    return render(request, "web/check.html", context)


@cycle_page(VIEW)
@require_GET
def phase(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The phase, its rule, what is missing and what is untested."""
    result = _latest(cycle)
    titles: dict[str, str] = {}
    ladder = ""
    criteria: dict[tuple[str, str], str] = {}
    for used in result.assessment["instruments"]:
        pack = packs.load_instrument(used["id"])
        titles |= {each.id: each.question.get(request.lang) for each in pack.indicators}
        criteria |= {(pack.id, each.id): each.title.get(request.lang) for each in pack.criteria}
        if pack.ladder:
            titles |= {gate.phase: gate.title.get(request.lang) for gate in pack.ladder.gates}
            reached = (result.assessment["phase"] or {}).get("reached", {})
            ladder = ladder or (pack.id if any(gate.phase in reached for gate in pack.ladder.gates) else "")
    rows = [{**each, "title": criteria.get((each["instrument"], each["id"]), each["id"])}
            for each in result.assessment["criteria"]]  # fmt: skip
    context = {"cycle": cycle, "result": result, "phase": result.assessment["phase"], "titles": titles,
               "criteria": rows, "abilities": request.abilities, "ladder": ladder,
               "graph": graph_of(cycle, result, request.lang), "stale": changed_since(cycle, result)}  # fmt: skip
    return render(request, "web/phase.html", context)


@cycle_page(VIEW)
@require_GET
def file(request: HttpRequest, cycle: Cycle, form: str) -> HttpResponse:
    """A file of the last result, as a download."""
    del request
    return download(_latest(cycle), form)


def download(result: Result, form: str) -> HttpResponse:
    """One of a result's files; 404 where there is none of that form."""
    if form not in FILES:
        raise Http404
    name, kind = FILES[form]
    path = Path(settings.HOME) / "results" / Path(result.folder).name / name  # wherever a restore put the home
    if not path.is_file():
        raise Http404
    response = HttpResponse(path.read_bytes(), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{result.cycle.slug}-{name}"'
    response.headers["Content-Security-Policy"] = _SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@cycle_page(VIEW)
@require_GET
def history(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Who changed what and why, newest first, and whether the chain holds."""
    entries = cycle.entries.order_by("-sequence")[:_PAGE]
    context: dict[str, Any] = {"cycle": cycle, "entries": entries, "faults": faults_in(cycle),
                               "graph": graph_of(cycle, cycle.results.first(), request.lang)}  # fmt: skip
    return render(request, "web/history.html", context)


def _latest(cycle: Cycle) -> Result:
    result: Result | None = cycle.results.first()
    if result is None:
        raise Http404
    return result
