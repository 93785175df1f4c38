"""C08: permits for business."""

from typing import ClassVar

from tinjau.observe.engine.topic import TopicDetector


class BusinessLicensing(TopicDetector):
    """The way to a business or building permit: a page with what is needed, or the licensing system (OSS, SUAP).

    Read: titles, headings and links that name permits, and host names of licensing systems.
    """

    name = "business_licensing"
    check = "C08"
    concept = "licensing"
    concepts = ("licensing",)
    chars: ClassVar[int] = 80
    siblings: ClassVar[bool] = True
    portals: ClassVar[tuple[str, ...]] = (
        "oss.go.id", "dpmptsp", "ptsp", "perizinan", "impresainungiorno.gov.it", "suap", "gobusiness.gov.sg",
        "simbg.pu.go.id",
        "sicantik", "sicantikui.layanan.go.id", "guichet-entreprises.fr", "ventanillaunica",
    )  # fmt: skip
