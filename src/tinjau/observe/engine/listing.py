"""What a page lists: entries with a name and where they lead, whether they are cards, list items or bare headings."""

from functools import cache
from typing import NamedTuple

from tinjau.observe.engine import addresses
from tinjau.observe.engine.facts import MAIN
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.scan import fold
from tinjau.observe.engine.terms import terms
from tinjau.observe.engine.texts import BLOCK

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
_ASIDES = (
    "categor", "argoment", "correlat", "contatt", "contact", "problem", "relat", "terkait", "kategori", "lainnya",
    "topic",
    "popul", "valut", "kontak", "hubungi",
)  # fmt: skip
_ARROWS = " →»›>…."  # characters around a name, not of it
_LONGEST = 120
_LINE = 90  # characters
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
        if len(name) > 2:
            name = name[:_LONGEST].strip()
            found.setdefault(name.casefold(), Entry(name, link.url, _after(page, link.block)))
    if len(found) >= _ENOUGH:
        return list(found.values())
    parent = ""
    for heading in headings.values():
        if heading.level <= 2:
            parent = heading.text.casefold()
        if any(each in parent for each in _ASIDES) or heading.text.endswith("?") or heading.text == page.name:
            continue
        if heading.level >= 2 and 2 < len(heading.text) <= _LONGEST:
            found.setdefault(heading.text.casefold(), Entry(heading.text, "", _after(page, heading.block)))
    return list(found.values())


def _after(page: Page, block: int) -> str:
    blocks = page.facts.blocks
    return blocks[block + 1].text[:200] if block + 1 < len(blocks) else ""


def lines(page: Page) -> list[Entry]:
    """Short texts of the page's own content that begin with a word for a service: a list that nobody linked."""
    found: dict[str, Entry] = {}
    blocks = page.facts.blocks
    for hit in page.hits("service_item", BLOCK):
        text = blocks[hit.at].text
        if hit.at in page.own_set and len(text) <= _LINE and fold(text).lower().startswith(_starts(page)):
            found.setdefault(text.casefold(), Entry(text, "", _after(page, hit.at)))
    return list(found.values())


@cache
def _beginnings() -> tuple[tuple[int, str], ...]:
    return tuple((each.languages, fold(each.text)) for each in terms() if each.concept == "service_item")


def _starts(page: Page) -> tuple[str, ...]:
    spoken = page.site.spoken
    return tuple(text for languages, text in _beginnings() if languages & spoken)
