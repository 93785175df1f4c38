"""P05: what helps people find their way."""

from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import NAV
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import LINK

_SKIP = (
    "skip to",
    "langsung ke",
    "lompat ke",
    "vai al contenuto",
    "vai ai contenuti",
    "aller au contenu",
    "saltar al",
    "ir al contenido",
    "passer au contenu",
    "lewati ke",
    "pasar al contenido",
    "salta al",
)
_HOME = ("home", "beranda", "accueil", "inicio", "homepage", "halaman utama")


class NavigationAids(Detector):
    """Menus, breadcrumbs, a skip link, a page map: which of them the site has.

    Read: landmarks and lists of navigation, links by their words. The value names what was found. A menu alone is enough to
    be seen.
    """

    name = "navigation_aids"
    check = "P05"
    reads = ("links", "marks")
    concepts = ("sitemap_page",)

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Note the first place of each aid."""
        if len(self._found) >= 5:
            return
        menu = [link for link in page.facts.links if link.zone == NAV]
        if len(menu) >= 3:
            self._note("menu", page, ", ".join(link.text for link in menu[:10]))
        for link in page.facts.links[:6]:
            if link.raw.startswith("#") and link.text.lower().startswith(_SKIP):
                self._note("skip link", page, f"{link.text} → {link.raw}")
        for hit in page.hits("sitemap_page", LINK):
            link = page.facts.links[hit.at]
            if link.url and not page.site.is_dead(link.url):
                self._note("page map", page, f"{link.text} → {link.raw}")
        if page.facts.marks.get("breadcrumb"):
            self._note("breadcrumb", page, "breadcrumb")
        if any(link.text.lower().strip() in _HOME and link.url for link in page.facts.links[:60]):
            self._note("home link", page, "")

    def _note(self, kind: str, page: Page, excerpt: str) -> None:
        self._found.setdefault(kind, Place.of(page, excerpt))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the names of the aids."""
        if not self._found:
            yield absent(site)
            return
        yield next(iter(self._found.values())).seen(", ".join(sorted(self._found)))
