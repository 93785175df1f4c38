"""C05: how many hosts a government sends people to."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_MOST = 500  # project choice
_LONG = 600  # characters of the reason; project choice
_SHARED = (  # owners of hosts that strangers share: their sites are not one organisation's
    "github.io", "gitlab.io", "blogspot.com", "wordpress.com", "wixsite.com", "weebly.com", "netlify.app", "vercel.app",
    "web.app", "herokuapp.com", "pages.dev", "sites.google.com", "azurewebsites.net", "amazonaws.com",
)  # fmt: skip


class ServiceHosts(Detector):
    """Hosts of the same government beside the site itself to which its pages link: the applications that it keeps.

    Read: the hosts of all links; the same government's are those under the same registered domain (a list of
    second-level labels stands in for the public suffix list). The value is their number, the reason names them.
    Limits: an application under a domain of its own is not recognised; a link that is dead counts as it stands.
    """

    name = "service_hosts"
    check = "C05"
    reads = ("links",)
    technical = True

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}
        self._known: set[str] = set()

    def add(self, page: Page) -> None:
        """Note hosts that were not met yet."""
        for index, host in page.outside:
            if host in self._known or len(self._known) >= 10 * _MOST:
                continue
            self._known.add(host)
            link = page.facts.links[index]
            shared = addresses.owner(host) in _SHARED
            if not shared and page.site.is_sibling(link.url) and len(self._found) < _MOST:
                self._found[host] = Place.of(page, f"{link.text} → {link.raw}", link.url)

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of hosts; those of the capture count as well, but for the front page's."""
        home = site.home
        others = sorted({*self._found, *site.hosts} - {addresses.host(home.url)}) if home else []
        if home is None or not others:
            yield absent(site, 0)
            return
        place = next(iter(self._found.values()), Place(home.url, home.record_id, home.digest, ""))
        reason = f"Hosts: {', '.join(others)}"[:_LONG]
        yield Finding(State.SEEN, len(others), reason, place.url, place.record_id, place.digest, place.excerpt)
