"""S06: frequent questions with answers."""

from typing import ClassVar

from tinjau.observe.engine.facts import MAIN, Block
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK, HEADING
from tinjau.observe.engine.topic import TopicDetector

_MANY = 5  # questions that are a list of frequent ones though nothing says so; project choice
_SHORTEST, _LONGEST = 20, 200  # characters of a question; project choice
_PARTS = ("requirements", "procedure", "service_time", "fee")


class Faq(TopicDetector):
    """Frequent questions with their answers on a page or in a section.

    Read: titles, headings and links that name them, and the text behind; five questions with their answers. A menu
    entry whose page is missing does not count.
    """

    name = "faq"
    check = "S06"
    concept = "faq"
    concepts = ("faq", "placeholder", *_PARTS)
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True

    def add(self, page: Page) -> None:
        """Also questions that follow one another with their answers; what heads a card of a service is none."""
        super().add(page)
        if page.is_home or page.is_article or page.is_missing or page.hits("placeholder", BLOCK):
            return
        blocks = page.facts.blocks
        asked = [at for at, block in enumerate(blocks) if self._asks(block) and (block.level or at in page.own_set)]
        answered = [at for at in asked if at + 1 < len(blocks) and not self._asks(blocks[at + 1])]
        parts = {hit.at for each in _PARTS for hit in page.hits(each, BLOCK)}
        parts |= {page.facts.headings[hit.at].block for each in _PARTS for hit in page.hits(each, HEADING)}
        if len(answered) >= _MANY and len(parts & set(asked)) * 2 < len(asked):
            texts = [blocks[at].text for at in answered]
            self._keep(1, 0.4, page, " ".join(texts[:3]), f"{page.url}#q", texts[0])

    def _asks(self, block: Block) -> bool:
        """Whether a text of the content is one question."""
        return block.zone == MAIN and block.text.endswith("?") and _SHORTEST <= len(block.text) <= _LONGEST
