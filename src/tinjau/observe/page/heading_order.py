"""P01: headings that do not jump."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class HeadingOrder(PageShare):
    """The levels of a page's headings go down one at a time.

    Read: heading levels in their order. Limits: WCAG asks for no strict order; this is a good practice, not a failure.
    """

    name = "heading_order"
    check = "P01"
    reads = ("faults",)
    technical = True

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        fault = page.facts.faults.get("order")
        return (None, "") if fault is None or not fault.applied else (fault.failed == 0, "")
