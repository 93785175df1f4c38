"""What is known of the whole site while its pages pass a second time: responses, frame, front page, gaps."""

from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from tinjau.model import Unread
from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import Block, PageFacts

_PAPERS = frozenset(
    ("application/pdf", "application/msword", "application/vnd.ms-excel", "application/zip", "application/rtf",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv")
)  # fmt: skip
_T = TypeVar("_T")
_MOST_BLOCKS = 100_000  # different blocks that are counted before rare ones are forgotten


@dataclass(slots=True)
class Note:
    """What a link's target turned out to be: enough to tell a promise kept from one broken."""

    chars: int
    papers: int
    links: int
    fields: int
    images: int
    people: bool  # names somebody in office
    filled: bool  # an empty table or list that a script fills
    empty: bool  # placeholder text, or an error page with a good status
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """One address of the archive: its status, what it is, and where it redirects to."""

    status: int
    media_type: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A response that is no page and still says something: robots, sitemap, feed or security."""

    kind: str
    url: str
    text: str
    record_id: str
    digest: str


class Named(NamedTuple):
    """The years that a document's cover gives it, best first, and the line that says what it is."""

    years: tuple[int, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that was opened. `named` holds the concepts that its cover names, `line` is the cover's beginning.

    `scanned` where its first pages are pictures without text. `why` says why it was not read; all else is then empty.
    """

    url: str
    record_id: str
    digest: str
    line: str
    named: dict[str, Named]
    pages: int
    scanned: bool
    tagged: bool
    why: str = ""


class FrameBlocks:
    """Counts in how many different pages a block stands; what stands in many is the site's frame. Bounded."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()
        self._seen: set[int] = set()
        self._frame: frozenset[int] | None = None
        self.pages = 0

    def add(self, page: PageFacts) -> None:
        """Count the page's blocks, unless an equal page was counted."""
        keys = {block.key for block in page.blocks}
        keys.update(hash(image.src) for image in page.images)
        whole = hash(tuple(sorted(keys)))
        if whole in self._seen:
            return
        self._seen.add(whole)
        self._frame = None
        self.pages += 1
        self._counts.update(keys)
        rare = 1
        while len(self._counts) > (_MOST_BLOCKS if rare == 1 else _MOST_BLOCKS // 2) and rare <= 1 + self.pages // 20:
            self._counts = Counter({key: count for key, count in self._counts.items() if count > rare})
            rare *= 2

    @property
    def frame(self) -> frozenset[int]:
        """Keys of the blocks, and of images' addresses, that stand in a third of the pages, and in three at least."""
        if self._frame is None:
            least = max(3, self.pages * (0.34 if self.pages > 8 else 0.5)) if self.pages >= 4 else len(self._counts) + 9
            self._frame = frozenset(key for key, count in self._counts.items() if count >= least)
        return self._frame

    def is_frame(self, block: Block) -> bool:
        """Whether the block stands in a third of the pages, and in three at least."""
        return block.key in self.frame

    def is_frame_image(self, source: str) -> bool:
        """The same of an image."""
        return hash(source) in self.frame


@dataclass(slots=True)
class Site:
    """The site that the archives show. `gap` says why absence cannot be concluded; empty where it can."""

    hosts: frozenset[str] = frozenset()
    home: PageFacts | None = None
    name_parts: frozenset[str] = frozenset()  # what titles say of the site rather than of a page, in lower case
    captured: str = ""  # the day of the newest record, YYYY-MM-DD
    gap: str = ""
    unread: Unread | None = None  # why the site itself was never seen
    completeness: float | None = None
    pages: int = 0
    responses: dict[str, Response] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    blocks: FrameBlocks = field(default_factory=FrameBlocks)
    texts: tuple[TextFile, ...] = ()
    failures: dict[str, str] = field(default_factory=dict)  # key of what manifests say failed, and its end state
    papers: dict[str, Paper] = field(default_factory=dict)  # documents that were opened, by key of their address
    languages: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)  # mentions of terms that belong to one language alone
    spoken: int = -1  # bits of the languages whose terms count here; all until it is known
    doors: dict[str, str] = field(default_factory=dict)  # where the front addresses of hosts redirect to, exactly
    asked: tuple[str, ...] = ()  # what manifests say the capture was asked for; empty for foreign archives
    later: dict[str, "array[int]"] = field(default_factory=dict)  # by key, the texts that a page holds on another day
    register: object = None  # the services met so far; see register_of (engine/register.py)

    def is_own(self, url: str) -> bool:
        """Whether the address belongs to the site's hosts."""
        return addresses.host(url) in self.hosts

    def is_sibling(self, url: str) -> bool:
        """Whether the address belongs to the same organisation: the same domain, another host."""
        host = addresses.host(url)
        return bool(host) and any(addresses.owner(host) == addresses.owner(each) for each in self.hosts)

    def response(self, url: str) -> Response | None:
        """What the archive holds for an address, redirects followed; None where it holds nothing."""
        found = self.responses.get(addresses.key(url))
        for _ in range(10):
            if found is None or not found.target:
                return found
            following = self.responses.get(addresses.key(found.target))
            if following is None:
                return found
            found = following
        return None

    def note(self, url: str) -> Note | None:
        """What the page at an address holds of its own; None where it is no captured page."""
        return self._held(url, self.notes)

    def paper(self, url: str) -> Paper | None:
        """The document at an address, redirects followed; None where none was opened."""
        return self._held(url, self.papers) if self.papers and url else None

    def _held(self, url: str, kept: dict[str, _T]) -> _T | None:
        at = addresses.key(url)
        for _ in range(10):
            known = kept.get(at)
            if known is not None:
                return known
            found = self.responses.get(at)
            if found is None or not found.target:
                return None
            at = addresses.key(found.target)
        return None

    def is_paper(self, url: str) -> bool:
        """Whether the address is a document: by its ending, or by what the archive holds there."""
        found = self.response(url) if url else None
        if found is not None and found.status < 300 and found.media_type:
            return found.media_type in _PAPERS or (addresses.is_paper(url) and "html" not in found.media_type)
        return addresses.is_paper(url) or addresses.is_download(url)

    def is_dead(self, url: str) -> bool:
        """Whether the archive shows that there is nothing at the address."""
        found = self.response(url)
        return found is not None and found.status >= 400
