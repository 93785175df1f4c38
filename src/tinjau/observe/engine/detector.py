"""What a detector is: declared inputs, two functions, and findings with where they were read."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tinjau.model import Scope, State, Value
from tinjau.observe.engine.page import Page

if TYPE_CHECKING:
    from tinjau.observe.engine.site import Site

EXCERPT = 300


@dataclass(frozen=True, slots=True)
class Finding:
    """What a detector says of one subject, before it gets an id."""

    state: State
    value: Value = None
    reason: str = ""
    url: str = ""
    record_id: str = ""
    digest: str = ""
    excerpt: str = ""
    subject: str = ""
    scope: Scope = Scope.SITE


class Detector(ABC):
    """A fact about a site, read page by page. Subclasses declare what they read and keep small state only.

    `name`, `check` and `version` name the fact; `reads` are the groups of page facts it uses, `concepts` the
    vocabularies; `owner_only` marks what must never stand on a public page; `technical` what belongs to the annex.
    """

    name: ClassVar[str] = ""
    check: ClassVar[str] = ""
    version: ClassVar[int] = 1
    scope: ClassVar[Scope] = Scope.SITE
    reads: ClassVar[tuple[str, ...]] = ()
    concepts: ClassVar[tuple[str, ...]] = ()
    owner_only: ClassVar[bool] = False
    technical: ClassVar[bool] = False

    def add(self, page: Page) -> None:  # noqa: B027 - detectors of the site's responses take in no page
        """Take in one page of the site."""

    @abstractmethod
    def result(self, site: "Site") -> Iterable[Finding]:
        """What is known when every page was seen."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read: kept by accumulating detectors instead of the page."""

    url: str
    record_id: str
    digest: str
    excerpt: str
    target: str = ""  # where a link or form there leads

    @classmethod
    def of(cls, page: Page, excerpt: str, target: str = "") -> "Place":
        """A place on a page."""
        facts = page.facts
        return cls(facts.url, facts.record_id, facts.digest, excerpt[:EXCERPT], target)

    def seen(self, value: Value = None, subject: str = "") -> Finding:
        """A finding that the thing stands here."""
        return Finding(State.SEEN, value, "", self.url, self.record_id, self.digest, self.excerpt, subject)


def absent(site: "Site", value: Value = None, reason: str = "", doubts: Sequence[str] = ()) -> Finding:
    """Not seen, where the capture can carry that; cannot tell, with the reason, where it cannot.

    `doubts` are reasons of the detector's own, such as a menu entry whose page was not captured.
    """
    if site.gap:
        return Finding(State.CANNOT_TELL, value, site.gap)
    if doubts:
        return Finding(State.CANNOT_TELL, value, doubts[0])
    home = site.home
    place = (home.url, home.record_id, home.digest) if home else ("", "", "")
    return Finding(State.NOT_SEEN, value, reason, *place)
