"""PDFs that the archive holds and whose names promise something: read once more, in a process of their own.

Which are read is bounded: those that a link, a heading above it or the file's name calls a budget, a report, a plan,
procurement, a price or a regulation; the newest by name first, each kind in its turn, `MOST` in all.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tinjau.archive import Reader, Record
from tinjau.observe.engine import addresses
from tinjau.observe.engine.cover import cover_of, lines_of
from tinjau.observe.engine.facts import Hit, PageFacts
from tinjau.observe.engine.site import Paper, Responses, is_pdf
from tinjau.observe.engine.texts import BLOCK, HEADING, LINK, TARGET
from tinjau.observe.engine.years import years_of
from tinjau.observe.pdf.process import PdfProcess, PdfText

CONCEPTS = ("budget", "performance", "financial_report", "planning", "procurement", "fee", "legal")
MOST = 40  # documents of a site that are read; project choice
_MOST_NAMED = 2_000  # documents that links name, from which they are chosen
_MOST_SLOW = 3  # documents given up because of time, after which no more are read
_NAME = 160  # characters of a text that names a document beside it
_MOST_BESIDE = 60  # links that one text names
_NEAR = 4  # blocks between such a text and the link
_WEB = ("response", "resource", "conversion")
_PART = "The capture holds only a part of the document"
_ENOUGH = "The documents of this site take too long to read"


class _Named(NamedTuple):
    concept: str
    year: int
    url: str


@dataclass(slots=True)
class Shelf:
    """Collects, while pages pass, the PDFs of the archive that are worth reading."""

    responses: Responses
    _named: dict[str, _Named] = field(default_factory=dict)

    def watching(self, pages: Iterable[PageFacts]) -> Iterator[PageFacts]:
        """The same pages; what they name is noted in passing. Nothing is done where the archive holds no PDF."""
        if not self.responses.documents:
            yield from pages
            return
        for page in pages:
            hits = [(concept, hit) for concept in CONCEPTS for hit in page.hits.get(concept, ())]
            if hits:
                places = [link.block for link in page.links]  # in document order, as blocks are
                tops = [heading.block for heading in page.headings]
                for concept, hit in hits:
                    self._note(page, concept, hit, places, tops)
            yield page

    def chosen(self) -> dict[str, str]:
        """The key of each document to read, and what it was named after."""
        kinds = [sorted(((-each.year, key) for key, each in self._named.items() if each.concept == concept))
                 for concept in CONCEPTS]  # fmt: skip
        order = [key for turn in range(MOST) for kind in kinds for _, key in kind[turn : turn + 1]]
        return {key: self._named[key].concept for key in order[:MOST]}

    def _note(self, page: PageFacts, concept: str, hit: Hit, places: list[int], tops: list[int]) -> None:
        if hit.kind in (LINK, TARGET):
            link = page.links[hit.at]
            self._name(concept, link.url, f"{link.text} {addresses.words(link.url)}")
            return
        if hit.kind == HEADING:
            text, at = page.headings[hit.at].text, page.headings[hit.at].block
            following = bisect_right(tops, at)
            end = tops[following] if following < len(tops) else len(page.blocks)
            first, last = bisect_left(places, at), bisect_left(places, end)
        elif hit.kind == BLOCK:
            text, at = page.blocks[hit.at].text, hit.at
            first = bisect_left(places, at)
            near = first < len(places) and places[first] <= at + _NEAR
            last = bisect_right(places, places[first]) if near else first  # what follows belongs to other texts
        else:
            return
        if len(text) <= _NAME:
            for link in page.links[first : min(last, first + _MOST_BESIDE)]:
                self._name(concept, link.url, f"{text} {link.text} {addresses.words(link.url)}")

    def _name(self, concept: str, url: str, text: str) -> None:
        if not url or len(self._named) >= _MOST_NAMED:
            return
        key = self._held(url)
        known = self._named.get(key) if key else None
        if key and (known is None or CONCEPTS.index(concept) < CONCEPTS.index(known.concept)):
            self._named[key] = _Named(concept, max(years_of(text), default=0), url)

    def _held(self, url: str) -> str:
        """The key under which the archive holds the PDF that an address leads to; "" where it holds none."""
        at = addresses.key(url)
        for _ in range(10):
            found = self.responses.get(at)
            if found is None:
                return ""
            if not found.target:
                return at if found.status < 300 and is_pdf(found.media_type, at) else ""
            at = addresses.key(found.target)
        return ""


def read_papers(paths: Sequence[Path], shelf: Shelf) -> dict[str, Paper]:
    """Read the chosen documents: by key what each says, or why it was not read. The archives are read once more."""
    wanted = shelf.chosen()
    found: dict[str, Paper] = {}
    if not wanted:
        return found
    with PdfProcess() as process:
        for record in _records(paths, wanted, found):
            key = addresses.key(addresses.normal(record.url))
            if process.slow >= _MOST_SLOW:
                text = PdfText(why=_ENOUGH)
            else:
                text = PdfText(why=_PART) if record.truncated else process.read(record.body)
            found[key] = _paper(record, text)
    return dict(sorted(found.items()))


def _records(paths: Sequence[Path], wanted: Mapping[str, str], found: Mapping[str, Paper]) -> Iterator[Record]:
    for path in paths:
        for record in Reader(path):
            if record.is_html or record.type not in _WEB or (record.status or 200) >= 300:
                continue
            key = addresses.key(addresses.normal(record.url))
            if key in wanted and key not in found:
                yield record
                if len(found) == len(wanted):
                    return


def _paper(record: Record, text: PdfText) -> Paper:
    line = " ".join(lines_of(text)[:2])
    return Paper(
        addresses.normal(record.url), record.id, record.payload_digest, line, cover_of(text, CONCEPTS), text.pages,
        text.scanned, text.tagged, text.why,
    )  # fmt: skip
