"""U03: the years that published documents are of."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import EXCERPT, Detector, Finding, Place, absent
from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TARGET, TITLE
from tinjau.observe.engine.years import years_of

_ABOVE, _YEAR = 60, 4  # texts above a row among which its table's head stands; digits
_EMPTY = " -–—.xX"  # all that stands in a cell without a document
_CONCEPTS = ("budget", "financial_report", "planning", "performance")


class DocumentYears(Detector):
    """The newest year of budgets, reports and plans.

    Read: years in the words and file names of links to such documents, in titles and headings that name them, and on
    the covers of PDFs that the archive holds; a document's own cover goes before what a link says of it. Of a span of
    years a plan or budget is of the first (`Renstra 2021-2026` is of 2021), a report of the last. A year after the one
    that follows the capture is no document's year. The value is the newest year.
    """

    name = "document_years"
    check = "U03"
    version = 2
    reads = ("links", "title", "headings", "blocks", "documents")
    concepts = _CONCEPTS

    def __init__(self) -> None:
        self._newest: tuple[int, Place] | None = None
        self._years: set[int] = set()

    def add(self, page: Page) -> None:
        """Collect years beside the documents' names."""
        limit = _limit(page.site)
        opened = page.facts.links if page.site.papers else ()
        told = {link.block for link in opened if link.url and _tells_itself(page.site, link.url)}
        for concept in _CONCEPTS:
            for hit in page.hits(concept, LINK, TARGET, TITLE, HEADING, BLOCK):
                if hit.kind == BLOCK and hit.at in told:
                    continue  # the text of a link whose document says its year itself
                text, target = _named(page, hit)
                if target and (page.site.is_dead(target) or _tells_itself(page.site, target)):
                    continue
                for year in years_of(text, concept):
                    if year <= limit:
                        self._note(year, Place.of(page, f"{text} → {target}" if target else text, target))

    def _note(self, year: int, place: Place) -> None:
        self._years.add(year)
        if self._newest is None or year > self._newest[0]:
            self._newest = (year, place)

    def result(self, site: Site) -> Iterable[Finding]:
        """The newest year; the others in the reason."""
        for paper in site.papers.values():
            for concept in _CONCEPTS:
                if named := paper.named.get(concept):
                    place = Place(paper.url, paper.record_id, paper.digest, named.line[:EXCERPT])
                    for year in (each for each in named.years if each <= _limit(site)):
                        self._note(year, place)
        if self._newest is None:
            yield absent(site)
            return
        year, place = self._newest
        reason = "Years: " + ", ".join(str(each) for each in sorted(self._years, reverse=True)[:12])
        yield Finding(State.SEEN, year, reason, place.url, place.record_id, place.digest, place.excerpt)


def _named(page: Page, hit: Hit) -> tuple[str, str]:
    """The text that names a document, and where it leads; "" where it names none or is not the page's own."""
    facts = page.facts
    if hit.kind in (LINK, TARGET):
        link = facts.links[hit.at]
        paper = addresses.is_paper(link.url)
        if not paper and hit.covered / max(1, len(link.text)) < 0.3:
            return "", ""
        return f"{link.text} {addresses.words(link.url) if paper else ''}", link.url
    if hit.kind == BLOCK:
        following = " ".join(each.text for each in facts.blocks[hit.at + 1 : hit.at + 3] if len(each.text) <= 12)
        text = f"{facts.blocks[hit.at].text} {following}".strip()
        if not any(map(str.isdigit, text)):
            text = f"{text} {_columns(page, hit.at)}".strip()
        if hit.at not in page.own_set or len(text) > 90 or page.is_article:
            return "", ""
        return text, ""
    text = page.excerpt(hit)
    return ("", "") if page.is_article and hit.covered / max(1, len(text)) < 0.4 else (text, "")


def _columns(page: Page, at: int) -> str:
    """The years that head the columns of the table a row stands in; "" where none do."""
    years: list[str] = []
    for index in range(at - 1, max(-1, at - _ABOVE), -1):
        text = page.facts.blocks[index].text
        if len(text) == _YEAR and text.isdigit():
            years.insert(0, text)
        elif years:
            break
    cells = [each.text for each in page.facts.blocks[at + 1 : at + 1 + len(years)]]
    filled = [year for year, cell in zip(years, cells, strict=False) if cell.strip(_EMPTY)]
    return " ".join(filled) if len(years) > 1 else ""


def _tells_itself(site: Site, target: str) -> bool:
    """Whether the document's own cover says which year it is of."""
    paper = site.paper(target)
    return paper is not None and any(paper.named[each].years for each in _CONCEPTS if each in paper.named)


def _limit(site: Site) -> int:
    return int(site.captured[:4] or 2100) + 1
