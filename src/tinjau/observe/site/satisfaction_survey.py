"""A11: whether people are satisfied."""

from typing import ClassVar

import re2

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_RESULT = re2.compile(
    r"\d{1,3}[.,]\d|\d\s?%|\b\d{2,}\s(?:responden|respond|réponses|respuestas|risposte|utenti|usagers)"
)


class SatisfactionSurvey(TopicDetector):
    """A satisfaction survey (SKM, IKM, customer satisfaction) to fill in, or its results.

    Read: titles, headings and links that name one, and host names of survey systems.
    """

    name = "satisfaction_survey"
    check = "A11"
    concept = "survey"
    forms: ClassVar[bool] = True
    spoken: ClassVar[bool] = True
    concepts = ("survey",)
    chars: ClassVar[int] = 60
    images: ClassVar[bool] = True
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = ("skm", "ikm", "eskm", "e-skm", "surveikepuasan", "survei", "survey")

    def add(self, page: Page) -> None:
        """Also a text that tells a survey's result in figures."""
        super().add(page)
        if not page.is_home:
            self._said(page, "survey", lambda text: _RESULT.search(text) is not None)
