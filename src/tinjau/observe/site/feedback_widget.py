"""A05: saying whether a page helped."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_NAMES = ("rating", "star", "useful", "helpful", "utile", "feedback_rating", "satisfaction", "nilai")


class FeedbackWidget(Detector):
    """A question on pages whether they were clear or helpful, with an answer to give.

    Read: radio buttons and fields by their names. A satisfaction survey of the office is satisfaction_survey.
    """

    name = "feedback_widget"
    check = "A05"
    reads = ("forms",)

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Count the page."""
        for form in page.facts.forms:
            for field in form.fields:
                if field.type == "radio" and field.name.lower().startswith(_NAMES):
                    self._pages += 1
                    self._found = self._found or Place.of(page, f"{form.heading}: {field.label}")
                    return

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
