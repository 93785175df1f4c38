"""Who may do what where. One table; a foreign office looks exactly like one that does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from tinjau.web.models import Cycle, Membership, Office, Role

VIEW, FILL, COORDINATE, VERIFY, ADMIN = "view", "fill", "coordinate", "verify", "admin"
EVALUATE, GOVERN = "evaluate", "govern"  # in a ministry's rounds: look at a government; run the round

ABILITIES: dict[str, frozenset[str]] = {
    Role.OPERATOR: frozenset({VIEW, FILL}),
    Role.COORDINATOR: frozenset({VIEW, FILL, COORDINATE}),
    Role.VERIFIER: frozenset({VIEW, VERIFY}),
    Role.OBSERVER: frozenset({VIEW}),
    Role.OFFICE_ADMIN: frozenset({VIEW, FILL, COORDINATE, ADMIN}),
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
    """What the person may do in this office."""
    roles = Membership.objects.filter(user=user).filter(office__in=[office.pk]) | Membership.objects.filter(
        user=user, office__isnull=True
    )
    return frozenset().union(*(ABILITIES[each.role] for each in roles))


def office_page(ability: str) -> Callable[..., Any]:
    """A view of one office: `view(request, office, …)`. 404 for a foreign office, 403 for a missing ability."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def wrapped(request: HttpRequest, office: str, *args: Any, **kwargs: Any) -> HttpResponse:
            found = offices_for(request.user).filter(slug=office).first()
            if found is None:
                raise Http404
            request.abilities = abilities_in(request.user, found)
            if ability not in request.abilities:
                raise PermissionDenied
            return view(request, found, *args, **kwargs)

        wrapped.ability = ability  # read by the test that lists routes and roles
        return wrapped

    return decorate


def cycle_page(ability: str) -> Callable[..., Any]:
    """A view of one cycle: `view(request, cycle, …)`, with the same rules."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @office_page(ability)
        @wraps(view)
        def wrapped(request: HttpRequest, office: Office, cycle: str, *args: Any, **kwargs: Any) -> HttpResponse:
            found = Cycle.objects.select_related("office").filter(office=office, slug=cycle).first()
            if found is None:
                raise Http404
            return view(request, found, *args, **kwargs)

        return wrapped

    return decorate
