"""P05: pages that say where they stand."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


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
        return bool(page.facts.marks.get("breadcrumb")) or "BreadcrumbList" in page.facts.data, ""
