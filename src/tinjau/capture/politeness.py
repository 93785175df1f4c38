"""How one host is treated: one request at a time, with pauses that it can lengthen."""

import email.utils
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tinjau.capture.messages import Message
from tinjau.capture.robots import Robots
from tinjau.capture.settings import CaptureSettings

DOWN_AFTER = 8  # failures one after the other before a host is taken for down; project choice
LATER = frozenset({429, 503})
TRY_AGAIN = frozenset({429, 500, 502, 503, 504})

_LONGEST_PAUSE = 30.0


@dataclass(slots=True)
class HostState:
    """What is known of a host in this session."""

    settings: CaptureSettings
    pause: float = 0.0
    robots: dict[str, Robots] = field(default_factory=dict)  # by origin
    failures: int = 0  # one after the other
    last_failure: str = ""
    sitemaps: int = 0
    _next: float = 0.0

    def __post_init__(self) -> None:
        self.pause = self.settings.pause

    @property
    def is_down(self) -> bool:
        """Whether so many requests failed in a row that no more are made."""
        return self.failures >= DOWN_AFTER

    def heard(self, robots: Robots) -> None:
        """Keep the site's own delay where it is longer than ours."""
        self.pause = max(self.pause, min(robots.delay, self.settings.max_crawl_delay))

    def wait(self) -> float:
        """Seconds until the next request may be sent."""
        return max(0.0, self._next - time.monotonic())

    def sent(self, extra: float = 0.0) -> None:
        """A request ended now; `extra` is a longer pause that was asked for."""
        self._next = time.monotonic() + max(self.pause, extra)

    def slow_down(self) -> None:
        """The host is overburdened: double the pause for the rest of the session."""
        self.pause = min(max(self.pause * 2, self.settings.back_off / 10), max(_LONGEST_PAUSE, self.pause))


def back_off(attempt: int, settings: CaptureSettings) -> float:
    """Seconds before the next attempt of the same URL."""
    return float(min(settings.back_off * 2**attempt, settings.max_wait))


def retry_after(message: Message) -> float | None:
    """Seconds that the answer asks to wait, from now; None where it does not say."""
    value = message.get("retry-after").strip()
    if not value:
        return None
    if value.isascii() and value.isdecimal():
        return float(value[:12])
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
