"""S17: numbers for emergencies."""

from typing import ClassVar

import re2

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK, HEADING
from tinjau.observe.engine.topic import TopicDetector

_NUMBER = re2.compile(r"\b(?:\d{3,4}|\d{2,4}[ .-]\d{2,4}(?:[ .-]\d{2,4})?)\b")
_ALONE = re2.compile(r"^[\d .()/+-]{3,20}$")  # a number and nothing else
_YEAR = re2.compile(r"^(?:19|20)\d\d$")
_WORD = 5  # letters of a name; "999" in a street is none; project choice
_LINE = 120  # characters of a line that names one number
_FEWEST = 2  # numbers in one text
_NAMED, _LINES = 0.5, 4  # share of a label that its words are; lines after it that are looked at; project choice
_COVERED, _LONGEST = 10, 400  # letters that name services; characters of the text; project choice


class EmergencyNumbers(TopicDetector):
    """Emergency or other important numbers.

    Read: titles, headings and links that name it, and what stands behind them.
    """

    name = "emergency_numbers"
    check = "S17"
    concept = "emergency"
    concepts = ("emergency", "rescue")
    chars: ClassVar[int] = 40
    images: ClassVar[bool] = True
    siblings: ClassVar[bool] = True

    def add(self, page: Page) -> None:
        """Also texts, of a footer too, that name several with their numbers."""
        super().add(page)
        self._labelled(page)
        self._paired(page)
        for hit in (*page.hits("rescue", BLOCK), *page.hits("emergency", BLOCK)):
            text = page.facts.blocks[hit.at].text
            if hit.covered < _COVERED or len(text) > _LONGEST or page.is_article:
                continue
            if sum(not _YEAR.match(each) for each in _NUMBER.findall(text)) >= _FEWEST:
                self._keep(1, 0.5, page, text, f"{page.url}#e", text)
                return
        for hit in page.hits("emergency", BLOCK):
            text = page.facts.blocks[hit.at].text
            numbered = any(not _YEAR.match(each) for each in _NUMBER.findall(text))
            if hit.covered >= _WORD and len(text) <= _LINE and not page.is_article and numbered:
                self._keep(1, 0.4, page, text, f"{page.url}#e", text)
                return

    def _paired(self, page: Page) -> None:
        """Cells that name a service of rescue, each before a cell that is its number."""
        blocks, named = page.facts.blocks, page.hits("rescue", BLOCK)
        cells = [(blocks[hit.at].text, blocks[hit.at + 1].text) for hit in named
                 if hit.at + 1 < len(blocks) and hit.covered >= _NAMED * len(blocks[hit.at].text)]  # fmt: skip
        pairs = [f"{name} {number}" for name, number in cells if _ALONE.match(number)]
        if len(pairs) >= _FEWEST and not page.is_article:
            self._keep(1, 0.4, page, "; ".join(pairs[:3]), f"{page.url}#e", pairs[0])

    def _labelled(self, page: Page) -> None:
        """A label, and lines after it that each hold a number; a heading, and one number right after it."""
        blocks = page.facts.blocks
        for hit in (*page.hits("rescue", HEADING), *page.hits("emergency", HEADING)):
            heading = page.facts.headings[hit.at]
            after = blocks[heading.block + 1].text if heading.block + 1 < len(blocks) else ""
            if hit.covered >= _NAMED * len(heading.text) and _ALONE.match(after):
                self._keep(1, 0.4, page, f"{heading.text}: {after}", f"{page.url}#e", heading.text)
                return
        for hit in page.hits("emergency", BLOCK):
            text = blocks[hit.at].text
            if hit.covered < _NAMED * len(text) or page.is_article:
                continue
            lines = [each.text for each in blocks[hit.at + 1 : hit.at + 1 + _LINES] if len(each.text) <= _LINE]
            told = [each for each in lines if any(not _YEAR.match(number) for number in _NUMBER.findall(each))]
            if len(told) >= _FEWEST:
                self._keep(1, 0.4, page, ": ".join([text, *told[:2]]), f"{page.url}#e", text)
                return
