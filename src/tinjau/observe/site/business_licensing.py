"""C08: permits for business."""

from typing import ClassVar

from tinjau.observe.engine.facts import Hit
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.texts import BLOCK, LINK
from tinjau.observe.engine.topic import TopicDetector

_ROW = 100  # characters of a cell that names a procedure; project choice


class BusinessLicensing(TopicDetector):
    """The way to a business or building permit: a page with what is needed, or the licensing system (OSS, SUAP).

    Read: titles, headings and links that name permits, and host names of licensing systems. A by-law about permits is
    no way to one.
    """

    name = "business_licensing"
    check = "C08"
    concept = "licensing"
    concepts = ("licensing", "legal", "requirements")
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "oss.go.id", "dpmptsp", "ptsp", "perizinan", "impresainungiorno.gov.it", "suap", "gobusiness.gov.sg",
        "simbg.pu.go.id",
        "sicantik", "sicantikui.layanan.go.id", "guichet-entreprises.fr", "ventanillaunica",
    )  # fmt: skip

    def add(self, page: Page) -> None:
        """Also a row of a table of procedures, with what it takes."""
        super().add(page)
        if page.is_article or page.is_home or not page.hits("requirements"):
            return
        for hit in page.hits("licensing", BLOCK):
            text = page.facts.blocks[hit.at].text
            if hit.at in page.own_set and len(text) <= _ROW and hit.covered >= len(text) // 2:
                self._keep(1, 0.4, page, text, f"{page.url}#r{hit.at}", text)
                return

    def _link(self, page: Page, hit: Hit) -> None:
        if page.site.is_paper(page.facts.links[hit.at].url) and any(
            each.at == hit.at for each in page.hits("legal", LINK)
        ):
            return
        super()._link(page, hit)
