"""S03: following a request."""

from typing import ClassVar

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.topic import TopicDetector


class StatusTracking(TopicDetector):
    """Seeing how far a request or complaint has come.

    Read: titles, headings, forms and links that name tracking, and whether a field to ask with or a list stands behind
    them.
    """

    name = "status_tracking"
    check = "S03"
    spoken: ClassVar[bool] = True
    concept = "tracking"
    forms: ClassVar[bool] = True
    concepts = ("tracking",)
    reads = ("title", "headings", "links", "blocks", "forms")
    chars: ClassVar[int] = 200
    papers: ClassVar[bool] = False
    siblings: ClassVar[bool] = True

    def suits(self, page: Page) -> bool:
        """A field to ask with, or a list of cases."""
        fields = any(
            each.type not in ("hidden", "search") for f in page.facts.forms if f.zone == 0 for each in f.fields
        )
        return fields or page.own_chars >= 600

    def keeps(self, note: Note) -> bool:
        """The same of a link's target."""
        return note.fields >= 1 or note.chars >= 600
