"""A09: a declared language that is not the text's."""

from collections import Counter
from collections.abc import Iterable

from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_WORDS = {
    "id": [
        "yang",
        "dan",
        "di",
        "untuk",
        "dengan",
        "pada",
        "dari",
        "ini",
        "dalam",
        "adalah",
        "oleh",
        "atau",
        "tidak",
        "akan",
        "kepada",
        "sebagai",
    ],
    "en": ["the", "and", "of", "to", "in", "for", "is", "on", "with", "that", "are", "this", "by", "from", "as", "be"],
    "it": [
        "il",
        "di",
        "che",
        "per",
        "con",
        "del",
        "della",
        "nel",
        "sono",
        "alla",
        "dei",
        "una",
        "gli",
        "le",
        "anche",
        "è",
    ],
    "fr": [
        "le",
        "les",
        "des",
        "et",
        "pour",
        "dans",
        "sur",
        "est",
        "une",
        "aux",
        "par",
        "vous",
        "avec",
        "du",
        "ce",
        "cette",
    ],
    "es": [
        "el",
        "los",
        "las",
        "para",
        "por",
        "con",
        "una",
        "del",
        "que",
        "se",
        "como",
        "más",
        "su",
        "este",
        "al",
        "es",
    ],
}
_COUNTS = Counter(word for words in _WORDS.values() for word in words)
_OF = {word: code for code, words in _WORDS.items() for word in words if _COUNTS[word] == 1}


def _code_of(word: str) -> str:
    return _OF.get(word, "")


_LEAST = 12  # words of one language on a page
_SHARE = 0.7


class LanguageMismatch(Detector):
    """Pages whose text is plainly in another language than `html lang` says.

    Read: the commonest words of five languages in the page's text. Limits: Malay, Javanese and other languages are not
    told from Indonesian; pages with little text are not judged. The value is the number of pages.
    """

    name = "language_mismatch"
    check = "P01"
    reads = ("lang", "blocks")
    technical = True

    def __init__(self) -> None:
        self._found: Place | None = None
        self._pages = 0

    def add(self, page: Page) -> None:
        """Compare what is declared with what is written."""
        declared = page.facts.lang[:2].lower()
        if declared not in _WORDS:
            return
        counts: Counter[str] = Counter()
        read = 0
        for block in page.facts.blocks:
            if len(block.text) > 60 and read < 4_000:
                read += len(block.text)
                counts.update(map(_code_of, block.text.lower().split()))
        counts.pop("", None)
        if not counts:
            return
        written, most = counts.most_common(1)[0]
        if written != declared and most >= _LEAST and most >= _SHARE * counts.total():
            self._pages += 1
            self._found = self._found or Place.of(page, f'<html lang="{page.facts.lang}">, text in {written}')

    def result(self, site: Site) -> Iterable[Finding]:
        """Seen with the number of pages. What declares nothing contradicts nothing."""
        if self._found:
            yield self._found.seen(self._pages)
        else:
            yield absent(site)
