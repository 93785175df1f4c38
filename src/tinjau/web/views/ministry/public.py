"""What is public: leagues and results that people decided to publish. No account, no cookie, the same for every reader.

The language is in the address, so that a shared cache may keep the pages; old versions have addresses of their own.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET

from tinjau.web.ministry.facts import instruments_of
from tinjau.web.ministry.league import is_official, published_rows
from tinjau.web.models import Publication, Round
from tinjau.web.views.ministry.asking import filters, query_of
from tinjau.web.views.ministry.league import FORMS, league_file, names_of, shown

_KEPT = "public, max-age=300"  # seconds; project choice: a correction is seen after five minutes


def public_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for everyone: packed, kept by caches, in the language of its address (?lang=en), and without a cookie."""

    @require_GET
    @gzip_page
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.lang = "en" if request.GET.get("lang") == "en" else "id"
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = _KEPT
        response.headers["Content-Language"] = request.lang
        return response

    return wrapped


@public_page
def leagues(request: HttpRequest) -> HttpResponse:
    """The leagues that are public, newest first."""
    found = Round.objects.filter(publications__withdrawn__isnull=True, publications__isnull=False).distinct()
    return render(request, "web/ministry/public_list.html", {"rounds": found})


@public_page
def league(request: HttpRequest, the_round: str, version: int = 0) -> HttpResponse:
    """The league of a round as it was published; with `version` an older one, marked."""
    publication, newest = _publication(the_round, version)
    found = publication.round
    context = {
        **shown(found, published_rows(publication), filters(request), request.lang, request.GET.get("page", "1")),
        "query": query_of(filters(request), lang="en" if request.lang == "en" else ""), "en": request.lang == "en",
        "publication": publication, "newest": newest, "forms": FORMS,
        "versions": found.publications.filter(withdrawn=None).defer("rows"),
    }  # fmt: skip
    return render(request, "web/ministry/public_league.html", context)


@public_page
def file(request: HttpRequest, the_round: str, form: str) -> HttpResponse:
    """The public league as a file."""
    publication, _ = _publication(the_round, 0)
    if form not in FORMS:
        raise Http404
    response = league_file(publication.round, published_rows(publication), form, request.lang, draft=False)
    if response is None:
        raise Http404
    return response


@public_page
def result(request: HttpRequest, the_round: str, government: str) -> HttpResponse:
    """The published result of one government, and its earlier published versions, marked; with the replies beside."""
    found = Round.objects.filter(slug=the_round).first()
    part = found.participations.select_related("office").filter(office__slug=government).first() if found else None
    versions = list(part.findings.filter(published__isnull=False).select_related("result", "facts")) if part else []
    if found is None or part is None or not versions:
        raise Http404
    names = names_of(found, request.lang)
    wanted = {each.id for each in instruments_of(found)}
    context = {
        "round": found, "part": part, "names": names, "official": is_official(found),
        "versions": [
            {
                "finding": each, "replies": [one for one in each.replies.all() if one.text],
                "criteria": [
                    one for one in (each.result.assessment["criteria"] if each.result else ())
                    if one["instrument"] in wanted and one["id"] in names.criteria
                ],
            }
            for each in versions
        ],
    }  # fmt: skip
    return render(request, "web/ministry/public_result.html", context)


def _publication(the_round: str, version: int) -> tuple[Publication, Publication]:
    standing = Publication.objects.select_related("round").filter(round__slug=the_round, withdrawn=None)
    newest = standing.first()
    found = standing.filter(version=version).first() if version else newest
    if newest is None or found is None:
        raise Http404
    return found, newest
