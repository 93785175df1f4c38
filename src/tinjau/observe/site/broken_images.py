"""E04: pictures that are missing."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_MOST = 2_000
_LOCAL = ("localhost", "127.0.0.1", "192.168.")


class BrokenImages(Detector):
    """Images whose file the archive shows as missing, or that stand on somebody's own computer.

    Read: addresses of images. Images of other hosts that were not captured are not known. The value is their number.
    """

    name = "broken_images"
    check = "E04"
    reads = ("images",)
    technical = True

    def __init__(self) -> None:
        self._found: set[int] = set()  # hashes of keys
        self._first: Place | None = None

    def add(self, page: Page) -> None:
        """Note images that are dead."""
        for image in page.facts.images:
            if not image.src or len(self._found) >= _MOST:
                continue
            if addresses.host(image.src).startswith(_LOCAL) or page.site.is_dead(image.src):
                self._found.add(hash(addresses.key(image.src)))
                self._first = self._first or Place.of(page, image.src)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with their number."""
        if self._first is not None:
            yield self._first.seen(len(self._found))
        else:
            yield absent(site)
