"""What a page lists: entries with a name and where they lead, whether they are cards, list items or bare headings."""

from typing import NamedTuple

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.page import Page

_MORE = frozenset(
    [
        "selengkapnya",
        "baca selengkapnya",
        "detail",
        "detail layanan",
        "lihat detail",
        "lihat",
        "read more",
        "more",
        "learn more",
        "view more",
        "details",
        "leggi di più",
        "vai alla pagina",
        "scopri di più",
        "lire la suite",
        "en savoir plus",
        "voir plus",
        "leer más",
        "ver más",
        "más información",
        "klik disini",
        "klik di sini",
        "lihat selengkapnya",
        "akses",
        "akses layanan",
        "kunjungi",
        "buka",
        "download",
        "unduh",
        "here",
        "click here",
        "view",
        "vai al servizio",
        "accéder",
        "accéder au service",
        "ir al trámite",
        "view all",
        "lihat semua",
        "see all",
        "apply",
        "apply now",
    ]
)
_ARROWS = " →»›>…."  # characters around a name, not of it
_LONGEST = 120
_ENOUGH = 3  # linked entries beside which bare headings are only captions


class Entry(NamedTuple):
    """One listed thing. `url` is "" where nothing leads on."""

    name: str
    url: str
    text: str


def entries(page: Page) -> list[Entry]:
    """The entries of the page's own content, each name once, in order."""
    found: dict[str, Entry] = {}
    facts = page.facts
    headings = {each.block: each for each in facts.headings if each.zone == MAIN and page.is_own_heading(each)}
    for index in page.own_links:
        link = facts.links[index]
        if not link.url or addresses.key(link.url) == addresses.key(page.url):
            continue
        name = link.text.strip(_ARROWS)
        if name.casefold() in _MORE or not name:
            before = next(
                (headings[at] for at in range(link.block, max(-1, link.block - 5), -1) if at in headings), None
            )
            name = before.text if before else ""
        if 2 < len(name) <= _LONGEST:
            found.setdefault(name.casefold(), Entry(name, link.url, _after(page, link.block)))
    if len(found) >= _ENOUGH:
        return list(found.values())
    for heading in headings.values():
        if (
            heading.level >= 2
            and not heading.text.endswith("?")
            and 2 < len(heading.text) <= _LONGEST
            and heading.text != page.name
        ):
            found.setdefault(heading.text.casefold(), Entry(heading.text, "", _after(page, heading.block)))
    return list(found.values())


def _after(page: Page, block: int) -> str:
    blocks = page.facts.blocks
    return blocks[block + 1].text[:200] if block + 1 < len(blocks) else ""
