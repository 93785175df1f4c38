"""S01: which services there are."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.facts import MAIN, Heading, Hit
from tinjau.observe.engine.listing import entries
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, PATH, TITLE

_FEWEST = 3  # entries that make a list; project choice
_FITS, _PLAIN = 0.34, 0.75  # shares of a page's name that the words are: named after services; the list itself
_CHARS, _FEW = 80, 2
_PARTS = ("requirements", "service_time", "fee")
_PAGES, _LINKS = 300, 60  # pages and links that are remembered; project choice
_SHARE = 0.4  # of a page's links that lead to services; project choice
_LINES = 8  # short texts that make a list where nothing is linked


class ServiceCatalogue(Detector):
    """A page or section that lists the services of the institution, or a menu of them.

    Read: pages named after services and what they list (links, headings, list items), entries under a menu point
    named after services, and pages, whatever their name, that lead to three which say of a service what is needed, how
    long it takes or what it costs. The value is the number of entries. A single procedure, opening hours or a pledge is
    no catalogue.
    """

    name = "service_catalogue"
    check = "S01"
    reads = ("title", "headings", "links", "blocks")
    concepts = ("service_catalogue", *_PARTS)

    def __init__(self) -> None:
        self._best: tuple[int, Place] | None = None
        self._menus: dict[str, dict[str, str]] = {}
        self._menu_place: dict[str, Place] = {}
        self._cards: set[str] = set()
        self._lists: list[tuple[Place, list[str]]] = []

    def add(self, page: Page) -> None:
        """Count what the page lists and what its menus hold."""
        self._note(page)
        hits = page.hits("service_catalogue", TITLE, HEADING, PATH)
        if hits and not page.is_article and not page.is_placeholder and not page.is_missing:
            self._page(page)
        for hit in page.hits("service_catalogue", HEADING):
            heading = page.facts.headings[hit.at]
            if hit.covered / max(1, len(heading.text)) >= 0.5 and len(self._menus) < 40:
                self._headed(page, heading)
        for hit in page.hits("service_catalogue", LINK):
            link = page.facts.links[hit.at]
            if hit.covered / max(1, len(link.text)) >= 0.5 and len(self._menus) < 40:
                self._menu(page, hit.at, link.text)

    def _note(self, page: Page) -> None:
        """Remember a page that speaks of what a service takes, and a page that leads on to several of the site."""
        if page.is_article or page.is_home or page.is_missing:
            return
        said = sum(any(hit.kind == HEADING or hit.at in page.own_set for hit in page.hits(part, BLOCK, HEADING))
                   for part in _PARTS)  # fmt: skip
        if said > 1 and len(self._cards) < _PAGES:
            self._cards.add(addresses.key(page.url))
        links = (page.facts.links[index] for index in page.own_links)
        keys = {addresses.key(link.url): link.text for link in links if link.text and page.site.is_own(link.url)}
        if len(keys) >= _FEWEST and len(self._lists) < _PAGES:
            names = ", ".join(list(keys.values())[:8])
            self._lists.append((Place.of(page, f"{page.name}: {names}"), list(keys)[:_LINKS]))

    def _page(self, page: Page) -> None:
        fit = max((self._fit(page, hit) for hit in page.hits("service_catalogue", TITLE, HEADING, PATH)), default=0.0)
        named = fit >= _FITS
        if not named or page.is_home:
            return
        fewest = _FEWEST if fit < _PLAIN else _FEWEST - 1
        count = len(entries(page))
        lines = sum(1 for index in page.own_blocks if len(page.facts.blocks[index].text) <= 120)
        enough = lines >= _LINES or (fit >= _PLAIN and lines >= _FEW and page.own_chars >= _CHARS)
        asks = any(form.zone == MAIN and len(form.fields) > _FEW for form in page.facts.forms)
        if count < fewest and enough and not asks:
            count = lines
        if count >= fewest and (self._best is None or count > self._best[0]):
            names = ", ".join(entry.name for entry in entries(page)[:8])
            first = next((page.facts.blocks[i].text for i in page.own_blocks), "")
            self._best = (count, Place.of(page, f"{page.name}: {names or first}"))

    def _fit(self, page: Page, hit: Hit) -> float:
        """How much of the page's name the words are; a heading further down is no name."""
        if hit.kind == PATH:
            return hit.covered / max(1, len(addresses.words(page.url)))
        text = page.name if hit.kind == TITLE else page.facts.headings[hit.at].text
        return hit.covered / max(1, len(text)) if text in (page.name, page.heading) else 0.0

    def _menu(self, page: Page, parent: int, text: str) -> None:
        menu = self._menus.setdefault(text.casefold(), {})
        for link in page.facts.links:
            if link.parent == parent and link.text and link.url and len(menu) < 200:
                menu.setdefault(addresses.key(link.url), link.text)
                self._menu_place.setdefault(text.casefold(), Place.of(page, f"{text}: {link.text}"))

    def _headed(self, page: Page, heading: Heading) -> None:
        """A heading over a list of links, in a menu or on the front page."""
        following = [each.block for each in page.facts.headings if each.block > heading.block]
        end = min(following) if following else len(page.facts.blocks)
        menu = self._menus.setdefault(heading.text.casefold(), {})
        for link in page.facts.links:
            inside = heading.block < link.block < end and link.zone == heading.zone
            if inside and link.text and link.url and page.site.is_own(link.url) and len(menu) < 200:
                menu.setdefault(addresses.key(link.url), link.text)
                self._menu_place.setdefault(heading.text.casefold(), Place.of(page, f"{heading.text}: {link.text}"))

    def result(self, site: Site) -> Iterable[Finding]:
        """The longest list; a menu counts where its targets are not missing."""
        best = self._best or self._by_cards()
        for text, menu in self._menus.items():
            alive = [name for key, name in menu.items() if not _dead(site, key)]
            if len(alive) >= _FEWEST and (best is None or len(alive) > best[0]):
                place = self._menu_place[text]
                best = (
                    len(alive),
                    Place(place.url, place.record_id, place.digest, f"{text}: {', '.join(alive[:10])}"[:300]),
                )
        if best is None:
            yield absent(site)
        else:
            yield best[1].seen(best[0])

    def _by_cards(self) -> tuple[int, Place] | None:
        """The page that leads to most of the pages which speak of a service."""
        found = [(sum(key in self._cards for key in keys), place) for place, keys in self._lists
                 if sum(key in self._cards for key in keys) >= max(_FEWEST, _SHARE * len(keys))]  # fmt: skip
        return max(found, key=lambda each: (each[0], each[1].url), default=None)


def _dead(site: Site, key: str) -> bool:
    found = site.responses.get(key)
    return found is not None and found.status >= 400
