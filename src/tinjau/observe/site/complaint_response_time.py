"""A01: how soon a complaint is answered."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.spans import SPAN
from tinjau.observe.engine.texts import BLOCK, FORM, HEADING, PATH, TITLE


class ComplaintResponseTime(Detector):
    """A stated time for the answer to a complaint.

    Read: the own texts of pages that are named after complaints.
    """

    name = "complaint_response_time"
    check = "A01"
    reads = ("title", "headings", "blocks")
    concepts = ("complaint", "response_time")

    def __init__(self) -> None:
        self._found: Place | None = None

    def add(self, page: Page) -> None:
        """Look at the texts that speak of an answer."""
        if self._found or page.is_article or not page.hits("complaint"):
            return
        named = bool(page.hits("complaint", TITLE, HEADING, PATH, FORM))
        texts = {hit.at for hit in page.hits("complaint", BLOCK)}
        for hit in page.hits("response_time", BLOCK):
            text = page.facts.blocks[hit.at].text
            if (named or hit.at in texts) and hit.at in page.own_set and SPAN.search(text):
                self._found = Place.of(page, text)
                return

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen or absent."""
        yield self._found.seen() if self._found else absent(site)
