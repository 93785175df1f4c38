"""T06: what was achieved."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class PerformanceReport(TopicDetector):
    """A performance or annual report (LKjIP, LAKIP, LPPD, relazione sulla performance, rapport d'activité, memoria).

    Read: links to documents and pages whose words name such a report.
    """

    name = "performance_report"
    check = "T06"
    concept = "performance"
    concepts = ("performance",)
    chars: ClassVar[int] = 80
