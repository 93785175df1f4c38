"""C01: what a service costs."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, PATH, TITLE

_SERVICE = ("requirements", "procedure", "service_time")
_SHORT = 200  # characters of a text that states a fee
_AMOUNT = re2.compile(
    r"(?i)(?:rp\.?\s?\d|idr\s?\d|€\s?\d|\d\s?€|\$\s?\d|\d\s?euro\b|php\s?\d|₱\s?\d|£\s?\d|gratis|gratuit|"
    r"\d+\s?(?:pesos|soles|colones|quetzales|lempiras)|free of charge|no charge|"
    r"tidak dipungut|tanpa biaya|tidak dikenakan|sin costo|bebas biaya|\d[\d.,]*\s?(?:dh|mad|cfa|dt)\b)"
)


class FeesPublished(Detector):
    """A fee of a service, or that it is free.

    Read: the page's own texts beside words of cost. Prices of markets, budgets and taxes are not fees.
    """

    name = "fees_published"
    check = "C01"
    reads = ("blocks", "headings")
    concepts = ("fee", "requirements", "procedure", "service_time", "service_catalogue")

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Look at short texts and sections of cost, on pages about a service."""
        if page.is_article or page.is_home or not page.hits("fee"):
            return
        about = any(page.hits(each, HEADING, BLOCK) for each in _SERVICE) or page.hits("fee", TITLE, HEADING)
        if not about and not page.hits("service_catalogue", TITLE, HEADING, PATH):
            return
        blocks = page.facts.blocks
        for hit in page.hits("fee", BLOCK, HEADING):
            at = hit.at if hit.kind == BLOCK else page.facts.headings[hit.at].block
            if hit.kind == BLOCK and (at not in page.own_set or len(blocks[at].text) > _SHORT):
                continue
            text = " ".join(block.text[:300] for block in blocks[at : at + 3])
            if _AMOUNT.search(text):
                self._pages += 1
                self._found = self._found or Place.of(page, text)
                return

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
