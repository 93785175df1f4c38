"""P05: what helps people find their way."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.forms import goes_somewhere, is_search
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import LINK
from tinjau.observe.engine.trails import trail_of

_SKIP = (
    "skip to", "langsung ke", "lompat ke", "vai al", "vai ai", "aller au contenu", "saltar al", "ir al contenido",
    "passer au contenu", "lewati ke", "pasar al contenido", "salta al", "accéder au contenu", "jump to",
)  # fmt: skip
_HOME = ("home", "beranda", "accueil", "inicio", "homepage", "halaman utama", "depan")
_FIRST = 3  # links of a page among which its own name leads home
_FEWEST = 2  # aids beside the menu; project choice


class NavigationAids(Detector):
    """Two or more of breadcrumb, skip link, page map, search and home link.

    Read: landmarks, links by their words and targets, search forms. A menu alone is no aid. The value names what was
    found.
    """

    name = "navigation_aids"
    check = "P05"
    reads = ("links", "forms", "marks")
    concepts = ("sitemap_page",)

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}

    def add(self, page: Page) -> None:
        """Note the first place of each aid."""
        if len(self._found) >= 5:
            return
        for link in page.facts.links[:6]:
            if link.raw.startswith("#") and link.text.lower().startswith(_SKIP):
                self._note("skip link", page, f"{link.text} → {link.raw}")
        for hit in page.hits("sitemap_page", LINK):
            link = page.facts.links[hit.at]
            if link.url and not page.site.is_dead(link.url):
                self._note("page map", page, f"{link.text} → {link.raw}")
        trail = "" if "breadcrumb" in self._found or page.is_home else trail_of(page.facts.blocks)
        if trail or page.facts.marks.get("breadcrumb"):
            self._note("breadcrumb", page, trail or "breadcrumb")
        home = page.site.home
        for at, link in enumerate(page.facts.links[:60] if "home link" not in self._found else ()):
            named = link.pictured or link.text.lower().strip() in _HOME
            named = named or (at < _FIRST and not page.is_home and not page.is_own_link(link) and bool(link.text))
            if named and link.url and home and addresses.key(link.url) == addresses.key(home.url):
                self._note("home link", page, f"{link.text} → {link.raw}")
                break
        if "search" not in self._found and any(
            is_search(form, page, at) and goes_somewhere(form) for at, form in enumerate(page.facts.forms)
        ):
            self._note("search", page, "search form")

    def _note(self, kind: str, page: Page, excerpt: str) -> None:
        self._found.setdefault(kind, Place.of(page, excerpt))

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the names of the aids."""
        names = ", ".join(sorted(self._found))
        if len(self._found) < _FEWEST:
            yield absent(site, names or None)
        else:
            yield next(iter(self._found.values())).seen(names)
