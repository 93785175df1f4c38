"""Every detector against its cases: small sites with the answer they must get."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.observe.sites import write_case

from tinjau.model import Observation, Scope
from tinjau.observe import DETECTORS
from tinjau.observe.engine.detector import Detector
from tinjau.observe.engine.observing import observe_with

HERE = Path(__file__).parent
BY_NAME = {each.name: each for each in DETECTORS}
STATES = {"seen", "not_seen", "cannot_tell"}


def _cases() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("*/cases.yaml")):
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]):
            found.append(pytest.param(path.parent.name, case, id=f"{path.parent.name}-{number}-{case['it']}"))
    return found


def _observe(kind: type[Detector], case: dict[str, Any], folder: Path) -> list[Observation]:
    return observe_with(write_case(folder, case), [kind])[0]


@pytest.mark.parametrize("name, case", _cases())
def test_case(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    observations = _observe(BY_NAME[name], case, tmp_path)
    subject = case.get("subject", "site")
    found = [each for each in observations if each.scope == Scope.SITE and each.subject == subject]
    assert len(found) == 1, f"one fact about {subject}, not {[each.subject for each in observations]}"
    fact = found[0]
    assert fact.state == case["state"], f"{fact.state}: {fact.reason} {fact.excerpt}"
    if "value" in case:
        assert fact.value == case["value"]
    if "reason" in case:
        assert case["reason"] in fact.reason
    assert fact.state != "cannot_tell" or fact.reason, "a person is told why"
    assert fact.state != "seen" or (fact.url and fact.record_id), "what is seen says where"
    assert len(fact.excerpt) <= 300


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_detector_has_a_case_of_each_kind(name: str) -> None:
    path = HERE / name / "cases.yaml"
    assert path.exists(), f"{name} has no cases"
    states = {case["state"] for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]}
    assert states == STATES


def test_the_list_and_the_folders_are_equal() -> None:
    root = Path(__file__).resolve().parents[2] / "src/tinjau/observe"
    folders = ("page", "response", "site")
    modules = {path.stem for folder in folders for path in (root / folder).glob("*.py")} - {"__init__"}
    assert modules == set(BY_NAME)
    assert all(kind.__module__.rsplit(".", 1)[-1] == name for name, kind in BY_NAME.items())
    assert {path.parent.name for path in HERE.glob("*/cases.yaml")} == set(BY_NAME)
