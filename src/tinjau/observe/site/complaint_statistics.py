"""A07: what became of complaints."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class ComplaintStatistics(TopicDetector):
    """Numbers or answers of complaints, published.

    Read: titles, headings, links and documents that name statistics or a list of complaints.
    """

    name = "complaint_statistics"
    check = "A07"
    concept = "complaint_stats"
    concepts = ("complaint_stats",)
    chars: ClassVar[int] = 50
    images: ClassVar[bool] = True
