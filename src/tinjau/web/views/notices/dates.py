"""Due dates of a cycle, and calendars: a file for those signed in, an address with a secret for calendar programs."""

import hashlib
import secrets
import zoneinfo
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tinjau.model import Text
from tinjau.web.models import NATIONAL, Cycle, Due, Role, Wish
from tinjau.web.notices.calendar import calendar_of
from tinjau.web.notices.due import LONGEST_TITLE, TooManyError, due_dates, set_due, standing, take_back
from tinjau.web.permissions import COORDINATE, VIEW, cycle_page
from tinjau.web.texts_in import sent
from tinjau.web.views.home import back_to
from tinjau.web.words import say

_BYTES = 24  # of randomness in a calendar's address
_OWN = "own-"  # how the keys begin of dates that a coordinator set by hand
_YEARS = (2000, 2100)


@cycle_page(VIEW)
@require_http_methods(["GET", "POST"])
def due(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The due dates; a coordinator adds one."""
    fault = ""
    if request.method == "POST":
        if COORDINATE not in request.abilities:
            return render(request, "web/fault.html", {"key": "fault.403", "status": 403}, status=403)
        fault = _add(request, cycle)
        if not fault:
            return back_to(cycle, "due")
    context = {
        "cycle": cycle, "dues": standing(cycle), "abilities": request.abilities, "fault": fault, "own": _OWN,
        "roles": [each for each in Role.values if each not in NATIONAL], "values": request.POST,
        "zone": settings.TIME_ZONE, "chosen": request.POST.getlist("roles"),
    }  # fmt: skip
    return render(request, "web/notices/due.html", context, status=422 if fault else 200)


@cycle_page(COORDINATE)
@require_POST
def remove(request: HttpRequest, cycle: Cycle, due: int) -> HttpResponse:
    """Take back a date that was set by hand; one that belongs to a plan moves with the plan."""
    found = Due.objects.filter(cycle=cycle, pk=due, withdrawn=False).first()
    if found is None:
        raise Http404
    if found.key.startswith(_OWN):
        take_back(cycle, found.key)
    else:
        messages.error(request, say("due.planned", request.lang))
    return back_to(cycle, "due")


@cycle_page(VIEW)
@require_GET
def download(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The cycle's due dates as a calendar file."""
    dues = standing(cycle)
    return _file(calendar_of(dues, request.lang, settings.OWN_ADDRESS, cycle.title), f"{cycle.slug}.ics")


@login_required
@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """All due dates that concern this person; a calendar's address can be made anew (the old one ends) or closed."""
    shown = ""
    if request.method == "POST":
        wish, _ = Wish.objects.get_or_create(user=request.user)
        if request.POST.get("do") == "close":
            wish.feed, wish.feed_made = "", None
        else:
            secret = secrets.token_urlsafe(_BYTES)
            wish.feed, wish.feed_made = _digest(secret), timezone.now()
            wish.lang = wish.lang if wish.address else request.lang  # who gets mail chose the language there
            shown = request.build_absolute_uri(reverse("web:calendar", kwargs={"secret": secret}))
        wish.save(update_fields=["feed", "feed_made", "lang"])
        if not shown:
            return redirect("web:own-dates")
    wish = Wish.objects.filter(user=request.user).first()
    context = {"dues": due_dates(request.user, after=timezone.now() - timedelta(days=30)), "shown": shown,
               "feed": wish if wish and wish.feed else None}  # fmt: skip
    return render(request, "web/notices/own.html", context)


@require_GET
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The due dates of the person whose address this is, for a calendar program: also those that were taken back."""
    del request
    wish = Wish.objects.select_related("user").filter(feed=_digest(secret)).exclude(feed="").first()
    if wish is None or not wish.user.is_active:
        raise Http404
    dues = due_dates(wish.user, after=timezone.now() - timedelta(days=400), withdrawn=True)
    response = _file(calendar_of(dues, wish.lang, settings.OWN_ADDRESS, "tinjau"), "tinjau.ics")
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _add(request: HttpRequest, cycle: Cycle) -> str:
    title = sent(request, "title", LONGEST_TITLE)
    at = _moment(sent(request, "date", 10), sent(request, "time", 5) or "16:00")
    roles = [each for each in request.POST.getlist("roles")[:20] if each in Role.values and each not in NATIONAL]
    if not title or at is None:
        return say("due.needs", request.lang)
    other = sent(request, "title_en", LONGEST_TITLE) or title
    try:
        set_due(cycle, f"{_OWN}{secrets.token_hex(6)}", at, Text(title, other), roles=roles)
    except TooManyError:
        return say("due.many", request.lang)
    return ""


def _moment(date: str, time: str) -> datetime | None:
    """The moment in the installation's zone; None where the two are none, or lie outside of this century."""
    try:
        found = datetime.fromisoformat(f"{date}T{time}")
    except ValueError:
        return None
    if found.tzinfo is not None or not _YEARS[0] <= found.year < _YEARS[1]:
        return None
    return found.replace(tzinfo=zoneinfo.ZoneInfo(settings.TIME_ZONE))


def _file(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
