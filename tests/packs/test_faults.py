"""What is wrong with a pack is said with its line, one message a fault."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tinjau import packs
from tinjau.model import InputError
from tinjau.packs.faults import faults_in

TEXT = {"id": "Teks", "en": "Text"}
GOOD: dict[str, Any] = {
    "id": "own-1",
    "version": "1",
    "title": TEXT,
    "about": TEXT,
    "source": "tinjau",
    "verified": "false",
    "criteria": [{"id": "c", "title": TEXT}, {"id": "d", "title": TEXT, "parent": "c"}],
    "indicators": [
        {
            "id": "i",
            "criterion": "c",
            "question": TEXT,
            "source": "tinjau",
            "mode": "automatic",
            "settled": [{"detectors": ["search_form"], "quantifier": "any"}],
        },
        {
            "id": "s",
            "criterion": "d",
            "question": TEXT,
            "source": "tinjau",
            "unit": "service",
            "values": ["low", "high"],
        },
    ],
    "verdicts": {"positive_from": 0.7, "negative_to": 0.3, "minimum_coverage": 0.5, "source": "tinjau"},
    "ladder": {
        "share": 0.5,
        "share_source": "tinjau",
        "service_indicator": "s",
        "sensitivity": [0.3],
        "gates": [
            {"phase": "low", "title": TEXT, "about": TEXT, "require": ["i"]},
            {"phase": "high", "title": TEXT, "about": TEXT, "any_of": [["i"]]},
        ],
    },
}

CHANGES: list[tuple[str, list[Any], Any, str]] = [
    ("a key is missing", ["version"], None, "version is missing"),
    ("an indicator says nothing", ["indicators", 0, "question"], None, "question is missing"),
    ("a text is not translated", ["indicators", 0, "question"], {"id": "Teks"}, "not translated: en is missing"),
    ("a text is empty", ["criteria", 0, "title", "en"], "  ", "text is empty"),
    ("a version is a number", ["version"], 1.0, "in quotes"),
    ("a mode is unknown", ["indicators", 0, "mode"], "auto", "choose from automatic"),
    ("a quantifier is unknown", ["indicators", 0, "settled", 0, "quantifier"], "most", "choose from any, all, none"),
    ("a threshold is missing", ["indicators", 0, "settled", 0, "quantifier"], "count_at_least", "needs a threshold"),
    ("a threshold is too much", ["indicators", 0, "settled", 0, "threshold"], 3, "takes no threshold"),
    ("a detector's name is odd", ["indicators", 0, "settled", 0, "detectors"], ["search-form"], "not a valid name"),
    ("automatic without settling", ["indicators", 0, "settled"], [], "must say what settles it"),
    ("manual but settled", ["indicators", 0, "mode"], "manual", "settled by people"),
    ("a criterion is unknown", ["indicators", 0, "criterion"], "e", "no criterion of this pack"),
    ("an id stands twice", ["indicators", 1, "id"], "i", "stands twice"),
    ("an id is a criterion's", ["indicators", 0, "id"], "c", "stands twice"),
    ("a parent is unknown", ["criteria", 1, "parent"], "z", "no criterion of this pack"),
    ("a criterion is its own ancestor", ["criteria", 0, "parent"], "d", "its own ancestor"),
    ("a key is misspelt", ["indicators", 0, "settlde"], [], "did you mean settled"),
    ("a share is above one", ["verdicts", "positive_from"], 70, "above 1"),
    ("verdicts overlap", ["verdicts", "negative_to"], 0.8, "positive and negative at once"),
    ("a gate names nothing known", ["ladder", "gates", 0, "require"], ["x"], "no indicator of this pack"),
    ("a gate names a service's question", ["ladder", "gates", 0, "require"], ["s"], "not of the site"),
    ("a gate is empty", ["ladder", "gates", 0, "require"], [], "at least one indicator"),
    ("a phase stands twice", ["ladder", "gates", 1, "phase"], "low", "stands twice"),
    ("the stage is asked of the site", ["ladder", "service_indicator"], "i", "asked of each service"),
    ("stages are no phases", ["indicators", 1, "values"], ["low"], "must be the phases"),
    ("an unknown key in a closed place", ["ladder", "share_sorce"], "x", "did you mean share_source"),
    ("weights do not sum", ["calculation"], {"weights": "parts"}, "sum to"),
    ("a value stands twice", ["indicators", 1, "values"], ["low", "low", "high"], "twice"),
]


def dump(data: dict[str, Any]) -> str:
    """YAML without aliases: equal parts are written out."""
    return yaml.safe_dump(json.loads(json.dumps(data)), sort_keys=False)


def changed(path: list[Any], value: Any) -> dict[str, Any]:
    data = copy.deepcopy(GOOD)
    if path == ["calculation"]:
        data["criteria"][0]["weight"], data["indicators"][0]["weight"] = 50, 50
    at: Any = data
    for part in path[:-1]:
        at = at[part]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return data


def test_a_good_pack_has_none() -> None:
    assert faults_in(GOOD, dump(GOOD)) == []


@pytest.mark.parametrize("name,path,value,problem", CHANGES, ids=[case[0] for case in CHANGES])
def test_a_fault_is_found_with_its_line(tmp_path: Path, name: str, path: list[Any], value: Any, problem: str) -> None:
    del name
    file = tmp_path / "own-1.yaml"
    file.write_text(dump(changed(path, value)))
    faults = packs.faults_of(file)
    assert any(problem in each for each in faults), faults
    assert all(each.startswith(f"{file}, line ") for each in faults)
    with pytest.raises(InputError):
        packs.read_instrument(file)


def test_each_fault_is_told_once_in_order_of_lines(tmp_path: Path) -> None:
    data = changed(["indicators", 0, "criterion"], "e")
    data["ladder"]["gates"][0]["require"] = ["x"]
    data["indicators"][1]["id"] = "c"
    file = tmp_path / "own-1.yaml"
    file.write_text(dump(data))
    faults = packs.faults_of(file)
    lines = [int(each.split("line ")[1].split(",")[0]) for each in faults]
    assert lines == sorted(lines)
    assert len(set(faults)) == len(faults) >= 3


def test_detectors_are_checked_only_where_names_are_given(tmp_path: Path) -> None:
    file = tmp_path / "own-1.yaml"
    file.write_text(dump(GOOD))
    assert packs.faults_of(file, frozenset({"search_form"})) == []
    assert "did you mean search_forms?" in packs.faults_of(file, frozenset({"search_forms"}))[0]


@pytest.mark.parametrize("content", ["- a", "text", "", "[]"])
def test_what_is_no_mapping_is_a_fault(tmp_path: Path, content: str) -> None:
    file = tmp_path / "own-1.yaml"
    file.write_text(content)
    assert len(packs.faults_of(file)) == 1


def test_what_cannot_be_read_raises(tmp_path: Path) -> None:
    file = tmp_path / "own-1.yaml"
    file.write_text("a: [1")
    with pytest.raises(InputError):
        packs.faults_of(file)
    with pytest.raises(InputError):
        packs.faults_of(tmp_path / "absent.yaml")
