"""Data that need not be given again."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class DataOnce(TopicDetector):
    """A statement that forms are filled from what the administration knows already.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "data_once"
    check = ""
    concept = "once_only"
    concepts = ("once_only",)
    chars: ClassVar[int] = 50
    fits: ClassVar[float] = 0.3
