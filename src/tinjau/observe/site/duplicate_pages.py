"""E08: different addresses with the same content."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.ledger import Table
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_LEAST = 200  # characters of own text that make two pages comparable
_FEW, _PARTS = 60, 3  # as many texts or links, equal in all headings and targets, are the same; project choice
_MOST = 50_000


class DuplicatePages(Detector):
    """Pages at different addresses whose own content is the same but for numbers (counters of visits, dates of today).

    Read: the page's own blocks, lists of links left out; of short pages also where their links lead. Pages of next to
    no text are not compared. The value is the number of pages beyond the first of each kind.
    """

    name = "duplicate_pages"
    check = "E08"
    reads = ("blocks",)
    technical = True

    def __init__(self) -> None:
        self._seen: Table[str] | None = None
        self._copies = 0
        self._place: Place | None = None

    def add(self, page: Page) -> None:
        """Compare with what was seen."""
        blocks, links = page.facts.blocks, page.facts.links
        linked = {link.block for link in links}  # lists that change with each visit are links
        said = [blocks[index] for index in page.own_blocks if index not in linked]
        if page.own_chars < _LEAST or sum(len(block.text) for block in said) < _LEAST:
            led = tuple(links[index].raw for index in page.own_links)
            if page.own_chars < _FEW or (len(said) < _PARTS and len(led) < _PARTS):
                return
            heads = tuple(each.text for each in page.facts.headings if page.is_own_heading(each))
            key = hash((tuple(blocks[index].key for index in page.own_blocks), heads, led))
        else:
            key = hash(tuple(block.key for block in said))
        if self._seen is None:
            self._seen = Table(page.site.ledger, str)
        known = self._seen.get(key)
        if known is not None:
            self._copies += 1
            self._place = self._place or Place.of(page, f"the same as {known}")
        elif len(self._seen) < _MOST:
            self._seen.put(key, page.url[-80:])

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of copies."""
        yield self._place.seen(self._copies) if self._place else absent(site)
