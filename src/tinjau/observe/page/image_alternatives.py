"""P01: pictures with a text in their place (ACT 23a2a8)."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class ImageAlternatives(PageShare):
    """Every image of a page has an alternative or is marked as decoration.

    Read: `alt`, `aria-label`, `aria-labelledby`, `title` and the role of images. Limits: whether the text says what the
    picture shows is not judged.
    """

    name = "image_alternatives"
    check = "P01"
    reads = ("faults",)

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By the counts of the walk."""
        fault = page.facts.faults.get("23a2a8")
        return (None, "") if fault is None or not fault.applied else (fault.failed == 0, fault.first)
