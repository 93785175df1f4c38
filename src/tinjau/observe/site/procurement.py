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
        # France, Belgium, Switzerland, Quebec
        "achatpublic.com", "marches-securises.fr", "e-marchespublics.com", "marches-publics.info", "maximilien.fr",
        "megalis.bretagne.bzh", "klekoon.com", "ternum-bfc.fr", "ampa.fr", "publicprocurement.be", "simap.ch",
        "seao.gouv.qc.ca", "seao.ca",
        # Italy
        "tuttogare.it", "traspare.com", "portaleappalti", "ariaspa.it", "start.toscana.it", "appalti", "gare",
        # Spain and Latin America
        "secop.gov.co", "colombiacompra.gov.co", "compraspublicas.gob.ec", "comprasestatales.gub.uy", "comprar.gob.ar",
        "guatecompras.gt", "contractaciopublica.cat", "comprasmx", "panamacompra.gob.pa", "honducompras.gob.hn",
    )  # fmt: skip
    siblings: ClassVar[bool] = True
