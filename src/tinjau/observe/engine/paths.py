"""How many clicks pages lie from the front page: links of captured pages, walked breadth first in bounded memory.

What the front page links to is one click away wherever else it is linked; so menus, which stand on every page, are kept
once. Pages are numbers, links lie in one array of four bytes each.
"""

from array import array
from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

MAX_PAGES = 200_000
MAX_LINKS = 3_000_000  # kept links of all pages: 12 MB; project choices


class Paths:
    """Collects links page by page; `depths` once all pages passed."""

    def __init__(self) -> None:
        self.full = False  # links were left out: what is not reached may be reachable
        self._ids: dict[str, int] = {}
        self._first: set[str] = set()  # addresses that the front page links to
        self._home = ""
        self._from, self._to = array("I"), array("I")

    def add(self, page: Page) -> None:
        """Take in the page's links to other pages of the site."""
        if not self._ids:
            self._begin(page.site)
        source = self._ids.get(addresses.key(page.url))
        if source is None:
            return
        first, ids, seen = self._first, self._ids, {source}
        for link in page.facts.links:
            url = link.url
            if not url or link.hidden or (url in first and not page.is_home):
                continue
            target = ids.get(addresses.key(url))
            if target is None:
                target = ids.get(_landing(url, page.site), source)
            if target not in seen:
                seen.add(target)
                if len(self._to) >= MAX_LINKS:
                    self.full = True
                    return
                self._from.append(source)
                self._to.append(target)

    def depths(self, wanted: Iterable[str]) -> dict[str, int]:
        """Of the wanted keys those of pages that links reach, with the fewest clicks from the front page (itself 0)."""
        start = self._ids.get(self._home)
        if start is None:
            return {}
        starts = array("I", bytes(4 * (len(self._ids) + 1)))  # where a page's links begin, once sorted by page
        for source in self._from:
            starts[source + 1] += 1
        for at in range(1, len(starts)):
            starts[at] += starts[at - 1]
        places, ordered = array("I", starts), array("I", bytes(4 * len(self._to)))
        for source, target in zip(self._from, self._to, strict=True):
            ordered[places[source]] = target
            places[source] += 1
        found = array("i", [-1]) * len(self._ids)
        found[start] = 0
        level = [start]
        while level:
            after: list[int] = []
            for source in level:
                for target in ordered[starts[source] : starts[source + 1]]:
                    if found[target] < 0:
                        found[target] = found[source] + 1
                        after.append(target)
            level = after
        return {key: found[self._ids[key]] for key in wanted if key in self._ids and found[self._ids[key]] >= 0}

    def _begin(self, site: Site) -> None:
        for key in site.notes:
            if len(self._ids) >= MAX_PAGES:
                self.full = True
                break
            self._ids[key] = len(self._ids)
        if site.home is not None:
            self._home = addresses.key(site.home.url)
            self._first = {link.url for link in site.home.links if link.url and not link.hidden}


def _landing(url: str, site: Site) -> str:
    """The key that redirects lead to from an address."""
    at = addresses.key(url)
    for _ in range(10):
        found = site.responses.get(at)
        if found is None or not found.target:
            return at
        at = addresses.key(found.target)
    return at
