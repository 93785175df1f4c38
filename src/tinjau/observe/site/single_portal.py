"""E10: one door."""

from typing import ClassVar

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK
from tinjau.observe.engine.topic import TopicDetector


class SinglePortal(TopicDetector):
    """One portal or one account for the services of several offices.

    Read: titles, headings and links that name a single portal, a one-stop service or an electronic identity.
    """

    name = "single_portal"
    check = "E10"
    concept = "portal"
    concepts = ("portal", "one_account")
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True
    papers: ClassVar[bool] = False
    portals: ClassVar[tuple[str, ...]] = (
        "mpp", "ptsp", "mppdigital", "sede", "sedeelectronica", "sportellotelematico", "mesadepartes", "oficinavirtual",
    )  # fmt: skip

    def add(self, page: Page) -> None:
        """Also a page that says of itself that one account serves for all."""
        super().add(page)
        for hit in page.hits("one_account", BLOCK):
            if hit.at in page.own_set and not page.is_article and not page.is_missing:
                text = page.facts.blocks[hit.at].text
                self._keep(0, 0.5, page, text, page.url, text)
