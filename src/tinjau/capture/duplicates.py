"""Pages that are nearly the same: a soft 404 for every address, a session in every link."""

import re
import zlib
from dataclasses import dataclass, field
from heapq import nsmallest

MOST = 10  # near copies in one neighbourhood before it is taken for a trap; project choice
_SHARE = 0.8  # of the neighbourhood's pages that must be copies of one page
_SKETCH = 128  # of the smallest hashes of a page's words: tells 0.99 of common words from 0.93 in 199 of 200 cases
# A soft 404 differs from another by the address it repeats; a real page with little text inside a large frame differs
# by a few per cent of its words, and must not be taken for a copy. project choice, on the corpora's pages.
_ALIKE = 0.98
_MOST_WORDS = 1_500
_UNSUSPECTED = 3  # pages of a neighbourhood that are not looked at
_TRIAL = 6  # pages that are looked at before a neighbourhood counts as varied
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
    """Whether all but a few words are common (estimated by MinHash, Broder 1997)."""
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
    _looked: dict[str, int] = field(default_factory=dict)
    _kinds: dict[str, list[tuple[Sketch, int]]] = field(default_factory=dict)

    def add(self, neighbourhood: str, body: bytes) -> None:
        """A page of this neighbourhood."""
        self._pages[neighbourhood] = self._pages.get(neighbourhood, 0) + 1
        if not self._is_worth_a_look(neighbourhood):
            return
        self._looked[neighbourhood] = self._looked.get(neighbourhood, 0) + 1
        mark = sketch(body)
        kinds = self._kinds.setdefault(neighbourhood, [])
        for place, (known, count) in enumerate(kinds):
            if alike(known, mark):
                kinds[place] = (known, count + 1)
                return
        if len(kinds) < _MOST_SKETCHES:
            kinds.append((mark, 1))

    def is_trap(self, neighbourhood: str) -> bool:
        """Whether nearly all its pages are copies of one page, and they are many."""
        most = self._most(neighbourhood)
        return most >= MOST and most >= _SHARE * self._looked[neighbourhood]

    def _most(self, neighbourhood: str) -> int:
        return max((count for _, count in self._kinds.get(neighbourhood, ())), default=0)

    def _is_worth_a_look(self, neighbourhood: str) -> bool:
        """The first pages are not looked at, nor, where the next ones differed, more than one of ten: it costs."""
        pages, looked = self._pages[neighbourhood], self._looked.get(neighbourhood, 0)
        if pages <= _UNSUSPECTED:
            return False
        return looked < _TRIAL or self._most(neighbourhood) >= looked / 2 or pages % 10 == 0
