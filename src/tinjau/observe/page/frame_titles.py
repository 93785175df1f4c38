"""P01: frames with a title."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class FrameTitles(PageShare):
    """Every frame of a page has a title (ACT cae760).

    Read: the counts of the walk. Limits: frames that scripts add are not seen.
    """

    name = "frame_titles"
    check = "P01"
    reads = ("faults",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        fault = page.facts.faults.get("cae760")
        return (None, "") if fault is None or not fault.applied else (fault.failed == 0, fault.first)
