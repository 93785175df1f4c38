"""Between the passes: which hosts are the site, which page is its front, and where its capture has gaps."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tinjau.model import Unread
from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN, PageFacts
from tinjau.observe.engine.forms import COMMENT, LOGIN, NEWSLETTER, SEARCH, asked, kind_of
from tinjau.observe.engine.page import Page, title_parts
from tinjau.observe.engine.people import people_among
from tinjau.observe.engine.reading import Archives
from tinjau.observe.engine.site import BLOCKED, Note, Notes, Site
from tinjau.observe.engine.terms import LANGUAGES
from tinjau.observe.engine.texts import LINK

_SPOKEN = 0.25  # share of the commonest language's mentions from which another is spoken here; project choice
_MENTIONS = 5  # mentions below which a site is too short to tell its languages
_MENU = 0.85  # share of the menu's targets that must have been captured, or absence is not concluded
_ALL = 0.6  # the same of all the site's pages that the front page links to; project choices
_OFTEN, _MOST_TITLES = 3, 20_000  # times a part of a title comes to be the site's name; parts that are counted


def know_site(found: Archives, pages: Iterable[PageFacts]) -> Site:
    """The site, with a note of every page. `pages` is read once."""
    hosts = _hosts(found)
    site = Site(
        hosts=hosts, captured=found.last[:10], ledger=found.ledger, responses=found.responses, blocks=found.blocks,
        notes=Notes(found.ledger),
    )  # fmt: skip
    doors = _doors(site)
    titles: Counter[str] = Counter()
    best: tuple[tuple[int, ...], PageFacts] | None = None
    for facts in pages:
        if addresses.host(facts.url) not in hosts:
            continue
        site.pages += 1
        titles.update({part.casefold() for part in title_parts(facts.title)} if len(titles) < _MOST_TITLES else ())
        rank = _front_rank(facts.url, found, doors)
        if best is None or rank < best[0]:
            best = (rank, facts)
        site.notes.put(addresses.key(facts.url), _note(facts, site))
        site.words.update({name: count for name, count in facts.marks.items() if name.startswith("lang:")})
        site.languages[facts.lang.lower()[:2]] += 1
    site.spoken = _spoken(site)
    site.texts = tuple(each for each in found.texts if addresses.host(each.url) in hosts)
    site.home = best[1] if best else None
    site.doors, site.later = found.doors, found.later
    site.asked = tuple(each for manifest in found.manifests for each in manifest.urls)
    site.name_parts = _name_parts(titles, site)
    site.completeness = _completeness(found, site)
    site.gap = _gap(found, site)
    site.unread = _unread(found, site)
    return site


def _hosts(found: Archives) -> frozenset[str]:
    """The hosts that were asked for, where a manifest says so; else the host with the most pages and its siblings."""
    if found.manifests and any(manifest.hosts for manifest in found.manifests):
        named = {each.removeprefix("www.") for manifest in found.manifests for each in manifest.hosts}
        if named & set(found.hosts) or not found.hosts:
            return frozenset(named)
    if not found.hosts:
        return frozenset([addresses.host("http://" + found.responses.first)] if found.responses else ())
    main, _ = max(found.hosts.items(), key=lambda each: (each[1], each[0]))
    return frozenset(each for each in found.hosts if addresses.owner(each) == addresses.owner(main)) or frozenset(
        {main}
    )


def _doors(site: Site) -> frozenset[str]:
    """The addresses to which the hosts' roots redirect: front pages, however deep their path."""
    found = set()
    for root in site.responses.roots:
        at = site.responses.get(root)
        for _ in range(10):
            if at is None or not at.target:
                break
            key = addresses.key(at.target)
            found.add(key)
            at = site.responses.get(key)
    return frozenset(found)


def _front_rank(url: str, found: Archives, doors: frozenset[str]) -> tuple[int, ...]:
    """The smaller, the more it is the front page: what the root redirects to, else the main host's shortest path."""
    host = addresses.host(url)
    most = max(found.hosts.values(), default=0)
    asked = any(addresses.key(each) == addresses.key(url) for m in found.manifests for each in m.urls)
    path = addresses.path_of(url)
    return (
        0 if asked else 1, 0 if found.hosts[host] == most else 1,
        0 if addresses.is_front(url) or addresses.key(url) in doors else 1,
        path.rstrip("/").count("/"), len(url),
    )  # fmt: skip


def _note(facts: PageFacts, site: Site) -> Note:
    page = Page(facts, site)
    fields = sum(
        len(asked(form)) for at, form in enumerate(facts.forms)
        if form.zone == MAIN and kind_of(form, page, at) not in (COMMENT, SEARCH, NEWSLETTER, LOGIN)
    )  # fmt: skip
    note = Note(
        page.own_chars,
        page.papers,
        len(page.own_links),
        fields,
        len(page.pictures),
        _shows_people(page),
        page.is_filled,
        page.is_placeholder or page.is_missing,
    )
    facts.worked = {name: known for name, known in vars(page).items() if name in Page.FIXED}
    return note


def _spoken(site: Site) -> int:
    """The languages in which the site speaks: the commonest, those near it, and English, which is borrowed from
    everywhere.
    """
    counts = {code: site.words.get(f"lang:{code}", 0) for code in LANGUAGES}
    most = max(counts.values())
    if most < _MENTIONS:
        return -1
    bits = 1 << LANGUAGES.index("en")
    for bit, code in enumerate(LANGUAGES):
        if counts[code] >= _SPOKEN * most:
            bits |= 1 << bit
    return bits


def _shows_people(page: Page) -> bool:
    """Whether somebody in office is named; looked for only where the page speaks of officials."""
    if not any(hit.kind != LINK for hit in page.hits("officials")):
        return False
    return len(people_among([page.facts.blocks[at] for at in page.own_blocks[:200]], 2)) > 1


def _name_parts(titles: Counter[str], site: Site) -> frozenset[str]:
    """Parts of titles that stand in the front page's title or come again on every third page."""
    home = {part.casefold() for part in title_parts(site.home.title)} if site.home else set()
    often = {part for part, count in titles.items() if count >= max(_OFTEN, site.pages / 3)}
    return frozenset((home if site.pages > 1 else set()) | often)


def _completeness(found: Archives, site: Site) -> float | None:
    """What the manifests say; for a foreign archive, the share of the front page's own links that were captured."""
    told = [each.completeness for each in found.manifests if each.completeness is not None]
    if told:
        return min(told)
    targets = _targets(site)
    if not targets:
        return None
    return sum(1 for each in targets if site.response(each) is not None) / len(targets)


def _targets(site: Site, *, menu: bool = False) -> list[str]:
    """The pages of the site that the front page links to, or its menus and frame alone."""
    if site.home is None:
        return []
    found = {}
    for link in site.home.links:
        if menu and link.zone == MAIN:
            continue
        if link.url and site.is_own(link.url) and not addresses.suffix(link.url) and not _is_action(link.url):
            found[addresses.key(link.url)] = link.url
    return list(found.values())


def _is_action(url: str) -> bool:
    """Addresses that a polite crawler leaves alone, and whose page holds no content of its own."""
    lower = url.lower()
    marks = (
        "login",
        "logout",
        "replytocom",
        "wp-json",
        "/feed",
        "share=",
        "add-to-cart",
        "print=",
        "xmlrpc",
        "captcha",
    )
    media = (".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".mp4", ".ico")
    return any(each in lower for each in marks) or addresses.path_of(lower).endswith(media)


def _gap(found: Archives, site: Site) -> str:
    """Why nothing can be called absent, in words; empty where the front page and what it links to were captured."""
    if site.home is None:
        refused = next(iter(found.responses.refused), None)
        if refused:
            return f"The site refused the capture (status {refused})"
        return "The archive holds no page of the site that could be read"
    front = site.responses.get(addresses.host(site.home.url))
    if front is not None and front.status >= 400:
        return f"The front page was not captured (status {front.status})"
    if not _is_front(site):
        return "The front page is not in the archive"
    if site.home.cut:
        return f"The front page could not be read whole: {site.home.cut}"
    if _is_script_shell(site.home):
        return "The front page is built by scripts; what they would show was not captured"
    for targets, least, what in ((_targets(site, menu=True), _MENU, "menu"), (_targets(site), _ALL, "front page")):
        held = sum(1 for each in targets if site.response(each) is not None)
        if len(targets) > 2 and held < least * len(targets):
            return f"Only {held} of the {len(targets)} pages that the {what} links to were captured"
    return ""


def _unread(found: Archives, site: Site) -> Unread | None:
    """Why the site itself was never seen, so that nothing can be judged; None where its front page was read."""
    if site.home is None:
        if found.responses.refused:
            return Unread.REFUSED
        return Unread.UNREACHABLE if found.manifests and not found.responses else Unread.NO_PAGE
    front = site.responses.get(addresses.host(site.home.url))
    if front is not None and front.status >= 400:
        return Unread.REFUSED if front.status in BLOCKED else Unread.NO_FRONT_PAGE
    if not _is_front(site):
        return Unread.NO_FRONT_PAGE
    return None


def _is_front(site: Site) -> bool:
    """Whether the page taken for the home page is a front door: by path, by redirect, or as the top of a folder."""
    if site.home is None:
        return False
    url = site.home.url
    return addresses.is_front(url) or addresses.key(url) in _doors(site) or _is_root(site)


def _is_root(site: Site) -> bool:
    """Whether the home page is the top of everything captured: a site in a folder of a shared host."""
    if site.home is None:
        return False
    top = addresses.path_of(site.home.url).rsplit("/", 1)[0]
    if not top:
        return False
    return site.notes.share_under(top.strip("/")) >= 0.5


def _is_script_shell(home: PageFacts) -> bool:
    """Whether the page holds next to no text and links but scripts."""
    text = sum(len(block.text) for block in home.blocks)
    return text < 200 and len(home.links) < 3 and len(home.scripts) > 0


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of the site in the second pass."""

    site: Site

    def of(self, facts: PageFacts) -> Page | None:
        """The page as detectors see it; None for what is not a page of the site."""
        if facts.status >= 300 or addresses.host(facts.url) not in self.site.hosts:
            return None
        home = self.site.home is not None and addresses.key(facts.url) == addresses.key(self.site.home.url)
        return Page(facts, self.site, home=home)
