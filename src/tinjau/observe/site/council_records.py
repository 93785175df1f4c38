"""T10: what the council decided."""

from typing import ClassVar

from tinjau.observe.engine.led_topic import LedTopic


class CouncilRecords(LedTopic):
    """Agendas, minutes or decisions of a council or board.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "council_records"
    check = "T10"
    concept = "council"
    concepts = ("council",)
    chars: ClassVar[int] = 80
    least: ClassVar[int] = 7  # an "agenda" elsewhere may be one of appointments
