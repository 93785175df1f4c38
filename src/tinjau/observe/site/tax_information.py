"""C01: what people must pay."""

from typing import ClassVar

import re2

from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_OWED = re2.compile(  # when or how much of a tax is to be paid
    r"(?i)\d\s?%|\bdue (?:on|by|date|in|january|february|march|april|may|june|july|august|september|october|november|"
    r"december)\b|paid (?:in|by)|jatuh tempo|dibayar|scadenza|échéance|vence"
)

_LINE = 30  # characters of a line that gives a rate; project choice
_RATE = re2.compile(
    r"(?i)\b(?:rates?|tarif|taux|coefficient|centimes|aliquot[ae]|moltiplicatore|al[ií]cuotas?|tarifas?|tipos?)\b"
    r"[^.]{0,60}\d\s?(?:%|‰|per mille|pour mille|por (?:mil|ciento)|per cent|centimes)"
)


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

    def add(self, page: Page) -> None:
        """Also a text that says how much of a tax is owed, or when."""
        super().add(page)
        if not page.is_home:
            self._said(page, "tax", self._owes)

    def _owes(self, text: str) -> bool:
        """Whether a text says how much or when; of one that gives a rate a line is enough."""
        enough = len(text) >= self.chars and _OWED.search(text) is not None
        return enough or (len(text) >= _LINE and _RATE.search(text) is not None)
