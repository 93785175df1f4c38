"""T01: who the institution is, what it is for and what it does."""

from typing import ClassVar

from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import HEADING, TITLE
from tinjau.observe.engine.topic import TopicDetector

_ABOUT = ("about ", "tentang ", "chi siamo", "qui sommes", "acerca de", "sobre ", "quiénes", "à propos", "profil ")


class InstitutionProfile(TopicDetector):
    """A page or section that presents the institution: its history, vision and mission, or its duties.

    Read: titles, headings and links that speak of a profile, of vision and mission or of duties, and whether the page
    behind them has text of its own. Not read: whether the text is true or complete. A profile of a person, a village's
    potential or a company does not count.
    """

    name = "institution_profile"
    check = "T01"
    concept = "profile"
    concepts = ("profile", "vision_mission", "duties", "self", "officials")
    chars: ClassVar[int] = 80

    def fit(self, hit: Hit, text: str) -> float:
        """A name that begins with "about" is a profile, whatever follows."""
        start = text.strip().lower()
        if start.startswith(_ABOUT) and len(text.split()) <= 6:
            return 1.0
        return super().fit(hit, text)

    def add(self, page: Page) -> None:
        """Look for each of the three."""
        hits = page.facts.hits
        merged = [hit for concept in self.concepts[:3] for hit in hits.get(concept, ())]
        if merged:
            hits["profile"] = merged
        super().add(page)
        if page.is_home or page.hits("officials", TITLE, HEADING) or page.hits("profile", TITLE, HEADING):
            self._said(page, "self", lambda text: len(text) >= self.chars)
