"""P07: insecure parts in secure pages."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site


class MixedContent(Detector):
    """Scripts, frames or images over http in pages over https.

    Read: addresses of scripts, frames and images on https pages. Limits: a capture over http cannot tell.
    """

    name = "mixed_content"
    check = "P07"
    reads = ("scripts", "frames", "images")
    technical = True

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = self._secure = 0

    def add(self, page: Page) -> None:
        """Count https pages with http parts."""
        if not page.url.startswith("https:"):
            return
        self._secure += 1
        facts = page.facts
        parts = [*facts.scripts, *(source for source, _ in facts.frames), *(image.src for image in facts.images)]
        insecure = next((each for each in parts if each.startswith("http:")), "")
        if insecure:
            self._pages += 1
            self._found = self._found or Place.of(page, insecure)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        if self._found:
            yield self._found.seen(self._pages)
        elif not self._secure:
            yield Finding(State.CANNOT_TELL, None, "The capture was not made over https")
        else:
            yield absent(site)
