"""S06: frequent questions with answers."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class Faq(TopicDetector):
    """Frequent questions with their answers on a page or in a section.

    Read: titles, headings and links that name them, and the text behind. A menu entry whose page is missing does not
    count.
    """

    name = "faq"
    check = "S06"
    concept = "faq"
    concepts = ("faq",)
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True
