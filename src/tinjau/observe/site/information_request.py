"""T09: asking for information."""

from typing import ClassVar

import re2

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import Heading
from tinjau.observe.engine.forms import APPLICATION, CONTACT, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, PATH, TITLE
from tinjau.observe.engine.topic import PORTAL, TopicDetector

_SECTION = 200  # characters under a heading that are steps
_NAMED = 0.4  # share of the page's name
_STEPS = 60  # characters of a text that tells how to ask
_DOOR = 0.5  # share of a link's text that names requests; project choice
_DOORS = frozenset(  # states' systems through which every public body is asked, and systems that many rent
    [
        "portaltransparencia.cl",
        "plataformadetransparencia.org.mx",
        "foi.gov.ph",
        "rtionline.gov.in",
        "nextrequest.com",
        "govqa.us",
    ]
)
_ASKED = re2.compile(  # where a request is sent
    r"(?i)@|\b(?:at|to|with|in|of) the (?:\w+ ){0,3}(?:officer|office|collectorate|clerk|secretariat|secretary|"
    r"executive|council|"
    r"department|authority)\b|\bby post\b|\bmeja (?:layanan )?informasi\b|\bkantor ppid\b|\bkepada ppid\b|\bpetugas\b"
)


class InformationRequest(TopicDetector):
    """A way to request public information: a form, a form to download, or the steps with an address.

    Read: titles, headings and links that name requests, and what stands behind them; a link to the state's system for
    requests counts where its text names them. A heading without a form, document
    or steps does not count.
    """

    name = "information_request"
    check = "T09"
    spoken: ClassVar[bool] = True
    exact: ClassVar[bool] = True
    concept = "info_request"
    forms: ClassVar[bool] = True
    concepts = ("info_request", "info_ask", "public_info", "response_time")
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True

    def add(self, page: Page) -> None:
        """Also a page about public information that tells how to ask for it."""
        super().add(page)
        self._answers(page)
        self._elsewhere(page)
        if page.is_article or page.is_missing:
            return
        about = self._about(page)
        for hit in page.hits("info_request", BLOCK):
            text = page.facts.blocks[hit.at].text
            if hit.at in page.own_set and len(text) >= _STEPS and (about or "@" in text or self._under(page, hit.at)):
                self._keep(1, 0.5, page, text, f"{page.url}#r", page.name)
                return

    def _elsewhere(self, page: Page) -> None:
        """A link named after requests that leads to a system where the institution takes them."""
        for hit in page.hits("info_request", LINK):
            link = page.facts.links[hit.at]
            host = addresses.host(link.url or "")
            named = hit.covered >= _DOOR * len(link.text)
            if named and not _DOORS.isdisjoint((addresses.owner(host), host.removeprefix("www."))):
                self._keep(PORTAL, _DOOR, page, f"{link.text} → {link.raw}", link.url, link.text)

    def _answers(self, page: Page) -> None:
        """A page about public information that says where to write and how soon the answer comes."""
        if page.is_article or page.is_missing:
            return
        about = self._about(page)
        for hit in (*page.hits("info_ask", BLOCK), *page.hits("response_time", BLOCK)):
            text = page.facts.blocks[hit.at].text
            told = hit.at in page.own_set and len(text) >= _STEPS and _ASKED.search(text) is not None
            if told and (about or self._under(page, hit.at)):
                self._keep(1, 0.4, page, text, f"{page.url}#w", page.name)
                return

    def _under(self, page: Page, block: int) -> bool:
        """Whether the text stands under a heading that names public information."""
        above = [each for each in page.facts.headings if each.block < block]
        named = page.hits("public_info", HEADING) if above else []
        return any(
            page.facts.headings[hit.at] is above[-1] and hit.covered >= _NAMED * len(above[-1].text) for hit in named
        )

    def _about(self, page: Page) -> bool:
        """Whether the page is named after public information."""
        names = (page.name, page.heading)
        words = addresses.words(page.url)
        if any(hit.covered >= _NAMED * len(words) for hit in page.hits("public_info", PATH)):
            return True
        for hit in page.hits("public_info", TITLE, HEADING):
            text = page.name if hit.kind == TITLE else page.facts.headings[hit.at].text
            if text in names and hit.covered >= _NAMED * len(text):
                return True
        return False

    def suits(self, page: Page) -> bool:
        """A form, a document or the steps."""
        kinds = {kind_of(form, page, index) for index, form in enumerate(page.facts.forms) if form.zone == 0}
        return bool(kinds & {CONTACT, APPLICATION}) or super().suits(page)

    def keeps(self, note: Note) -> bool:
        """The same of a link's target."""
        return note.fields >= 3 or super().keeps(note)

    def suits_section(self, page: Page, heading: Heading) -> bool:
        """Steps, not a line that describes a service in a list."""
        return heading.chars >= _SECTION and super().suits_section(page, heading)
