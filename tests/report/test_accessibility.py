"""The accessibility evaluation claims no more than was read: failed where a rule failed, open or untested otherwise."""

import io
import json
from typing import Any

import docx as python_docx
import pypdfium2
import pytest
from tests.report import city
from tests.report.test_hostile import NASTY, check

from tinjau.model import Lang, Observation, Outcome, Scope, State
from tinjau.observe import DETECTORS
from tinjau.report import docx_report, html_report, pdf_report, wcag_em_report
from tinjau.report.accessibility import CRITERIA, RULES, evaluation
from tinjau.texts import say

PAGE = f"{city.SITE}/berita"


def seen(detector: str, reason: str, scope: Scope = Scope.SITE, url: str = city.SITE, excerpt: str = "") -> Observation:
    state = State.SEEN if scope is Scope.SITE else State.NOT_SEEN
    return Observation(
        f"{detector}:{url}", "P01", detector, 1, scope, "site", state, None, reason, url, "<urn:uuid:1>", "sha256:ab",
        excerpt,
    )  # fmt: skip


def observations(excerpt: str = "<img src=a.png>") -> tuple[Observation, ...]:
    return (
        seen("image_alternatives", "7 of 9 pages"),
        seen("image_alternatives", "", Scope.PAGE, PAGE, excerpt),
        seen("page_titles", "9 of 9 pages"),
        seen("frame_titles", "There is nothing on the site that this applies to"),
        seen("link_names", "9 of 9 pages"),
        seen("form_labels", "3 of 4 pages"),
        seen("search_form", "1 of 9 pages"),
    )


def test_the_recommendation_s_criteria_are_all_there() -> None:
    levels = [each.level for each in CRITERIA]
    assert (levels.count("A"), levels.count("AA"), len(levels)) == (31, 24, 55)
    assert len({each.handle for each in CRITERIA}) == len(CRITERIA)
    for each in CRITERIA:
        assert say(f"wcag.{each.number}", "id") != say(f"wcag.{each.number}", "en")


def test_every_rule_has_a_detector_and_criteria() -> None:
    numbers = {each.number for each in CRITERIA}
    names = {each.name for each in DETECTORS}
    for rule in RULES:
        assert rule.detector in names
        assert set(rule.criteria) <= numbers
        assert all(len(each) == 6 and each.isalnum() for each in rule.act)
        assert say(f"wcag-mend.{rule.detector}", "id")


CASES = [
    ((), {}),
    ((seen("page_titles", "9 of 9 pages"),), {"2.4.2": Outcome.CANT_TELL}),
    ((seen("page_titles", "8 of 9 pages"),), {"2.4.2": Outcome.FAILED}),
    ((seen("page_titles", "There is nothing on the site that this applies to"),), {}),
    ((seen("page_titles", "x of 9 pages"),), {}),
    ((seen("page_titles", "8 of 9 pages", Scope.PAGE),), {}),
    (
        (seen("link_names", "9 of 9 pages"), seen("form_labels", "0 of 2 pages")),
        {"2.4.4": Outcome.CANT_TELL, "4.1.2": Outcome.FAILED},
    ),
    ((seen("heading_texts", "1 of 1 pages"),), {"1.3.1": Outcome.CANT_TELL, "2.4.6": Outcome.CANT_TELL}),
]


@pytest.mark.parametrize(("read", "expected"), CASES)
def test_a_criterion_is_never_passed(read: tuple[Observation, ...], expected: dict[str, Outcome]) -> None:
    found = {each.criterion.number: each.outcome for each in evaluation(read).criteria}
    assert found == {each.number: expected.get(each.number, Outcome.UNTESTED) for each in CRITERIA}


def made(read: tuple[Observation, ...], lang: Lang = "en") -> dict[str, Any]:
    return wcag_em_report(city.assessment(), city.plan(), city.study(), lang, city.instruments(), read)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_evaluation_has_the_form_of_the_report_tool(lang: Lang) -> None:
    first, assertor = made(observations(), lang)["@graph"]
    assert first["type"] == "Evaluation"
    assert first["@context"]["@vocab"] == "http://www.w3.org/TR/WCAG-EM/#"
    assert first["evaluationScope"]["conformanceTarget"] == "wai:WCAG2AA-Conformance"
    assert assertor["id"] == first["creator"]
    audit = first["auditResult"]
    assert [each["test"] for each in audit] == [f"WCAG2:{each.handle}" for each in CRITERIA]
    outcomes = {each["test"].removeprefix("WCAG2:"): each["result"]["outcome"] for each in audit}
    assert outcomes.pop("non-text-content") == "earl:failed"
    assert outcomes.pop("name-role-value") == "earl:failed"
    assert outcomes.pop("page-titled") == outcomes.pop("link-purpose-in-context") == "earl:cantTell"
    assert set(outcomes.values()) == {"earl:untested"}
    pages = {each["id"]: each["source"] for each in first["structuredSample"]["webpage"]}
    assert PAGE in pages.values()
    (part,) = audit[0]["hasPart"]
    assert pages[part["subject"][0]] == PAGE
    assert part["dct:conformsTo"] == [{"id": "act:23a2a8"}]
    assert part["result"]["outcome"] == "earl:failed"
    assert "2 of 9" in audit[0]["result"]["description"] or "2 dari 9" in audit[0]["result"]["description"]


def test_every_short_name_is_defined() -> None:
    def names(value: Any) -> set[str]:
        if isinstance(value, dict):
            return {key for key in value if ":" not in key and not key.startswith("@")}.union(
                *(names(each) for key, each in value.items() if key != "@context")
            )
        return set().union(*map(names, value)) if isinstance(value, list) else set()

    document = made(observations())
    undefined = names(document) - document["@graph"][0]["@context"].keys()
    assert undefined == {"multiPage"}  # the tool's own name, in its vocabulary


def test_nothing_captured_is_nothing_checked() -> None:
    audit = made(())["@graph"][0]["auditResult"]
    assert {each["result"]["outcome"] for each in audit} == {"earl:untested"}
    assert not any("assertedBy" in each for each in audit)


def page(read: tuple[Observation, ...], lang: Lang = "en") -> str:
    return html_report(city.assessment(), city.plan(), city.study(), lang, city.instruments(), observations=read)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_report_says_what_was_checked_and_what_was_not(lang: Lang) -> None:
    written = page(observations(), lang)
    check(written)
    assert say("wcag.summary", lang, failed=2, untested=51, total=55) in written
    for key in ("sample-means", "limit-people", "limit-static", "outcome-note"):
        assert say(f"wcag.{key}", lang).split(",")[0] in written
    assert say("wcag-mend.image_alternatives", lang)[:30] in written
    assert written.count('id="accessibility"') == 1


def test_without_a_capture_there_is_no_such_part() -> None:
    assert 'id="accessibility"' not in page(())


def test_paper_and_text_document_hold_it_too() -> None:
    lang: Lang = "id"
    whole = (city.assessment(), city.plan(), city.study(), lang, city.instruments())
    file = pypdfium2.PdfDocument(pdf_report(*whole, observations=observations()))
    text = "\n".join(each.get_textpage().get_text_range() for each in file)
    assert say("section.accessibility", "id") in text
    assert "1.1.1 Konten nonteks (A)" in " ".join(text.split())
    written = python_docx.Document(io.BytesIO(docx_report(*whole, observations=observations())))
    assert say("section.accessibility", "id") in [each.text for each in written.paragraphs]


def test_hostile_excerpts_stay_text() -> None:
    for text in NASTY:
        check(page(observations(text)))
        json.dumps(made(observations(text)), ensure_ascii=False).encode("utf-8")
