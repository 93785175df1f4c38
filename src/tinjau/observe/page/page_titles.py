"""P01: pages with a title of their own (ACT 2779a5)."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class PageTitles(PageShare):
    """Every page has a title that is not empty.

    Read: `title`. Limits: equal titles are told by duplicate_pages.
    """

    name = "page_titles"
    check = "P01"
    reads = ("title",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By the element."""
        return bool(page.facts.title), page.facts.title or page.url
