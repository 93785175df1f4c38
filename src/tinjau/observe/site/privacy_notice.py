"""T13: what happens to personal data."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class PrivacyNotice(TopicDetector):
    """A privacy notice with text.

    Read: titles, headings and links that name one. A consent line in a form alone is no notice.
    """

    name = "privacy_notice"
    check = "T13"
    concept = "privacy"
    concepts = ("privacy",)
    chars: ClassVar[int] = 120
    siblings: ClassVar[bool] = True
    fits: ClassVar[float] = 0.3
