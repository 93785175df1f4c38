"""T03: who holds office."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class Officials(TopicDetector):
    """A page or section that names the people in office with their positions.

    Read: titles, headings and links that speak of officials, staff or a governing body, and whether something stands
    there. Limits: names inside pictures are not read; a speech of welcome counts only with the office in its title.
    """

    name = "officials"
    check = "T03"
    concept = "officials"
    concepts = ("officials",)
    chars: ClassVar[int] = 80
    images: ClassVar[bool] = True
