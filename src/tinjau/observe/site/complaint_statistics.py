"""A07: what became of complaints."""

from typing import ClassVar

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK, HEADING, TITLE
from tinjau.observe.engine.topic import TopicDetector

_NUMBERS = 2  # figures in a text that makes it a statistic


class ComplaintStatistics(TopicDetector):
    """Numbers or answers of complaints, published.

    Read: titles, headings, links and documents that name statistics or a list of complaints.
    """

    name = "complaint_statistics"
    check = "A07"
    concept = "complaint_stats"
    concepts = ("complaint_stats", "complaint")
    chars: ClassVar[int] = 50
    images: ClassVar[bool] = True

    def add(self, page: Page) -> None:
        """Also numbers of what came and what was done, on a page about complaints."""
        super().add(page)
        if page.is_article or not page.hits("complaint", TITLE, HEADING):
            return
        for hit in page.hits("complaint_stats", BLOCK):
            text = page.facts.blocks[hit.at].text
            if (
                hit.at in page.own_set
                and sum(word.strip(".,;:()").replace(".", "").isdigit() for word in text.split()) >= _NUMBERS
            ):
                self._keep(1, 0.5, page, text, f"{page.url}#n", text)
                return
