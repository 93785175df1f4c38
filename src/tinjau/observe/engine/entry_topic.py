"""A service that a site leads to: a page, a section, a line of a list of services or a door elsewhere."""

from typing import ClassVar

from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.page import Page, is_dated_folder
from tinjau.observe.engine.service_pages import lists_services
from tinjau.observe.engine.texts import BLOCK, LINK
from tinjau.observe.engine.topic import PORTAL, SECTION, TopicDetector

_LINE = 90  # characters of an entry that nothing links; project choice
_ENTRY = 0.4  # share of it that the service's words are; project choice
_COUNTS = ("statisti", "chart", "grafik", "estadistic")  # of addresses whose pages count papers and give none


class EntryTopic(TopicDetector):
    """One kind of service, named by `kind`. Documents, news and statistics that name it are no way to it."""

    kind: ClassVar[str] = ""
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True
    fits: ClassVar[float] = 0.3

    def add(self, page: Page) -> None:
        """As every topic; news tells of services and is none."""
        if page.is_article:
            return
        super().add(page)
        if not page.is_home and lists_services(page):
            for hit in page.hits(self.concept, BLOCK):
                self._entry(page, hit)
            for hit in page.hits(self.concept, LINK):
                self._door(page, hit)

    def _keep(self, kind: int, fit: float, page: Page, excerpt: str, target: str, text: str) -> None:
        if not is_dated_folder(target) and not any(each in target.lower() for each in _COUNTS):
            super()._keep(kind, fit, page, excerpt, target, text)

    def _entry(self, page: Page, hit: Hit) -> None:
        text = page.facts.blocks[hit.at].text
        named = text.partition(":")[0]  # before what the line says of it
        if hit.at in page.own_set and len(text) <= _LINE and self.fit(hit, named) >= _ENTRY:
            self._keep(SECTION, 0.4, page, f"{page.name}: {text}", f"{page.url}#l{hit.at}", text)

    def _door(self, page: Page, hit: Hit) -> None:
        """An entry of the list that leads to another organisation's site."""
        link = page.facts.links[hit.at]
        elsewhere = bool(link.url) and not page.site.is_own(link.url) and not page.site.is_paper(link.url)
        if elsewhere and page.is_own_link(link) and self.fit(hit, link.text) >= _ENTRY:
            self._keep(PORTAL, 0.4, page, f"{link.text} → {link.raw}", link.url, link.text)
