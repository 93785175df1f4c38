"""C01: what a service costs."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine.cells import beside
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.money import AMOUNT, FREE, LARGE, NOTHING, holds_amount
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, PATH, TITLE

_SERVICE = ("requirements", "procedure", "service_time")
_SHORT, _LONG = 400, 700  # characters of a text; of one whose sentences are read one by one; project choice
_LABEL, _FITS = 40, 0.5  # characters of a label, and the share of it that the words for cost are; project choice
_UNIT = re2.compile(  # a head that names the currency, over cells that are amounts
    r"(?i)^[^|]{0,40}\((?:s/\.?|€|\$|euros?|rp\.?|fcfa|chf|usd|q|bs\.?|£|₱)\)[^|]*\|(?:[^|]*\|)*? ?\d[\d.,]* ?(?:\||$)"
)
_SENTENCE = re2.compile(r"[.;!?]\s+(?:\p{Lu}|\d)")
_THING = re2.compile(  # what people pay for
    r"(?i)\b(?:licen[cs]es?|permits?|certificates?|certified|cop(?:y|ies)|registrations?|plots?|applications?|consents?|"
    r"(?:bus |resident'?s? |day |parking )?pass(?:es)?|stickers?|deposit|collections?|hire|burials?|marriages?|"
    r"surat|akta|kartu|izin|legalisasi|salinan|fotokopi|pendaftaran|sewa|penggantian|denda|pemeriksaan|rawat|tera)\b"
    r"[^|]{0,80}?(?:\b(?:is|are|costs?|for|of|at|plus|sebesar|seharga|dikenai|dikenakan|adalah)\b|[:=(–-]|\bRp)"
)
_ELSEWHERE = ("budget", "financial_report", "procurement", "local_economy", "investment")


class FeesPublished(Detector):
    """A fee of a service, or that it is free.

    Read: the page's own texts and tables beside words of cost, and sentences that price something people apply for.
    Prices of markets, tickets of sights, budgets and taxes are not fees.
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
        text = self._free(page) if page.is_home else self._stated(page) or self._priced(page)
        if text:
            self._pages += 1
            self._found = self._found or Place.of(page, text)

    def _free(self, page: Page) -> str:
        """A text of the front page that says of services that they are free; "" where there is none."""
        services = {hit.at for each in ("service_catalogue", "service_item") for hit in page.hits(each, BLOCK)}
        texts = (page.facts.blocks[hit.at].text for hit in page.hits("fee", BLOCK)
                 if hit.at in services and hit.at in page.own_set)  # fmt: skip
        return next((text for text in texts if len(text) <= _SHORT and FREE.search(text)), "")

    def _stated(self, page: Page) -> str:
        """A text that speaks of cost and states one; "" where there is none. Off pages about a service only a label
        of cost counts, and a sentence that holds both.
        """
        found = page.hits("fee", BLOCK, HEADING)
        about = bool(found) and (
            any(page.hits(each, HEADING, BLOCK) for each in _SERVICE)
            or bool(page.hits("fee", TITLE, HEADING) or page.hits("service_catalogue", TITLE, HEADING, PATH))
        )
        blocks = page.facts.blocks
        for hit in found:
            at = hit.at if hit.kind == BLOCK else page.facts.headings[hit.at].block
            said = blocks[at].text
            if hit.kind == BLOCK and (at not in page.own_set or len(said) > _SHORT):
                continue
            label = len(said) <= _LABEL and hit.covered >= _FITS * len(said)
            if about or label:
                text = beside(blocks, at)
                if AMOUNT.search(text) or FREE.search(text) or (label and (NOTHING.search(text) or _UNIT.search(text))):
                    return text
            elif (AMOUNT.search(said) and not LARGE.search(said) and not self._elsewhere(page)) or FREE.search(said):
                return said
        return ""

    def _priced(self, page: Page) -> str:
        """A sentence that prices something people apply for, or an amount on a page named after it."""
        texts = [page.facts.blocks[at].text for at in page.own_blocks]
        texts = [each for each in texts if len(each) <= _LONG and holds_amount(each)]
        if not texts or self._elsewhere(page):
            return ""
        named = page.hits("service_item", TITLE) or any(
            page.facts.headings[hit.at].text == page.heading for hit in page.hits("service_item", HEADING)
        )
        for text in texts:
            parts: list[str] = _SENTENCE.split(text)
            for part in parts:
                if AMOUNT.search(part) and not LARGE.search(part) and (named or _THING.search(part)):
                    return part
        return ""

    def _elsewhere(self, page: Page) -> bool:
        """Whether the page is named after what costs money and is no service."""
        return any(page.hits(each, TITLE, HEADING) for each in _ELSEWHERE)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
