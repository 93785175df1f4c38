"""Pages that are nearly the same: a soft 404 for every address, a session in every link."""

import re
import zlib
from dataclasses import dataclass, field
from heapq import nsmallest

MOST = 10  # near copies in one neighbourhood before it is taken for a trap; project choice
_SHARE = 0.8  # of the neighbourhood's pages that must be copies of one page
_SKETCH = 48  # of the smallest hashes of a page's words: enough to tell 0.9 from 0.6 of common words
_ALIKE = 0.9
_MOST_WORDS = 3_000
_MOST_SKETCHES = 8  # different pages remembered in one neighbourhood
_MOST_BYTES = 262_144  # of a page that are looked at

_TAG_OR_DIGITS = re.compile(rb"<[^<>]*+>|[0-9]++")
_WORD = re.compile(rb"[^\s<>&;.,:()\"'/]{3,30}+")

Sketch = frozenset[int]


def sketch(body: bytes) -> Sketch:
    """The smallest hashes of the page's words without digits: two pages with the same text share all of them."""
    text = _strip(body[:_MOST_BYTES])
    words = {hit.group() for _, hit in zip(range(_MOST_WORDS), _WORD.finditer(text), strict=False)}
    return frozenset(nsmallest(_SKETCH, map(zlib.crc32, words)))


def alike(one: Sketch, other: Sketch) -> bool:
    """Whether nine tenths of the words are common (estimated by MinHash, Broder 1997)."""
    if not one or not other:
        return one == other
    smallest = frozenset(nsmallest(_SKETCH, one | other))
    return len(smallest & one & other) >= _ALIKE * len(smallest)


def _strip(body: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    lower = body.lower()
    while True:  # scripts and styles by hand: a pattern with an open end would be quadratic
        starts = [place for place in (lower.find(b"<script", at), lower.find(b"<style", at)) if place >= 0]
        if not starts:
            break
        start = min(starts)
        parts.append(body[at:start])
        end = lower.find(b"</script" if lower.startswith(b"<script", start) else b"</style", start)
        if end < 0:
            at = len(body)
            break
        at = end
    parts.append(body[at:])
    return _TAG_OR_DIGITS.sub(b" ", b" ".join(parts))


@dataclass(slots=True)
class Neighbourhoods:
    """How many copies of the same page stand in each neighbourhood."""

    _pages: dict[str, int] = field(default_factory=dict)
    _kinds: dict[str, list[tuple[Sketch, int]]] = field(default_factory=dict)

    def add(self, neighbourhood: str, body: bytes) -> None:
        """A page of this neighbourhood."""
        mark = sketch(body)
        self._pages[neighbourhood] = self._pages.get(neighbourhood, 0) + 1
        kinds = self._kinds.setdefault(neighbourhood, [])
        for place, (known, count) in enumerate(kinds):
            if alike(known, mark):
                kinds[place] = (known, count + 1)
                return
        if len(kinds) < _MOST_SKETCHES:
            kinds.append((mark, 1))

    def is_trap(self, neighbourhood: str) -> bool:
        """Whether nearly all its pages are copies of one page, and they are many."""
        most = max((count for _, count in self._kinds.get(neighbourhood, ())), default=0)
        return most >= MOST and most >= _SHARE * self._pages[neighbourhood]
