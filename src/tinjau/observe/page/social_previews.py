"""P09: pages that show well when shared."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class SocialPreviews(PageShare):
    """The page has og:title or twitter:title.

    Read: meta elements.
    """

    name = "social_previews"
    check = "P09"
    reads = ("metas",)
    technical = True

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        title = page.facts.metas.get("og:title") or page.facts.metas.get("twitter:title") or ""
        return bool(title), title
