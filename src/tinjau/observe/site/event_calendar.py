"""A08: what is going to happen."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class EventCalendar(TopicDetector):
    """Announcements to the public or a calendar of events.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "event_calendar"
    check = "A08"
    concept = "announcement"
    concepts = ("announcement",)
    chars: ClassVar[int] = 60
