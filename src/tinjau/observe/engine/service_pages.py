"""What a page is to services: a list of them, a card of one, or a step on the way through one."""

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.forms import APPLICATION, CONTACT, LOGIN, REGISTER, kind_of
from tinjau.observe.engine.listing import Entry, entries, lines
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK, BUTTON, FORM, HEADING, LINK, PATH, TARGET, TITLE

_NAMED, _PLAIN, _PATH = 0.4, 0.75, 0.4  # shares of a name or address that the words for services are
_FEW = 2  # linked entries that make a list


def listed_services(page: Page) -> list[Entry]:
    """What a list of services lists: links first, else headings of a page that is plainly the list, else bare lines."""
    listed = entries(page)
    linked = [entry for entry in listed if entry.url]
    if len(linked) >= _FEW:
        return linked
    if not _is_headed_by_services(page):
        return linked  # a title says where the page stands; its heading, what it is
    headed = listed if _fit(page) >= _PLAIN or _path(page) >= _PATH else linked
    names = {_text(page, hit) for hit in page.hits("service_catalogue", HEADING)}
    under = _under(page, names)
    headed = [each for each in headed if each.url or (each.name not in names and (not under or each.name in under))]
    bare = lines(page) if len(headed) < _FEW + 1 else []
    return bare if len(bare) > len(headed) else headed


def _is_headed_by_services(page: Page) -> bool:
    """Whether the page's heading is its name, or made of words for services, or its address is."""
    if page.heading == page.name or not page.heading or _path(page) >= _PATH:
        return True
    return any(_text(page, hit) == page.heading for hit in page.hits("service_catalogue", HEADING))


def _under(page: Page, names: set[str]) -> set[str]:
    """The headings that stand under one that is named after services; empty where there are too few."""
    found: set[str] = set()
    level = 0
    for heading in page.facts.headings:
        if heading.text in names:
            level = heading.level
        elif level and heading.level <= level:
            level = 0
        elif level:
            found.add(heading.text)
    return found if len(found) > _FEW else set()


def lists_services(page: Page) -> bool:
    """Whether the page's address or name is made of words for services."""
    return _path(page) >= _PATH or _fit(page) >= _NAMED


def is_service_card(page: Page) -> bool:
    """Whether the page describes one service under headings: what is needed, and how, how long or how much."""
    if "event" in page.url.lower() or not page.hits("requirements", HEADING):
        return False
    parts = sum(
        any(page.is_own_heading(page.facts.headings[hit.at]) for hit in page.hits(part, HEADING))
        for part in ("requirements", "procedure", "service_time", "fee")
    )
    return parts >= 2


def step_of(page: Page) -> str:
    """The step that the page itself is: `transaction`, `interaction`, or empty."""
    if is_service_card(page) and any(
        page.facts.buttons[hit.at].zone == 0 for hit in [*page.hits("apply", BUTTON), *page.hits("payment", BUTTON)]
    ):
        return "transaction"
    kinds = {kind_of(form, page, index) for index, form in enumerate(page.facts.forms) if form.zone == 0}
    applies = page.hits("apply", TITLE, HEADING, FORM) or page.hits("payment", TITLE, FORM)
    if (APPLICATION in kinds and applies) or REGISTER in kinds or (LOGIN in kinds and page.hits("citizen_login")):
        return "transaction"
    takes_papers = any(h.at in page.own_set for h in page.hits("forms", BLOCK)) or page.hits("forms", LINK, TARGET)
    return "interaction" if kinds & {APPLICATION, CONTACT} or (takes_papers and page.papers) else ""


def onward_of(page: Page) -> list[str]:
    """Where the page's own links lead on to apply, pay or log in."""
    own = set(page.own_links)
    return [
        page.facts.links[hit.at].url
        for concept in ("apply", "payment", "citizen_login")
        for hit in page.hits(concept, LINK)
        if hit.at in own and hit.covered / max(1, len(page.facts.links[hit.at].text)) >= 0.3
    ]


def _text(page: Page, hit: Hit) -> str:
    """The page's name, or the heading a hit stands in."""
    return page.name if hit.kind == TITLE else page.facts.headings[hit.at].text


def _path(page: Page) -> float:
    """How much of the address's last part the words for services are."""
    covered = max((hit.covered for hit in page.hits("service_catalogue", PATH)), default=0)
    return covered / max(1, len(addresses.words(page.url)))


def _fit(page: Page) -> float:
    """How much of the page's name the words for services are."""
    names = (page.name, page.heading)
    found = [(hit, _text(page, hit)) for hit in page.hits("service_catalogue", TITLE, HEADING)]
    return max((hit.covered / max(1, len(text)) for hit, text in found if text in names), default=0.0)
