"""T12: data for others to use."""

from typing import ClassVar

from tinjau.observe.engine import addresses
from tinjau.observe.engine.page import Page
from tinjau.observe.engine.topic import TopicDetector

_DATA = frozenset({"csv", "json", "geojson", "kml", "shp"})


class OpenData(TopicDetector):
    """A link to an open data portal, or data sets of one's own.

    Read: host names of data portals; titles, headings and links that name open data. A menu entry whose page is missing
    does not count, nor do statistics shown as pages.
    """

    name = "open_data"
    check = "T12"
    concept = "open_data"
    concepts = ("open_data",)
    chars: ClassVar[int] = 80
    portals: ClassVar[tuple[str, ...]] = (
        "opendata", "satudata", "data", "datos", "dati", "open-data", "datosabiertos", "satu-data", "data.go.id",
        "data.gouv.fr", "dati.gov.it", "datos.gob.es", "data.gov.sg", "geoportal",
    )  # fmt: skip
    siblings: ClassVar[bool] = True

    def add(self, page: Page) -> None:
        """Also data files to take away."""
        super().add(page)
        for index in page.own_links:
            link = page.facts.links[index]
            if addresses.suffix(link.url) in _DATA:
                self._keep(2, 0.9, page, f"{link.text} → {link.raw}", link.url, link.text)
