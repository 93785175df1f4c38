"""P01: links with a name."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class LinkNames(PageShare):
    """Every link of a page has a name (ACT c487ae).

    Read: the counts of the walk. Limits: a name that a style or script gives is not known; such links are not counted
    as failing.
    """

    name = "link_names"
    check = "P01"
    reads = ("faults",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        fault = page.facts.faults.get("c487ae")
        return (None, "") if fault is None or not fault.applied else (fault.failed == 0, fault.first)
