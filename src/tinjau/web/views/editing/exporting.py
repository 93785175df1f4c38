"""Take an evaluation out: the study folder, with its evidence and archives where wanted."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tinjau.model import InputError
from tinjau.web.editing import bundle
from tinjau.web.models import Cycle
from tinjau.web.permissions import VIEW, cycle_page
from tinjau.web.views.home import back_to
from tinjau.web.words import say


@cycle_page(VIEW)
@require_GET
def export(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """What can be taken along, and how large it is."""
    context = {"cycle": cycle, "sizes": bundle.sizes(cycle), "abilities": request.abilities}
    return render(request, "web/editing/export.html", context)


@cycle_page(VIEW)
@require_GET
def download(request: HttpRequest, cycle: Cycle) -> HttpResponse | StreamingHttpResponse:
    """The zip, made on disk and sent from there."""
    wanted = request.GET.getlist("with")
    try:
        packed = bundle.pack(cycle, evidence="evidence" in wanted, archives="archives" in wanted)
    except InputError:
        messages.error(request, say("export.too-large", request.lang))
        return back_to(cycle, "export")
    return FileResponse(packed, as_attachment=True, filename=f"{cycle.slug}.zip", content_type="application/zip")
