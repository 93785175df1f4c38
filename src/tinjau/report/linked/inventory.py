"""The service inventory as linked data: CPSV-AP 3 (SEMIC, European Commission) and schema.org's GovernmentService."""

from typing import Any

from tinjau.model import Access, Guide, Service, Text
from tinjau.report.content.edition import Edition
from tinjau.report.hostile import clean, safe_url

_CPSV: dict[str, Any] = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "page": {"@id": "foaf:page", "@type": "@id"},
    "hasCompetentAuthority": {"@id": "cv:hasCompetentAuthority", "@type": "@id"},
}
AUTHORITY = "urn:tinjau:authority"


def cpsv_services(edition: Edition) -> dict[str, Any]:
    """Every service as cpsv:PublicService with its authority, names, audience and addresses."""
    government = edition.assessment.government
    authority = {"@id": AUTHORITY, "@type": "cv:PublicOrganisation", "title": {"id": clean(government.name)}}
    if government.code:
        authority["dct:identifier"] = clean(government.code)
    return {
        "@context": _CPSV,
        "@graph": [authority, *(_cpsv(edition, each) for each in edition.assessment.services.items)],
    }


def _cpsv(edition: Edition, service: Service) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "@id": f"urn:tinjau:service:{clean(service.id)}",
        "@type": "cpsv:PublicService",
        "dct:identifier": clean(service.id),
        "title": _text(service.name),
        "hasCompetentAuthority": AUTHORITY,
        "dct:audience": service.audience.value,
    }
    pages = addresses(edition, service)
    if pages:
        entry["page"] = pages
    if service.notes:
        entry["description"] = {edition.page_lang or "und": clean(service.notes)}
    return entry


def schema_services(edition: Edition) -> dict[str, Any]:
    """Every service as schema.org GovernmentService, for a site's own pages."""
    government = edition.assessment.government
    operator: dict[str, Any] = {"@type": "GovernmentOrganization", "name": clean(government.name)}
    if government.country:
        operator["areaServed"] = clean(government.country)
    return {
        "@context": "https://schema.org",
        "@graph": [_schema(edition, each, operator) for each in edition.assessment.services.items],
    }


def _schema(edition: Edition, service: Service, operator: dict[str, Any]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "@type": "GovernmentService",
        "identifier": clean(service.id),
        "name": clean(edition.passage(service.name).text),
        "serviceOperator": operator,
        "audience": {"@type": "Audience", "audienceType": service.audience.value},
    }
    pages = addresses(edition, service)
    if pages:
        entry["availableChannel"] = [{"@type": "ServiceChannel", "serviceUrl": each} for each in pages]
    properties = [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value, known in (
            ("access", service.access.value, service.access is not Access.UNKNOWN),
            ("guide", service.guide.value, service.guide is not Guide.UNKNOWN),
            (
                "phase",
                edition.assessment.services.stages.get(service.id),
                service.id in edition.assessment.services.stages,
            ),
        )
        if known and value
    ]
    if properties:
        entry["additionalProperty"] = properties
    return entry


def addresses(edition: Edition, service: Service) -> list[str]:
    """The addresses of a service that may be linked: its own, then those at which it was found."""
    match = edition.assessment.services.matches.get(service.id)
    found = (service.url, *(match.urls if match else ()))
    return list(dict.fromkeys(target for each in found if (target := safe_url(each)) is not None))


def _text(text: Text) -> dict[str, str]:
    return {lang: clean(words) for lang, words in (("id", text.id), ("en", text.en)) if words}
