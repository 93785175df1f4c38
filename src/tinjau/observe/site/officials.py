"""T03: who holds office."""

from typing import ClassVar

from tinjau.observe.engine.facts import Heading
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.people import people_among
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.topic import TopicDetector

_FEWEST = 2  # people; one name under a speech is not who holds office
_MANY = 3  # pictures that stand for a gallery of people


class Officials(TopicDetector):
    """A page or section that names the people in office with their positions.

    Read: titles, headings and links that speak of officials, staff or a governing body, and whether names stand there: a
    position beside a name, academic titles, a staff number. Duties of an office without a name do not count, nor do numbers
    of employees. Limits: names inside pictures are not read; three pictures or more count as people shown.
    """

    name = "officials"
    check = "T03"
    concept = "officials"
    concepts = ("officials",)
    chars: ClassVar[int] = 20
    fits: ClassVar[float] = 0.3

    def suits(self, page: Page) -> bool:
        """A name with a position, or a gallery."""
        blocks = page.facts.blocks
        own = set(page.own_blocks)
        near = [block for at, block in enumerate(blocks) if at in own or (block.level and block.zone == 0)]
        return len(people_among(near, _FEWEST)) >= _FEWEST or len(page.pictures) >= _MANY

    def suits_section(self, page: Page, heading: Heading) -> bool:
        """The same of a section."""
        return len(people_among(page.facts.blocks[heading.block : heading.block + 30], _FEWEST)) >= _FEWEST

    def keeps(self, note: Note) -> bool:
        """A page that only links name must show people too."""
        return note.people
