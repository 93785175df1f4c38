"""U06: links to other sites that lead to nothing."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_MOST = 20_000  # different targets
_ALIVE = frozenset({401, 403, 405, 429})  # the server guards the page, or turns programs away
_GONE = ("net_error(dns)", "net_error(refused)", "net_error(unreachable)")  # other failures may pass


class DeadExternalLinks(Detector):
    """Links to other hosts whose target is missing (status 400 and above) or whose host is not there.

    Read: links to hosts that are not the site's, as far as the archive holds an answer from the target or the capture's
    manifest says that the host has no name, refuses connections or cannot be reached. Nothing is fetched: a target that
    was not captured is not known, and while one is unknown nothing is called absent. The value is their number.
    No indicator is settled by it: whether a site's links are alive is told by its own pages, which the archive holds,
    and targets elsewhere seldom are.
    """

    name = "dead_external_links"
    check = "U06"
    reads = ("links",)

    def __init__(self) -> None:
        self._targets: dict[str, Place | None] = {}  # with the place where it was found dead

    def add(self, page: Page) -> None:
        """Note each target once."""
        for index, _ in page.outside:
            link = page.facts.links[index]
            key = addresses.key(link.url)
            if key not in self._targets and len(self._targets) < _MOST:
                why = _fault(page.site, link.url)
                shown = f"{link.text} → {link.raw} ({why})"
                self._targets[key] = Place.of(page, shown, link.url) if why else None

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with their number; not seen only where every target is known."""
        if not self._targets:
            yield Finding(State.CANNOT_TELL, None, site.gap or "There is nothing on the site that this applies to")
            return
        dead = [place for place in self._targets.values() if place is not None]
        known = sum(key in site.responses or key in site.failures for key in self._targets)
        reason = f"What {known} of {len(self._targets)} links to other sites lead to is known"
        if dead:
            first = dead[0]
            yield Finding(State.SEEN, len(dead), reason, first.url, first.record_id, first.digest, first.excerpt)
        elif known < len(self._targets):
            yield absent(site, doubts=[reason])
        else:
            yield absent(site, 0, reason)


def _fault(site: Site, url: str) -> str:
    """Why nothing is there, in a word; "" where something is, or nobody knows."""
    found = site.response(url)
    if found is not None:
        return str(found.status) if found.status >= 400 and found.status not in _ALIVE else ""
    state = site.failures.get(addresses.key(url), "")
    return state if state.startswith(_GONE) or state in ("http_error(404)", "http_error(410)") else ""
