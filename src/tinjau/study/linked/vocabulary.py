"""The names of CPSV-AP 3.2 and schema.org that an inventory is read from, and where they are defined."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

CPSV = "http://purl.org/vocab/cpsv#"
CV = "http://data.europa.eu/m8g/"
DCT = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "https://schema.org/"
OWN = "urn:tinjau:term:"
"""Names of ours, for what neither vocabulary can say of a service."""
OWN_SERVICE = "urn:tinjau:service:"
OWN_AUTHORITY = "urn:tinjau:authority"

PREFIXES: Final[Mapping[str, str]] = {
    "cpsv": CPSV, "cv": CV, "dct": DCT, "dcterms": DCT, "foaf": FOAF, "skos": SKOS, "schema": SCHEMA,
    "tinjau": OWN,
}  # fmt: skip
"""Short names that files may use without saying what they stand for."""


@dataclass(frozen=True, slots=True)
class KnownContext:
    """What a context at a public address says, as far as an inventory needs it."""

    vocabulary: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)


_CPSV_AP = KnownContext(
    terms={
        "PublicService": f"{CPSV}PublicService",
        "PublicService.identifier": f"{DCT}identifier",
        "PublicService.name": f"{DCT}title",
        "PublicService.description": f"{DCT}description",
        "PublicService.addressee": f"{DCT}audience",
        "PublicService.contactPoint": f"{CV}contactPoint",
        "PublicService.hasChannel": f"{CV}hasChannel",
        "PublicService.hasCompetentAuthority": f"{CV}hasCompetentAuthority",
        "PublicOrganization": f"{CV}PublicOrganisation",
        "PublicOrganization.preferredLabel": f"{SKOS}prefLabel",
        "ContactPoint": f"{CV}ContactPoint",
        "ContactPoint.hasEmail": f"{CV}email",
        "ContactPoint.hasTelephone": f"{CV}telephone",
        "Channel": f"{CV}Channel",
        "Channel.identifier": f"{DCT}identifier",
        "Channel.description": f"{DCT}description",
        "Agent.name": f"{DCT}title",
    }
)
_SEMIC = "https://semiceu.github.io/uri.semic.eu-generated/CPSV-AP/releases"
KNOWN_CONTEXTS: Final[Mapping[str, KnownContext]] = {
    f"{_SEMIC}/{version}/context/cpsv-ap{ending}.jsonld": _CPSV_AP
    for version in ("3.0.0", "3.1.0", "3.1.1", "3.2.0")
    for ending in ("", "_en")
} | {"https://schema.org": KnownContext(vocabulary=SCHEMA)}
"""Contexts by address. Source: CPSV-AP 3.2.0 (SEMIC, European Commission); schema.org. Never fetched."""
