"""S17: numbers for emergencies."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class EmergencyNumbers(TopicDetector):
    """Emergency or other important numbers.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "emergency_numbers"
    check = "S17"
    concept = "emergency"
    concepts = ("emergency",)
    chars: ClassVar[int] = 40
    images: ClassVar[bool] = True
    siblings: ClassVar[bool] = True
