"""C07: information for investors."""

from typing import ClassVar

import re2

from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_WORDS = 6  # of a name
_STARTS = ("invest in ", "why invest", "investasi di ", "berinvestasi di ", "investir à", "investir en ",
           "invertir en ", "investire a ", "investire in ")  # fmt: skip
_OFFER = re2.compile(  # what is let or sold to whom who invests
    r"(?i)\d\s?(?:m²|m2\b|mq\b|sqm|sq\.? ?(?:m|ft)|ha\b|hect[aá]re[as]s?\b|ettari\b|hektare?\b|acres?\b)|"
    r"\b(?:tax (?:abatements?|holidays?|credits?|exemptions?)|tax-free|opportunity zone|enterprise zone|"
    r"foreign-trade zone|keringanan pajak|insentif|lots?|lott[oi]|lotes?|parcelas?|parcelles?|plots?|kavling|"
    r"capannon[ei]|naves|ateliers|bureaux|locaux|warehouses?|terrains|"
    r"terrenos|terreni|pieds? carrés?)\b"
)


class InvestmentInformation(TopicDetector):
    """Information for people who want to invest.

    Read: titles, headings and links that name investment, and what stands behind them; texts that name an industrial
    estate and what is to be had there.
    """

    name = "investment_information"
    check = "C07"
    concept = "investment"
    inline: ClassVar[bool] = True
    concepts = ("investment",)
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True
    fits: ClassVar[float] = 0.4

    def add(self, page: Page) -> None:
        """Also a text that says what land or room there is."""
        super().add(page)
        self._said(page, "investment", lambda text: len(text) >= self.chars // 2 and _OFFER.search(text) is not None)

    def fit(self, hit: Hit, text: str) -> float:
        """A short name that begins with "invest in" says nothing else, whatever place follows."""
        if text.strip().lower().startswith(_STARTS) and len(text.split()) <= _WORDS:
            return 1.0
        return super().fit(hit, text)
