"""What the last evaluation concluded: check your answers, phase, SWOT and TOWS, plan, trace, report."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from tinjau import packs
from tinjau.model import DecisionVerdict
from tinjau.web.history import Author, ClosedError, faults_in, write
from tinjau.web.models import Cycle, Entry, Result
from tinjau.web.permissions import COORDINATE, VIEW, cycle_page
from tinjau.web.texts_in import sent
from tinjau.web.views.cycles import criteria_of
from tinjau.web.views.home import back_to
from tinjau.web.words import say

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
_VERDICTS = (str(DecisionVerdict.ACCEPT), str(DecisionVerdict.REJECT))  # an edit or a merger names more than this form


@cycle_page(VIEW)
@require_GET
def check(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Every answer on one page, with what is still open, before the cycle is handed on."""
    answers = [entry.payload for entry in cycle.entries_of("answer").exclude(payload=None)]
    context = {"cycle": cycle, "criteria": criteria_of(cycle), "answers": answers, "abilities": request.abilities}
    return render(request, "web/check.html", context)


@cycle_page(VIEW)
@require_GET
def phase(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The phase, its rule, what is missing and what is untested."""
    result = _latest(cycle)
    titles: dict[str, str] = {}
    criteria: dict[tuple[str, str], str] = {}
    for used in result.assessment["instruments"]:
        pack = packs.load_instrument(used["id"])
        titles |= {each.id: each.question.get(request.lang) for each in pack.indicators}
        criteria |= {(pack.id, each.id): each.title.get(request.lang) for each in pack.criteria}
        if pack.ladder:
            titles |= {gate.phase: gate.title.get(request.lang) for gate in pack.ladder.gates}
    rows = [{**each, "title": criteria.get((each["instrument"], each["id"]), each["id"])}
            for each in result.assessment["criteria"]]  # fmt: skip
    context = {"cycle": cycle, "result": result, "phase": result.assessment["phase"], "titles": titles,
               "criteria": rows, "abilities": request.abilities}  # fmt: skip
    return render(request, "web/phase.html", context)


@cycle_page(VIEW)
@require_GET
def swot(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Factors and strategies of people, and what rules propose beside them."""
    result = _latest(cycle)
    decided = {entry.payload["subject"]: entry.payload for entry in cycle.entries_of("decision").exclude(payload=None)}
    context = {
        "cycle": cycle,
        "result": result,
        "plan": result.plan,
        "decided": decided,
        "abilities": request.abilities,
    }
    return render(request, "web/swot.html", context)


@cycle_page(COORDINATE)
@require_POST
def decide(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Keep what people decided about a proposal; the proposal itself stays as it was."""
    subject, verdict = request.POST.get("subject", ""), request.POST.get("verdict", "")
    proposed = {each["id"] for group in _latest(cycle).plan["proposals"].values() for each in group}
    if verdict not in _VERDICTS or subject not in proposed:
        raise Http404
    number = Entry.objects.filter(cycle=cycle, kind="decision", version=1).count() + 1
    author = Author(request.user, sent(request, "reason", 2000))
    payload = {"subject": subject, "verdict": verdict, "by": author.name, "reason": author.reason}
    try:
        write(cycle, "decision", f"{number}/{subject}", {k: v for k, v in payload.items() if v}, author, open_only=True)
    except ClosedError:
        messages.error(request, say("fault.closed", request.lang))
    return back_to(cycle, "swot")


@cycle_page(VIEW)
@require_GET
def plan(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Conclusions and actions."""
    result = _latest(cycle)
    return render(request, "web/plan.html", {"cycle": cycle, "plan": result.plan, "abilities": request.abilities})


@cycle_page(VIEW)
@require_GET
def trace(request: HttpRequest, cycle: Cycle, observation: str) -> HttpResponse:
    """What rests on one piece of evidence, and where it was read."""
    result = _latest(cycle)
    uses = [
        {"indicator": each, "evidence": evidence}
        for each in result.assessment["indicators"]
        for evidence in each["evidence"]
        if evidence["observation"] == observation
    ]
    factors = [
        each for kind in result.plan["factors"].values() for each in kind if observation in (each.get("support") or ())
    ]
    if not uses and not factors:
        raise Http404
    context = {"cycle": cycle, "observation": observation, "uses": uses, "factors": factors}
    return render(request, "web/trace.html", context)


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
    context: dict[str, Any] = {"cycle": cycle, "entries": entries, "faults": faults_in(cycle)}
    return render(request, "web/history.html", context)


def _latest(cycle: Cycle) -> Result:
    result: Result | None = cycle.results.first()
    if result is None:
        raise Http404
    return result
