"""Files that back answers: stored by digest, named by what they are, given only as downloads."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from tinjau.web.evidence_files import MAX_BYTES, path_of, store
from tinjau.web.models import Cycle
from tinjau.web.permissions import FILL, VIEW, cycle_page
from tinjau.web.views.home import back_to
from tinjau.web.words import say


@cycle_page(VIEW)
@require_http_methods(["GET", "POST"])
def files(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The cycle's files; a new one comes in by POST."""
    if request.method == "POST":
        if FILL not in request.abilities or not cycle.is_open:
            return render(request, "web/fault.html", {"key": "fault.closed", "status": 403}, status=403)
        _, fault = store(cycle, request.FILES.get("file"), request.user)
        if fault:
            messages.error(request, say(fault, request.lang, size=MAX_BYTES >> 20))
        return back_to(cycle, "evidence")
    context = {"cycle": cycle, "files": cycle.evidence.all(), "abilities": request.abilities}
    return render(request, "web/evidence.html", context)


@cycle_page(VIEW)
@require_GET
def get(request: HttpRequest, cycle: Cycle, digest: str) -> HttpResponse:
    """One file, as a download that a browser neither opens nor guesses at."""
    del request
    found = cycle.evidence.filter(digest=digest).first()
    if found is None:
        raise Http404
    path = path_of(found.digest)
    if not path.is_file():
        raise Http404
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=found.name, content_type="application/octet-stream"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


__all__ = ["MAX_BYTES", "files", "get", "path_of", "store"]
