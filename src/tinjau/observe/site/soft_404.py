"""S15: pages that are missing and do not say so in their status."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site


class Soft404(Detector):
    """A page with a good status whose title or heading says that there is no such page.

    Read: titles and headings in the words of error pages, beside little text. The front page is never one. Limits: what
    the server answers to an address that nobody linked is not in a capture.
    """

    name = "soft_404"
    check = "S15"
    reads = ("title", "headings", "blocks")
    concepts = ("not_found",)
    technical = True

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Count the page."""
        if page.is_missing:
            self._pages += 1
            self._found = self._found or Place.of(page, page.facts.title or page.name)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
