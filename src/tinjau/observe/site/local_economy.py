"""C07: what the place lives on."""

from typing import ClassVar

import re2

from tinjau.observe.engine.money import holds_amount
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_SIGHTS = re2.compile(  # what a place has for visitors and buyers
    r"(?i)\b(?:markets?|beach(?:es)?|hot springs|waterfalls?|walking tracks?|trails?|campgrounds?|camp ?sites?|"
    r"museums?|"
    r"galler(?:y|ies)|wineries|wildlife|handicrafts?|handlooms?|crafts?|festivals?|bed and breakfasts?|b&bs?|hotels?|"
    r"guest ?houses?|lodges?|cafes?|restaurants?|fishing|rock art|temples?|forts?|lakes?|islands?|visitors?|tourists?|"
    r"pantai|air terjun|pasar|danau|gua|candi|kebun|kuliner|batik|tenun|kerajinan|wisatawan|pengunjung|penginapan|"
    r"homestay|kopi|oleh-oleh|festival|"
    r"chies[ae]|parrocchiale|pieve|castell[oi]|rocca|museo|musei|sentier[oi]|agriturism[oi]|rifugi[o]?|alberg[oh]i?|"
    r"trattori[ae]|ristoranti|formagg[io]|castagne|olio|vini|malg[ae]|sagr[ae]|borgo|"
    r"château|église|musée|sentiers|gîtes?|campings?|fromages?|vignobles?|vins|producteurs|artisans|plages?|randonnées?|"
    r"playas?|termas|cabañas|castillo|ermita|monumentos|senderos|mirador|hostales|hoteles|quesos?|miel|vinos?|artesanías?|"
    r"mercado|tianguis|cascadas?|café|panela|cacao)\b"
)
_HOUSES = 2  # named houses in one text; project choice
_FEW, _PRICES = 3, 2  # different sights in one text; prices on a page named after products; project choice


_NAMED = re2.compile(  # a house that takes guests, with its name
    r"\b(?i:hotel|hôtel|hostal|posada|mesón|asador|hospedaje|cabañas|casa rural|hospedería|parador|trattoria|"
    r"ristorante|osteria|locanda|albergo|agriturismo|rifugio|b&b|auberge|gîte|camping|restaurant|ferme|"
    r"chambre d'hôtes|homestay|guest ?house|lodge|penginapan|warung|rumah makan)(?:s|es)?\s"
    r"(?:\p{Lu}[\p{L}'’-]+|(?:la|il|le|el|los|las|du|des|de la|al|lo|gli|Don|Doña)\s\p{Lu})"
)


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

    def add(self, page: Page) -> None:
        """Also a text that tells of several things a place has for visitors."""
        super().add(page)
        if not page.is_home and not page.is_article and not page.is_missing:
            texts = ((at, page.facts.blocks[at].text) for at in page.own_blocks[:200])
            told = next(((at, text) for at, text in texts if len(_NAMED.findall(text)) >= _HOUSES), None)
            if told is not None:
                self._keep(1, 0.4, page, told[1], f"{page.url}#h{told[0]}", told[1])
        if not page.is_home:
            self._said(page, self.concept, lambda text: len({each.lower() for each in _SIGHTS.findall(text)}) >= _FEW)

    def suits(self, page: Page) -> bool:
        """Enough text, or products with their prices."""
        return super().suits(page) or self._priced(page) >= _PRICES

    def _priced(self, page: Page) -> int:
        """How many of the first texts hold a price."""
        return sum(holds_amount(page.facts.blocks[at].text) for at in page.own_blocks[:60])
