"""Places that may be a thing, kept small: a hundred detectors keep hundreds of them on a large site."""

import marshal
from collections.abc import Iterator
from dataclasses import dataclass

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Place
from tinjau.observe.engine.page import Page

_MOST = 300  # of one thing; project choice


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be the thing: how it was found, how well its words fit, and where it leads."""

    kind: int
    fit: float
    place: Place
    target: str
    text: str


class Candidates:
    """The first 300 of a thing, by kind and target; of the same ones the best. As bytes: a third of what texts take."""

    def __init__(self) -> None:
        self._kept: dict[int, bytes] = {}

    def __iter__(self) -> Iterator[Candidate]:
        """All, in the order in which they were met."""
        for each in self._kept.values():
            kind, fit, target, text, *place = marshal.loads(each)  # noqa: S302 - written by us below
            yield Candidate(kind, fit, Place(*place), target, text)

    def keep(self, kind: int, fit: float, page: Page, excerpt: str, target: str, text: str) -> None:
        """Keep a place on a page, unless one that fits better leads to the same target."""
        key = hash((kind, addresses.key(target)))
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) >= _MOST:
                return
        else:
            _, best, _, _, url, *_ = marshal.loads(known)  # noqa: S302 - written by us below
            if (fit, url) <= (best, page.url):
                return
        at = Place.of(page, excerpt)
        self._kept[key] = marshal.dumps(
            (kind, fit, target, text, at.url, at.record_id, at.digest, at.excerpt, at.target)
        )  # fmt: skip
