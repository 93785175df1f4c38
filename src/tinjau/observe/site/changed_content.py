"""U04: whether pages say something else on another day."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site


class ChangedContent(Detector):
    """Pages whose content differs between two archives of different days that are observed together.

    Read: the texts of the content in both, the frame that stands on many pages left out, digits not compared (counters,
    dates of today). The value is the share of the pages held by both that differ; the excerpt is a text that stands in
    the record named here and not in the other. Which of both is the newer makes no difference. Cannot tell from one
    archive, or from archives of the same days. Limits: 5,000 pages are compared, none of
    more than 400 texts; a change of figures alone is missed.
    """

    name = "changed_content"
    check = "U04"
    reads = ("blocks",)

    def __init__(self) -> None:
        self._both = self._changed = 0
        self._first: Place | None = None
        self._same: Place | None = None

    def add(self, page: Page) -> None:
        """Hold the page against what another day's archive has of it."""
        later = page.site.later.get(addresses.key(page.url)) if page.site.later else None
        if later is None or page.facts.cut:
            return
        self._both += 1
        frame = page.site.blocks.frame
        blocks = page.facts.blocks
        now, then = {block.key for block in blocks if block.zone == MAIN} - frame, set(later) - frame
        if now == then:
            self._same = self._same or Place.of(page, page.name)
            return
        self._changed += 1
        alone = next((block.text for block in blocks if block.key in now and block.key not in then), "")
        self._first = self._first or Place.of(page, alone or page.name)

    def result(self, site: Site) -> Iterable[Finding]:  # noqa: ARG002 - absence is no question here
        """The share of pages that differ."""
        place = self._first or self._same
        if place is None:
            yield Finding(State.CANNOT_TELL, None, "The archives hold no page of two days")
            return
        state = State.SEEN if self._changed else State.NOT_SEEN
        reason = f"{self._changed} of {self._both} pages differ between two days"
        share = round(self._changed / self._both, 3)
        yield Finding(state, share, reason, place.url, place.record_id, place.digest, place.excerpt)
