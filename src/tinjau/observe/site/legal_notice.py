"""T14: on what terms a site and its content may be used."""

from typing import ClassVar

import re2

from tinjau.observe.engine.facts import FOOTER, MAIN, Heading
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK, HEADING, TITLE
from tinjau.observe.engine.topic import SECTION, TopicDetector

_LICENCES = {  # host: what its addresses hold that lead to a licence
    "creativecommons.org": "/", "nationalarchives.gov.uk": "/open-government-licence", "etalab.gouv.fr": "licence",
    "dati.gov.it": "iodl", "data.gov.sg": "/open-data-licence",
}  # fmt: skip
_LICENCE = re2.compile(
    r"(?i)\bcreative commons\b|\bcc[ -]by\b|\bopen government licen[cs]e\b|\blicence ouverte\b|\biodl\b"
)
_CHARS = 300  # of a section of another page: forms ask to accept terms in a line or two; project choice


class LegalNotice(TopicDetector):
    """Legal notes or terms of use of the site, or a licence of its content.

    Read: titles, headings and links that name them and what stands behind them; in the frame of the pages, a link to a
    licence or words that name one (Creative Commons, Open Government Licence, Licence Ouverte, IODL). A line of
    copyright with a year is no notice; regulations, and terms of a contest, a hire or a job are none either.
    """

    name = "legal_notice"
    check = "T14"
    concept = "legal_notice"
    concepts = ("legal_notice",)
    chars: ClassVar[int] = 40  # who publishes a site is said in a line
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._licensed = False

    def add(self, page: Page) -> None:
        """Also a licence of the content, named or linked in the frame."""
        super().add(page)
        if self._licensed:
            return
        for index, host in page.outside:
            mark = _LICENCES.get(host)
            link = page.facts.links[index]
            if mark and mark in link.url and (link.zone != MAIN or page.hits(self.concept, TITLE, HEADING)):
                self._licence(page, f"{link.text} → {link.raw}")
                return
        for hit in page.hits(self.concept, BLOCK):
            block = page.facts.blocks[hit.at]
            if block.zone == FOOTER and _LICENCE.search(block.text):
                self._licence(page, block.text)
                return

    def _licence(self, page: Page, excerpt: str) -> None:
        self._licensed = True
        self._keep(SECTION, 0.5, page, excerpt, f"{page.url}#licence", excerpt)

    def suits_section(self, page: Page, heading: Heading) -> bool:
        """Terms themselves, not a line that asks to accept them."""
        return heading.chars >= _CHARS and super().suits_section(page, heading)
