"""E11: what pages hold before any script runs."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine.detector import Finding
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare
from tinjau.observe.engine.site import Site

_ENOUGH = 200  # characters of the page's own that are content; project choice, as for what a browser compares
_LITTLE, _FEW = 80, 3  # characters of a page that says nothing, and links of one that leads nowhere; project choice


class ContentWithoutScripts(PageShare):
    """The page's main content is in what the server sends, without JavaScript.

    Read: the page's own text, links, forms, pictures and documents, the frame of the site left out. Lacking where next
    to nothing stands in a page that loads scripts, where a table waits for a script to fill it, and where `noscript`
    asks for JavaScript on a page that says nothing else. A page without scripts holds all there is. Pages with little
    text and scripts of unknown purpose are left open; where they could turn the answer, cannot tell. `tinjau browse`
    compares with what scripts write.
    """

    name = "content_without_scripts"
    check = "E11"
    reads = ("blocks", "links", "scripts", "marks")
    technical = True

    def __init__(self) -> None:
        super().__init__()
        self.unclear = 0

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what stands there, and by what loads more."""
        if page.is_missing:
            return None, ""
        facts = page.facts
        if page.own_chars >= _ENOUGH or not (facts.scripts or facts.marks.get("filled")):
            return True, page.name
        if page.is_filled:
            return False, page.name
        holds = len(page.own_links) >= _FEW or page.papers or page.pictures
        if holds or any(form.zone == MAIN and form.fields for form in facts.forms):
            return True, page.name
        if sum(len(block.text) for block in facts.blocks) < _ENOUGH and len(facts.links) < _FEW:
            return False, (facts.scripts or [page.name])[0]
        if facts.marks.get("noscript_wall") and page.own_chars < _LITTLE:
            return False, page.name
        self.unclear += 1
        return None, ""

    def result(self, site: Site) -> Iterable[Finding]:
        """The share, where what was left open cannot turn it."""
        whole = self.having + self.lacking + self.unclear
        if self.unclear and self.having < self.least * whole <= self.having + self.unclear:
            reason = f"On {self.unclear} of {whole} pages it is open whether scripts bring the content"
            yield Finding(State.CANNOT_TELL, None, reason)
        else:
            yield from super().result(site)
