"""U05: signs that nobody looks after the content."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TITLE

_LONG, _CELL = 400, 10  # characters: what is longer is real text; of a cell such as "à venir"; project choice


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
            if hit.kind != BLOCK or self._tells(page, page.facts.blocks[hit.at].text)
        ]  # fmt: skip
        unfilled = next((link for link in page.facts.links if "{{" in link.raw or "{%" in link.raw), None)
        if hits or unfilled:
            self._pages += 1
            told = page.excerpt(hits[0]) if hits else f"{unfilled.text} → {unfilled.raw}" if unfilled else ""
            self._found = self._found or Place.of(page, told)

    def _tells(self, page: Page, text: str) -> bool:
        """Whether a text is short enough to be a placeholder; a word in a table is none while more stands there."""
        return len(text) < _LONG and (len(text) > _CELL or page.is_placeholder)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
