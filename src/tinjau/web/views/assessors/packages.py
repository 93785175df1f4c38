"""The anonymised package: free texts are read over first, and only what a person lets through is in it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from tinjau.model import TinjauError
from tinjau.web.assessors import package as packing
from tinjau.web.models import AssessmentRound, Cycle
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.views.home import back_to
from tinjau.web.words import say


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def package(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """What is in the package and every free text; POST gives the zip with the texts that were ticked (or all)."""
    result = cycle.results.first()
    observed = packing.observed_of(result)
    try:
        the_study = packing.study_of(cycle)
        texts = packing.free_texts(the_study)
        if request.method == "POST" and observed is not None:
            chosen = request.POST.get("texts", "none")
            ticked = set(request.POST.getlist("keep")[: packing.MOST_TEXTS])
            kept = {each.id for each in texts if chosen == "all" or (chosen == "ticked" and each.id in ticked)}
            data = packing.package_of(packing.with_texts(the_study, kept), observed)
            response = HttpResponse(data, content_type="application/zip")
            response.headers["Content-Disposition"] = f'attachment; filename="{packing.name_of(cycle)}"'
            return response
    except TinjauError as error:
        messages.error(request, str(error))
        return back_to(cycle)
    if observed is None:
        messages.error(request, say("package.evaluate-first", request.lang))
    context = {
        "cycle": cycle, "texts": texts[: packing.MOST_TEXTS], "count": len(texts), "most": packing.MOST_TEXTS,
        "ready": observed is not None, "result": result, "abilities": request.abilities,
        "open_rounds": cycle.assessments.filter(state=AssessmentRound.State.OPEN).count(),
    }  # fmt: skip
    return render(request, "web/assessors/package.html", context)
