"""What `tinjau fleet run` left in TINJAU_HOME/fleet: looked at, never changed."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tinjau import packs
from tinjau.packs.governments import provinces
from tinjau.report.league import league_names
from tinjau.web.ministry import fleets
from tinjau.web.ministry.league import SIZES, chosen, spread
from tinjau.web.permissions import GOVERN, national_page
from tinjau.web.views.ministry.asking import KINDS, attached, filters, query_of

_PAGE = 100
_FAILURES = 100
_SHOWN = 300  # indicators or criteria of one government
FILES = {"html": "report.html", "pdf": "report.pdf", "json": "assessment.json"}


@national_page(GOVERN)
@require_GET
def folders(request: HttpRequest) -> HttpResponse:
    """The result folders that lie there, and how far each is."""
    found = [{"name": each, "progress": fleets.progress_of(fleets.root() / each)} for each in fleets.folders()]
    return render(request, "web/ministry/fleets.html", {"folders": found})


@national_page(GOVERN)
@require_GET
def show(request: HttpRequest, folder: str) -> HttpResponse:
    """A fleet: progress, league, spread, failures; the same page while it runs."""
    found = fleets.read_fleet(folder)
    if found is None:
        raise Http404
    names = league_names([packs.load_instrument(each) for each in found.instruments], request.lang)
    asked = filters(request)
    rows = chosen(found.rows, asked)
    page = Paginator(rows, _PAGE).get_page(request.GET.get("page", "1")[:6])
    text = asked["q"].casefold()
    failures = [(name, why) for name, why in sorted(found.failures.items()) if not text or text in name.casefold()]
    used = [name for name in names.criteria if any(name in each.criteria for each in found.rows)]
    context: dict[str, Any] = {
        "fleet": found, "progress": found.progress, "names": names, "page": page, "asked": asked,
        "query": query_of(asked), "kinds": KINDS,
        "criteria": [(name, names.criteria[name]) for name in used], "sizes": SIZES, "provinces": provinces(),
        "failures": failures[:_FAILURES], "more_failures": max(0, len(failures) - _FAILURES),
        "spread": [(names.phases.get(name, ""), count) for name, count in spread(found.rows, names.phases)]
        if names.phases else [],
    }  # fmt: skip
    return render(request, "web/ministry/fleet.html", context)


@national_page(GOVERN)
@require_GET
def government(request: HttpRequest, folder: str, government: str) -> HttpResponse:
    """One government of a fleet: verdicts and phase as its assessment says, and its files."""
    document = fleets.read_government(folder, government)
    if document is None:
        raise Http404
    try:
        instruments = [str(each["id"]) for each in document["instruments"]]
        known = [packs.load_instrument(each) for each in instruments if each in packs.instrument_ids()]
        names = league_names(known, request.lang)
        rows = [
            {
                "title": names.criteria[each["id"]], "verdict": each["verdict"]["value"], "score": each["score"],
                "coverage": float(each["coverage"]), "statement": each["statement"],
            }
            for each in document["criteria"][:_SHOWN]
            if each["id"] in names.criteria
        ]  # fmt: skip
        phase = document["phase"]["id"] if document["phase"] else None
        context = {
            "folder": folder, "government": government, "name": str(document["government"]["name"])[:200],
            "rows": rows, "phase": names.phases.get(phase, "") if phase else "", "capture": document["capture"],
            "files": [form for form, file in FILES.items() if fleets.file_of(folder, government, file)],
        }  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Http404 from None  # what lies there is no assessment
    return render(request, "web/ministry/fleet_government.html", context)


@national_page(GOVERN)
@require_GET
def file(request: HttpRequest, folder: str, government: str, form: str) -> HttpResponse:
    """A government's report as a download."""
    del request
    path = fleets.file_of(folder, government, FILES[form]) if form in FILES else None
    if path is None:
        raise Http404
    return attached(
        HttpResponse(path.read_bytes(), content_type="application/octet-stream"), f"{government}-{path.name}"
    )
