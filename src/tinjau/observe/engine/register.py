"""The services of a site as its pages name them, and how far each has come online: one register for all detectors."""

from dataclasses import dataclass

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Place
from tinjau.observe.engine.facts import NAV
from tinjau.observe.engine.ledger import Ledger, Table
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.service_pages import is_service_card, listed_services, lists_services, onward_of, step_of
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import LINK

_SAID = 15  # characters that describe a service; project choice
MOST = 400  # services of a site that are followed; project choice
_GENERIC = (
    "beranda", "home", "kontak", "hubungi", "profil", "berita", "visi", "misi", "struktur", "galeri", "tentang",
    "about",
    "contact", "news", "sejarah", "download", "unduh", "faq", "jam ", "maklumat", "alur ", "denah", "privacy",
    "latest", "archives",
    "kalender", "share", "bagikan",
)  # fmt: skip


@dataclass(slots=True)
class Known:
    """A service as first met on the site."""

    name: str
    url: str
    place: Place


class Register:
    """Collects services page by page, at most 400; `stage_of` once all pages passed."""

    def __init__(self, ledger: Ledger) -> None:
        self.services: dict[str, Known] = {}
        self._steps = Table(ledger, str)
        self._onward = Table(ledger, tuple[str, ...])
        self._last: Page | None = None

    def take(self, page: Page) -> None:
        """Note services named here, and what step this page is itself; a page that was just taken is not read again."""
        if page is self._last:
            return
        self._step(page)
        self._last = page
        if page.is_article or page.is_missing:
            return
        for hit in page.hits("service_catalogue", LINK):
            link = page.facts.links[hit.at]
            if link.zone == NAV and hit.covered / max(1, len(link.text)) >= 0.5:
                for each in page.facts.links:
                    if each.parent == hit.at and each.url:
                        self._service(each.text, each.url, Place.of(page, f"{link.text}: {each.text}", each.url))
        if not page.is_home and not is_service_card(page) and lists_services(page):
            for entry in listed_services(page):
                self._service(entry.name, entry.url, Place.of(page, f"{entry.name}: {entry.text}", entry.url))
        elif is_service_card(page):
            name = page.heading or page.name
            self._service(name, page.url, Place.of(page, name, page.url))

    def _service(self, name: str, url: str, place: Place) -> None:
        name = " ".join(name.split())
        low = name.casefold()
        if not 3 < len(name) <= 120 or any(low.startswith(each) for each in _GENERIC) or addresses.is_paper(url):
            return
        known = self.services.get(low)
        if (known is None and len(self.services) < MOST) or (known is not None and url and not known.url):
            self.services[low] = Known(name, url, place)

    def _step(self, page: Page) -> None:
        at = addresses.key(page.url)
        stage, onward = step_of(page), onward_of(page)
        if stage and len(self._steps) < 20_000:
            self._steps.put(at, stage)
        if onward and len(self._onward) < 5_000:
            self._onward.put(at, tuple(onward[:6]))

    def stage_of(self, known: Known, site: Site) -> tuple[str | None, str]:
        """The stage and, where there is none, why."""
        if not known.url:
            return "presence", ""
        if not site.is_own(known.url):
            return None, "The service stands on another host that was not captured"
        if site.is_dead(known.url):
            return None, "The page of the service does not exist"
        note = site.note(known.url)
        if note is None:
            return None, "The page of the service was not captured"
        at = addresses.key(known.url)
        stage = self._steps.get(at) or ""
        for url in self._onward.get(at) or ():
            following = self._steps.get(addresses.key(url))
            if following == "transaction" or (not site.is_own(url) and not addresses.is_front(url)):
                stage = "transaction"
        if not stage and (note.empty or note.chars < _SAID):
            return None, "The page of the service has no content"
        return stage or "presence", ""


def register_of(site: Site) -> Register:
    """The site's register: one for all detectors."""
    if not isinstance(site.register, Register):
        site.register = Register(site.ledger)
    return site.register
