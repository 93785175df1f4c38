"""A06: taking part in decisions."""

from typing import ClassVar

from tinjau.observe.engine.forms import kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector


class PublicConsultation(TopicDetector):
    """A poll, forum, consultation, petition or participatory budget that people can take part in.

    Read: titles, headings and links that name one, and forms of polls. News about a meeting does not count.
    """

    name = "public_consultation"
    check = "A06"
    spoken: ClassVar[bool] = True
    concept = "consultation"
    forms: ClassVar[bool] = True
    concepts = ("consultation",)
    reads = ("title", "headings", "links", "blocks", "forms")
    chars: ClassVar[int] = 80
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "musrenbang",
        "e-musrenbang",
        "emusrenbang",
        "participa",
        "partecipa",
        "jeparticipe",
    )
    fits: ClassVar[float] = 0.3

    def suits(self, page: Page) -> bool:
        """Text, and not an article about it."""
        polls = any(kind_of(form, page, index) for index, form in enumerate(page.facts.forms) if form.zone == 0)
        return (polls or page.own_chars >= self.chars) and not page.is_article
