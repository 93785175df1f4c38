"""Data that need not be given again."""

from typing import ClassVar

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK
from tinjau.observe.engine.topic import TopicDetector

_PHRASE = 12  # letters of words that say a thing, more than a keyword; project choice


class DataOnce(TopicDetector):
    """A statement that forms are filled from what the administration knows already.

    Read: titles, headings and links that name it, and what stands behind them. The list of checks names data asked once
    in what efficiency means and gives it no code. No indicator is settled by it: whether data are asked again is seen
    in using a service, not in what its page says, so people answer that question.
    """

    name = "data_once"
    check = ""
    concept = "once_only"
    concepts = ("once_only",)
    chars: ClassVar[int] = 50
    fits: ClassVar[float] = 0.3

    def add(self, page: Page) -> None:
        """Also a sentence that says what is filled in beforehand."""
        super().add(page)
        if not page.is_home:
            said = {page.facts.blocks[hit.at].text for hit in page.hits("once_only", BLOCK) if hit.covered >= _PHRASE}
            self._said(page, "once_only", said.__contains__)
