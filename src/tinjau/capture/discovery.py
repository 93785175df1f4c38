"""What becomes of a reference at the moment it is found: it waits, or it is left out by a rule that has a name."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tinjau.capture import states
from tinjau.capture.connecting import Door
from tinjau.capture.duplicates import Neighbourhoods
from tinjau.capture.frontier import Found, Row
from tinjau.capture.settings import CaptureSettings
from tinjau.capture.shapes import directory, kind_of, query_shape, shape, trap
from tinjau.capture.urls import Scope, Unusable, Url, is_internal_name, parse

_MOST_FACETS = 20  # combinations of query keys on one path; project choice
_KEY = 400  # characters of a reference that is no address, by which it is counted


@dataclass(slots=True)
class Discovery:
    """Judges references. Keeps counts of shapes, so that a template without an end is seen."""

    scope: Scope
    door: Door
    settings: CaptureSettings
    neighbourhoods: Neighbourhoods = field(default_factory=Neighbourhoods)
    known: int = 0
    _shapes: Counter[str] = field(default_factory=Counter)
    _facets: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _seen: set[int] = field(default_factory=set)

    def links(self, references: Iterable[str], base: str, depth: int, source: str = "link") -> list[Found]:
        """Each reference of a page, judged; what was found before is left out."""
        found = (self.judge(each, base, depth, source) for each in references)
        return [each for each in found if each is not None]

    def judge(
        self, reference: str, base: str, depth: int, source: str, chain: str = "", kind: str = ""
    ) -> Found | None:
        """The reference as it goes into the frontier; None for one that points into its own page or is known."""
        if not reference or reference.startswith("#"):
            return None
        try:
            url = parse(reference, base)
        except Unusable as error:
            state = states.blocked("scheme") if error.kind == "scheme" else states.suppressed(error.kind)
            return self._first(Found(reference[:_KEY], "", "other", source, depth, chain, state, error.why))
        kind = kind or kind_of(url)
        if self._is_known(url.text):
            return None
        state, detail = self._refusal(url)
        if not state and kind in {"page", "document", "media"} and source != "seed":
            state = self._left_out(url, kind, depth)
        if not state and self.known >= self.settings.max_discovered:
            state = states.suppressed("frontier")
        return self._first(Found(url.text, url.host, kind, source, depth, chain, state or states.PENDING, detail))

    def remember(self, row: Row, state: str) -> None:
        """A URL of the frontier, after a start anew."""
        self._seen.add(hash(row.url))
        self.known += 1
        if row.kind in {"page", "document"} and not state.startswith(("blocked", "suppressed")):
            self._count(parse(row.url))

    def is_copy(self, url: Url) -> bool:
        """Whether the pages around this address are copies of one page."""
        return self.neighbourhoods.is_trap(directory(url))

    def _refusal(self, url: Url) -> tuple[str, str]:
        inside = is_internal_name(url.host) and not self.scope.holds(url)
        why = (
            self.door.refusal(url.host, url.port)
            if self.scope.holds(url)
            else self.door.refusal(url.host, _usual(self.door))
        )
        if why or inside:
            return states.blocked("ssrf"), why or f"{url.host} is a name inside a network"
        if not self.scope.holds(url):
            return states.blocked("scope"), ""
        return "", ""

    def _left_out(self, url: Url, kind: str, depth: int) -> str:
        if kind == "media":
            return states.suppressed("media")
        rule = trap(url)
        if rule:
            return states.suppressed(rule)
        if depth > self.settings.max_depth:
            return states.suppressed("depth")
        facets = self._facets[url.host + url.path]
        if url.query and len(facets) >= _MOST_FACETS and query_shape(url) not in facets:
            return states.suppressed("facets")
        if self._shapes[shape(url)] >= max(self.settings.max_per_shape, self.settings.max_pages // 10):
            return states.suppressed("shape")
        self._count(url)
        return ""

    def _count(self, url: Url) -> None:
        self._shapes[shape(url)] += 1
        if url.query:
            self._facets[url.host + url.path].add(query_shape(url))

    def _is_known(self, text: str) -> bool:
        return hash(text) in self._seen

    def _first(self, found: Found) -> Found | None:
        if self._is_known(found.url):
            return None
        self._seen.add(hash(found.url))
        self.known += 1
        return found


def _usual(door: Door) -> int:
    return next(iter(sorted(door.ports)), 80) if door.ports else 80
