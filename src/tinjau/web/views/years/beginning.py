"""Begin next year's evaluation from this one, or say which one came before."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from tinjau import packs
from tinjau.web.beginning import create
from tinjau.web.history import Author, ClosedError
from tinjau.web.models import Cycle
from tinjau.web.permissions import COORDINATE, VIEW, cycle_page, within
from tinjau.web.texts_in import sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say
from tinjau.web.years.chain import LoopError, label_of, link
from tinjau.web.years.cloning import CHOICES, Wanted, clone, settings_of, with_needs

_DEFAULT = ("sitokdana-7", "wb-4")


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def following(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """What next year's evaluation takes over; POST makes it."""
    known = packs.instrument_ids()
    standing = [each for each in settings_of(cycle).get("instruments") or _DEFAULT if each in known]
    posted = request.method == "POST"
    chosen = [each for each in request.POST.getlist("instruments")[:100] if each in known] if posted else standing
    taken = with_needs(request.POST.getlist("taken")[:20]) if posted else ("services", "settings")
    title, period = sent(request, "title", 200), sent(request, "period", 40)
    fault = ""
    if posted:
        if not title or not period:
            fault = say("cycle.needs-title", request.lang)
        elif not chosen:
            fault = say("years.needs-instrument", request.lang)
        else:
            wanted = Wanted(title, period, taken, tuple(dict.fromkeys(chosen)))
            author = Author(request.user, say("years.taken-from", request.lang, title=cycle.title))
            try:
                with transaction.atomic():
                    made = create(cycle.office, title, period)
                    clone(cycle, made, wanted, author)
            except (LoopError, ClosedError):
                messages.error(request, say("years.loop", request.lang))
                return back_to(cycle)
            return back_to(made)
    context = {
        "cycle": cycle, "fault": fault, "values": {"title": title, "period": period or _next(cycle.period)},
        "choices": [{"id": each, "ticked": each in taken, "n": _count(cycle, each)} for each in CHOICES],
        "instruments": [
            {"pack": packs.load_instrument(each), "ticked": each in chosen, "standing": each in standing}
            for each in known
        ],
    }  # fmt: skip
    return render(request, "web/years/next.html", context, status=422 if fault else 200)


@cycle_page(COORDINATE)
@require_POST
def join(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Say which evaluation of the office came before this one; once, and never in a loop."""
    slug = sent(request, "previous", 80)
    found = Cycle.objects.filter(office=cycle.office_id, slug=slug).first()
    try:
        if found is None or VIEW not in within(request.user, found, request.abilities):
            raise LoopError
        link(cycle, found, request.user)
    except LoopError:
        messages.error(request, say("years.loop", request.lang))
    return back_to(cycle, "years")


def joinable(cycle: Cycle) -> list[dict[str, str]]:
    """Evaluations of the office that may have come before this one."""
    from_here = {cycle.pk}
    for _ in range(50):
        more = set(Cycle.objects.filter(succession__previous__in=from_here).values_list("pk", flat=True)) - from_here
        if not more:
            break
        from_here |= more
    others = Cycle.objects.filter(office=cycle.office_id).exclude(pk__in=from_here)[:100]
    return [{"slug": each.slug, "label": f"{label_of(each)}: {each.title}"} for each in others]


def _next(period: str) -> str:
    """The year after, where the period is a year."""
    return str(int(period) + 1) if period.isascii() and period.isdecimal() and len(period) == 4 else ""


def _count(cycle: Cycle, part: str) -> int | None:
    kind: Any = {"services": "service", "factors": "factor", "strategies": "strategy", "actions": "action"}.get(part)
    return cycle.entries_of(kind).exclude(payload=None).count() if kind else None
