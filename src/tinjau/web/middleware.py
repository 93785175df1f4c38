"""The reader's language, and the headers that every response carries."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from tinjau.web.views.faults import fault
from tinjau.web.words import LANGUAGE_COOKIE, LANGUAGES


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


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What every template may use: the language, the other language, and whether this is the demo."""
    lang = getattr(request, "lang", "id")
    apps = [app for each in settings.SOCIALACCOUNT_PROVIDERS.values() for app in each["APPS"]]
    providers = [
        {"address": reverse("openid_connect_login", kwargs={"provider_id": app["provider_id"]})} for app in apps
    ]
    return {"providers": providers, "lang": lang, "other_lang": "en" if lang == "id" else "id", "demo": settings.DEMO}
