"""The reader's language, the headers that every response carries, and what every request must pass."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from tinjau.web import limits, sessions
from tinjau.web.accounts import lacks_factor
from tinjau.web.views.faults import fault
from tinjau.web.words import LANGUAGE_COOKIE, LANGUAGES, say

_LOG = logging.getLogger("tinjau.security")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# What someone without a second factor may reach who needs one: setting it up, signing out, the language.
_BEFORE_FACTOR = ("/accounts/2fa/", "/accounts/reauthenticate/", "/accounts/logout/", "/accounts/password/change/",
                  "/language/", "/health/", "/s/")  # fmt: skip
_PUBLIC = "/p/"  # published pages: the same for everyone and kept by caches, so that nobody's session is asked for
_FIELDS, _LONGEST = 20, 20_000  # of what was typed that a page gives back after the session ended


class LanguageMiddleware:
    """`request.lang` is id or en: what the reader chose, else what the browser asks for first, else Indonesian."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(LANGUAGE_COOKIE, "")
        asked = request.headers.get("Accept-Language", "")[:2].lower()
        request.lang = next((each for each in (chosen, asked) if each in LANGUAGES), "id")
        with translation.override(request.lang):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.lang)
        return response


class HeadersMiddleware:
    """Nothing of a person's work stays in a shared cache, and no feature of the device is asked for.

    A wrong method gets a page that leads on: reloading the page of a form, or coming back to one after signing in,
    asks for it by GET.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not request.path.startswith("/api/"):
            plain, response = response, fault(request, HTTPStatus.METHOD_NOT_ALLOWED, "fault.405")
            for name, value in plain.headers.items():
                if not name.startswith("Content-L"):
                    response.headers.setdefault(name, value)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        if request.path.startswith("/s/"):
            response.headers["X-Robots-Tag"] = "noindex"
        return response


class SessionAgeMiddleware:
    """A session that was idle or is old ends. What someone had typed by then is given back on a page to copy from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A published page is nobody's, and a monitor's question costs no query.
        if request.path.startswith((_PUBLIC, "/health/")) or not request.user.is_authenticated:
            return self.get_response(request)
        if not sessions.overdue(request, settings.SESSION_IDLE, settings.SESSION_LONGEST):
            return self.get_response(request)
        if request.method in _SAFE or request.path.startswith("/api/"):
            messages.info(request, say("session.ended", request.lang))
            return self.get_response(request)
        typed = [
            value[:_LONGEST] for name, value in request.POST.items()
            if value.strip() and (name in {"note", "evidence", "reason", "text", "message"} or "\n" in value)
        ][:_FIELDS]  # fmt: skip
        response = render(request, "web/security/ended.html", {"typed": typed}, status=401)
        if request.htmx:  # the page as a whole says so, not the question alone
            response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "body", "innerHTML"
        return response


class SecondFactorMiddleware:
    """People in the roles of TINJAU_MFA reach nothing but the page that sets up a second factor, until they have it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        before = request.path.startswith((*_BEFORE_FACTOR, _PUBLIC))
        if not settings.MFA_ROLES or before or not request.user.is_authenticated:
            return self.get_response(request)
        if not lacks_factor(request.user):
            return self.get_response(request)
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": say("factor.needed", request.lang)}, status=403)
        return render(request, "web/security/second_factor.html", {}, status=403)


class LimitMiddleware:
    """Too many requests for something expensive get 429 and the moment when it goes on; see limits.py."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *_: Any) -> HttpResponse | None:
        """Django asks before it calls the view."""
        del view
        name = request.resolver_match.view_name
        wait = limits.used_up(request, name) if settings.LIMITS else 0
        if not wait:
            return None
        _LOG.warning("limit of %s reached by %r", name, str(request.user))
        if request.path.startswith("/api/"):
            response: HttpResponse = JsonResponse({"detail": say("limit.lead", request.lang)}, status=429)
        else:
            response = render(request, "web/security/limited.html", {"minutes": -(-wait // 60)}, status=429)
        response.headers["Retry-After"] = str(wait)
        return response


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What every template may use: the language, the other language, and whether this is the demo."""
    lang = getattr(request, "lang", "id")
    apps = [app for each in settings.SOCIALACCOUNT_PROVIDERS.values() for app in each["APPS"]]
    providers = [
        {"address": reverse("openid_connect_login", kwargs={"provider_id": app["provider_id"]})} for app in apps
    ]
    return {"providers": providers, "lang": lang, "other_lang": "en" if lang == "id" else "id", "demo": settings.DEMO}
