"""T09: the list of public information."""

from typing import ClassVar

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import Heading, Hit
from tinjau.observe.engine.leads import named_part
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TITLE
from tinjau.observe.engine.topic import TopicDetector

_NAMED = 0.6  # share of a document's name
_CLASSES = 3  # links under a heading that make a list
_CELLS = 12  # texts of a table that lists something: its head and two rows


class PublicInformationList(TopicDetector):
    """A list of public information that really lists something: documents, or the classes of information with links.

    Read: pages named after public information (PPID, amministrazione trasparente, transparencia), their documents,
    their links and the legal classes of information on them; host names of PPID portals. A page that only says what a
    PPID is, or an empty table, does not count.
    """

    name = "public_information_list"
    check = "T09"
    concept = "public_info"
    concepts = ("public_info", "info_categories", "budget")
    papers: ClassVar[bool] = False
    sections: ClassVar[bool] = False
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "ppid", "eppid", "e-ppid", "trasparenza", "amministrazionetrasparente", "transparencia", "portaltransparencia",
        "trasparenza-valutazione-merito.it", "transparenciainstitucional",
    )  # fmt: skip

    def add(self, page: Page) -> None:
        """Also a document that is the list, such as a publication scheme."""
        super().add(page)
        for hit in page.hits("info_categories", LINK):
            link = page.facts.links[hit.at]
            if page.site.is_paper(link.url) and hit.covered >= _NAMED * named_part(link.text) and not page.is_article:
                self._keep(2, 0.5, page, f"{link.text} → {link.raw}", link.url, link.text)

    def suits(self, page: Page) -> bool:
        """Two documents, or two classes of information with links of their own."""
        if page.papers >= 2:
            return True
        named = any(hit.covered * 2 >= len(page.name) for hit in page.hits("info_categories", TITLE, HEADING))
        if named and page.facts.marks.get("table") and len(page.own_blocks) >= _CELLS:
            return True
        if any(self._heads_list(page, page.facts.headings[hit.at]) for hit in page.hits("info_categories", HEADING)):
            return True
        classes = {
            self._text(page, hit.kind, hit.at) for hit in page.hits("info_categories", HEADING, LINK)
            if hit.kind == HEADING or hit.at in set(page.own_links)
        }  # fmt: skip
        listed = [hit for hit in page.hits("info_categories", BLOCK) if hit.at in page.own_set]
        return (len(classes) >= 2 or len(listed) >= 3) and len(page.own_links) >= 3

    def _heads_list(self, page: Page, heading: Heading) -> bool:
        """Whether links stand under a heading of the page's own, such as the classes of a publication scheme."""
        return heading.links >= _CLASSES and page.is_own_heading(heading)

    def _text(self, page: Page, kind: int, index: int) -> str:
        return page.facts.headings[index].text if kind == HEADING else page.facts.links[index].text

    def keeps(self, note: Note) -> bool:
        """A page that only the links name must hold documents."""
        return note.papers >= 2

    def _link(self, page: Page, hit: Hit) -> None:
        link = page.facts.links[hit.at]
        if any(each.at == hit.at for each in page.hits("budget", LINK)):
            return  # the budget alone
        outside = link.url and not page.site.is_own(link.url) and not addresses.is_paper(link.url)
        if outside and hit.kind == LINK and hit.covered / max(1, len(link.text)) >= 0.6:
            self._keep(3, 1.0, page, f"{link.text} → {link.raw}", link.url, link.text)
            return
        super()._link(page, hit)
