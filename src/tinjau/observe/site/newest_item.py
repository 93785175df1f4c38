"""U01: how new the newest item is."""

import datetime
from collections.abc import Iterable, Sequence

import re2

from tinjau.model import State
from tinjau.observe.dates.grammar import date_of, dates_in
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import HEADING

_MOST = 4_000  # different days kept
_LABELS = ("article:published_time", "article:modified_time")
_OTHER = re2.compile(
    r"(?i)\b(?:scad\w*|entro|nascita|lahir|waktu|jam|pukul|berlaku|deadline|due|valid|vence|plazo|hingga|sampai|"
    r"s/d|dal|until|"
    r"expires?|tenggat|batas|periode|date of birth|née?|fecha l[ií]mite|jusqu|from|dari tanggal|mulai)\b"
)
_SLASHES = 2  # of a date with a year of two digits
_NEAR = 5  # texts under a headline; project choice
_SHORT = 90  # characters of a text in which a date is the item's own, not mentioned in passing


class NewestItem(Detector):
    """The date of the newest news item, post or announcement, and how many days before the capture it lies.

    Read: dates of articles in JSON-LD, meta and <time>, and dates in short texts of the page's own content (below a
    headline, in a list of news). Dates in the frame (today's date, a copyright year, a calendar) and dates after the
    capture do not count. Limits: an item without a date is not seen.
    """

    name = "newest_item"
    check = "U01"
    reads = ("dates", "blocks")
    concepts = ("event",)

    def __init__(self) -> None:
        self._newest: tuple[datetime.date, Place] | None = None
        self._days: set[datetime.date] = set()

    def add(self, page: Page) -> None:
        """Collect the dates of one page."""
        names = {page.name, page.heading}
        if any(
            hit.covered * 2 >= len(page.excerpt(hit)) and page.excerpt(hit) in names
            for hit in page.hits("event", HEADING)
        ):
            return  # what is to come is no news
        limit = _day(page.site.captured)
        articles = page.is_article
        if articles:
            for source, text in page.facts.dates:
                day = date_of(text)
                if day:
                    self._note(day, page, f"{source}: {text}", limit)
        blocks = page.facts.blocks
        near = self._near_headline(page) if articles else ()
        for index in sorted({*page.own_blocks, *near}):
            text = blocks[index].text
            if len(text) > _SHORT and not (articles and index in page.own_blocks[:6]):
                continue
            if "20" not in text and "19" not in text and text.count("/") != _SLASHES:  # no year, no date
                continue
            before = blocks[index - 1].text[-40:] if index else ""
            if _OTHER.search(text) or (len(before) < 20 and _OTHER.search(before)):
                continue
            for found in dates_in(text[:200]):
                around = text if len(text) > 12 else f"{before} {text}"
                self._note(found.day, page, around, limit)

    def _near_headline(self, page: Page) -> Sequence[int]:
        """The texts right under an article's headline: "Published: November" is the same on many pages but for the
        day, and yet no frame.
        """
        blocks = page.facts.blocks
        at = next((each.block for each in page.facts.headings if each.text in {page.name, page.heading}), None)
        near = range(at + 1, min(len(blocks), at + 1 + _NEAR)) if at is not None else ()
        return [each for each in near if blocks[each].zone == MAIN and not blocks[each].level]

    def _note(self, day: datetime.date, page: Page, excerpt: str, limit: datetime.date | None) -> None:
        if limit is not None and day >= limit:
            return
        if len(self._days) < _MOST:
            self._days.add(day)
        if self._newest is None or (day, page.url) > (self._newest[0], self._newest[1].url):
            self._newest = (day, Place.of(page, excerpt))

    def result(self, site: Site) -> Iterable[Finding]:
        """The newest date as value, ISO 8601, with its age in days as reason."""
        if self._newest is None:
            yield absent(site)
            return
        day, place = self._newest
        limit = _day(site.captured)
        age = (limit - day).days if limit else None
        reason = f"{age} days before the capture" if age is not None else ""
        yield Finding(State.SEEN, day.isoformat(), reason, place.url, place.record_id, place.digest, place.excerpt)


def _day(text: str) -> datetime.date | None:
    return date_of(text) if text else None
