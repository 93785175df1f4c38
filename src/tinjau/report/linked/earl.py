"""Outcomes as W3C EARL 1.0 assertions in JSON-LD: who tested what with which outcome, and where it can be read."""

from typing import Any

from tinjau.model import Evidence, IndicatorResult, Mode, Text
from tinjau.report.content.edition import WHOLE, Edition
from tinjau.report.hostile import clean, safe_url
from tinjau.texts import known_reason, reason

CONTEXT: dict[str, Any] = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "doap": "http://usefulinc.com/ns/doap#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "source": {"@id": "dct:source", "@type": "@id"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
}
_MODES = {Mode.AUTOMATIC: "earl:automatic", Mode.SEMI_AUTO: "earl:semiAuto", Mode.MANUAL: "earl:manual"}
TOOL = "urn:tinjau:tool"


def earl(edition: Edition) -> dict[str, Any]:
    """One JSON-LD document: the tool, the people, the subjects, the tests, and an assertion for each result."""
    results = edition.indicators
    people = dict.fromkeys(each.decided_by for each in results if each.decided_by not in {"", "rule"})
    numbers = {name: f"urn:tinjau:assertor:{place}" for place, name in enumerate(people, 1)}
    graph: list[dict[str, Any]] = [
        {
            "@id": TOOL, "@type": ["earl:Assertor", "earl:Software"], "title": {"en": "tinjau"},
            "dct:hasVersion": clean(edition.assessment.tinjau_version),
        },
        *({"@id": number, "@type": "earl:Assertor", "foaf:name": clean(name)} for name, number in numbers.items()),
        *_subjects(edition),
        *_tests(edition),
        *(_assertion(edition, each, numbers) for each in results),
    ]  # fmt: skip
    return {"@context": CONTEXT, "@graph": graph}


def _site(edition: Edition) -> str:
    sites = (*edition.assessment.government.sites, *edition.study.sites)
    return next((each for each in sites if safe_url(each)), "urn:tinjau:site")


def _subject(edition: Edition, unit: str) -> str:
    return _site(edition) if unit in WHOLE else f"urn:tinjau:service:{_urn(unit)}"


def _subjects(edition: Edition) -> list[dict[str, Any]]:
    capture = edition.assessment.capture
    site: dict[str, Any] = {
        "@id": _site(edition), "@type": "earl:TestSubject", "title": {"id": clean(edition.assessment.government.name)},
    }  # fmt: skip
    if capture is not None:
        site["dct:hasVersion"] = f"sha256:{clean(capture.sha256)}"
        site["dct:created"] = clean(capture.started)
    services = [
        {
            "@id": _subject(edition, each.id),
            "@type": "earl:TestSubject",
            "title": _text(each.name),
            "isPartOf": _site(edition),
        }
        for each in edition.assessment.services.items
    ]
    return [site, *services]


def _test(instrument: str, indicator: str) -> str:
    return f"urn:tinjau:test:{_urn(instrument)}:{_urn(indicator)}"


def _tests(edition: Edition) -> list[dict[str, Any]]:
    tests = []
    for instrument, indicator in dict.fromkeys((each.instrument, each.id) for each in edition.indicators):
        described = edition.indicator(instrument, indicator)
        test: dict[str, Any] = {"@id": _test(instrument, indicator), "@type": "earl:TestCase"}
        if described is not None:
            test["title"] = _text(described.question)
            test["dct:bibliographicCitation"] = clean(described.source)
        tests.append(test)
    return tests


def _assertion(edition: Edition, result: IndicatorResult, people: dict[str, str]) -> dict[str, Any]:
    outcome: dict[str, Any] = {"@type": "earl:TestResult", "outcome": f"earl:{result.outcome.value}"}
    if result.value is not None:
        outcome["dct:identifier"] = result.value if isinstance(result.value, int | float) else clean(result.value)
    if result.reason:
        outcome["description"] = {"en": clean(result.reason)}
        if known_reason(result.reason):
            outcome["description"]["id"] = clean(reason(result.reason, "id"))
    pointers = [_pointer(each) for each in result.evidence]
    if pointers:
        outcome["earl:pointer"] = pointers
    return {
        "@type": "earl:Assertion",
        "assertedBy": people.get(result.decided_by, TOOL),
        "subject": _subject(edition, result.unit),
        "test": _test(result.instrument, result.id),
        "mode": _MODES[result.mode],
        "earl:result": outcome,
    }


def _pointer(evidence: Evidence) -> dict[str, Any]:
    """Where it was read: the page, the record of the archive and its digest, the words."""
    pointer: dict[str, Any] = {"@type": "ptr:Pointer", "dct:identifier": clean(evidence.observation)}
    target = safe_url(evidence.url)
    if target:
        pointer["ptr:reference"] = {"@id": target}
    written = {
        "dct:source": clean(evidence.record),
        "dct:hasFormat": clean(evidence.digest),
        "dct:abstract": clean(evidence.excerpt),
    }
    return pointer | {key: value for key, value in written.items() if value}


def _text(text: Text) -> dict[str, str]:
    return {lang: clean(words) for lang, words in (("id", text.id), ("en", text.en)) if words}


def _urn(name: str) -> str:
    return "".join(each if each.isascii() and (each.isalnum() or each in "-_.") else f"%{ord(each):X}" for each in name)
