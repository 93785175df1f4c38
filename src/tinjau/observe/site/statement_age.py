"""U09: how old the promises on privacy and accessibility are."""

import datetime
from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.dates.grammar import date_of
from tinjau.observe.dates.stated import stated_day
from tinjau.observe.engine.detector import Detector, Finding, Place
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import HEADING, TITLE

_KINDS = ("privacy", "accessibility")  # concepts, and their names in the value
_NAMED = 0.3  # share of the page's name that the words are, as for the notices themselves; project choice
_FEWEST = 80  # characters of a statement; project choice


class StatementAge(Detector):
    """The day on which the statements on privacy and accessibility say they were written, reviewed or put in force.

    Read: pages named after one, with text; in them a date right after words of updating, else the date that the page
    declares of itself (`time`, JSON-LD, meta) and the front page does not. The date of a law that is cited is none. The
    value names each dated statement with its newest day; the reason is the age of the oldest of them. Not seen where
    statements stand and none is dated; cannot tell where none was captured.
    """

    name = "statement_age"
    check = "U09"
    reads = ("title", "headings", "blocks", "dates")
    concepts = _KINDS

    def __init__(self) -> None:
        self._dated: dict[str, tuple[datetime.date, Place]] = {}
        self._undated: Place | None = None

    def add(self, page: Page) -> None:
        """Look for the day on a page that is a statement."""
        for concept in _KINDS:
            if page.hits(concept, TITLE, HEADING) and self._is_one(page, concept):
                day, text = self._day(page)
                if day is None:
                    self._undated = self._undated or Place.of(page, page.name)
                elif concept not in self._dated or self._dated[concept][0] < day:
                    self._dated[concept] = (day, Place.of(page, f"{page.name}: {text}"))

    def _is_one(self, page: Page, concept: str) -> bool:
        if page.is_home or page.is_article or page.is_missing or page.is_placeholder or page.own_chars < _FEWEST:
            return False
        names = (page.name, page.heading)
        for hit in page.hits(concept, TITLE, HEADING):
            text = page.name if hit.kind == TITLE else page.facts.headings[hit.at].text
            if text in names and hit.covered >= _NAMED * len(text):
                return True
        return False

    def _day(self, page: Page) -> tuple[datetime.date | None, str]:
        """The newest day that the text states, else the one that the page declares; with where it was read."""
        limit = page.site.captured
        texts = [page.facts.blocks[at].text for at in page.own_blocks]
        found = [(day, text) for text in texts if (day := stated_day(text)) and day.isoformat() <= limit]
        if not found:
            front = page.site.home.dates if page.site.home else ()
            told = [(date_of(text), f"{source}: {text}") for source, text in page.facts.dates
                    if (source, text) not in front]  # fmt: skip
            found = [(day, text) for day, text in told if day and day.isoformat() <= limit]
        return max(found, default=(None, ""))

    def result(self, site: Site) -> Iterable[Finding]:
        """The days, oldest first."""
        if self._dated:
            days = sorted((day, concept, place) for concept, (day, place) in self._dated.items())
            oldest, _, place = days[0]
            value = "; ".join(f"{name} {day.isoformat()}" for day, name, _ in days)
            age = (datetime.date.fromisoformat(site.captured) - oldest).days
            reason = f"{age} days before the capture"
            yield Finding(State.SEEN, value, reason, place.url, place.record_id, place.digest, place.excerpt)
        elif self._undated:
            place = self._undated
            reason = "The statement does not say of when it is"
            yield Finding(State.NOT_SEEN, None, reason, place.url, place.record_id, place.digest, place.excerpt)
        else:
            none = "No statement on privacy or accessibility was captured"
            yield Finding(State.CANNOT_TELL, None, site.gap or none)
