"""P09: pages that describe themselves."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class PageDescriptions(PageShare):
    """The page has a description.

    Read: `meta name=description`.
    """

    name = "page_descriptions"
    check = "P09"
    reads = ("metas",)
    technical = True

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        text = page.facts.metas.get("description", "").strip()
        return bool(text), text
