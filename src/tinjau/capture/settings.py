"""How far a capture may go: every bound in one place."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from tinjau.model import InputError

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class CaptureSettings:
    """Bounds of one capture. Sizes are bytes, times seconds; all defaults are project choices unless they say more.

    `max_pages` bounds HTML pages with a 2xx status, `max_documents` PDF and office files. `delay` is the least time
    between two requests to one host (None: one second); a site's own Crawl-delay is kept where it is longer, up to
    `max_crawl_delay`. `allow_private` admits private and loopback addresses and ports other than 80 and 443.
    `contact` is an address in the user agent that a site's owner can write to.
    """

    max_pages: int = 200
    max_documents: int = 60
    max_depth: int = 12
    max_bytes: int = 2 * 1024 * _MIB  # of the archive
    max_seconds: float = 4 * 3600.0
    allow_private: bool = False
    delay: float | None = None
    contact: str = ""
    max_body: int = 10 * _MIB
    max_document: int = 20 * _MIB
    max_header_bytes: int = 65_536
    max_headers: int = 200
    max_links: int = 20_000  # of one page
    max_discovered: int = 100_000
    max_redirects: int = 10
    max_per_shape: int = 50
    connect_timeout: float = 10.0
    head_timeout: float = 30.0
    idle_timeout: float = 20.0
    total_timeout: float = 90.0
    min_rate: float = 200.0  # bytes a second, averaged, once `rate_after` seconds have passed
    rate_after: float = 10.0
    max_wait: float = 60.0  # the longest Retry-After that is waited for
    max_crawl_delay: float = 60.0
    back_off: float = 1.0  # before a second attempt; doubled before each one after it
    attempts: int = 3  # of one URL, where an answer says "later" or the connection fails

    def __post_init__(self) -> None:
        for name in ("max_pages", "max_depth", "max_bytes", "max_seconds"):
            if not getattr(self, name) > 0:
                raise InputError(f"--{name.replace('_', '-')}", str(getattr(self, name)), "it must be more than 0")
        if self.delay is not None and not 0 <= self.delay <= 3600:
            raise InputError("--delay", str(self.delay), "it must be between 0 and 3600 seconds")
        if any(ord(char) < 32 or ord(char) > 126 for char in self.contact) or len(self.contact) > 200:
            raise InputError("--contact", "", "it must be one line of at most 200 ASCII characters")

    @property
    def pause(self) -> float:
        """Seconds between two requests to one host, before robots.txt has spoken."""
        return 1.0 if self.delay is None else self.delay

    @property
    def max_requests(self) -> int:
        """The most requests of the whole capture: redirects, errors and sitemaps do not count as pages."""
        return 4 * self.max_pages + 2 * self.max_documents + 100

    def as_dict(self) -> dict[str, Any]:
        """The settings by name, for the manifest."""
        return dataclasses.asdict(self)
