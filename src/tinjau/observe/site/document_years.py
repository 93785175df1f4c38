"""U03: the years that published documents are of."""

from collections.abc import Iterable

import re2

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TARGET, TITLE

_YEAR = re2.compile(r"(?:^|[^\d])((?:19[9]\d|20[0-4]\d))(?:[^\d]|$)")
_CONCEPTS = ("budget", "financial_report", "planning", "performance")


class DocumentYears(Detector):
    """The newest year of budgets, reports and plans.

    Read: years in the words and file names of links to such documents, in titles and headings that name them. A year
    after the one that follows the capture is no document's year. The value is the newest year.
    """

    name = "document_years"
    check = "U03"
    reads = ("links", "title", "headings", "blocks")
    concepts = _CONCEPTS

    def __init__(self) -> None:
        self._newest: tuple[int, Place] | None = None
        self._years: set[int] = set()

    def add(self, page: Page) -> None:
        """Collect years beside the documents' names."""
        limit = int(page.site.captured[:4] or 2100) + 1
        facts = page.facts
        for concept in _CONCEPTS:
            for hit in page.hits(concept, LINK, TARGET, TITLE, HEADING, BLOCK):
                if hit.kind in (LINK, TARGET):
                    link = facts.links[hit.at]
                    paper = addresses.is_paper(link.url)
                    if not paper and hit.covered / max(1, len(link.text)) < 0.3:
                        continue
                    text, target = f"{link.text} {addresses.words(link.url) if paper else ''}", link.url
                elif hit.kind == BLOCK:
                    following = " ".join(
                        each.text for each in facts.blocks[hit.at + 1 : hit.at + 3] if len(each.text) <= 12
                    )
                    text, target = f"{facts.blocks[hit.at].text} {following}".strip(), ""
                    if hit.at not in page.own_set or len(text) > 90 or page.is_article:
                        continue
                else:
                    text, target = page.excerpt(hit), ""
                    if page.is_article and hit.covered / max(1, len(text)) < 0.4:
                        continue
                for match in _YEAR.finditer(text):
                    year = int(match.group(1))
                    if year <= limit and not (target and page.site.is_dead(target)):
                        self._note(year, Place.of(page, f"{text} → {target}" if target else text, target))

    def _note(self, year: int, place: Place) -> None:
        self._years.add(year)
        if self._newest is None or year > self._newest[0]:
            self._newest = (year, place)

    def result(self, site: Site) -> Iterable[Finding]:
        """The newest year; the others in the reason."""
        if self._newest is None:
            yield absent(site)
            return
        year, place = self._newest
        reason = "Years: " + ", ".join(str(each) for each in sorted(self._years, reverse=True)[:12])
        yield Finding(State.SEEN, year, reason, place.url, place.record_id, place.digest, place.excerpt)
