"""S13: services described for machines."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_TYPES = frozenset({"GovernmentService", "Service", "GovernmentPermit", "GovernmentOffice"})


class ServiceMetadata(Detector):
    """Services described with schema.org types in JSON-LD.

    Read: the `@type` of JSON-LD blocks. Limits: microdata and RDFa are not read.
    """

    name = "service_metadata"
    check = "S13"
    reads = ("data",)

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Count the page."""
        types = _TYPES.intersection(page.facts.data)
        if types:
            self._pages += 1
            self._found = self._found or Place.of(page, ", ".join(sorted(types)))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages."""
        yield self._found.seen(self._pages) if self._found else absent(site)
