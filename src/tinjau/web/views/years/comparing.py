"""This year beside the years before it: a page, and the same as files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tinjau.web.models import Cycle
from tinjau.web.permissions import VIEW, cycle_page, within
from tinjau.web.views.years.beginning import joinable
from tinjau.web.years import comparing
from tinjau.web.years.chain import earlier, label_of
from tinjau.web.years.files import FORMS, file_of


@cycle_page(VIEW)
@require_GET
def years(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """What moved since the chosen years; without a choice, since the year before."""
    before = _before(request, cycle)
    chosen = _chosen(request, before)
    found = comparing.years_of([*reversed(chosen), cycle], request.lang)
    context: dict[str, Any] = {
        "cycle": cycle, "abilities": request.abilities, "before": before, "found": found,
        "chosen": {each.pk for each in chosen}, "query": "&".join(f"with={each.slug}" for each in chosen),
        "joinable": joinable(cycle) if "coordinate" in request.abilities and not earlier(cycle) else [],
        "without": [label_of(each) for each in [*chosen, cycle] if not each.results.exists()],
        "money": comparing.money_of([*reversed(chosen), cycle]), "forms": list(FORMS),
    }  # fmt: skip
    if found is not None:
        context |= {
            "picture": comparing.picture_of(found.document()), "criteria": comparing.criteria_of(found),
            "moved": comparing.moved_of(found), "breaks": comparing.breaks_of(found),
            "chains": comparing.chains_of(found),
            "phases": _phases(found), "services": zip(found.labels, found.comparison.services, strict=True),
        }  # fmt: skip
    return render(request, "web/years/years.html", context)


@cycle_page(VIEW)
@require_GET
def file(request: HttpRequest, cycle: Cycle, form: str) -> HttpResponse:
    """The comparison as a file, as a download."""
    if form not in FORMS:
        raise Http404
    found = comparing.years_of([*reversed(_chosen(request, _before(request, cycle))), cycle], request.lang)
    if found is None:
        raise Http404
    response = HttpResponse(file_of(found, form), content_type=FORMS[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{cycle.slug}-years.{form}"'
    response.headers["Content-Security-Policy"] = (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _before(request: HttpRequest, cycle: Cycle) -> list[Cycle]:
    """The years before that this person may read: of an evaluator of the ministry none (another year is not assigned),
    and whoever scores one of them blind does not find it here."""
    if getattr(request, "from_assignment", False):
        return []
    return [each for each in earlier(cycle) if VIEW in within(request.user, each, request.abilities)]


def _chosen(request: HttpRequest, before: list[Cycle]) -> list[Cycle]:
    """Those that the address names, the nearest first; the year before where it names none."""
    named = set(request.GET.getlist("with")[:50])
    found = [each for each in before if each.slug in named] or before[:1]
    return found[: comparing.MOST_YEARS - 1]


def _phases(found: comparing.Years) -> list[dict[str, Any]]:
    titles = {gate.phase: gate.title for pack in found.instruments if pack.ladder for gate in pack.ladder.gates}
    changes = [None, *found.comparison.phase_changes]
    return [
        {"label": label, "phase": titles.get(phase or "", phase), "change": change}
        for label, phase, change in zip(found.labels, found.comparison.phases, changes, strict=True)
    ]
