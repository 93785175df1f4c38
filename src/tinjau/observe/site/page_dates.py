"""U02: dates that pages state of themselves, and whether they agree."""

import datetime
from collections.abc import Iterable

import re2

from tinjau.model import State
from tinjau.observe.dates.grammar import date_of
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_SLASHES = 2  # of a date with a year of two digits
_SHORT, _LINE = 160, 60
_WORDS = re2.compile(
    r"(?i)\b(?:updated|modified|published|posted|diperbarui|dipublikasikan|diposting|diunggah|terakhir|tanggal terbit|"
    r"aggiornat[ao]|pubblicat[ao]|ultimo aggiornamento|ultima modifica|data di pubblicazione|mis[e]? à jour|"
    r"publi[ée]e? le|"
    r"actualizad[ao]|publicad[ao]|última actualización|fecha de publicación)\b"
)
_APART = 366  # days between two sources of one page that are a disagreement; project choice


class PageDates(Detector):
    """Pages that carry a date of their own: JSON-LD, meta, <time>, the Last-Modified header.

    Read: these sources in this order, then dates that people can read beside words of publishing or under a headline. A
    Last-Modified of the capture's own day is the server's clock and does not count. The value is the share of pages
    with a date; the reason tells on how many pages the sources lie a year apart.
    """

    name = "page_dates"
    check = "U02"
    reads = ("dates", "headers", "blocks")

    def __init__(self) -> None:
        self._pages = self._dated = self._apart = 0
        self._first: Place | None = None

    def add(self, page: Page) -> None:
        """Count the page."""
        self._pages += 1
        days = [day for _, text in page.facts.dates if (day := date_of(text))]
        header = page.facts.headers.get("last-modified", "")
        modified = date_of(header.partition(", ")[2]) if header else None
        if modified and modified.isoformat() < page.site.captured:
            days.append(modified)
        shown = "" if days else self._shown(page)
        if not days and not shown:
            return
        self._dated += 1
        told = "; ".join(f"{source}: {text}" for source, text in page.facts.dates[:4]) or shown or header
        self._first = self._first or Place.of(page, told)
        if not days:
            return
        if max(days) - min(days) > datetime.timedelta(days=_APART):
            self._apart += 1

    def _shown(self, page: Page) -> str:
        """A date that people can read: beside words of publishing, or right under an article's headline."""
        blocks = page.facts.blocks
        own = page.own_blocks[:5] if page.is_article else page.own_blocks[:3]
        for index, block in enumerate(blocks):
            text = block.text
            if len(text) > _SHORT or ("20" not in text and "19" not in text and text.count("/") != _SLASHES):
                continue
            headed = index in own and (page.is_article or len(text) <= _LINE)
            if (headed or _WORDS.search(text)) and date_of(text):
                return text
        return ""

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen where any page carries a date."""
        if self._first is None:
            yield absent(site)
            return
        share = round(self._dated / self._pages, 3)
        reason = f"{self._dated} of {self._pages} pages; sources disagree on {self._apart}"
        place = self._first
        yield Finding(State.SEEN, share, reason, place.url, place.record_id, place.digest, place.excerpt)
