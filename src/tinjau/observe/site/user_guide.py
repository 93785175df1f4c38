"""S02: how to use a service."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class UserGuide(TopicDetector):
    """A guide to using a service: a manual, instructions or a procedure, as a page, section or document.

    Read: titles, headings and links that name one.
    """

    name = "user_guide"
    check = "S02"
    concept = "user_guide"
    concepts = ("user_guide",)
    chars: ClassVar[int] = 80
    images: ClassVar[bool] = True
