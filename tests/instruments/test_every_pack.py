"""What holds for every instrument that ships."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tinjau import packs
from tinjau.packs.library import INSTRUMENTS
from tinjau.scoring.tabular import read_plan

IDS = packs.instrument_ids()
TABULAR = [each for each in IDS if packs.load_instrument(each).data.get("calculation")]
OURS = {
    "eu-egov-benchmark", "hiller-belanger-2001", "infodev-2002", "inpres-3-2003", "kip-ppid", "layne-lee-2001",
    "losi-2024", "pemdi-2026", "skm-2017", "sp4n-response", "spbe-2020", "spbe-service", "un-2008", "un-aspa-2002",
}  # fmt: skip
DETECTORS = frozenset({
    "institution_profile", "organisation_chart", "officials", "budget_document", "financial_report",
    "planning_document", "performance_report", "procurement", "legal_documents", "public_information_list",
    "information_request", "open_data", "privacy_notice", "service_catalogue", "service_cards", "service_stage",
    "user_guide", "online_form", "downloadable_form", "faq", "appointment", "citizen_login", "staff_login",
    "online_payment", "online_submission", "status_tracking", "stated_service_time", "single_portal",
    "investment_information", "local_economy", "business_licensing", "fees_published", "tax_information",
    "complaint_channel", "contact_details", "social_accounts", "public_consultation", "satisfaction_survey",
    "complaint_response_time", "complaint_statistics", "search_form", "navigation_aids", "mobile_viewport",
    "image_alternatives", "form_labels", "page_language", "page_titles", "breadcrumb", "skip_link", "newest_item",
    "stale_content", "document_years", "page_dates", "dead_links",
})  # fmt: skip


def test_the_instruments_of_the_field_ship() -> None:
    assert set(IDS) >= OURS


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_pack_is_valid_and_names_known_detectors(name: str) -> None:
    assert packs.faults_of(INSTRUMENTS / f"{name}.yaml", DETECTORS) == []


def texts(value: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if set(value) <= {"id", "en"} and value and "en" in value:
            yield place, value
        for key, inner in value.items():
            yield from texts(inner, f"{place}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(inner, f"{place}[{number}]")


@pytest.mark.parametrize("name", sorted(OURS))
def test_no_text_is_untranslated(name: str) -> None:
    found = list(texts(dict(packs.load_instrument(name).data)))
    assert len(found) > 10
    for place, text in found:
        assert str(text.get("id") or "").strip(), place
        assert str(text.get("en") or "").strip(), place


@pytest.mark.parametrize("name", sorted(OURS))
def test_every_mark_of_verification_is_one_of_three(name: str) -> None:
    instrument = packs.load_instrument(name)
    marks = {instrument.verified, *(each.verified for each in instrument.criteria)}
    marks |= {each.verified for each in instrument.indicators}
    assert marks <= {"true", "partly", "false"}
    assert all(each.source for each in instrument.indicators)


@pytest.mark.parametrize("name", TABULAR)
def test_a_calculation_reads_and_scores_every_indicator_that_it_should(name: str) -> None:
    instrument = packs.load_instrument(name)
    plan = read_plan(instrument)
    cells = {of for cell in plan.derived.values() for of in cell.of}
    used = {term.id for node in plan.nodes if node.kind == "score" for term in node.terms}
    used |= cells | {gate.question for node in plan.nodes for gate in node.gates}
    for indicator in instrument.indicators:
        assert (indicator.id in used) == (indicator.extra.get("scored") is not False), indicator.id


def test_no_pack_leaves_a_node_without_a_title() -> None:
    for name in OURS:
        for node in read_plan(packs.load_instrument(name)).nodes:
            if node.publish:
                assert node.title.id, (name, node.key.id)
                assert node.title.en, (name, node.key.id)


def test_a_self_assessment_uses_pemdi() -> None:
    chosen = [each for each in IDS if packs.load_instrument(each).data.get("self_assessment")]
    assert chosen == ["pemdi-2026"]


def test_the_packs_hold_no_tabs_and_end_with_one_newline() -> None:
    for path in sorted(Path(INSTRUMENTS).glob("*.yaml")):
        if path.stem in OURS:
            text = path.read_text("utf-8")
            assert "\t" not in text
            assert text.endswith("\n")
            assert not text.endswith("\n\n")
