"""Who is evaluated, and the services it offers."""

from dataclasses import dataclass

from tinjau.model.text import Text
from tinjau.model.vocabulary import Access, Audience, Guide


@dataclass(frozen=True, slots=True)
class Government:
    """A government as a study names it. `code` is the official area code where one is known."""

    name: str
    country: str = ""
    level: str = ""
    sites: tuple[str, ...] = ()
    code: str = ""
    online_since: int | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """One row of a study's inventory. `access` is a person's verdict; a capture never sets it."""

    id: str
    name: Text
    audience: Audience = Audience.UNSTATED
    access: Access = Access.UNKNOWN
    guide: Guide = Guide.UNKNOWN
    url: str = ""
    owner: str = ""
    contact: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ServiceMatch:
    """An inventory service found on a captured site: at which addresses, how surely (0 to 1), by which clue."""

    service: str
    urls: tuple[str, ...] = ()
    confidence: float | None = None
    clue: str = ""
    stage: str | None = None  # a phase id, as proposed from what was seen
    observations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundService:
    """A service that a capture shows, whether or not the inventory knows it.

    `name` is its wording on the site, `url` where its link or card leads (any host), `page` where that was read.
    `stage` is the phase id that its pages showed (None where they showed none); `observations` are the facts behind it.
    """

    name: str
    url: str
    page: str = ""
    stage: str | None = None
    observations: tuple[str, ...] = ()
