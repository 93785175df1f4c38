"""U05: the year in the footer."""

from collections.abc import Iterable

import re2

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_YEAR = re2.compile(r"(?i)(?:©|&copy;|copyright|hak cipta|\(c\))[^\d]{0,40}(?:(?:19|20)\d\d\s*[-–]\s*)?((?:19|20)\d\d)")


class CopyrightYear(Detector):
    """A year of copyright that lies behind the capture's year.

    Read: the sign © or its words with a year. The value is the year. A year that a script writes is the capture's own.
    """

    name = "copyright_year"
    check = "U05"
    reads = ("blocks",)
    technical = True

    def __init__(self) -> None:
        self._newest: tuple[int, Place] | None = None

    def add(self, page: Page) -> None:
        """Keep the newest year."""
        for block in page.facts.blocks[-12:]:
            match = _YEAR.search(block.text[:300])
            if match is not None:
                year = int(match.group(1))
                if self._newest is None or year > self._newest[0]:
                    self._newest = (year, Place.of(page, block.text))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen where the newest year is at least one behind."""
        if self._newest is None:
            yield absent(site)
            return
        year, place = self._newest
        old = bool(site.captured) and year < int(site.captured[:4])
        state = State.SEEN if old else State.NOT_SEEN
        yield Finding(state, year, "", place.url, place.record_id, place.digest, place.excerpt)
