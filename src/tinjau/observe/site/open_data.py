"""T12: data for others to use."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


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
