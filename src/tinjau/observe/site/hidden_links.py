"""P10: links that people cannot see. For the owner only."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_FEWEST = 3  # hidden links to one page's foreign hosts; menus and dialogs hide fewer


class HiddenLinks(Detector):
    """Links to other hosts inside elements that an inline style hides: a usual trace of injected advertising.

    Read: inline styles only. A hidden menu or dialog leads to the site itself and does not count. Never shown in
    public.
    """

    name = "hidden_links"
    check = "P10"
    reads = ("links",)
    technical = True
    owner_only = True

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Count hidden links to foreign hosts."""
        hidden = [
            link
            for link in page.facts.links
            if link.hidden
            and link.url
            and not page.site.is_own(link.url)
            and not page.site.is_sibling(link.url)
            and link.text
        ]
        if len(hidden) >= _FEWEST:
            self._pages += 1
            self._found = self._found or Place.of(page, "; ".join(f"{link.text} → {link.raw}" for link in hidden[:3]))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
