"""The accessibility evaluation in the format of W3C's WCAG-EM Report Tool, so that a person can go on with it there.

Everything in it was read automatically in the archived HTML. Criteria that no rule reads are untested; no criterion is
passed.
"""

from typing import Any

from tinjau.model import Observation, Outcome
from tinjau.report.accessibility import Checked, CriterionOutcome, evaluation
from tinjau.report.content.accessibility import counted_words
from tinjau.report.content.edition import Edition
from tinjau.report.hostile import clean, safe_url
from tinjau.report.linked.earl import TOOL
from tinjau.texts import joined, say

# Names as in the context of the tool's export, version 3 of its format, with WCAG 2.2 as the Recommendation.
CONTEXT: dict[str, Any] = {
    "@vocab": "http://www.w3.org/TR/WCAG-EM/#",
    "reporter": "https://github.com/w3c/wcag-em-report-tool/",
    "wcagem": "http://www.w3.org/TR/WCAG-EM/#",
    "WCAG2": "http://www.w3.org/TR/WCAG22/#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "wai": "http://www.w3.org/WAI/",
    "sch": "http://schema.org/",
    "act": "https://www.w3.org/WAI/standards-guidelines/act/rules/",
    "Evaluation": "wcagem:Evaluation",
    "EvaluationScope": "wcagem:EvaluationScope",
    "TestSubject": "earl:TestSubject",
    "WebSite": "sch:WebSite",
    "Sample": "wcagem:Sample",
    "WebPage": "sch:WebPage",
    "Technology": "WCAG2:dfn-technologies",
    "Assertion": "earl:Assertion",
    "Assertor": "earl:Assertor",
    "TestResult": "earl:TestResult",
    "title": "dct:title",
    "summary": "dct:summary",
    "creator": {"@id": "dct:creator", "@type": "@id"},
    "date": "dct:date",
    "commissioner": "wcagem:commissioner",
    "reliedUponTechnology": "WCAG2:dfn-relied-upon",
    "evaluationScope": "step1",
    "commonPages": "step2a",
    "essentialFunctionality": "step2b",
    "pageTypeVariety": "step2c",
    "otherRelevantPages": "step2e",
    "structuredSample": "step3a",
    "randomSample": "step3b",
    "auditResult": "step4",
    "specifics": "step5b",
    "publisher": {"@id": "dct:publisher", "@type": "@id"},
    "conformanceTarget": {"@id": "step1b", "@type": "@id"},
    "accessibilitySupportBaseline": "step1c",
    "additionalEvalRequirement": "step1d",
    "website": "WCAG2:dfn-set-of-web-pages",
    "siteScope": "step1a",
    "siteName": "sch:name",
    "webpage": "WCAG2:dfn-web-page-s",
    "description": "dct:description",
    "source": {"@id": "dct:source", "@type": "@id"},
    "tested": "reporter:blob/master/docs/EARL%2BJSON-LD.md#tested",
    "test": {"@id": "earl:test", "@type": "@id"},
    "testcase": {"@id": "earl:test", "@type": "@id"},
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "result": "earl:result",
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "hasPart": "dct:hasPart",
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "id": "@id",
    "type": "@type",
    "lang": "@language",
}
_WEBSITE, _TOOL = "_:website", "_:tool"
_TARGET = "wai:WCAG2AA-Conformance"


def wcag_em(edition: Edition) -> dict[str, Any]:
    """The evaluation of this edition's capture; all criteria untested where nothing was captured."""
    found = evaluation(edition.observations)
    capture, government = edition.assessment.capture, edition.assessment.government
    sample = _sample(found.rules)
    numbers = {url: f"_:struct_{place}" for place, url in enumerate(sample)}
    date = clean(capture.started[:10]) if capture else ""
    untested = len(found.having(Outcome.UNTESTED))
    words = {"failed": len(found.having(Outcome.FAILED)), "untested": untested, "total": len(found.criteria)}
    summary = say("wcag.summary", edition.lang, **words) if capture else say("wcag.no-capture", edition.lang)
    scope = _scope(edition)
    document: dict[str, Any] = {
        "@context": CONTEXT,
        "type": "Evaluation",
        "lang": edition.lang,
        "title": f"{say('section.accessibility', edition.lang)}: {clean(government.name)}",
        "summary": summary,
        "creator": _TOOL,
        "date": date,
        "commissioner": "",
        "evaluationScope": {
            "type": "EvaluationScope",
            "conformanceTarget": _TARGET,
            "accessibilitySupportBaseline": say("wcag.baseline", edition.lang),
            "additionalEvalRequirement": "",
            "website": {
                "type": ["TestSubject", "WebSite"],
                "id": _WEBSITE,
                "siteName": clean(government.name),
                "siteScope": scope,
            },
        },
        "commonPages": "",
        "essentialFunctionality": "",
        "pageTypeVariety": "",
        "otherRelevantPages": "",
        "structuredSample": {
            "type": "Sample",
            "webpage": [
                {"type": ["TestSubject", "WebPage"], "id": numbers[url], "description": url, "source": url}
                for url in sample
            ],
        },
        "randomSample": {"type": "Sample", "webpage": []},
        "reliedUponTechnology": [
            {"type": "Technology", "title": "HTML", "id": "https://html.spec.whatwg.org/"},
        ],
        "auditResult": [_criterion(edition, each, numbers, date) for each in found.criteria],
        "specifics": say("wcag.specifics", edition.lang),
    }
    assertor = {
        "@context": CONTEXT, "type": ["Assertor", "earl:Software"], "id": _TOOL, "title": "tinjau",
        "description": clean(edition.assessment.tinjau_version), "source": TOOL,
    }  # fmt: skip
    return {"@graph": [document, assertor]}


def _scope(edition: Edition) -> str:
    capture = edition.assessment.capture
    if capture is None:
        return say("wcag.no-capture", edition.lang)
    hosts = clean(joined(list(capture.hosts), edition.lang))
    return say("wcag.scope", edition.lang, hosts=hosts, pages=capture.pages, digest=clean(capture.sha256))


def _sample(rules: tuple[Checked, ...]) -> list[str]:
    """The pages that results name: where a rule was first met, and where it failed."""
    named = [one.url for each in rules for one in (each.seen, *each.failing)]
    return list(dict.fromkeys(url for each in named if (url := safe_url(each)) is not None))


def _criterion(edition: Edition, found: CriterionOutcome, numbers: dict[str, str], date: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "type": "TestResult",
        "outcome": f"earl:{found.outcome.value}",
        "description": " ".join(_said(edition, each) for each in found.checked)
        or say("wcag.not-checked", edition.lang),
    }
    if found.checked and date:
        result["date"] = date
    entry: dict[str, Any] = {
        "type": "Assertion",
        "test": f"WCAG2:{found.criterion.handle}",
        "subject": _WEBSITE,
        "result": result,
        "mode": "earl:automatic" if found.checked else "earl:undisclosed",
        "hasPart": [
            _page(edition, found, each, one, numbers, date)
            for each in found.checked
            for one in each.failing
            if one.url in numbers
        ],
    }
    if found.checked:
        entry["assertedBy"] = _TOOL
    return entry


def _said(edition: Edition, checked: Checked) -> str:
    """What the rule looks for, and on how many pages it failed."""
    wanted = say(f"wcag-rule.{checked.rule.detector}", edition.lang)
    counted = counted_words(edition.lang, checked)
    rules = ", ".join(checked.rule.act)
    return f"{wanted} {counted} (ACT {rules})"


def _page(
    edition: Edition, found: CriterionOutcome, checked: Checked, page: Observation, numbers: dict[str, str], date: str
) -> dict[str, Any]:
    """A page that failed a rule, with the rule and the record of the archive."""
    result: dict[str, Any] = {
        "type": "TestResult",
        "outcome": "earl:failed",
        "description": clean(page.excerpt) or say(f"wcag-rule.{checked.rule.detector}", edition.lang),
    }
    if date:
        result["date"] = date
    if page.record_id:
        result["earl:pointer"] = {"dct:source": clean(page.record_id), "dct:hasFormat": clean(page.digest)}
    return {
        "type": "Assertion",
        "assertedBy": _TOOL,
        "subject": [numbers[page.url]],
        "result": result,
        "multiPage": False,
        "mode": "earl:automatic",
        "testcase": f"WCAG2:{found.criterion.handle}",
        "dct:conformsTo": [{"id": f"act:{each}"} for each in checked.rule.act],
    }
