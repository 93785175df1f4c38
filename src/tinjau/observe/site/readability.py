"""E09: how long the sentences and words of a site are."""

from collections.abc import Iterable

import re2

from tinjau.model import State
from tinjau.observe.engine.detector import Detector, Finding, Place, absent
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.site import Site

_RUNNING = 80  # characters of a text that is written in sentences; project choice
_READ = 1_500  # characters of one page that are counted; project choice
_LEAST = 500  # words from which a value is given; project choice
_LONG = 6  # letters beyond which a word is long (Björnsson 1968)
_END = re2.compile(r"[.!?:…](?:[\s)\"”»]|$)")
_SIGNS = '.,;:!?()[]{}"“”«»…/|–—•·'


class Readability(Detector):
    """LIX of the running text: words in a sentence plus the percentage of words of more than six letters.

    C. H. Björnsson, Läsbarhet (1968), and Reading Research Quarterly 18 (1983) 480-497 for eleven languages, English,
    French, Italian and Spanish among them. Read: paragraphs of the pages' own, up to 1,500 characters a page, news left
    out; lists, tables, menus and headings are no sentences. For pages that declare Italian the reason gives Gulpease as
    well (P. Lucisano and M. E. Piemontese, Scuola e città 3 (1988) 110-124; 0 hard to 100 easy). The value bears no
    verdict: no bands are published for Indonesian, whose words are long by their affixes, and none for official texts;
    it can be compared within one language only. Cannot tell under 500 words.
    """

    name = "readability"
    check = "E09"
    reads = ("blocks", "lang")
    technical = True

    def __init__(self) -> None:
        self._words = self._long = self._ends = 0
        self._italian = [0, 0, 0]  # words, letters, sentences
        self._place: Place | None = None

    def add(self, page: Page) -> None:
        """Count words and sentences of the page's paragraphs."""
        if page.is_article or page.is_missing or page.is_placeholder:
            return
        texts, read, ends = [], 0, 0
        for at in page.own_blocks:
            text = page.facts.blocks[at].text
            if len(text) >= _RUNNING and read < _READ and (sentences := len(_END.findall(text[: _READ - read]))):
                texts.append(text[: _READ - read])
                read += len(texts[-1])
                ends += sentences
        if not texts:
            return
        whole = " ".join(texts)
        for sign in _SIGNS:
            if sign in whole:
                whole = whole.replace(sign, " ")
        lengths = list(map(len, whole.split()))
        self._words += len(lengths)
        self._long += sum(length > _LONG for length in lengths)
        self._ends += ends
        if page.facts.lang[:2].lower() == "it":
            for at, count in enumerate((len(lengths), sum(lengths), ends)):
                self._italian[at] += count
        self._place = self._place or Place.of(page, texts[0])

    def result(self, site: Site) -> Iterable[Finding]:
        """The value over all paragraphs."""
        place = self._place
        if place is None:
            yield absent(site)
            return
        where = (place.url, place.record_id, place.digest, place.excerpt)
        if self._words < _LEAST:
            yield Finding(State.CANNOT_TELL, None, f"The site has {self._words} words of running text", *where)
            return
        sentence, long = self._words / self._ends, 100 * self._long / self._words
        reason = f"{sentence:.1f} words in a sentence, {long:.0f} % of them long"
        words, letters, ends = self._italian
        if words >= _LEAST:
            reason += f"; Gulpease {89 + (300 * ends - 10 * letters) / words:.0f}"
        yield Finding(State.SEEN, round(sentence + long, 1), reason, *where)
