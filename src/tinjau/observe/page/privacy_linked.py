"""T13: pages with a way to the privacy notice."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare
from tinjau.observe.engine.texts import LINK


class PrivacyLinked(PageShare):
    """A link named after privacy stands on the page.

    Read: links by their words. Whether the notice has text is told by privacy_notice.
    """

    name = "privacy_linked"
    check = "T13"
    reads = ("links",)
    concepts = ("privacy",)
    technical = True

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        hit = next((hit for hit in page.hits("privacy", LINK) if page.facts.links[hit.at].url), None)
        return hit is not None, page.excerpt(hit) if hit else ""
