"""How long a session lasts, and ending sessions: one's own, and an administrator those of his members."""

import time
from datetime import timedelta
from typing import Any

from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from tinjau.web.models import SignIn

NOTED = 60  # seconds after which a request is noted as a sign of life again: one write a minute at most; project choice
_BEGAN, _SEEN, _ROW = "tinjau_began", "tinjau_seen", "tinjau_row"


def overdue(request: HttpRequest, idle: int, longest: int) -> bool:
    """Whether this session is over: `idle` seconds without a request, or `longest` seconds after signing in.

    One that is over is ended at once, in the database too; one that goes on is noted as alive.
    """
    session, now = request.session, int(time.time())
    began, seen = session.get(_BEGAN), session.get(_SEEN)
    if began is not None and seen is not None and (now - began >= longest or now - seen >= idle):
        logout(request)
        return True
    if began is None or seen is None:
        session[_BEGAN] = session[_SEEN] = now
        _note(request)
    elif now - seen >= NOTED or session.get(_ROW) != session.session_key:
        session[_SEEN] = now
        _note(request)
    return False


def standing(user: Any) -> list[SignIn]:
    """The person's sessions that are not over, newest use first."""
    rows = list(SignIn.objects.filter(user=user))
    keys = [each.session_key for each in rows]
    open_ones = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    alive = set(open_ones.values_list("session_key", flat=True))
    return [each for each in rows if each.session_key in alive]


def end(user: Any, *, but: str | None = None, only: int | None = None) -> int:
    """End the person's sessions at once: all, all `but` the one with this key, or `only` the row of this number.

    How many were ended.
    """
    rows = SignIn.objects.filter(user=user)
    if but is not None:
        rows = rows.exclude(session_key=but)
    if only is not None:
        rows = rows.filter(pk=only)
    keys = list(rows.values_list("session_key", flat=True))
    gone, _ = Session.objects.filter(session_key__in=keys).delete()
    SignIn.objects.filter(session_key__in=keys).delete()
    return int(gone)


def sweep() -> None:
    """Forget sessions that are over, and rows without a session."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    SignIn.objects.exclude(session_key__in=Session.objects.values("session_key")).filter(
        seen__lt=timezone.now() - timedelta(minutes=5)
    ).delete()


def _note(request: HttpRequest) -> None:
    """A row for this session; one whose key was renewed (a new password) takes its row along."""
    session = request.session
    if session.session_key is None:
        session.save()
    key, before = session.session_key, session.get(_ROW)
    agent = "".join(each for each in request.headers.get("User-Agent", "") if each.isprintable())[:120]
    known = SignIn.objects.filter(session_key__in=[key, before], user=request.user)
    if not known.update(session_key=key, seen=timezone.now()):
        SignIn.objects.get_or_create(session_key=key, defaults={"user": request.user, "agent": agent})
    session[_ROW] = key
