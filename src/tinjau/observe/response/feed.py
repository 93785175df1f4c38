"""U07: news for feed readers."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.dates.grammar import dates_in
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site


class Feed(Detector):
    """A feed (RSS, Atom) and its newest entry.

    Read: responses that are feeds, and `link rel=alternate` of pages. The value is the newest date of the feed where it
    was captured.
    """

    name = "feed"
    check = "U07"
    reads = ("texts", "rels")
    technical = True

    def __init__(self) -> None:
        self._offered: Place | None = None

    def add(self, page: Page) -> None:
        """Note a feed that a page offers."""
        if self._offered:
            return
        for rel, target, kind in page.facts.rels:
            if "alternate" in rel and ("rss" in kind or "atom" in kind) and "comments" not in target:
                self._offered = Place.of(page, target, target)
                return

    def result(self, site: Site) -> Iterable[Finding]:
        """By what the archive holds beside the pages."""
        found = next((each for each in site.texts if each.kind == "feed"), None)
        if found is None:
            alive = self._offered is not None and not site.is_dead(self._offered.target)
            yield self._offered.seen() if alive and self._offered else absent(site)
            return
        days = [each.day for each in dates_in(found.text[:100_000])]
        newest = max((day for day in days if day.isoformat() <= site.captured), default=None)
        yield Finding(
            State.SEEN,
            newest.isoformat() if newest else None,
            "",
            found.url,
            found.record_id,
            found.digest,
            found.text[:200],
        )
