"""C01: what people must pay."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class TaxInformation(TopicDetector):
    """Local taxes and charges: what they are, how much, how to pay.

    Read: titles, headings and links that name taxes, and what stands behind them.
    """

    name = "tax_information"
    check = "C01"
    concept = "tax"
    concepts = ("tax",)
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "epbb",
        "e-pbb",
        "pbb",
        "bphtb",
        "pajak",
        "bapenda",
        "impots.gouv.fr",
        "esamsat",
    )
