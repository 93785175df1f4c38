"""Notices by mail: the own address and when mail is sent there, the link that confirms it, the link that ends it."""

import hashlib
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tinjau.web import periodic
from tinjau.web.limits import CONFIRMATIONS, spent
from tinjau.web.models import Letter, Wish
from tinjau.web.notices.letters import ask_to_confirm
from tinjau.web.notices.tokens import confirmed_by, stopped_by
from tinjau.web.texts_in import sent
from tinjau.web.views.faults import fault as refusal
from tinjau.web.words import LANGUAGES, say

_LONGEST = 254  # characters of an address, RFC 5321 (erratum 1690)


@login_required
@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """The page: set the address, remove it, choose when mail is sent, see what was sent last."""
    fault = ""
    if request.method == "POST":
        with transaction.atomic():
            Wish.objects.get_or_create(user=request.user, defaults={"lang": request.lang})
            wish = Wish.objects.select_for_update().get(user=request.user)
            fault = _change(request, wish)
        if not fault:
            return redirect("web:notices")
    letters = Letter.objects.filter(user=request.user)
    context = {
        "wish": Wish.objects.filter(user=request.user).first() or Wish(lang=request.lang), "fault": fault,
        "typed": request.POST.get("address", "")[:_LONGEST], "mail": settings.MAIL, "modes": Wish.Mode.values,
        "languages": settings.LANGUAGES, "hour": f"{settings.MAIL_HOUR:02d}.00 {timezone.localtime().tzname()}",
        "sent": letters.filter(state=Letter.State.SENT).order_by("-sent").first(),
        "failed": letters.exclude(fault="").order_by("-pk").first(),
    }  # fmt: skip
    return render(request, "web/notices/mail.html", context, status=422 if fault else 200)


@login_required
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the confirmation: opening it asks, and the button confirms, so that no scanner of mail does it."""
    wish = confirmed_by(token, request.user)
    if wish is None:
        return refusal(request, HTTPStatus.NOT_FOUND, "mail.link-over")
    if request.method == "POST" or wish.confirmed:
        now = timezone.now()
        same = Wish.objects.filter(pk=wish.pk, address=wish.address, confirmed=None)
        same.update(confirmed=now, refused=None, since=now)
        messages.success(request, say("mail.confirmed", request.lang))
        return redirect("web:notices")
    return render(request, "web/notices/confirm.html", {"wish": wish})


@csrf_exempt  # RFC 8058: the mail program sends the form by itself; the signed token alone lets it do this one thing
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """The link that ends the messages, without an account: opening it asks, a POST ends them and leads nowhere."""
    wish = stopped_by(token)
    if wish is None:
        return refusal(request, HTTPStatus.NOT_FOUND, "mail.link-over")
    done = request.method == "POST"
    if done:
        Wish.objects.filter(pk=wish.pk).update(mode=Wish.Mode.NONE)
    return render(request, "web/notices/stop.html", {"done": done})


def _change(request: HttpRequest, wish: Wish) -> str:
    """Do what the form asks; the sentence that says why not."""
    do = request.POST.get("do", "")
    if do == "address":
        return _address(request, wish)
    if do == "remove":
        wish.address, wish.confirmed, wish.refused, wish.mode = "", None, None, Wish.Mode.NONE
    elif do == "choice":
        mode, lang = request.POST.get("mode", ""), request.POST.get("lang", "")
        if mode in Wish.Mode.values:
            if wish.mode == Wish.Mode.NONE != mode:
                wish.since = timezone.now()
            wish.mode = mode
        wish.lang = lang if lang in LANGUAGES else wish.lang
        messages.success(request, say("mail.kept", request.lang))
    wish.save()
    return ""


def _address(request: HttpRequest, wish: Wish) -> str:
    address = sent(request, "address", _LONGEST + 1)
    try:
        validate_email(address if len(address) <= _LONGEST else "")
    except ValidationError:
        return say("mail.address-bad", request.lang)
    if not settings.MAIL:
        return say("mail.none-here", request.lang)
    if address == wish.address and wish.confirmed and not wish.refused:
        return ""
    target = hashlib.sha256(address.lower().encode()).hexdigest()[:40]
    # Both are counted each time: nobody sends more by another account, or to another address.
    if spent(f"confirm u{request.user.pk}", CONFIRMATIONS) | spent(f"confirm a{target}", CONFIRMATIONS):
        return say("mail.asked-often", request.lang)
    if not wish.address:
        wish.lang = request.lang
    wish.address, wish.confirmed, wish.refused = address, None, None
    wish.save()
    ask_to_confirm(wish)
    transaction.on_commit(periodic.wake)
    return ""
