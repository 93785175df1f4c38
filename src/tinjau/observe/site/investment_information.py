"""C07: information for investors."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


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
