"""T07: what is bought and how to bid."""

from typing import ClassVar

from tinjau.observe.engine.led_topic import LedTopic


class Procurement(LedTopic):
    """Procurement: a page of one's own, or a link to the procurement system (LPSE, SPSE, SiRUP, MePA, SICOP …).

    Read: titles, headings and links that name procurement, and host names of procurement systems; links to
    other hosts that are named so, or stand under such a heading.
    """

    name = "procurement"
    check = "T07"
    spoken: ClassVar[bool] = True
    concept = "procurement"
    concepts = ("procurement",)
    portals: ClassVar[tuple[str, ...]] = (
        "lpse", "spse", "sirup", "inaproc", "e-katalog", "katalog.inaproc.id", "acquistinretepa.it", "sicop",
        "sicop.go.cr",
        "marches-publics", "marchespublics", "contrataciondelestado.es", "gebiz", "gebiz.gov.sg", "philgeps",
        "philgeps.gov.ph", "mercadopublico.cl", "compranet", "contratos", "etenders", "seace", "comprasdominicana",
        "marchespublics.gov.ma", "marchespublics.gov.tn", "tuneps", "contrataciones",
    )  # fmt: skip
    siblings: ClassVar[bool] = True
