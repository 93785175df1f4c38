"""A08: what is going to happen."""

from typing import ClassVar

import re2

from tinjau.observe.dates.grammar import dates_in
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import HEADING, TITLE
from tinjau.observe.engine.topic import TopicDetector

_DAY = re2.compile(  # a day without its year, as calendars on front pages give it
    r"(?i)(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    r"dec)[a-z]*\.? \d{1,2}\b|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*\b)"
)
_LINES = 2  # such days that make a calendar; project choice
_NAMED, _BELOW = 0.4, 16  # share of a heading that words for events are; texts under it; project choice


class EventCalendar(TopicDetector):
    """Announcements to the public or a calendar of events.

    Read: titles, headings and links that name it, and what stands behind them; headings that name events, with days
    to come under them.
    """

    name = "event_calendar"
    check = "A08"
    concept = "announcement"
    concepts = ("announcement", "event")
    chars: ClassVar[int] = 60

    def add(self, page: Page) -> None:
        """Also a heading of events over days to come."""
        super().add(page)
        if page.is_article or page.is_missing:
            return
        for hit in page.hits("event", HEADING, *(() if page.is_home else (TITLE,))):
            text = page.name if hit.kind == TITLE else page.facts.headings[hit.at].text
            at = -1 if hit.kind == TITLE else page.facts.headings[hit.at].block
            if hit.covered < _NAMED * len(text):
                continue
            following = [page.facts.blocks[each].text for each in page.own_blocks if each > at][:_BELOW]
            coming = (
                each for each in following if any(str(found.day) >= page.site.captured for found in dates_in(each))
            )
            lines = [each for each in following if _DAY.match(each)]
            if told := next(coming, lines[0] if len(lines) >= _LINES else ""):
                self._keep(1, 0.5, page, f"{text}: {told}", f"{page.url}#e{hit.at}", text)
                return
