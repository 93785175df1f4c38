"""T19: whose scripts and frames the pages load."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_MOST = 200


class ForeignHosts(Detector):
    """Scripts and frames from hosts of other organisations.

    Read: addresses of scripts and iframes. Limits: what scripts load later is not in the page. The value names the
    hosts.
    """

    name = "foreign_hosts"
    check = "T19"
    reads = ("scripts", "frames")
    technical = True

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Note hosts."""
        for address in [*page.facts.scripts, *(source for source, _ in page.facts.frames)]:
            host = addresses.host(address)
            if (
                host
                and not page.site.is_own(address)
                and not page.site.is_sibling(address)
                and len(self._found) < _MOST
            ):
                self._found.setdefault(host, Place.of(page, address))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the hosts."""
        if self._found:
            yield next(iter(self._found.values())).seen(", ".join(sorted(self._found))[:300])
        else:
            yield absent(site)
