"""Who may do what where. One table; a foreign office looks exactly like one that does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tinjau.web.models import Cycle, Membership, Office, Participation, Role, Round
from tinjau.web.models.assessors import scores_blind

VIEW, FILL, COORDINATE, VERIFY, ADMIN = "view", "fill", "coordinate", "verify", "admin"
ASSESS = "assess"  # may be named as an assessor: opens one's own sheet and nothing else of an evaluation
EVALUATE, GOVERN = "evaluate", "govern"  # in a ministry's rounds: look at a government; run the round

ABILITIES: dict[str, frozenset[str]] = {
    Role.OPERATOR: frozenset({VIEW, FILL, ASSESS}),
    Role.COORDINATOR: frozenset({VIEW, FILL, COORDINATE, ASSESS}),
    Role.VERIFIER: frozenset({VIEW, VERIFY, ASSESS}),
    Role.OBSERVER: frozenset({VIEW}),
    Role.ASSESSOR: frozenset({ASSESS}),
    Role.OFFICE_ADMIN: frozenset({VIEW, FILL, COORDINATE, ADMIN, ASSESS}),
    Role.NATIONAL_ADMIN: frozenset({VIEW, ADMIN, EVALUATE, GOVERN}),
    Role.NATIONAL_EVALUATOR: frozenset({VIEW, EVALUATE}),
}


def is_national(user: Any) -> bool:
    """Whether the person is a national administrator."""
    return bool(Membership.objects.filter(user=user, role=Role.NATIONAL_ADMIN).exists())


def offices_for(user: Any) -> "QuerySet[Office]":
    """The offices that the person may see at all: the only way by which views reach one."""
    if is_national(user):
        return Office.objects.all()
    return Office.objects.filter(memberships__user=user)


def abilities_in(user: Any, office: Office) -> frozenset[str]:
    """What the person may do in this office. An evaluator's role alone gives nothing in an office."""
    mine = Membership.objects.filter(user=user)
    roles = mine.filter(office__in=[office.pk]) | mine.filter(office__isnull=True, role=Role.NATIONAL_ADMIN)
    return frozenset().union(*(ABILITIES[each.role] for each in roles))


def standing_in(user: Any, slug: str) -> tuple[Office | None, frozenset[str]]:
    """The office of this address with what the person may do there, by one question to the database; (None, none) for
    a foreign one. The same answer as `offices_for` and `abilities_in` give."""
    here = Q(office__slug=slug) | Q(office__isnull=True, role=Role.NATIONAL_ADMIN)
    held = list(Membership.objects.filter(here, user=user).select_related("office"))
    office = next((each.office for each in held if each.office_id is not None), None)
    if office is None and held:
        office = Office.objects.filter(slug=slug).first()
    if office is None:
        return None, frozenset()
    return office, frozenset().union(*(ABILITIES[each.role] for each in held))


def within(user: Any, cycle: Cycle, abilities: frozenset[str]) -> frozenset[str]:
    """What of these abilities holds in this cycle: whoever scores it blind opens nothing but the own sheet.

    Whoever coordinates keeps the rest: scores of an open round stand nowhere in it.
    """
    if abilities <= {ASSESS} or COORDINATE in abilities or not scores_blind(user, cycle):
        return abilities
    return abilities & {ASSESS}


def office_page(ability: str) -> Callable[..., Any]:
    """A view of one office: `view(request, office, …)`. 404 for a foreign office, 403 for a missing ability."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def wrapped(request: HttpRequest, office: str, *args: Any, **kwargs: Any) -> HttpResponse:
            found, request.abilities = standing_in(request.user, office)
            if found is None:
                raise Http404
            if ability not in request.abilities:
                raise PermissionDenied
            return view(request, found, *args, **kwargs)

        wrapped.ability = ability  # read by the test that lists routes and roles
        return wrapped

    return decorate


def cycle_page(ability: str) -> Callable[..., Any]:
    """A view of one cycle: `view(request, cycle, …)`, with the same rules. An evaluator reads the cycles assigned."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def wrapped(request: HttpRequest, office: str, cycle: str, *args: Any, **kwargs: Any) -> HttpResponse:
            cycles = Cycle.objects.select_related("office", "participation").filter(office__slug=office, slug=cycle)
            mine, request.abilities = standing_in(request.user, office)
            if mine is not None:
                found = cycles.first()
            else:
                found = cycles.filter(participation__in=assigned_to(request.user)).first()
                request.abilities = frozenset({VIEW})
                request.from_assignment = True
            if mine is None and found is None:
                raise Http404
            if ability not in request.abilities:
                raise PermissionDenied
            if found is None:
                raise Http404
            request.abilities = within(request.user, found, request.abilities)
            if ability not in request.abilities:
                return render(request, "web/fault.html", {"key": "assess.apart", "status": 403}, status=403)
            request.cycle = found  # the page that says why something is closed names the stage's end
            return view(request, found, *args, **kwargs)

        wrapped.ability = ability  # read by the test that lists routes and roles
        return wrapped

    return decorate


def national_abilities(user: Any) -> frozenset[str]:
    """What the person may do in a ministry's rounds."""
    roles = Membership.objects.filter(user=user, office__isnull=True)
    return frozenset().union(*(ABILITIES[each.role] for each in roles))


def assigned_to(user: Any) -> "QuerySet[Participation]":
    """The governments that this person evaluates: those assigned, while the role stands, and never the own one."""
    if not Membership.objects.filter(user=user, role=Role.NATIONAL_EVALUATOR).exists():
        return Participation.objects.none()
    own = Membership.objects.filter(user=user, office__isnull=False).values("office")
    return Participation.objects.filter(assignments__user=user).exclude(office__in=own)


def evaluators_of(part: Participation) -> list[int]:
    """The ids of those who evaluate this government now: assigned, still evaluators, and not working for it."""
    still = Membership.objects.filter(role=Role.NATIONAL_EVALUATOR).values("user")
    own = Membership.objects.filter(office__in=[part.office_id]).values("user")
    found = part.assignments.filter(user__in=still).exclude(user__in=own)
    return list(found.values_list("user", flat=True))


def is_conflicted(user: Any, office: Office) -> bool:
    """Whether the person works for this government, and so decides nothing about it on the ministry's side."""
    return bool(Membership.objects.filter(user=user, office=office).exists())


def national_page(ability: str) -> Callable[..., Any]:
    """A view of the ministry's: `view(request, …)`. 403 for everyone whose role does not reach here."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            request.abilities = national_abilities(request.user)
            if ability not in request.abilities:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        wrapped.ability = ability
        return wrapped

    return decorate


def round_page(ability: str) -> Callable[..., Any]:
    """A view of one round: `view(request, round, …)`. An evaluator sees the rounds in which he or she has a government;
    another round looks like none."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @national_page(ability)
        @wraps(view)
        def wrapped(request: HttpRequest, the_round: str, *args: Any, **kwargs: Any) -> HttpResponse:
            rounds = Round.objects.filter(slug=the_round)
            if GOVERN not in request.abilities:
                rounds = rounds.filter(participations__in=assigned_to(request.user)).distinct()
            found = rounds.first()
            if found is None:
                raise Http404
            return view(request, found, *args, **kwargs)

        return wrapped

    return decorate


def government_page(ability: str) -> Callable[..., Any]:
    """A view of one government in a round: `view(request, participation, …)`. Whoever works for it gets a 403."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @round_page(ability)
        @wraps(view)
        def wrapped(request: HttpRequest, the_round: Round, government: str, *args: Any, **kwargs: Any) -> HttpResponse:
            parts = the_round.participations if GOVERN in request.abilities else assigned_to(request.user)
            parts = parts.filter(round=the_round, office__slug=government)
            found = parts.select_related("office", "cycle__office", "round").first()
            if found is None:
                raise Http404
            if is_conflicted(request.user, found.office):
                raise PermissionDenied
            return view(request, found, *args, **kwargs)

        return wrapped

    return decorate
