"""T02: how the institution is organised."""

from typing import ClassVar

from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_LABEL = 8  # letters of words that name a structure, more than "offices"; project choice


class OrganisationChart(TopicDetector):
    """A page or section with the structure of the organisation, as a picture, a list or text.

    Read: titles, headings and links that name the structure, and whether a picture or text stands there. Limits: what a
    picture shows is not read. An empty page under the menu entry does not count.
    """

    name = "organisation_chart"
    check = "T02"
    concept = "organisation"
    concepts = ("organisation",)
    chars: ClassVar[int] = 80
    images: ClassVar[bool] = True

    def _caption(self, page: Page, hit: Hit) -> None:
        """A label such as "Offices:" heads whom to ask, no chart."""
        if hit.covered >= _LABEL:
            super()._caption(page, hit)
