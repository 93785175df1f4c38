"""C01: what a service costs."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, PATH, TITLE

_SERVICE = ("requirements", "procedure", "service_time")
_SHORT = 400  # characters of a text that states a fee
_AMOUNT = re2.compile(
    r"(?i)(?:rp\.?\s?\d|idr\s?\d|€\s?\d|\d\s?€|\$\s?\d|\d\s?euros?\b|php\s?\d|₱\s?\d|£\s?\d|gratis|gratuit|"
    r"\d+\s?(?:pesos|soles|colones|quetzales|lempiras)|free of charge|no charge|"
    r"s/\.?\s?\d|[₡₲]\s?\d|\d\s?ut[ma]\b|cost[oi]\s?:?\s?(?:nessuno|ninguno|zero|cero)|"
    r"tidak dipungut|tanpa biaya|tidak dikenakan|sin costo|bebas biaya|\d[\d.,]*\s?(?:dh|mad|cfa|dt)\b)"
)

_FREE = re2.compile(
    r"(?i)\b(?:gratis|tidak dipungut|tidak dikenakan biaya|tanpa biaya|free of charge|gratuit[eois]?)\b"
)
_LARGE = re2.compile(
    r"(?i)\b(?:juta|miliar|triliun|million|millions|milioni|miliardi|millones|milliards?|mil euros|k€)\b"
)
_ELSEWHERE = ("budget", "financial_report", "procurement", "local_economy", "investment")


class FeesPublished(Detector):
    """A fee of a service, or that it is free.

    Read: the page's own texts beside words of cost. Prices of markets, budgets and taxes are not fees.
    """

    name = "fees_published"
    check = "C01"
    reads = ("blocks", "headings")
    concepts = ("fee", "requirements", "procedure", "service_time", "service_catalogue", "service_item", *_ELSEWHERE)

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Look at short texts and sections of cost, on pages about a service."""
        if page.is_article:
            return
        text = self._free(page) if page.is_home else self._stated(page) or self._beside_a_service(page)
        if text:
            self._pages += 1
            self._found = self._found or Place.of(page, text)

    def _free(self, page: Page) -> str:
        """A text of the front page that says of services that they are free; "" where there is none."""
        services = {hit.at for each in ("service_catalogue", "service_item") for hit in page.hits(each, BLOCK)}
        texts = (page.facts.blocks[hit.at].text for hit in page.hits("fee", BLOCK)
                 if hit.at in services and hit.at in page.own_set)  # fmt: skip
        return next((text for text in texts if len(text) <= _SHORT and _FREE.search(text)), "")

    def _stated(self, page: Page) -> str:
        """A text that speaks of cost and states one, on a page about a service; "" where there is none."""
        if not page.hits("fee"):
            return ""
        about = any(page.hits(each, HEADING, BLOCK) for each in _SERVICE) or page.hits("fee", TITLE, HEADING)
        if not about and not page.hits("service_catalogue", TITLE, HEADING, PATH):
            return ""
        blocks = page.facts.blocks
        for hit in page.hits("fee", BLOCK, HEADING):
            at = hit.at if hit.kind == BLOCK else page.facts.headings[hit.at].block
            if hit.kind == BLOCK and (at not in page.own_set or len(blocks[at].text) > _SHORT):
                continue
            text = " ".join(block.text[:300] for block in blocks[at : at + 3])
            if _AMOUNT.search(text):
                return text
        return ""

    def _beside_a_service(self, page: Page) -> str:
        """An amount on a page that is named after something people ask for, though no label of cost stands there."""
        named = page.hits("service_item", TITLE) or any(
            page.facts.headings[hit.at].text == page.heading for hit in page.hits("service_item", HEADING)
        )
        if not named or any(page.hits(each, TITLE, HEADING) for each in _ELSEWHERE):
            return ""
        texts = (page.facts.blocks[at].text for at in page.own_blocks)
        stated = (each for each in texts if len(each) <= _SHORT and _AMOUNT.search(each) and not _LARGE.search(each))
        return next(stated, "")

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
