"""E03: how many clicks services lie from the front page."""

from collections.abc import Iterable
from statistics import median

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.paths import Paths
from tinjau.observe.engine.service_pages import is_service_card, listed_services, lists_services
from tinjau.observe.engine.site import Site

_NEAR = 3  # clicks; project choice: what a person tries before asking
_MOST = 400  # services
_NEVER = 1 << 30  # clicks of what is not reached, for the order alone


class ClickDepth(Detector):
    """The fewest clicks from the front page to the page of each service, by links of captured pages.

    Read: links of all pages, redirects followed; hidden links and links that scripts build are not walked. A service is
    a page that describes one under headings, or what a list of services links to on the site itself. One fact for each
    service with its clicks; the site's value is the share of services within three clicks. Limits: what a search box
    or a script finds is not a click. No indicator is settled by it: few steps are one mark of efficiency, and how
    many are few is nobody's stated threshold; it stands beside the services for people to judge.
    """

    name = "click_depth"
    check = "E03"
    reads = ("links", "title", "headings", "blocks")
    concepts = ("service_catalogue", "requirements", "procedure", "service_time", "fee")

    def __init__(self) -> None:
        self._paths = Paths()
        self._services: dict[str, tuple[str, Place]] = {}

    def add(self, page: Page) -> None:
        """Note links and services."""
        self._paths.add(page)
        if page.is_article or page.is_missing or page.is_home:
            return
        if is_service_card(page):
            name = page.heading or page.name
            self._service(name, page.url, Place.of(page, name, page.url))
        elif lists_services(page):
            for entry in listed_services(page):
                if entry.url and page.site.is_own(entry.url):
                    self._service(entry.name, entry.url, Place.of(page, f"{entry.name}: {entry.text}", entry.url))

    def _service(self, name: str, url: str, place: Place) -> None:
        key = addresses.key(url)
        if key in self._services or len(self._services) < _MOST:
            known = self._services.get(key)
            if known is None or place.url == url:  # the service's own page knows its name best
                self._services[key] = (name, place)

    def result(self, site: Site) -> Iterable[Finding]:
        """The site's share, then one finding a service."""
        held = {key: each for key, each in self._services.items() if key in site.notes}
        depths = self._paths.depths(held)
        if not held:
            yield absent(site, doubts=["No page of a service was captured"])
            return
        known = sorted((depths[key], key) for key in held if key in depths)
        if not known:
            yield absent(site, doubts=["No captured link leads from the front page to a service"])
            return
        near = sum(clicks <= _NEAR for clicks, _ in known)
        reason = (
            f"{near} of {len(held)} services lie within {_NEAR} clicks of the front page; "
            f"the median is {median(clicks for clicks, _ in known):g}, the farthest {known[-1][0]}"
        )
        place = held[known[-1][1]][1]
        yield Finding(
            State.SEEN if near else State.NOT_SEEN, round(near / len(held), 3), reason, place.url, place.record_id,
            place.digest, place.excerpt,
        )  # fmt: skip
        told: set[str] = set()
        for key in sorted(held, key=lambda each: (depths.get(each, _NEVER), each)):
            name, place = held[key]
            if name.casefold() not in told:  # two entries of one name are one service: the nearer counts
                told.add(name.casefold())
                yield self._of(name, place, depths.get(key), site)

    def _of(self, name: str, place: Place, clicks: int | None, site: Site) -> Finding:
        where = (place.url, place.record_id, place.digest, place.excerpt, f"service:{name}")
        if clicks is not None:
            return Finding(State.SEEN, clicks, "", *where)
        if site.gap or self._paths.full:
            return Finding(State.CANNOT_TELL, None, site.gap or "The site has more links than are followed", *where)
        return Finding(State.NOT_SEEN, None, "No captured link leads from the front page to it", *where)
