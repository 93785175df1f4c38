"""P06: pages without elements of another age."""

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.shares import PageShare


class ObsoleteElements(PageShare):
    """No `font`, `center`, `marquee` or `blink` element stands on the page.

    Read: counts of these elements.
    """

    name = "obsolete_elements"
    check = "P06"
    reads = ("marks",)
    technical = True

    def of(self, page: Page) -> tuple[bool | None, str]:
        """By what the walk read."""
        found = [name for name in ("font", "center", "marquee", "blink") if page.facts.marks.get(name)]
        return not found, ", ".join(found)
