"""Links for readers without an account: for one result, for a while, revocable."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tinjau.web.models import Cycle, ShareLink
from tinjau.web.permissions import COORDINATE, cycle_page
from tinjau.web.texts_in import number, sent
from tinjau.web.views.home import back_to
from tinjau.web.views.results import download

_LONGEST_DAYS, _USUAL_DAYS = 90, 14
_BYTES = 24  # of randomness in a link: not to be guessed


@cycle_page(COORDINATE)
@require_http_methods(["GET", "POST"])
def links(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """The links of the last result; a new one is shown once, with its QR code."""
    result = cycle.results.first()
    if result is None:
        raise Http404
    shown: dict[str, Any] | None = None
    if request.method == "POST":
        length = min(number(request.POST.get("days", "")) or _USUAL_DAYS, _LONGEST_DAYS)
        secret = secrets.token_urlsafe(_BYTES)
        ShareLink.objects.create(
            result=result,
            digest=_digest(secret),
            note=sent(request, "note", 120),
            created_by=request.user,
            expires=timezone.now() + timedelta(days=length),
        )
        address = request.build_absolute_uri(reverse("web:shared", kwargs={"secret": secret}))
        shown = {
            "address": address,
            "qr": segno.make(address, error="m").svg_inline(
                scale=4, omitsize=False, svgclass="qr", lineclass="qr-line"
            ),
        }
    standing = ShareLink.objects.filter(result__cycle=cycle)
    return render(request, "web/sharing.html", {"cycle": cycle, "links": standing, "shown": shown})


@cycle_page(COORDINATE)
@require_POST
def revoke(request: HttpRequest, cycle: Cycle, link: int) -> HttpResponse:
    """Close a link at once."""
    del request
    ShareLink.objects.filter(pk=link, result__cycle=cycle, revoked__isnull=True).update(revoked=timezone.now())
    return back_to(cycle, "links")


@require_GET
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """The page that a link opens."""
    found = _open(secret)
    assessment = found.result.assessment
    return render(request, "web/shared.html", {"link": found, "assessment": assessment, "secret": secret})


@require_GET
def shared_report(request: HttpRequest, secret: str) -> HttpResponse:
    """The report behind a link, as a download."""
    del request
    return download(_open(secret).result, "html")


def _open(secret: str) -> ShareLink:
    found = ShareLink.objects.select_related("result__cycle__office").filter(digest=_digest(secret)).first()
    if found is None or not found.is_open:
        raise Http404
    return found


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
