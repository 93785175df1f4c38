"""The league for the ministry alone: filters, files, and the decision to publish it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from tinjau.model import Lang
from tinjau.packs.governments import provinces
from tinjau.pipeline import version
from tinjau.report.league import LeagueNames, booklet, league_names, league_sheet
from tinjau.report.league_files import league_page, league_pdf
from tinjau.web.history import Author
from tinjau.web.ministry.facts import instruments_of
from tinjau.web.ministry.league import (
    SIZES,
    Row,
    chosen,
    is_official,
    league,
    publish_league,
    report_rows,
    spread,
    withdraw,
)
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Round
from tinjau.web.permissions import GOVERN, round_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.ministry.asking import KINDS, attached, filters, query_of, reason_of, sheet_response, tell

ROWS_A_PAGE = 600  # a country on one page; project choice: Indonesia has 552 governments
FORMS = ("csv", "xlsx", "html")


@round_page(GOVERN)
@require_GET
def show(request: HttpRequest, the_round: Round) -> HttpResponse:
    """The league as it would be if everything stood: for the ministry alone, with what is public beside it."""
    asked = filters(request)
    rows = league(the_round, public=request.GET.get("public") == "1")
    context = {
        **shown(the_round, rows, asked, request.lang, request.GET.get("page", "1")),
        "publications": the_round.publications.defer("rows"), "abilities": request.abilities,
        "query": query_of(asked, public="1" if request.GET.get("public") == "1" else ""),
        "public_only": request.GET.get("public") == "1", "forms": (*FORMS, "pdf"),
    }  # fmt: skip
    return render(request, "web/ministry/league.html", context)


def shown(the_round: Round, rows: list[Row], asked: dict[str, str], lang: Lang, page: str) -> dict[str, Any]:
    """What the table of a league needs: the chosen rows that were assessed in full, those apart, titles, the spread."""
    names = names_of(the_round, lang)
    found = chosen(rows, asked)
    whole = [each for each in found if each.complete and each.rank]
    used = [name for name in names.criteria if any(name in each.criteria for each in rows)]
    return {
        "round": the_round, "names": names, "criteria": [(name, names.criteria[name]) for name in used],
        "page": Paginator(whole, ROWS_A_PAGE).get_page(page[:6]),
        "apart": [each for each in found if each.rank and not each.complete],
        "outside": [each for each in found if each.rank is None], "official": is_official(the_round), "asked": asked,
        "query": query_of(asked),
        "total": sum(1 for each in rows if each.rank), "everyone": len(rows), "provinces": provinces(),
        "complete": sum(1 for each in rows if each.complete), "kinds": KINDS, "sizes": SIZES,
        "spread": [(names.phases.get(name, ""), count) for name, count in spread(rows, names.phases)]
        if names.phases else [],
    }  # fmt: skip


def names_of(the_round: Round, lang: Lang) -> LeagueNames:
    """Titles of the round's criteria and phases."""
    return league_names(instruments_of(the_round), lang)


@round_page(GOVERN)
@require_POST
def publish(request: HttpRequest, the_round: Round) -> HttpResponse:
    """Publish the league, or withdraw a version, by a decision with its reason."""
    author = Author(request.user, reason_of(request))
    try:
        if "withdraw" in request.POST:
            found = the_round.publications.filter(version=number(request.POST["withdraw"]) or 0).first()
            if found is None:
                raise Http404
            withdraw(found, author)
        else:
            publish_league(the_round, author, sent(request, "change", 4_000))
    except RefusedError as error:
        tell(request, error)
    return redirect("web:round-league", the_round=the_round.slug)


@round_page(GOVERN)
@require_GET
def file(request: HttpRequest, the_round: Round, form: str) -> HttpResponse:
    """The league as it stands, as a file: marked as a draft."""
    rows = chosen(league(the_round, public=False), filters(request))
    response = league_file(the_round, rows, form, request.lang, draft=True)
    if response is None:
        raise Http404
    return response


def league_file(the_round: Round, rows: list[Row], form: str, lang: Lang, *, draft: bool) -> HttpResponse | None:
    """The rows as CSV, workbook or booklet; None for another form. A PDF is made for drafts alone: it takes long."""
    names = names_of(the_round, lang)
    kept = report_rows(rows)
    table = league_sheet(kept, lang, names.criteria, names.phases)
    name = f"{the_round.slug}-league"
    response = sheet_response(table, form, name, public=not draft)
    if response is not None or form not in {"html", "pdf"} or (form == "pdf" and not draft):
        return response
    document = booklet(
        kept, lang, version(), names.criteria, names.phases, draft=draft, official=is_official(the_round)
    )
    if form == "pdf":
        return attached(HttpResponse(league_pdf(document), content_type="application/pdf"), f"{name}.pdf")
    page = HttpResponse(league_page(document), content_type="text/html; charset=utf-8")
    return attached(page, f"{name}.html", public=not draft)
