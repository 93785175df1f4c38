"""A11: whether people are satisfied."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class SatisfactionSurvey(TopicDetector):
    """A satisfaction survey (SKM, IKM, customer satisfaction) to fill in, or its results.

    Read: titles, headings and links that name one, and host names of survey systems.
    """

    name = "satisfaction_survey"
    check = "A11"
    concept = "survey"
    forms: ClassVar[bool] = True
    concepts = ("survey",)
    chars: ClassVar[int] = 60
    images: ClassVar[bool] = True
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = ("skm", "ikm", "eskm", "e-skm", "surveikepuasan", "survei", "survey")
