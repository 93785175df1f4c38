"""S05: whom to ask about a service."""

from collections.abc import Iterable

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.contacts import own_contact
from tinjau.observe.engine.detector import Detector, Finding, Place
from tinjau.observe.engine.ledger import Table
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.register import register_of
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING

_LEAST = 0.9  # share of service pages, as for all shares of pages; project choice
_MOST = 20_000  # pages with a contact that are remembered, by number; project choice
_SHOWN = 200  # pages with and without one that are shown as examples; project choice


class ServiceContacts(Detector):
    """Pages of services that name the office's own contact: a number, a mail address, a link to call or chat.

    Read: the content of pages that are a service's own (a card of it, or where a list of services leads), the frame
    that stands on every page left out. The name of the office alone is no contact. The value is the share of the
    captured service pages that have one; seen from nine in ten on. Cannot tell where no page of a service was captured.
    """

    name = "service_contacts"
    check = "S05"
    reads = ("links", "blocks", "headings")
    concepts = ("contact", "service_catalogue", "requirements")

    def __init__(self) -> None:
        self._reached: Table[int] | None = None
        self._shown: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Note services named here, and whether the page says how to reach somebody."""
        register_of(page.site).take(page)
        if self._reached is None:
            self._reached = Table(page.site.ledger, int)
        if page.is_home or page.is_article or page.is_missing or len(self._reached) >= _MOST:
            return
        contact = own_contact(page)
        at = addresses.key(page.url)
        if contact:
            self._reached.put(at, 1)
        if (contact or page.hits("requirements", HEADING, BLOCK)) and len(self._shown) < _SHOWN:
            self._shown[at] = Place.of(page, f"{page.name}: {contact}" if contact else page.name)

    def result(self, site: Site) -> Iterable[Finding]:
        """The share of service pages with a contact, and one of them, or one without."""
        register = register_of(site)
        pages = {
            addresses.key(known.url): known.place
            for known in register.services.values()
            if known.url and site.is_own(known.url) and register.stage_of(known, site)[0]
        }
        if not pages:
            none = "There is nothing on the site that this applies to"
            why = site.gap or ("No page of a service was captured" if register.services else none)
            yield Finding(State.CANNOT_TELL, None, why)
            return
        having = [at for at in pages if self._reached is not None and at in self._reached]
        share = len(having) / len(pages)
        state = State.SEEN if share >= _LEAST else State.NOT_SEEN
        chosen = having if state is State.SEEN else [at for at in pages if at not in having]
        place = next((self._shown[at] for at in chosen if at in self._shown), pages[chosen[0]])
        reason = f"{len(having)} of {len(pages)} pages of services name a contact"
        yield Finding(state, round(share, 3), reason, place.url, place.record_id, place.digest, place.excerpt)
