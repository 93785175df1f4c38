"""Who works in an office: its administrator adds people and changes their roles."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tinjau.web.models import NATIONAL, Membership, Office, Role
from tinjau.web.permissions import ADMIN, office_page
from tinjau.web.words import say

OFFICE_ROLES = tuple(each for each in Role.values if each not in NATIONAL)


@office_page(ADMIN)
@require_http_methods(["GET", "POST"])
def members(request: HttpRequest, office: Office) -> HttpResponse:
    """The members; a new one gets a name, a role and a first password."""
    fault = _add(request, office) if request.method == "POST" else ""
    if request.method == "POST" and not fault:
        return redirect("web:members", office=office.slug)
    context: dict[str, Any] = {
        "office": office,
        "members": office.memberships.select_related("user").order_by("user__username"),
        "roles": OFFICE_ROLES,
        "fault": fault,
    }
    return render(request, "web/members.html", context, status=422 if fault else 200)


@office_page(ADMIN)
@require_POST
def remove(request: HttpRequest, office: Office, member: int) -> HttpResponse:
    """Take a person out of the office; what they wrote stays, under their name."""
    found = office.memberships.filter(pk=member).first()
    if found is None:
        raise Http404
    if found.user_id != request.user.pk:
        found.delete()
    return redirect("web:members", office=office.slug)


def _add(request: HttpRequest, office: Office) -> str:
    users = get_user_model()
    name, role = users.normalize_username(request.POST.get("username", "").strip()), request.POST.get("role", "")
    if role not in OFFICE_ROLES or not name or len(name) > 150:
        return say("members.needs", request.lang)
    with transaction.atomic():
        # Names that differ only in capitals are one name: sign-in does not tell them apart.
        user = users.objects.filter(username__iexact=name).first()
        if user is None:
            password = request.POST.get("password", "")
            try:
                ASCIIUsernameValidator()(name)  # no look-alikes of another alphabet
                validate_password(password, users(username=name))
            except ValidationError as error:
                return " ".join(error.messages)
            user = users.objects.create_user(username=name, password=password)
        elif not office.memberships.filter(user=user).exists():
            # Someone else's account: joining needs that person's office, and naming it would say that it exists.
            return say("members.taken", request.lang)
        elif user.pk == request.user.pk:
            return say("members.own", request.lang)  # an office must not lose its last administrator by a slip
        Membership.objects.update_or_create(user=user, office=office, defaults={"role": role})
    return ""
