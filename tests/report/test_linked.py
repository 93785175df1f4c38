"""EARL and the inventory as JSON-LD: every outcome, every service, no hostile address, ids that are IRIs."""

import json
import re
from typing import Any

from tests.report import city
from tests.report.test_hostile import NASTY

from tinjau.model import Outcome
from tinjau.report import earl_report, inventory_report

_IRI = re.compile(r"(urn:tinjau:[A-Za-z0-9:%._-]+|https?://[^\s<>\"{}|\\^`]+)")


def made(excerpt: str = "Laporan", *, public: bool = True) -> dict[str, Any]:
    return earl_report(city.assessment(excerpt), city.plan(), city.study(), city.instruments(), public=public)


def of_type(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each for each in document["@graph"] if each["@type"] == kind or kind in list(each["@type"])]


def test_every_result_is_one_assertion() -> None:
    assertions = of_type(made(), "earl:Assertion")
    shown = [each for each in city.assessment().indicators if each.id != "injected"]
    assert len(assertions) == len(shown)
    outcomes = [each["earl:result"]["outcome"] for each in assertions]
    assert outcomes == [f"earl:{each.outcome.value}" for each in shown]
    assert {each.removeprefix("earl:") for each in outcomes} <= set(Outcome)


def test_everything_that_is_named_is_described() -> None:
    document = made()
    known = {each["@id"] for each in document["@graph"] if "@id" in each}
    for each in of_type(document, "earl:Assertion"):
        assert {each["subject"], each["test"], each["assertedBy"]} <= known
    assert all(_IRI.fullmatch(each) for each in known)


def test_a_person_who_decided_is_the_assertor() -> None:
    document = made()
    names = {each["@id"]: each["foaf:name"] for each in document["@graph"] if "foaf:name" in each}
    decided = next(each for each in of_type(document, "earl:Assertion") if each["test"].endswith(":transparency-2"))
    assert names[decided["assertedBy"]] == "Ibu Sri"


def test_evidence_names_page_record_and_digest() -> None:
    first = of_type(made(), "earl:Assertion")[0]
    pointer = first["earl:result"]["earl:pointer"][0]
    assert pointer["ptr:reference"] == {"@id": f"{city.SITE}/anggaran"}
    assert pointer["dct:hasFormat"].startswith("sha256:")


def test_what_only_the_owner_may_read_is_not_published() -> None:
    assert "slot gacor" not in json.dumps(made())
    assert "slot gacor" in json.dumps(made(public=False))


def test_hostile_text_stays_text() -> None:
    for text in NASTY:
        file = json.dumps(made(text), ensure_ascii=False).encode("utf-8")  # raises where a half character is left
        assert json.loads(file) == made(text)


def test_the_inventory_is_listed_in_both_vocabularies() -> None:
    files = inventory_report(city.assessment(), city.plan(), city.study(), "id", city.instruments())
    cpsv = of_type(files["services-cpsv.jsonld"], "cpsv:PublicService")
    schema = of_type(files["services-schema.jsonld"], "GovernmentService")
    assert [each["dct:identifier"] for each in cpsv] == ["ktp", "izin", "simpeg"]
    assert [each["identifier"] for each in schema] == ["ktp", "izin", "simpeg"]
    assert cpsv[0]["title"] == {"id": "Pencetakan KTP", "en": "Identity card"}
    assert cpsv[0]["page"] == [f"{city.SITE}/ktp"]
    assert "additionalProperty" not in schema[2]
