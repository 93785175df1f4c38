"""What an answer is: its end state, and what it points to."""

from dataclasses import dataclass

from tinjau.capture import states
from tinjau.capture.client import Exchange
from tinjau.capture.links import Links, find_links
from tinjau.capture.messages import Message

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HTML = frozenset({"text/html", "application/xhtml+xml", ""})
_NOT_HTML = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"Rar!", b"\x7fELF")
_LOOK = 1024  # bytes in which an undeclared page must show that it is HTML


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a URL ended, and what follows from its answer. `location` is where it redirects to, empty for nowhere."""

    state: str
    detail: str
    is_page: bool
    media_type: str
    location: str = ""
    links: Links | None = None


def judge(exchange: Exchange, *, max_links: int) -> Verdict:
    """The end state of an answered URL."""
    message = exchange.message
    media_type = _media_type(message)
    notes = list(message.notes)
    if exchange.tls_problem:
        notes.append(f"the certificate is not valid: {exchange.tls_problem}")
    if message.status in _REDIRECTS and message.get("location"):
        location = _location(message)
        return Verdict(states.OK, "; ".join([f"redirects to {location[:300]}", *notes]), is_page=False,
                       media_type=media_type, location=location)  # fmt: skip
    if not 200 <= message.status < 300:
        return Verdict(states.http_error(message.status), "; ".join(notes), is_page=False, media_type=media_type)
    is_page = media_type in {"text/html", "application/xhtml+xml"}
    links = find_links(message.decoded.body, message.charset, max_links) if is_page else None
    if message.truncated:
        state = states.ok_truncated(message.truncated)
    elif links is not None and (links.cut or message.decoded.size > len(message.decoded.body)):
        state = states.ok_truncated("links")
    else:
        state = states.OK
    return Verdict(state, "; ".join(notes), is_page=is_page, media_type=media_type, links=links)


def _media_type(message: Message) -> str:
    """The declared type, except where the body's first bytes belie a declaration of HTML."""
    declared = message.media_type
    if declared not in _HTML:
        return declared
    start = message.decoded.body[:_LOOK]
    if start.startswith(_NOT_HTML):
        return "application/octet-stream"
    if declared:
        return declared
    lower = start.lstrip().lower()
    return "text/html" if lower.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) else ""


def _location(message: Message) -> str:
    """The target as text: bytes outside ASCII are mostly UTF-8, whatever the standard says."""
    raw = message.get("location").encode("latin-1")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
