"""The invitation to a session and a participant's token: secrets of which only digests are kept.

The invitation's secret is derived from the server's key and a nonce of the session, so that the facilitator's screen
can show it again although the database does not hold it; another nonce ends it.
"""

import base64
import hashlib
import re
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from tinjau.web.limits import MISSES, is_spent, spent
from tinjau.web.models import FocusParticipant, FocusSession

_BYTES = 24  # of a secret: not to be guessed
_FORM = re.compile(r"[A-Za-z0-9_-]{32}")  # of a secret: 24 bytes in base64
_COOKIE_AGE = 7 * 24 * 3600


def new_nonce() -> str:
    """Another nonce: whoever holds the old invitation comes in no more."""
    return secrets.token_urlsafe(_BYTES)


def secret_of(session: FocusSession) -> str:
    """The secret of the invitation; empty where there is none, or where the server has another key than when made."""
    if not session.nonce or not session.digest:
        return ""
    made = salted_hmac("tinjau.focus.invitation", f"{session.pk}:{session.nonce}", algorithm="sha256").digest()
    secret = base64.urlsafe_b64encode(made[:_BYTES]).decode()
    return secret if digest_of(secret) == session.digest else ""


def invite(session: FocusSession) -> None:
    """Give the session a new invitation (not saved)."""
    session.nonce = new_nonce()
    made = salted_hmac("tinjau.focus.invitation", f"{session.pk}:{session.nonce}", algorithm="sha256").digest()
    session.digest = digest_of(base64.urlsafe_b64encode(made[:_BYTES]).decode())


def invited(secret: str) -> FocusSession | None:
    """The session that this secret opens now; None where it is wrong, revoked or past its end."""
    if not _FORM.fullmatch(secret):
        return None
    found = FocusSession.objects.select_related("cycle__office").filter(digest=digest_of(secret)).first()
    if found is None or found.state != FocusSession.State.OPEN or is_past(found):
        return None
    return found


def is_past(session: FocusSession) -> bool:
    """Whether the session's pages have ended for people without an account."""
    return session.expires is None or session.expires <= timezone.now()


def digest_of(secret: str) -> str:
    """What the database keeps of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def is_guessing(request: HttpRequest) -> bool:
    """Whether this address has named too many wrong secrets in this minute, to whichever process."""
    return is_spent(_counter(request), MISSES)


def note_miss(request: HttpRequest, secret: str) -> None:
    """Count a wrong secret that could have been a right one; what has not even the form of one is no guess."""
    if _FORM.fullmatch(secret):
        spent(_counter(request), MISSES)


def _counter(request: HttpRequest) -> str:
    return f"focus-misses {digest_of(str(request.META.get('REMOTE_ADDR', '')))}"


def cookie_name(session_id: int) -> str:
    """A cookie for each session: a token of one opens nothing of another."""
    return f"{'__Host-' if settings.HTTPS else ''}tinjau_room_{session_id}"


def give_token(response: HttpResponse, session: FocusSession) -> None:
    """A token for this browser, before it joins: joining twice with one token is joining once."""
    response.set_cookie(
        cookie_name(session.pk), secrets.token_urlsafe(_BYTES), max_age=_COOKIE_AGE, httponly=True, samesite="Lax",
        secure=settings.HTTPS, path="/",
    )  # fmt: skip


def token_of(request: HttpRequest, session_id: int) -> str:
    """The token that the browser brings for this session; empty where it brings none."""
    return str(request.COOKIES.get(cookie_name(session_id), ""))[:200]


def participant_of(request: HttpRequest, session_id: int) -> FocusParticipant | None:
    """Who asks, where the token belongs to someone who is in this session and was not taken out."""
    token = token_of(request, session_id)
    if not token:
        return None
    return (
        FocusParticipant.objects.select_related("session__cycle__office")
        .filter(digest=digest_of(token), session=session_id, removed__isnull=True)
        .first()
    )
