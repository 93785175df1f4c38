"""What comes round by itself while the server runs: notices by mail, and forgetting what is over.

In a thread of its own: a mail server that hangs keeps no run and no page waiting. Several processes may do it at once;
what must happen once is decided by the rows of the database.
"""

import logging
import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import close_old_connections
from django.db.models import Max
from django.utils import timezone

from tinjau.web import limits, sessions
from tinjau.web.models import Assignment, Due, Entry
from tinjau.web.notices import letters
from tinjau.web.notices.sending import send_waiting

TURN = 20.0  # seconds between two turns; project choice
AT_LATEST = timedelta(minutes=2)  # news are looked for after this though nothing changed; project choice
REST = timedelta(minutes=5)  # nothing is sent for so long after the mail server could not be reached; project choice
_LOG = logging.getLogger(__name__)
_woken = threading.Event()


class Turns:
    """Remembers what was done, from turn to turn, in one process."""

    def __init__(self) -> None:
        self._swept: date | None = None
        self._seen: tuple[Any, ...] = ()
        self._looked: datetime | None = None
        self._rests: datetime | None = None

    def turn(self, at: datetime | None = None) -> None:
        """Forget what is over once a day; gather what is new; send what waits. `at`: the moment (for tests)."""
        now = at or timezone.now()
        today = timezone.localtime(now).date()
        if self._swept != today:
            limits.sweep()
            sessions.sweep()
            letters.sweep(now)
            self._swept = today
        if not settings.MAIL:
            return
        seen = (timezone.localtime(now).hour, today, *_newest())
        if seen != self._seen or self._looked is None or now - self._looked >= AT_LATEST:
            letters.gather(now)
            self._seen, self._looked = seen, now
        if self._rests is None or now >= self._rests:
            self._rests = now + REST if send_waiting(at).stopped else None


def _newest() -> tuple[Any, ...]:
    """What changes as soon as there is anything new for anybody."""
    return (
        Entry.objects.aggregate(it=Max("pk"))["it"], Assignment.objects.aggregate(it=Max("pk"))["it"],
        Due.objects.aggregate(it=Max("changed"))["it"],
    )  # fmt: skip


def wake() -> None:
    """The next turn of this process comes at once: somebody waits for a message."""
    _woken.set()


def start() -> None:
    """Turn for turn in a thread, as long as the process lives."""
    turns = Turns()
    again_and_again("tinjau-periodic", turns.turn, TURN, _woken)


def again_and_again(name: str, what: Callable[[], None], seconds: float, woken: threading.Event) -> None:
    """Call `what` in a thread every so many seconds, or as soon as `woken` is set. A failure (the database away for a
    moment) is noted, and the next turn comes all the same."""

    def loop() -> None:
        while True:
            close_old_connections()
            try:
                what()
            except Exception:
                _LOG.exception("a turn of %s failed", name)
            woken.wait(seconds)
            woken.clear()

    threading.Thread(target=loop, daemon=True, name=name).start()
