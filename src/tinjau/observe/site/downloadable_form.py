"""S14: forms to download."""

from collections.abc import Iterable

from tinjau.observe.engine import addresses
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.leads import TAKE
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TARGET, TITLE

_EDITABLE = frozenset({"doc", "docx", "xls", "xlsx", "odt", "rtf"})

_MOST = 100
_ROW = 100  # characters of a form's name in a table; project choice
_STARTS = ("application for ", "application to ", "application form", "request for ", "claim for ", "nomination ",
           "permohonan ", "formulir ", "form ", "blangko ", "blanko ")  # fmt: skip
_BARE, _CELLS = 3, 24  # letters of a link that is but "PDF"; cells under the head of a column; project choice
_LABEL = 40  # characters of a label such as "Formulir:" before the documents


class DownloadableForm(Detector):
    """A form as a document to download and fill in.

    Read: links to documents whose words or file names name a form, and documents on pages that are named after forms.
    Limits: whether the document opens is not tried unless the archive holds it.
    """

    name = "downloadable_form"
    check = "S14"
    reads = ("links", "title", "headings")
    concepts = ("forms",)

    def __init__(self) -> None:
        self._found: dict[str, Place] = {}
        self._pages: dict[str, Place] = {}  # what links call forms

    def add(self, page: Page) -> None:
        """Note documents that are forms."""
        if len(self._found) >= 200:
            return
        links = page.facts.links
        for hit in page.hits("forms", LINK):
            link = links[hit.at]
            if page.site.is_own(link.url) and hit.covered * 2 >= len(link.text) and len(self._pages) < _MOST:
                self._pages.setdefault(addresses.key(link.url), Place.of(page, f"{link.text} → {link.raw}", link.url))
        wanted = {hit.at for hit in page.hits("forms", LINK, TARGET)}
        wanted |= {at for at in page.own_links if links[at].text.lower().startswith(_STARTS)}
        wanted |= self._rows(page)
        listing = {hit.at for hit in page.hits("forms", BLOCK) if ":" in page.facts.blocks[hit.at].text[:_LABEL]}
        if listing:
            cells = {at + 1 for at in listing if len(page.facts.blocks[at].text) <= _LABEL}  # beside a bare label
            wanted |= {index for index in page.own_links if links[index].block in listing | cells}
        heads = {
            hit.at
            for hit in page.hits("forms", BLOCK)
            if hit.at in page.own_set and hit.covered * 2 >= len(page.facts.blocks[hit.at].text) <= _LABEL
        }  # of a table's column
        wanted |= {at for at in page.own_links if sum(map(str.isalpha, links[at].text)) <= _BARE
                   and any(head < links[at].block <= head + _CELLS for head in heads)}  # fmt: skip
        named = any(
            hit.covered / max(1, len(page.name if hit.kind == TITLE else page.facts.headings[hit.at].text)) >= 0.34
            for hit in page.hits("forms", TITLE, HEADING)
            if hit.kind == TITLE or page.is_own_heading(page.facts.headings[hit.at])
        )
        own = set(page.own_links) if named else set()
        for index in sorted(wanted | own):
            link = links[index]
            ending = addresses.suffix(link.url)
            paper = page.site.is_paper(link.url) if index in wanted else addresses.is_paper(link.url)
            if paper and (index in wanted or ending in _EDITABLE or ending == "pdf"):
                self._found.setdefault(addresses.key(link.url), Place.of(page, f"{link.text} → {link.raw}", link.url))

    def _rows(self, page: Page) -> set[int]:
        """Links that take the document which the text right before them names as a form."""
        links, blocks = page.facts.links, page.facts.blocks
        named = {hit.at for hit in page.hits("forms", BLOCK) if len(blocks[hit.at].text) <= _ROW}
        return {
            at for at in (page.own_links if named else ())
            if links[at].block in named or (links[at].block - 1 in named and links[at].text.casefold().startswith(TAKE))
        }  # fmt: skip

    def result(self, site: Site) -> Iterable[Finding]:
        """The first document that is not known to be missing, with their number."""
        alive = [
            place for place in self._found.values()
            if not site.is_dead(place.target)
        ]  # fmt: skip
        for place in self._pages.values():
            note = site.note(place.target)
            if note is not None and note.papers and not note.empty and len(alive) < _MOST:
                alive.append(place)
        if alive:
            yield alive[0].seen(len(alive))
        else:
            yield absent(site, reason="The forms that are linked are missing" if self._found else "")
