"""U12: how old the newest open data are."""

import datetime
from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.dates.grammar import date_of
from tinjau.observe.dates.stated import stated_day
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import HEADING, LINK, TITLE

_DATA = frozenset({"csv", "json", "geojson", "kml", "shp", "xlsx", "ods"})
_TYPES = frozenset({"Dataset", "DataCatalog"})
_NAMED, _LEADS = 0.3, 0.4  # shares of a page's name, and of a link's text, that the words are; project choices


class OpenDataAge(Detector):
    """The day of the last update that a site states of its open data.

    Read: pages that are named after open data and hold data files to take, or are declared as a data set; in them the
    newest date right after words of updating, else what a data set declares of itself (JSON-LD, meta, `time`).
    Statistics of a year and news are no update. Not seen where such pages state no day; cannot tell where the data
    stand on a portal that was not captured, or there are none.
    """

    name = "open_data_age"
    check = "U12"
    reads = ("title", "headings", "links", "blocks", "dates", "data")
    concepts = ("open_data",)

    def __init__(self) -> None:
        self._newest: tuple[datetime.date, Place] | None = None
        self._undated: Place | None = None
        self._elsewhere: Place | None = None

    def add(self, page: Page) -> None:
        """Look for the day on a page of open data, and for a portal that links lead to."""
        declared = any(each in _TYPES for each in page.facts.data)
        hits = page.hits("open_data")
        if not (hits or declared) or page.is_article or page.is_missing:
            return
        if not page.is_home and not page.is_placeholder and (declared or self._is_one(page)):
            day, text = self._day(page, declared=declared)
            if day is None:
                self._undated = self._undated or Place.of(page, page.name)
            elif self._newest is None or day > self._newest[0]:
                self._newest = (day, Place.of(page, f"{page.name}: {text}"))
        if self._elsewhere is None:
            for hit in page.hits("open_data", LINK):
                link = page.facts.links[hit.at]
                if link.url and not page.site.is_own(link.url) and hit.covered >= _LEADS * len(link.text):
                    self._elsewhere = Place.of(page, link.text, link.url)
                    break

    def _is_one(self, page: Page) -> bool:
        names = (page.name, page.heading)
        for hit in page.hits("open_data", TITLE, HEADING):
            text = page.name if hit.kind == TITLE else page.facts.headings[hit.at].text
            if text in names and hit.covered >= _NAMED * len(text):
                links = page.facts.links
                return any(addresses.suffix(links[at].url) in _DATA for at in page.own_links)
        return False

    def _day(self, page: Page, *, declared: bool) -> tuple[datetime.date | None, str]:
        limit = page.site.captured
        texts = [page.facts.blocks[at].text for at in page.own_blocks]
        found = [(day, text) for text in texts if (day := stated_day(text)) and day.isoformat() <= limit]
        if not found and declared:
            told = [(date_of(text), f"{source}: {text}") for source, text in page.facts.dates]
            found = [(day, text) for day, text in told if day and day.isoformat() <= limit]
        return max(found, default=(None, ""))

    def result(self, site: Site) -> Iterable[Finding]:
        """The newest day."""
        if self._newest:
            day, place = self._newest
            age = (datetime.date.fromisoformat(site.captured) - day).days
            reason = f"{age} days before the capture"
            yield Finding(State.SEEN, day.isoformat(), reason, place.url, place.record_id, place.digest, place.excerpt)
        elif self._undated:
            place = self._undated
            reason = "The data do not say of when they are"
            yield Finding(State.NOT_SEEN, None, reason, place.url, place.record_id, place.digest, place.excerpt)
        else:
            why = "There is nothing on the site that this applies to"
            if self._elsewhere:
                place = self._elsewhere
                why = f"“{place.excerpt[:80]}” leads to another host that was not captured ({place.target})"
            yield Finding(State.CANNOT_TELL, None, site.gap or why)
