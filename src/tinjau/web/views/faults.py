"""Pages for what went wrong: plain, in the reader's language, without a trace of the inside."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_LOG = logging.getLogger("tinjau.security")


def fault(request: HttpRequest, status: int, key: str) -> HttpResponse:
    """A fault page with its status."""
    return render(request, "web/fault.html", {"key": key, "status": status}, status=status)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404: there is nothing here, or not for this person; both look alike."""
    del exception
    return fault(request, 404, "fault.404")


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403: the role does not allow it."""
    del exception
    _LOG.warning("refused: %r for %r %r", str(getattr(request, "user", "")), request.method, request.path[:200])
    return fault(request, 403, "fault.403")


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """400: the request makes no sense."""
    del exception
    return fault(request, 400, "fault.400")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours."""
    return fault(request, 500, "fault.500")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is too old, or came from elsewhere."""
    del reason
    _LOG.warning("refused without the form's token: %r %r", request.method, request.path[:200])
    return fault(request, 403, "fault.csrf")


def closed(request: HttpRequest) -> HttpResponse:
    """404: a page of a library that this application does not offer."""
    return fault(request, 404, "fault.404")
