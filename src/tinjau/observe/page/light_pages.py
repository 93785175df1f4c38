"""C03: pages that cost little to load."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare

_MOST = 500_000  # bytes


class LightPages(PageShare):
    """The HTML of the page is under 500 kB (project choice: more than ten times the usual).

    Read: the length of the body. Limits: images, scripts and styles are not added up.
    """

    name = "light_pages"
    check = "C03"
    reads = ("size",)
    technical = True

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        return page.facts.size <= _MOST, f"{page.facts.size} bytes"
