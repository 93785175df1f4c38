"""C07: information for investors."""

from typing import ClassVar

from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.topic import TopicDetector

_WORDS = 6  # of a name
_STARTS = ("invest in ", "why invest", "investasi di ", "berinvestasi di ", "investir à", "investir en ",
           "invertir en ", "investire a ", "investire in ")  # fmt: skip


class InvestmentInformation(TopicDetector):
    """Information for people who want to invest.

    Read: titles, headings and links that name investment, and what stands behind them.
    """

    name = "investment_information"
    check = "C07"
    concept = "investment"
    concepts = ("investment",)
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True
    fits: ClassVar[float] = 0.4

    def fit(self, hit: Hit, text: str) -> float:
        """A short name that begins with "invest in" says nothing else, whatever place follows."""
        if text.strip().lower().startswith(_STARTS) and len(text.split()) <= _WORDS:
            return 1.0
        return super().fit(hit, text)
