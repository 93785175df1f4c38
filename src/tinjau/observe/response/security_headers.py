"""E12: headers that protect visitors."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_HEADERS = (
    "content-security-policy", "strict-transport-security", "x-frame-options", "x-content-type-options",
    "referrer-policy",
)  # fmt: skip


class SecurityHeaders(Detector):
    """Protective headers on the front page.

    Read: the response headers of the front page. Limits: a capture over http, or through a proxy that drops headers,
    cannot tell; then nothing is called absent. The value names the headers.
    """

    name = "security_headers"
    check = "E12"
    reads = ("headers",)
    technical = True

    def __init__(self) -> None:
        self._place: Place | None = None
        self._names: list[str] = []
        self._secure = False

    def add(self, page: Page) -> None:
        """Look at the front page only."""
        if page.is_home and self._place is None:
            self._names = [name for name in _HEADERS if name in page.facts.headers]
            self._secure = page.url.startswith("https:")
            self._place = Place.of(page, "; ".join(f"{name}: {page.facts.headers[name]}" for name in self._names))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen where there is one."""
        if self._place and self._names:
            yield self._place.seen(", ".join(self._names))
        elif self._place and not self._secure:
            yield Finding(State.CANNOT_TELL, None, "The capture was not made over https", self._place.url)
        else:
            yield absent(site)
