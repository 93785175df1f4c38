"""An administrator of an office erases personal data: look first, then choose, then say why."""

import json
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tinjau.web import erasure
from tinjau.web.erasing_rooms import take_rows
from tinjau.web.history import Author
from tinjau.web.models import Entry, Evidence, Office, Result
from tinjau.web.permissions import ADMIN, office_page
from tinjau.web.texts_in import number, sent
from tinjau.web.words import say

_EXCERPT = 200  # characters of an entry's contents that the preview shows


@office_page(ADMIN)
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, office: Office) -> HttpResponse:
    """The form; what was found (asked by POST, so that no name stands in an address); the erasure."""
    context: dict[str, Any] = {
        "office": office,
        "cycles": office.cycles.all(),
        "authors": Entry.objects.filter(cycle__office=office).order_by("author_name").values_list(
            "author_name", flat=True).distinct(),
        "shortest": erasure.SHORTEST,
    }  # fmt: skip
    if request.method == "GET":
        return render(request, "web/security/erase.html", context)
    if request.POST.get("step") == "erase":
        return _erase(request, office)
    text, author, slug = sent(request, "text", 200), sent(request, "author", 150), sent(request, "cycle", 80)
    context |= {"text": text, "author": author, "chosen": slug}
    cycles = office.cycles.filter(slug=slug) if slug else office.cycles.all()
    if slug and not cycles:
        raise Http404
    if len(text) < erasure.SHORTEST and not author:
        context["fault"] = say("erase.needs", request.lang)
        return render(request, "web/security/erase.html", context, status=422)
    found = erasure.find(cycles, text=text, author=author)
    context |= {"found": found, "entries": [(each, _excerpt(each)) for each in found.entries]}
    return render(request, "web/security/erase.html", context)


def _erase(request: HttpRequest, office: Office) -> HttpResponse:
    reason = sent(request, "reason", 2000)
    if not reason:
        messages.error(request, say("erase.needs-reason", request.lang))
        return redirect("web:erase", office=office.slug)
    entries = Entry.objects.filter(cycle__office=office, pk__in=_chosen(request, "entry"))
    files = Evidence.objects.select_related("cycle").filter(cycle__office=office, pk__in=_chosen(request, "file"))
    results = Result.objects.select_related("cycle").filter(cycle__office=office, pk__in=_chosen(request, "result"))
    author = Author(request.user, reason)
    with transaction.atomic():
        done = erasure.take_out(entries, files, results, author)
        rows = take_rows(request.POST.getlist("row")[: erasure.MOST], office.cycles.all(), author,
                         text=sent(request, "text", 200))  # fmt: skip
    messages.info(request, say("erase.done", request.lang, entries=done[0], files=done[1], results=done[2], rows=rows))
    return redirect("web:erase", office=office.slug)


def _chosen(request: HttpRequest, name: str) -> list[int]:
    given = (number(each) for each in request.POST.getlist(name)[: erasure.MOST])
    return [each for each in given if each is not None]


def _excerpt(entry: Entry) -> str:
    if entry.payload is None:
        return ""
    return json.dumps(entry.payload, ensure_ascii=False)[:_EXCERPT]
