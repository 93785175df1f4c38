"""P01: buttons with a name."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class ButtonNames(PageShare):
    """Every button of a page has a name (ACT 97a4e1).

    Read: the counts of the walk. Limits: as for links.
    """

    name = "button_names"
    check = "P01"
    reads = ("faults",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        fault = page.facts.faults.get("97a4e1")
        return (None, "") if fault is None or not fault.applied else (fault.failed == 0, fault.first)
