"""T20: what the office promises of its services."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class ServiceStandard(TopicDetector):
    """A service charter, standard or pledge (maklumat, carta dei servizi, citizen's charter).

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "service_standard"
    check = "T20"
    concept = "service_standard"
    concepts = ("service_standard",)
    chars: ClassVar[int] = 60
    images: ClassVar[bool] = True
