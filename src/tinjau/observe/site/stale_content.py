"""U05: signs that nobody looks after the content."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TITLE


class StaleContent(Detector):
    """Placeholder text, sample posts, sections under construction, template variables that nobody filled.

    Read: words of placeholders on any page, frame included. The value is the number of pages. Limits: text that is old
    but real is not recognised here; see newest_item.
    """

    name = "stale_content"
    check = "U05"
    reads = ("title", "headings", "blocks", "links")
    concepts = ("placeholder",)

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Count pages with placeholders."""
        hits = [
            hit for hit in page.hits("placeholder", TITLE, HEADING, BLOCK, LINK)
            if hit.kind != BLOCK or len(page.facts.blocks[hit.at].text) < 400
        ]  # fmt: skip
        unfilled = next((link for link in page.facts.links if "{{" in link.raw or "{%" in link.raw), None)
        if hits or unfilled:
            self._pages += 1
            told = page.excerpt(hits[0]) if hits else f"{unfilled.text} → {unfilled.raw}" if unfilled else ""
            self._found = self._found or Place.of(page, told)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
