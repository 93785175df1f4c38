"""S03: how far each service has come online."""

from collections.abc import Iterable
from dataclasses import dataclass

from tinjau.model import State
from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import NAV, Hit
from tinjau.observe.engine.forms import APPLICATION, CONTACT, LOGIN, REGISTER, kind_of
from tinjau.observe.engine.listing import Entry, entries, lines
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, BUTTON, FORM, HEADING, LINK, PATH, TARGET, TITLE

_NAMED, _PLAIN, _PATH = 0.4, 0.75, 0.4  # shares of a name or address that the words for services are
_SAID = 15  # characters that describe a service
_FEW = 2  # linked entries that make a list
_MOST = 400
_STAGES = ("presence", "interaction", "transaction", "transformation")
_GENERIC = (
    "beranda", "home", "kontak", "hubungi", "profil", "berita", "visi", "misi", "struktur", "galeri", "tentang",
    "about",
    "contact", "news", "sejarah", "download", "unduh", "faq", "jam ", "maklumat", "alur ", "denah", "privacy",
    "latest", "archives",
    "kalender", "share", "bagikan",
)  # fmt: skip


def _text(page: Page, hit: Hit) -> str:
    """The page's name, or the heading a hit stands in."""
    return page.name if hit.kind == TITLE else page.facts.headings[hit.at].text


@dataclass(slots=True)
class Known:
    """A service as first met on the site."""

    name: str
    url: str
    place: Place


class ServiceStage(Detector):
    """One fact a service: the furthest step that its pages show.

    Read: entries of pages and menus named after services, and pages that are cards of one service. `presence`:
    described only; `interaction`: a form to download or an office to write to on its page; `transaction`: an
    application form, a login to apply or a payment on its pages. A service on another host whose pages were not
    captured has no stage.
    """

    name = "service_stage"
    check = "S03"
    reads = ("title", "headings", "links", "blocks", "forms")
    concepts = ("service_catalogue", "requirements", "apply", "payment", "tracking", "forms", "citizen_login")

    def __init__(self) -> None:
        self.services: dict[str, Known] = {}
        self._steps: dict[str, str] = {}
        self._onward: dict[str, list[str]] = {}

    def add(self, page: Page) -> None:
        """Note services named here, and what step this page is itself."""
        self._step(page)
        if page.is_article or page.is_missing:
            return
        for hit in page.hits("service_catalogue", LINK):
            link = page.facts.links[hit.at]
            if link.zone == NAV and hit.covered / max(1, len(link.text)) >= 0.5:
                for each in page.facts.links:
                    if each.parent == hit.at and each.url:
                        self._service(each.text, each.url, Place.of(page, f"{link.text}: {each.text}", each.url))
        if not page.is_home and not self._is_card(page) and self._lists_services(page):
            for entry in self._entries(page):
                self._service(entry.name, entry.url, Place.of(page, f"{entry.name}: {entry.text}", entry.url))
        elif self._is_card(page):
            name = page.heading or page.name
            self._service(name, page.url, Place.of(page, name, page.url))

    def _service(self, name: str, url: str, place: Place) -> None:
        name = " ".join(name.split())
        low = name.casefold()
        if not 3 < len(name) <= 120 or any(low.startswith(each) for each in _GENERIC) or addresses.is_paper(url):
            return
        known = self.services.get(low)
        if (known is None and len(self.services) < _MOST) or (known is not None and url and not known.url):
            self.services[low] = Known(name, url, place)

    def _entries(self, page: Page) -> list[Entry]:
        """What the page lists: links first, else headings of a page that is plainly the list, else bare lines."""
        listed = entries(page)
        linked = [entry for entry in listed if entry.url]
        if len(linked) >= _FEW:
            return linked
        headed = listed if self._fit(page) >= _PLAIN or self._path(page) >= _PATH else linked
        names = {_text(page, hit) for hit in page.hits("service_catalogue", HEADING)}
        headed = [entry for entry in headed if entry.url or entry.name not in names]
        bare = lines(page) if len(headed) < _FEW + 1 else []
        return bare if len(bare) > len(headed) else headed

    def _lists_services(self, page: Page) -> bool:
        return self._path(page) >= _PATH or self._fit(page) >= _NAMED

    def _path(self, page: Page) -> float:
        """How much of the address's last part the words for services are."""
        covered = max((hit.covered for hit in page.hits("service_catalogue", PATH)), default=0)
        return covered / max(1, len(addresses.words(page.url)))

    def _fit(self, page: Page) -> float:
        """How much of the page's name the words for services are."""
        names = (page.name, page.heading)
        found = [(hit, _text(page, hit)) for hit in page.hits("service_catalogue", TITLE, HEADING)]
        return max((hit.covered / max(1, len(text)) for hit, text in found if text in names), default=0.0)

    def _is_card(self, page: Page) -> bool:
        if "event" in page.url.lower() or not page.hits("requirements", HEADING):
            return False
        parts = sum(
            any(page.is_own_heading(page.facts.headings[hit.at]) for hit in page.hits(part, HEADING))
            for part in ("requirements", "procedure", "service_time", "fee")
        )
        return parts >= 2

    def _step(self, page: Page) -> None:
        kinds = {kind_of(form, page, index) for index, form in enumerate(page.facts.forms) if form.zone == 0}
        applies = page.hits("apply", TITLE, HEADING, FORM) or page.hits("payment", TITLE, FORM)
        stage = ""
        if (APPLICATION in kinds and applies) or REGISTER in kinds or (LOGIN in kinds and page.hits("citizen_login")):
            stage = "transaction"
        elif (
            kinds & {APPLICATION, CONTACT}
            or (any(h.at in page.own_set for h in page.hits("forms", BLOCK)) and page.papers)
            or (page.hits("forms", LINK, TARGET) and page.papers)
        ):
            stage = "interaction"
        if stage and len(self._steps) < 20_000:
            self._steps[addresses.key(page.url)] = stage
        if self._is_card(page) and any(
            page.facts.buttons[hit.at].zone == 0 for hit in [*page.hits("apply", BUTTON), *page.hits("payment", BUTTON)]
        ):
            self._steps[addresses.key(page.url)] = "transaction"
        own = set(page.own_links)
        onward = [
            page.facts.links[hit.at].url
            for concept in ("apply", "payment", "citizen_login")
            for hit in page.hits(concept, LINK)
            if hit.at in own and hit.covered / max(1, len(page.facts.links[hit.at].text)) >= 0.3
        ]
        if onward and len(self._onward) < 5_000:
            self._onward[addresses.key(page.url)] = onward[:6]

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
        stage = self._steps.get(at, "")
        for url in self._onward.get(at, ()):
            following = self._steps.get(addresses.key(url), "")
            if following == "transaction" or (not site.is_own(url) and not addresses.is_front(url)):
                stage = "transaction"
        if not stage and (note.empty or note.chars < _SAID):
            return None, "The page of the service has no content"
        return stage or "presence", ""

    def result(self, site: Site) -> Iterable[Finding]:
        """One finding a service; one about the site where no service is named."""
        if not self.services:
            yield absent(site)
        for known in self.services.values():
            stage, reason = self.stage_of(known, site)
            place = known.place
            state = State.SEEN if stage else State.CANNOT_TELL
            yield Finding(
                state, stage, reason, place.url, place.record_id, place.digest, place.excerpt, f"service:{known.name}"
            )
