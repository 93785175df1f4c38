"""A05: saying whether a page helped."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING

_NAMES = ("rating", "star", "useful", "helpful", "utile", "feedback_rating", "satisfaction", "nilai")


_ASKS, _NEAR = 120, 4  # characters of a question; texts after it among which the answer stands; project choice


class FeedbackWidget(Detector):
    """A question on pages whether they were clear or helpful, with an answer to give.

    Read: questions such as "Was this page helpful?" with a button or link after them; radio buttons by their names.
    A satisfaction survey of the office is satisfaction_survey.
    """

    name = "feedback_widget"
    check = "A05"
    reads = ("forms", "blocks", "headings")
    concepts = ("helpful",)

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Count the page."""
        asked = next((hit for hit in page.hits("helpful", BLOCK, HEADING) if self._answered(page, hit)), None)
        if asked is not None:
            self._pages += 1
            self._found = self._found or Place.of(page, page.excerpt(asked))
            return
        for form in page.facts.forms:
            for field in form.fields:
                if field.type == "radio" and field.name.lower().startswith(_NAMES):
                    self._pages += 1
                    self._found = self._found or Place.of(page, f"{form.heading}: {field.label}")
                    return

    def _answered(self, page: Page, hit: Hit) -> bool:
        """Whether the text asks, and a button, a choice or a link to answer stands right after it."""
        facts = page.facts
        at = hit.at if hit.kind == BLOCK else facts.headings[hit.at].block
        if len(facts.blocks[at].text) > _ASKS:
            return False
        near = range(at, at + _NEAR)
        return (
            any(each.block in near for each in facts.buttons)
            or any(each.block in near for each in facts.links)
            or any(field.type == "radio" for form in facts.forms for field in form.fields)
        )

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
