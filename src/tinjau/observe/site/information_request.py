"""T09: asking for information."""

from typing import ClassVar

from tinjau.observe.engine.forms import APPLICATION, CONTACT, kind_of
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Note
from tinjau.observe.engine.topic import TopicDetector


class InformationRequest(TopicDetector):
    """A way to request public information: a form, a form to download, or the steps with an address.

    Read: titles, headings and links that name requests, and what stands behind them. A heading without a form, document or
    steps does not count.
    """

    name = "information_request"
    check = "T09"
    concept = "info_request"
    concepts = ("info_request",)
    chars: ClassVar[int] = 200
    siblings: ClassVar[bool] = True

    def suits(self, page: Page) -> bool:
        """A form, a document or the steps."""
        kinds = {kind_of(form, page, index) for index, form in enumerate(page.facts.forms) if form.zone == 0}
        return bool(kinds & {CONTACT, APPLICATION}) or super().suits(page)

    def keeps(self, note: Note) -> bool:
        """The same of a link's target."""
        return note.fields >= 3 or super().keeps(note)
