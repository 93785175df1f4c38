"""My tasks, offices, and the language."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from tinjau.web.assessors.rounds import rounds_of
from tinjau.web.ministry.tasks import waiting as ministry_tasks
from tinjau.web.models import Cycle, Membership, Office, Participation
from tinjau.web.models.assessors import scored_blind_by
from tinjau.web.permissions import (
    ABILITIES,
    COORDINATE,
    FILL,
    VERIFY,
    VIEW,
    office_page,
    offices_for,
)
from tinjau.web.words import LANGUAGE_COOKIE, LANGUAGES

_YEAR = 365 * 24 * 3600


@login_required
@require_GET
def tasks(request: HttpRequest) -> HttpResponse:
    """What waits for this person, office by office."""
    rows = []
    roles = list(Membership.objects.filter(user=request.user))
    # Who sees all offices gets a card for each round, not one for each of its hundreds of governments.
    apart: set[int] = set()
    if any(each.office_id is None for each in roles):
        apart = set(Participation.objects.values_list("cycle", flat=True))
    own = {each.office_id for each in roles}
    blind = scored_blind_by(request.user)
    readable = []
    for office in offices_for(request.user).prefetch_related("cycles"):
        held = [ABILITIES[each.role] for each in roles if each.office_id in {None, office.pk}]
        abilities = frozenset().union(*held)
        if VIEW in abilities:
            readable.append(office)
        rows += [
            {"office": office, "cycle": cycle, "todo": todo}
            for cycle in office.cycles.all()
            if VIEW in abilities and (cycle.pk not in blind or COORDINATE in abilities)
            if cycle.pk not in apart or office.pk in own
            for todo in [task_for(cycle, abilities)]
        ]
    waiting = [row for row in rows if row["todo"]]
    others = [row for row in rows if not row["todo"]]
    context = {"waiting": waiting, "others": others, "offices": readable, "sheets": rounds_of(request.user),
               "rounds": ministry_tasks(request.user, request.lang)}  # fmt: skip
    return render(request, "web/tasks.html", context)


def task_for(cycle: Cycle, abilities: frozenset[str]) -> str:
    """The id of the sentence that says what this person has to do in a cycle; empty where nothing."""
    if cycle.state == Cycle.State.OPEN and FILL in abilities:
        return "task.fill"
    if cycle.state == Cycle.State.SUBMITTED and VERIFY in abilities:
        return "task.verify"
    if cycle.state == Cycle.State.VERIFIED and COORDINATE in abilities:
        return "task.report"
    return ""


@require_POST
def language(request: HttpRequest, lang: str) -> HttpResponse:
    """Read on in the other language."""
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = "/"
    response = HttpResponseRedirect(target)
    if lang in LANGUAGES:
        response.set_cookie(
            LANGUAGE_COOKIE, lang, max_age=_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    return response


@office_page(VIEW)
@require_GET
def office(request: HttpRequest, found: Office) -> HttpResponse:
    """A government and its cycles."""
    return render(request, "web/office.html", {"office": found, "abilities": request.abilities})


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Alive: for a monitor, without a word about what runs here."""
    del request
    return HttpResponse("ok\n", content_type="text/plain")


def back_to(cycle: Cycle, name: str = "cycle", **more: Any) -> HttpResponse:
    """On to a page of the cycle."""
    return redirect(f"web:{name}", office=cycle.office.slug, cycle=cycle.slug, **more)
