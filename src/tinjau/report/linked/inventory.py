"""The service inventory as linked data: CPSV-AP 3 (SEMIC, European Commission) and schema.org's GovernmentService.

`tinjau services` reads both back as the same inventory. What neither vocabulary can say of a service (access, guide)
stands under names of ours.
"""

from typing import Any

from tinjau.model import Access, Guide, Service, Text
from tinjau.report.content.edition import Edition
from tinjau.report.hostile import clean, safe_url

_CPSV: dict[str, Any] = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "tinjau": "urn:tinjau:term:",
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "label": {"@id": "skos:prefLabel", "@container": "@language"},
    "page": {"@id": "foaf:page", "@type": "@id"},
    "serviceUrl": {"@id": "schema:serviceUrl", "@type": "@id"},
    "hasCompetentAuthority": {"@id": "cv:hasCompetentAuthority", "@type": "@id"},
}
AUTHORITY = "urn:tinjau:authority"


def cpsv_services(edition: Edition) -> dict[str, Any]:
    """Every service as cpsv:PublicService with its authority, names, audience and addresses."""
    owners = dict.fromkeys(each.owner for each in edition.assessment.services.items if each.owner)
    offices = {name: f"urn:tinjau:office:{place}" for place, name in enumerate(owners, 1)}
    authority = _organisation(edition, AUTHORITY, edition.assessment.government.name)
    if edition.assessment.government.code:
        authority["dct:identifier"] = clean(edition.assessment.government.code)
    return {
        "@context": _CPSV,
        "@graph": [
            authority,
            *(
                {**_organisation(edition, name, words), "org:subOrganizationOf": {"@id": AUTHORITY}}
                for words, name in offices.items()
            ),
            *(_cpsv(edition, each, offices) for each in edition.assessment.services.items),
        ],
    }


def _organisation(edition: Edition, name: str, words: str) -> dict[str, Any]:
    """A public organisation with the place it works for, which CPSV-AP asks of each."""
    country = clean(edition.assessment.government.country)
    return {
        "@id": name,
        "@type": "cv:PublicOrganisation",
        "label": {edition.page_lang or "und": clean(words)},
        "dct:spatial": {"@type": "dct:Location", "dct:identifier": country or "und"},
    }


def _cpsv(edition: Edition, service: Service, offices: dict[str, str]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "@id": f"urn:tinjau:service:{clean(service.id)}",
        "@type": "cpsv:PublicService",
        "dct:identifier": clean(service.id),
        "title": _text(service.name),
        # CPSV-AP asks for a description; where nobody wrote one it is the name again, and is read as none.
        "description": {edition.page_lang or "und": clean(service.notes)} if service.notes else _text(service.name),
        "hasCompetentAuthority": offices.get(service.owner, AUTHORITY),
        "dct:audience": service.audience.value,
        "tinjau:access": service.access.value,
        "tinjau:guide": service.guide.value,
    }
    own = safe_url(service.url)
    if own:
        name = f"urn:tinjau:channel:{clean(service.id)}"
        channel = {"@id": name, "@type": "cv:Channel", "dct:identifier": clean(service.id), "serviceUrl": own}
        entry["cv:hasChannel"] = channel
    pages = addresses(edition, service)
    if pages:
        entry["page"] = pages
    if service.contact:
        entry["cv:contactPoint"] = {
            "@type": "cv:ContactPoint",
            "cv:email" if "@" in service.contact else "cv:telephone": clean(service.contact),
        }
    return entry


def schema_services(edition: Edition) -> dict[str, Any]:
    """Every service as schema.org GovernmentService, for a site's own pages."""
    government = edition.assessment.government
    operator: dict[str, Any] = {
        "@id": AUTHORITY,
        "@type": "GovernmentOrganization",
        "name": clean(government.name),
    }
    if government.country:
        operator["areaServed"] = clean(government.country)
    return {
        "@context": ["https://schema.org", {"@language": edition.lang}],
        "@graph": [operator, *(_schema(edition, each) for each in edition.assessment.services.items)],
    }


def _schema(edition: Edition, service: Service) -> dict[str, Any]:
    own = service.name.id if edition.lang == "id" else service.name.en
    other = {"en": service.name.en} if edition.lang == "id" else {"id": service.name.id}
    entry: dict[str, Any] = {
        "@id": f"urn:tinjau:service:{clean(service.id)}",
        "@type": "GovernmentService",
        "identifier": clean(service.id),
        "name": clean(own) if own else _in_language(other),
        "serviceOperator": {"@id": AUTHORITY},
        "audience": {"@type": "Audience", "audienceType": service.audience.value},
    }
    if own and any(other.values()):
        entry["alternateName"] = _in_language(other)
    if service.owner:
        office = {"@type": "GovernmentOrganization", "name": clean(service.owner)}
        entry["serviceOperator"] = office | {"parentOrganization": {"@id": AUTHORITY}}
    if service.notes:
        lang = edition.page_lang or "und"
        entry["description"] = {"@language": lang, "@value": clean(service.notes)}
    target = safe_url(service.url)
    if target:
        entry["url"] = target
    pages = addresses(edition, service)
    if pages:
        entry["availableChannel"] = [{"@type": "ServiceChannel", "serviceUrl": each} for each in pages]
    properties = [
        {"@type": "PropertyValue", "propertyID": name, "value": clean(value)}
        for name, value in (
            ("access", service.access.value if service.access is not Access.UNKNOWN else ""),
            ("guide", service.guide.value if service.guide is not Guide.UNKNOWN else ""),
            ("phase", edition.assessment.services.stages.get(service.id)),
            ("contact", service.contact),
        )
        if value
    ]
    if properties:
        entry["additionalProperty"] = properties
    return entry


def _in_language(texts: dict[str, str]) -> dict[str, str]:
    lang, words = next(iter(texts.items()))
    return {"@language": lang, "@value": clean(words)}


def addresses(edition: Edition, service: Service) -> list[str]:
    """The addresses of a service that may be linked: its own, then those at which it was found."""
    match = edition.assessment.services.matches.get(service.id)
    found = (service.url, *(match.urls if match else ()))
    return list(dict.fromkeys(target for each in found if (target := safe_url(each)) is not None))


def _text(text: Text) -> dict[str, str]:
    return {lang: clean(words) for lang, words in (("id", text.id), ("en", text.en)) if words}
