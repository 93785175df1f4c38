"""P01: headings with text."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class HeadingTexts(PageShare):
    """Every heading of a page has text (ACT ffd0e9).

    Read: the counts of the walk. Limits: a picture with an alternative inside a heading is not read.
    """

    name = "heading_texts"
    check = "P01"
    reads = ("faults",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        fault = page.facts.faults.get("ffd0e9")
        return (None, "") if fault is None or not fault.applied else (fault.failed == 0, fault.first)
