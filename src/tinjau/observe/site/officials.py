"""T03: who holds office."""

from collections.abc import Iterable
from typing import ClassVar

from tinjau.model import State
from tinjau.observe.engine.detector import Finding, Place
from tinjau.observe.engine.facts import Heading
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.people import people_among
from tinjau.observe.engine.site import Note, Site
from tinjau.observe.engine.texts import BLOCK, HEADING
from tinjau.observe.engine.topic import TopicDetector

_FEWEST = 2  # people; one name under a speech is not who holds office
_MANY = 3  # pictures that stand for a gallery of people


class Officials(TopicDetector):
    """A page or section that names the people in office with their positions.

    Read: titles, headings and links that speak of officials, staff or a governing body, and whether names stand there:
    a position beside a name, academic titles, a staff number. Duties of an office without a name do not count, nor do
    numbers of employees. Limits: names inside pictures are not read; three pictures or more count as people shown.
    """

    name = "officials"
    check = "T03"
    concept = "officials"
    concepts = ("officials",)
    chars: ClassVar[int] = 20
    fits: ClassVar[float] = 0.3

    def __init__(self) -> None:
        super().__init__()
        self._anywhere: Place | None = None
        self._suited: tuple[Page, bool] | None = None  # the page that was looked at last

    def add(self, page: Page) -> None:
        """Named pages and sections, then any page that names office holders in its text."""
        super().add(page)
        if self._anywhere is None and not page.is_article and page.hits("officials", HEADING, BLOCK):
            note = page.site.note(page.url)
            if note is not None and not note.people:
                return  # looked for when the note was taken
            blocks = page.facts.blocks
            people = people_among([blocks[at] for at in page.own_blocks[:200]], _FEWEST)
            if len(people) >= _FEWEST:
                self._anywhere = Place.of(page, "; ".join(people))

    def result(self, site: Site) -> Iterable[Finding]:
        """What is named after officials first."""
        for finding in super().result(site):
            found = finding.state == State.SEEN
            yield finding if found or self._anywhere is None else self._anywhere.seen()

    def suits(self, page: Page) -> bool:
        """A name with a position, or a gallery."""
        if self._suited is None or self._suited[0] is not page:
            blocks = page.facts.blocks
            own = page.own_set
            near = [block for at, block in enumerate(blocks) if at in own or (block.level and block.zone == 0)]
            self._suited = page, len(people_among(near, _FEWEST)) >= _FEWEST or len(page.pictures) >= _MANY
        return self._suited[1]

    def suits_section(self, page: Page, heading: Heading) -> bool:
        """The same of a section."""
        return len(people_among(page.facts.blocks[heading.block : heading.block + 30], _FEWEST)) >= _FEWEST

    def keeps(self, note: Note) -> bool:
        """A page that only links name must show people too."""
        return note.people
