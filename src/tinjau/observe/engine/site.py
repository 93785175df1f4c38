"""What is known of the whole site while its pages pass a second time: responses, frame, front page, gaps."""

from array import array
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeVar

from tinjau.model import Unread
from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import PageFacts
from tinjau.observe.engine.frame import FrameBlocks
from tinjau.observe.engine.ledger import Ledger, Table

_PAPERS = frozenset(
    ("application/pdf", "application/msword", "application/vnd.ms-excel", "application/zip", "application/rtf",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv")
)  # fmt: skip
_T = TypeVar("_T", covariant=True)
_PDF = frozenset({"application/pdf", "application/x-pdf"})
_ANY = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/download",
                  "application/force-download", "application/x-download"})  # fmt: skip
BLOCKED = frozenset((401, 403, 429, 451))
_MOST_ROOTS = 10_000  # hosts whose front doors are known; project choice
_MOST_TARGETS = 64 << 20  # characters of all redirects' targets that are kept; project choice
_LONG_KEY = 500  # characters of a key in the list of pages; project choices


class _Held(Protocol[_T]):
    def get(self, key: str, /) -> _T | None: ...


def is_pdf(media_type: str, key: str) -> bool:
    """Whether a response is a PDF by its type, or by its address where the type says nothing."""
    return media_type in _PDF or (media_type in _ANY and key.lower().endswith(".pdf"))


class Note(NamedTuple):
    """What a link's target turned out to be: enough to tell a promise kept from one broken."""

    chars: int
    papers: int
    links: int
    fields: int
    images: int
    people: bool  # names somebody in office
    filled: bool  # an empty table or list that a script fills
    empty: bool  # placeholder text, or an error page with a good status
    number: int = -1  # the page's place in the order in which pages were met, from 0


class Notes(Table[Note]):
    """The note of every page, by key of its address."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, Note._make)
        self._keys = ledger.file()

    def put(self, key: Hashable, value: Note) -> None:
        """Keep the note of a page, with its number, unless one is kept."""
        if key not in self:
            line = str(key)[:_LONG_KEY].replace("\n", " ")
            self._keys.write(line.encode("utf-8", "replace") + b"\n")
            super().put(key, value._replace(number=len(self)))

    def share_under(self, folder: str) -> float:
        """The share of pages in a folder of their host."""
        self._keys.seek(0)
        inside = sum(line.decode("utf-8").partition("/")[2].startswith(folder) for line in self._keys)
        return inside / max(1, len(self))


class Response(NamedTuple):
    """One address of the archive: its status, what it is, and where it redirects to."""

    status: int
    media_type: str
    target: str = ""


class Responses(Table[Response]):
    """What the archive holds, by key of the address. Where too much would be kept, redirects stay without targets."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger, Response._make)
        self.first = ""  # the key that was met first
        self.roots: dict[str, None] = {}  # keys of hosts' front doors, in the order in which they were met
        self.refused: dict[int, int] = {}  # how many addresses were refused with a status, in the order of statuses met
        self.documents = False  # whether a response may be a PDF
        self._targets = 0  # characters of targets kept

    def put(self, key: Hashable, value: Response) -> None:
        """Set the response at an address."""
        at = str(key)
        self.first = self.first or at
        if "/" not in at.rstrip("/") and len(self.roots) < _MOST_ROOTS:
            self.roots[at] = None
        self.documents = self.documents or is_pdf(value.media_type, at)
        self._refusals(self.get(key), -1)
        self._refusals(value, 1)
        self._targets += len(value.target)
        super().put(key, value if self._targets < _MOST_TARGETS else value._replace(target=""))

    def _refusals(self, response: Response | None, more: int) -> None:
        if response is not None and response.status in BLOCKED:
            self.refused[response.status] = self.refused.get(response.status, 0) + more
            if not self.refused[response.status]:
                del self.refused[response.status]


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
    ledger: Ledger = field(default_factory=Ledger)
    responses: Responses = field(default_factory=lambda: Responses(Ledger()))
    notes: Notes = field(default_factory=lambda: Notes(Ledger()))
    blocks: FrameBlocks = field(default_factory=lambda: FrameBlocks(Ledger()))
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
        return self.is_sibling_host(addresses.host(url))

    def is_sibling_host(self, host: str) -> bool:
        """The same of a host."""
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

    def _held(self, url: str, kept: "_Held[_T]") -> _T | None:
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
