"""Services that come without asking."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class ProactiveService(TopicDetector):
    """A statement that a service is given or renewed without an application.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "proactive_service"
    check = "S03"
    concept = "proactive"
    concepts = ("proactive",)
    chars: ClassVar[int] = 50
    fits: ClassVar[float] = 0.3
