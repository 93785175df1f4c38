"""The published schemas describe what is written: every key, and nothing that a file may lack."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tinjau import packs, scoring, study
from tinjau.model import (
    Absorption,
    Action,
    Assessment,
    Capture,
    Conclusion,
    Derivation,
    Factor,
    FactorKind,
    FactorProposal,
    LintFinding,
    MergeProposal,
    Movement,
    Observation,
    Plan,
    Scope,
    ServiceMatch,
    Severity,
    State,
    Strategy,
    StrategyProposal,
    Text,
    Use,
)

STUDIES = Path(__file__).resolve().parents[2] / "src" / "tinjau" / "demo" / "studies"
TEXT = Text("Teks", "Text")
FINDING = LintFinding("x", Severity.WARNING, "a.csv, line 2", TEXT, ("S1",))


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(packs.load_schema(name))


def assessment_of(folder: Path, capture: Capture | None = None) -> Assessment:
    the_study = study.read_study(folder)
    observations = [
        Observation("o1", "S12", "search_form", 1, Scope.SITE, "site", State.SEEN, True, "", "https://a/", "r"),
        Observation("o2", "P02", "mobile_viewport", 1, Scope.SITE, "site", State.SEEN, 0.5),
    ]
    first = the_study.services[0].id
    assessment = scoring.score(
        instruments=[packs.load_instrument(each) for each in the_study.instruments],
        observations=observations if capture else (),
        answers=the_study.answers,
        services=the_study.services,
        matches={first: ServiceMatch(first, ("https://a/x",), 0.9, "same name", "interaction")} if capture else {},
        capture=capture,
        government=the_study.government,
        decisions=the_study.decisions,
    )
    return dataclasses.replace(assessment, lint=(FINDING,))


def full_plan() -> Plan:
    return Plan(
        factors=(Factor("S1", TEXT, ("process",), "staff", ("o1",)), Factor("T1", TEXT)),
        strategies=(Strategy("SO1", TEXT, (Use("S1", "paper"),), ("people",), "paper"),),
        conclusions=(Conclusion("1", ("SO1",), TEXT, "why"),),
        factor_proposals=(FactorProposal("fp1", FactorKind.W, "rule", TEXT, ("o1",), matches="S1"),),
        strategy_proposals=(StrategyProposal("sp1", "WO", "rule", TEXT, ("fp1",)),),
        derivation=(Derivation("S1", "reproduced", ("fp1",)), Derivation("fp1", "new")),
        support=0.5,
        used=None,
        actions=(Action("SO1", "Dinas"),),
        merge_proposals=(MergeProposal("m1", ("SO1", "ST1"), 0.8, "similar"),),
        movements=(Movement("SO1", "sitokdana-7/search", "done", "failed", "passed", "better"),),
        absorption=(Absorption("", 10.0, 5.0, 0.5, 2, 1),),
        lint=(FINDING,),
        supported=("S1",),
        counts={"so": 1},
    )


CAPTURE = Capture("a.warc.gz", "0" * 64, 3, None, "2026-11-01", "2026-11-02", hosts=("a",))
DOCUMENTS = [
    ("assessment", study.assessment_to_json(assessment_of(STUDIES / "medan"))),
    ("assessment", study.assessment_to_json(assessment_of(STUDIES / "sample-city", CAPTURE))),
    ("plan", study.plan_to_json(full_plan())),
    ("plan", study.plan_to_json(Plan((), (), (), (), (), (), None, None))),
]


@pytest.mark.parametrize("name", ["assessment", "plan", "instrument"])
def test_a_schema_is_one(name: str) -> None:
    schema = packs.load_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("name,document", DOCUMENTS)
def test_what_is_written_is_valid(name: str, document: dict[str, Any]) -> None:
    assert [each.message for each in validator(name).iter_errors(document)] == []


@pytest.mark.parametrize("name,document", DOCUMENTS)
def test_every_key_that_is_written_is_described(name: str, document: dict[str, Any]) -> None:
    schema = packs.load_schema(name)
    assert list(undescribed(document, schema, schema, "")) == []


def undescribed(value: Any, schema: dict[str, Any], root: dict[str, Any], place: str) -> Iterator[str]:
    schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    if "oneOf" in schema:
        schema = next((each for each in schema["oneOf"] if each.get("type") != "null"), schema)
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    if isinstance(value, list):
        for each in value:
            yield from undescribed(each, schema["items"], root, f"{place}[]")
    if isinstance(value, dict) and "properties" in schema:
        for key, inner in value.items():
            if key not in schema["properties"]:
                yield f"{place}.{key}"
            else:
                yield from undescribed(inner, schema["properties"][key], root, f"{place}.{key}")


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from places(inner, (*path, key))
    if isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


FREE = {"reached", "sensitivity", "counts"}


@pytest.mark.parametrize("name,document", DOCUMENTS[:3])
def test_no_described_key_may_be_left_out(name: str, document: dict[str, Any]) -> None:
    check = validator(name)
    for path in places(document):
        if FREE & set(path[:-1]):
            continue
        broken = study_copy(document)
        at: Any = broken
        for part in path[:-1]:
            at = at[part]
        del at[path[-1]]
        assert not check.is_valid(broken), path


def study_copy(document: Any) -> Any:
    if isinstance(document, dict):
        return {key: study_copy(value) for key, value in document.items()}
    return [study_copy(each) for each in document] if isinstance(document, list) else document


BROKEN = [
    ("assessment", ("criteria", 0, "coverage"), 1.5),
    ("assessment", ("criteria", 0, "verdict", "value"), "good"),
    ("assessment", ("indicators", 0, "outcome"), "maybe"),
    ("assessment", ("phase", "level"), "city"),
    ("assessment", ("services", "total"), -1),
    ("plan", ("strategies", 0, "cell"), "SS"),
    ("plan", ("support",), 2),
    ("plan", ("derivation", 0, "verdict"), "invented"),
]


@pytest.mark.parametrize("name,path,value", BROKEN)
def test_a_value_out_of_bounds_is_refused(name: str, path: tuple[str | int, ...], value: Any) -> None:
    document = study_copy(DOCUMENTS[1][1] if name == "assessment" else DOCUMENTS[2][1])
    at = document
    for part in path[:-1]:
        at = at[part]
    at[path[-1]] = value
    assert not validator(name).is_valid(document)
