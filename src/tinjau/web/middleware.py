"""The reader's language, and the headers that every response carries."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

LANGUAGE_COOKIE = "tinjau_lang"
LANGUAGES = ("id", "en")


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
    """Nothing of a person's work stays in a shared cache, and no feature of the device is asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What every template may use: the language, the other language, and whether this is the demo."""
    from django.conf import settings  # read at call time: tests override settings

    lang = getattr(request, "lang", "id")
    return {"lang": lang, "other_lang": "en" if lang == "id" else "id", "demo": settings.DEMO}
