"""S02: how long a service takes."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine.cells import beside
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.spans import SPAN
from tinjau.observe.engine.texts import BLOCK, HEADING

_DAYS = re2.compile(  # a head that names the unit, over cells that are numbers
    r"(?i)\((?:en |in |em )?(?:días|dias|jours|giorni|hari|days?|horas|heures|ore|jam|hours?)[^)|]{0,20}\)"
    r"[^|]*\|(?:[^|]*\|)*? ?\d{1,3} ?(?:\||$)"
)
_AT_ONCE = re2.compile(
    r"(?i)\b(?:the same day|while you wait|on the spot|hari itu juga|hari yang sama|langsung jadi|"
    r"(?:bisa|dapat) ditunggu)\b"
)
_LABEL = 60  # characters of a label; what is longer says its time itself or in the next texts; project choice


class StatedServiceTime(Detector):
    """A stated time in which a service is done: a number of days, hours or minutes beside words of duration.

    Read: the page's own texts and tables. Opening hours and dates are no durations; the time in which
    a complaint, an objection or a request for information is answered is no time of a service.
    """

    name = "stated_service_time"
    check = "S02"
    reads = ("blocks", "headings")
    concepts = ("service_time", "objection", "info_request", "complaint")

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Look at the texts that speak of duration, and the texts after a label of it."""
        if page.is_article or not page.hits("service_time"):
            return
        blocks = page.facts.blocks
        other = {hit.at for each in self.concepts[1:] for hit in page.hits(each, BLOCK)}  # time of an answer
        for hit in page.hits("service_time", BLOCK, HEADING):
            at = hit.at if hit.kind == BLOCK else page.facts.headings[hit.at].block
            if hit.kind == BLOCK and (at not in page.own_set or at in other):
                continue
            label = len(blocks[at].text) <= _LABEL
            text = beside(blocks, at) if label else " ".join(block.text[:300] for block in blocks[at : at + 4])
            at_once = _AT_ONCE.search(text if label else blocks[at].text)
            if at_once or SPAN.search(text) or (label and _DAYS.search(text)):
                self._pages += 1
                self._found = self._found or Place.of(page, text)
                return

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
