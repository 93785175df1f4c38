"""C07: what the place lives on."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class LocalEconomy(TopicDetector):
    """Local products, small business, tourism, markets, prices or jobs.

    Read: titles, headings and links that name them, and what stands behind them.
    """

    name = "local_economy"
    check = "C07"
    concept = "local_economy"
    inline: ClassVar[bool] = True
    concepts = ("local_economy",)
    chars: ClassVar[int] = 80
    images: ClassVar[bool] = True
    siblings: ClassVar[bool] = True
    fits: ClassVar[float] = 0.4
