"""What a document is and of which year, read off its title and the beginning of its text."""

from collections.abc import Iterable

import re2

from tinjau.observe.engine.site import Named
from tinjau.observe.engine.texts import named_in
from tinjau.observe.engine.years import years_of
from tinjau.observe.pdf.process import PdfText

_LINES = 40  # of the first page's text that are its cover
_LINE = 200  # characters of a line
_AFTER = 5  # lines after the one that names the document in which its year stands
_SHARE = 0.34  # of two lines' letters that the concept's words are, or it is mentioned in passing; project choice
_PERIOD = re2.compile(  # linear: re2 never goes back
    r"(?i)\b(?:tahun anggaran|t\.?\s?a\.?|fiscal year|financial year|fy|esercizio(?: finanziario)?|exercice|"
    r"ejercicio(?: fiscal)?|annualit[àa]|year ended)\s*(?:tahun\s*)?[:.]?\s*"
    r"((?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)\d\d)?)"
)
_NUMBERED = re2.compile(  # the year of a rule that carries the document, not the document's
    r"(?i)\b(?:nomor|no)\b\.?\s*:?\s*[\w./-]{1,30}\s+tahun\s+(?:19|20)\d\d"
)


def cover_of(document: PdfText, concepts: Iterable[str]) -> dict[str, Named]:
    """What the document's title or the lines of its first page name it. The precedence of years: the period that is
    named as such, the line that names the document, those after it, the period on the rest of the cover.
    """
    lines = lines_of(document)
    pairs = [" ".join(lines[at : at + 2]) for at in range(len(lines))]
    hits = [{hit[0]: hit[1] for hit in each} for each in named_in(pairs)]
    found: dict[str, Named] = {}
    for concept in concepts:
        for at, hit in enumerate(hits):
            covered = hit.get(concept, 0)
            if covered and (covered >= _SHARE * len(pairs[at]) or lines[at].isupper()):
                found[concept] = Named(_years(lines, at, concept), pairs[at])
                break
    return found


def lines_of(document: PdfText) -> list[str]:
    """The title, and the lines of the first page that has text; blanks made one, what programs put before a title
    left out.
    """
    pages = [page for page in document.text.split("\f") if page.strip()]
    title = document.title.removeprefix("Microsoft Word - ").removesuffix(".docx").removesuffix(".doc")
    lines = [" ".join(line.split())[:_LINE] for line in (title, *(pages[0].splitlines() if pages else ()))]
    return [line for line in lines if line][:_LINES]


def _years(lines: list[str], at: int, concept: str) -> tuple[int, ...]:
    lines = [_NUMBERED.sub("", line) for line in lines]
    near = lines[at : at + 1 + _AFTER]
    period = [match.group(1) for match in _PERIOD.finditer(" ".join(near))]
    for texts in (period, *([line] for line in near), [match.group(1) for match in _PERIOD.finditer(" ".join(lines))]):
        years = [year for text in texts for year in years_of(text, concept)]
        if years:
            return tuple(years)
    return tuple(years_of(" ".join(lines), concept)[:1])
