"""How many clicks pages lie from the front page: links of captured pages, walked breadth first in bounded memory.

What the front page links to is one click away wherever else it is linked; so menus, which stand on every page, are kept
once. Pages are numbers; links lie in a file, four bytes each, in memory are six bytes a page.
"""

from array import array
from collections.abc import Iterable
from typing import IO

from tinjau.observe.engine import addresses
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Notes, Site

MAX_PAGES = 200_000
MAX_LINKS = 3_000_000  # kept links of all pages: 12 MB on disk; project choices


class Paths:
    """Collects links page by page; `depths` once all pages passed and while the site's ledger is open."""

    def __init__(self) -> None:
        self.full = False  # links were left out: what is not reached may be reachable
        self._notes: Notes | None = None
        self._file: IO[bytes] | None = None
        self._kept = 0  # links in the file
        self._first: set[str] = set()  # addresses that the front page links to
        self._home: int | None = None
        self._starts, self._counts = array("I"), array("H")  # by page: where its links begin in the file, and how many

    def add(self, page: Page) -> None:
        """Take in the page's links to other pages of the site."""
        if self._file is None:
            self._begin(page.site)
        source = self._number(addresses.key(page.url))
        if source is None:
            return
        first, seen, targets = self._first, {source}, array("I")
        for link in page.facts.links:
            url = link.url
            if not url or link.hidden or (url in first and not page.is_home):
                continue
            target = self._number(addresses.key(url))
            if target is None:
                target = self._number(_landing(url, page.site))
            if target is not None and target not in seen:
                seen.add(target)
                targets.append(target)
        self._keep(source, targets)

    def _keep(self, source: int, targets: "array[int]") -> None:
        if self._kept + len(targets) > MAX_LINKS:
            self.full = True
            del targets[MAX_LINKS - self._kept :]
        self._starts[source], self._counts[source] = self._kept, len(targets)
        self._kept += len(targets)
        if self._file is not None:
            self._file.write(targets.tobytes())

    def depths(self, wanted: Iterable[str]) -> dict[str, int]:
        """Of the wanted keys those of pages that links reach, with the fewest clicks from the front page (itself 0)."""
        if self._home is None:
            return {}
        found = array("i", [-1]) * len(self._starts)
        found[self._home] = 0
        level = array("I", [self._home])
        while level:
            after = array("I")
            for source in level:
                for target in self._targets(source):
                    if found[target] < 0:
                        found[target] = found[source] + 1
                        after.append(target)
            level = after
        numbers = {key: number for key in wanted if (number := self._number(key)) is not None}
        return {key: found[number] for key, number in numbers.items() if found[number] >= 0}

    def _targets(self, source: int) -> "array[int]":
        targets = array("I")
        if self._file is not None and self._counts[source]:
            self._file.seek(targets.itemsize * self._starts[source])
            targets.frombytes(self._file.read(targets.itemsize * self._counts[source]))
        return targets

    def _number(self, key: str) -> int | None:
        """The page's number, where it is followed."""
        note = self._notes.get(key) if self._notes is not None else None
        return note.number if note is not None and note.number < MAX_PAGES else None

    def _begin(self, site: Site) -> None:
        self._notes, self._file = site.notes, site.ledger.file()
        pages = min(len(site.notes), MAX_PAGES)
        self.full = len(site.notes) > pages
        self._starts, self._counts = array("I", bytes(4 * pages)), array("H", bytes(2 * pages))
        if site.home is not None:
            self._home = self._number(addresses.key(site.home.url))
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
