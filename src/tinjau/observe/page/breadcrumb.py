"""P05: pages that say where they stand."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare
from tinjau.observe.engine.trails import trail_of


class Breadcrumb(PageShare):
    """A breadcrumb stands on the page (the front page left out).

    Read: elements whose class, id, label or schema.org type says breadcrumb.
    """

    name = "breadcrumb"
    check = "P05"
    reads = (
        "marks",
        "data",
    )

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        if page.is_home:
            return None, ""
        if page.facts.marks.get("breadcrumb") or "BreadcrumbList" in page.facts.data:
            return True, ""
        trail = trail_of(page.facts.blocks)
        return bool(trail), trail
