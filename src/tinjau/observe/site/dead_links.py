"""E04: links of the site that lead to nothing."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_MOST = 5_000
_REMEMBERED = 4_000  # addresses that are not looked up again; project choice
_BUILT = ("{{", "{%", "<%", "'+", '"+', "+data", "${", "undefined", "[object")


class DeadLinks(Detector):
    """Links inside the site whose target the archive shows as missing or broken (status 400 and above).

    Read: links of pages, redirects followed. Targets that scripts build, feeds and addresses of other hosts do not
    count. Menu entries that lead nowhere (`#`) are not dead links. The value is the number of different targets.
    """

    name = "dead_links"
    check = "E04"
    reads = ("links",)

    def __init__(self) -> None:
        self._dead: set[int] = set()  # hashes of keys, and of addresses: a large site has many
        self._known: set[int] = set()
        self._first: Place | None = None

    def add(self, page: Page) -> None:
        """Note targets that are dead."""
        for link in page.facts.links:
            at = hash(link.url)
            if not link.url or at in self._known or len(self._dead) >= _MOST:
                continue
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known.add(at)
            if not page.site.is_own(link.url):
                continue
            found = page.site.response(link.url)
            if found is None or any(mark in link.raw for mark in _BUILT):
                continue
            if found.status >= 400 and found.status not in (401, 403, 405, 429):
                self._dead.add(hash(addresses.key(link.url)))
                self._first = self._first or Place.of(page, f"{link.text} → {link.raw} ({found.status})", link.url)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with their number."""
        if self._first is not None:
            yield self._first.seen(len(self._dead))
        else:
            yield absent(site)
