"""Rounds: the list, a new one, who stands where, windows, governments, the table as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from tinjau import packs
from tinjau.packs.governments import provinces
from tinjau.web.history import Author
from tinjau.web.ministry import intake
from tinjau.web.ministry.monitor import SHOWN_STATES, counts, lines, participations, sheet, wanted
from tinjau.web.ministry.opening import add_governments, change_windows, open_round, usual_windows
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Office, Round, Stage
from tinjau.web.permissions import EVALUATE, GOVERN, assigned_to, national_page, round_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.ministry.asking import KINDS, filters, query_of, reason_of, sheet_response, tell, told, windows_of
from tinjau.web.words import say

_PAGE = 50
_LONGEST_DAYS = 90


@national_page(EVALUATE)
@require_GET
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds that this person may see, newest first."""
    found = Round.objects.all()
    if GOVERN not in request.abilities:
        found = found.filter(participations__in=assigned_to(request.user)).distinct()
    return render(request, "web/ministry/rounds.html", {"rounds": found, "abilities": request.abilities})


@national_page(GOVERN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Open a round: title, period, instruments, stages with windows, days of reply."""
    fault = ""
    if request.method == "POST":
        known = set(packs.instrument_ids())
        fields = {
            "title": sent(request, "title", 200), "period": sent(request, "period", 40),
            "instruments": [each for each in dict.fromkeys(request.POST.getlist("instruments")) if each in known],
            "apart": request.POST.get("apart") == "yes",
            "reply_days": min(number(request.POST.get("reply_days", ""), 3) or 14, _LONGEST_DAYS),
        }  # fmt: skip
        try:
            kinds = [each for each in Stage.Kind.values if request.POST.get(f"stage-{each}") == "yes"]
            made = open_round(fields, windows_of(request, kinds), Author(request.user, reason_of(request)))
        except RefusedError as error:
            fault = told(request.lang, error)
        else:
            return redirect("web:round-governments", the_round=made.slug)
    start = timezone.localtime().replace(hour=8, minute=0, second=0, microsecond=0)
    windows = [
        {
            "kind": each.kind,
            "opens": request.POST.get(f"opens-{each.kind}") or _form(each.opens),
            "closes": request.POST.get(f"closes-{each.kind}") or _form(each.closes),
            "wanted": request.method == "GET" or request.POST.get(f"stage-{each.kind}") == "yes",
        }
        for each in usual_windows(start)
    ]
    chosen = request.POST.getlist("instruments") or ["pemdi-2026"]
    context = {"fault": fault, "values": request.POST, "windows": windows, "instruments": packs.list_instruments(),
               "chosen": chosen}  # fmt: skip
    return render(request, "web/ministry/round_new.html", context, status=422 if fault else 200)


@round_page(EVALUATE)
@require_GET
def show(request: HttpRequest, the_round: Round) -> HttpResponse:
    """Each government and where it stands in each stage; who is late; how many are where."""
    now, asked = timezone.now(), filters(request)
    everyone = _visible(request, the_round)
    page = Paginator(wanted(everyone, asked, now), _PAGE).get_page(request.GET.get("page", "1")[:6])
    counted = counts(lines(everyone, now))
    context: dict[str, Any] = {
        "round": the_round, "abilities": request.abilities, "page": page, "lines": lines(list(page), now),
        "asked": asked, "query": query_of(asked), "kinds": KINDS, "provinces": provinces(), "states": SHOWN_STATES,
        "stages": [{"stage": each, "counts": counted.get(each.kind, {})} for each in the_round.stages.all()],
        "events": the_round.events.filter(participation=None)[:20],
    }  # fmt: skip
    return render(request, "web/ministry/round.html", context)


@round_page(EVALUATE)
@require_GET
def export(request: HttpRequest, the_round: Round, form: str) -> HttpResponse:
    """The same list, with the same filter, as CSV or workbook."""
    now = timezone.now()
    everyone = _visible(request, the_round)
    table = sheet(lines(wanted(everyone, filters(request), now), now), request.lang)
    response = sheet_response(table, form, the_round.slug)
    if response is None:
        raise Http404
    return response


@round_page(GOVERN)
@require_http_methods(["GET", "POST"])
def windows(request: HttpRequest, the_round: Round) -> HttpResponse:
    """Move the windows for everyone, with a reason."""
    stages = list(the_round.stages.all())
    fault = ""
    if request.method == "POST":
        try:
            asked = {each.kind: each for each in windows_of(request, [stage.kind for stage in stages])}
            change_windows(the_round, asked, Author(request.user, reason_of(request)))
        except RefusedError as error:
            fault = told(request.lang, error)
        else:
            return redirect("web:round", the_round=the_round.slug)
    rows = [
        {
            "kind": each.kind,
            "opens": request.POST.get(f"opens-{each.kind}") or _form(each.opens),
            "closes": request.POST.get(f"closes-{each.kind}") or _form(each.closes),
        }
        for each in stages
    ]
    context = {"round": the_round, "windows": rows, "fault": fault, "values": request.POST}
    return render(request, "web/ministry/windows.html", context, status=422 if fault else 200)


@round_page(GOVERN)
@require_http_methods(["GET", "POST"])
def governments(request: HttpRequest, the_round: Round) -> HttpResponse:
    """Let governments take part: by province and kind, by table, or from the offices that stand."""
    if request.method == "POST":
        try:
            listed = _listed(request)
            if not listed:
                raise RefusedError("intake.none")
            added = add_governments(the_round, listed, Author(request.user, say("round.added-reason", request.lang)))
        except RefusedError as error:
            tell(request, error)
            return redirect("web:round-governments", the_round=the_round.slug)
        if not added:
            tell(request, RefusedError("intake.all-there"))
        return redirect("web:round", the_round=the_round.slug)
    here = set(the_round.participations.values_list("office__slug", flat=True))
    offices = [each for each in Office.objects.all()[: intake.MAX_ROWS] if each.slug not in here]
    context = {"round": the_round, "offices": offices, "provinces": provinces(), "kinds": KINDS, "number": len(here)}
    return render(request, "web/ministry/governments.html", context)


def _visible(request: HttpRequest, the_round: Round) -> Any:
    """All governments of the round for who governs it; for an evaluator those assigned."""
    if GOVERN in request.abilities:
        return participations(the_round)
    return participations(the_round).filter(pk__in=assigned_to(request.user).values("pk"))


def _listed(request: HttpRequest) -> list[intake.Listed]:
    how = request.POST.get("how", "")
    if how == "national":
        province = request.POST.get("province", "")
        if province not in {"", *(code for code, _ in provinces())}:
            return []
        return intake.of_province(province, request.POST.getlist("kinds"))
    if how == "offices":
        return intake.from_offices(request.POST.getlist("offices"))
    upload = request.FILES.get("table")
    if how != "table" or upload is None:
        return []
    if upload.size > intake.MAX_BYTES:
        raise RefusedError("intake.size", size=intake.MAX_BYTES >> 20)
    return intake.from_table(upload.name or "", upload.read())


def _form(each: Any) -> str:
    return timezone.localtime(each).strftime("%Y-%m-%dT%H:%M")
