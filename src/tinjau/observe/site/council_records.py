"""T10: what the council decided."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class CouncilRecords(TopicDetector):
    """Agendas, minutes or decisions of a council or board.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "council_records"
    check = "T10"
    concept = "council"
    concepts = ("council",)
    chars: ClassVar[int] = 80
