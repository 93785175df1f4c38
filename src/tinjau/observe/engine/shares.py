"""Facts of single pages, summed over the site: on how many pages a thing stands, and examples where it does not."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from tinjau.model import Scope, State
from tinjau.observe.engine.detector import Detector, Finding, Place
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_EXAMPLES = 20


class PageShare(Detector):
    """A fact that every page has or lacks. `of` says which; the site's value is the share of pages that have it."""

    least: ClassVar[float] = 0.9  # share of pages from which the site is said to have it; project choice

    def __init__(self) -> None:
        self.having = self.lacking = 0
        self._first: Place | None = None
        self._without: list[Place] = []

    @abstractmethod
    def of(self, page: Page) -> tuple[bool | None, str]:
        """Whether the page has it (None where it does not apply), and what was read."""

    def add(self, page: Page) -> None:
        """Count the page."""
        has, excerpt = self.of(page)
        if has is None:
            return
        if has:
            self.having += 1
            self._first = self._first or Place.of(page, excerpt)
        else:
            self.lacking += 1
            if len(self._without) < _EXAMPLES:
                self._without.append(Place.of(page, excerpt))

    def result(self, site: Site) -> Iterable[Finding]:
        """The site's share, then examples of pages without it."""
        total = self.having + self.lacking
        if not total:
            yield Finding(State.CANNOT_TELL, None, site.gap or "There is nothing on the site that this applies to")
            return
        share = round(self.having / total, 3)
        reason = f"{self.having} of {total} pages"
        if share >= self.least and self._first:
            place = self._first
            yield Finding(State.SEEN, share, reason, place.url, place.record_id, place.digest, place.excerpt)
        else:
            place = self._without[0]
            yield Finding(State.NOT_SEEN, share, reason, place.url, place.record_id, place.digest, place.excerpt)
        for place in self._without:
            yield Finding(
                State.NOT_SEEN, None, "", place.url, place.record_id, place.digest, place.excerpt, place.url, Scope.PAGE
            )  # fmt: skip
