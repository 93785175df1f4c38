"""S02: what one must know of a service."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.money import AMOUNT, FREE
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.spans import SPAN
from tinjau.observe.engine.texts import BLOCK, HEADING, TITLE

_LABEL, _FITS = 60, 0.3  # characters of a label; share of a text that its words are
_LISTED = 6  # short texts that make a list of what is needed; project choice
_LEAST, _MOST, _COMMAS = 60, 700, 2  # characters of a paragraph that is a card; commas of what it lists; project choice
_PHRASE = 8  # letters of words that ask for something, more than "file" or "form"; project choice
_OTHER = ("privacy", "legal", "procurement", "consultation", "complaint", "info_request", "local_economy")
_PARTS = ("requirements", "procedure", "service_time", "fee")


class ServiceCards(Detector):
    """Pages or sections that say of a service what is needed, how it goes, how long it takes and what it costs.

    Read: headings and short texts of the page's own content that name these parts, and paragraphs that list what is
    needed. Requirements and one more part make a card, or requirements of two services. The value is the number of
    pages with cards.
    """

    name = "service_cards"
    check = "S02"
    reads = ("headings", "blocks")
    concepts = (*_PARTS, *_OTHER)

    def __init__(self) -> None:
        self._cards: set[int] = set()  # hashes of keys
        self._best: tuple[int, Place] | None = None

    def add(self, page: Page) -> None:
        """Count the parts that the page names as labels."""
        if page.is_article or page.is_placeholder or not page.hits("requirements"):
            return
        parts = {part: self._labels(page, part) for part in _PARTS}
        present = [part for part in _PARTS if parts[part]]
        listed = sum(1 for index in page.own_blocks if len(page.facts.blocks[index].text) <= 150)
        if "requirements" in present and (len(present) > 1 or len(parts["requirements"]) > 1 or listed >= _LISTED):
            excerpt = "; ".join(parts[part][0] for part in present)
        elif excerpt := self._paragraph(page):
            present = ["requirements"]
        else:
            return
        place = Place.of(page, f"{page.name}: {excerpt}")
        if len(self._cards) < 2_000:
            self._cards.add(hash(addresses.key(page.url)))
        if self._best is None or len(present) > self._best[0]:
            self._best = (len(present), place)

    def _paragraph(self, page: Page) -> str:
        """A text of the page's own that lists what is needed, or says with it how long or how much; "" without one."""
        if page.is_home or any(page.hits(each, TITLE, HEADING) for each in _OTHER):
            return ""
        facts = page.facts
        for hit in page.hits("requirements", BLOCK, HEADING):
            at = hit.at if hit.kind == BLOCK else facts.headings[hit.at].block + 1
            text = facts.blocks[at].text if at in page.own_set else ""
            if not _LEAST <= len(text) <= _MOST or hit.covered < _PHRASE:
                continue
            if text.count(",") >= _COMMAS or SPAN.search(text) or AMOUNT.search(text) or FREE.search(text):
                return text[:300]
        return ""

    def _labels(self, page: Page, part: str) -> list[str]:
        """Texts that are labels of the part: own headings, or short own texts, or longer ones that begin with it."""
        facts = page.facts
        found = []
        for hit in page.hits(part, HEADING, BLOCK):
            if hit.kind == HEADING:
                if page.is_own_heading(facts.headings[hit.at]):
                    found.append(facts.headings[hit.at].text)
            elif hit.at in page.own_set:
                text = facts.blocks[hit.at].text
                if len(text) <= _LABEL or ":" in text[:_LABEL] or hit.covered / len(text) >= _FITS:
                    found.append(text[:80])
        return found

    def result(self, site: Site) -> Iterable[Finding]:
        """The fullest card, with the number of pages that hold one."""
        if self._best is None:
            yield absent(site)
        else:
            yield self._best[1].seen(len(self._cards))
