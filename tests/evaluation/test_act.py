"""Cases of the ACT kind, on a folder made here: what agrees, what does not, what cannot be told."""

import json
from pathlib import Path

from evaluation.act import run


def _folder(path: Path, *expected: str) -> Path:
    cases = []
    for number, each in enumerate(expected):
        (path / f"{number}.html").write_text(each)
        cases.append({"ruleId": "r", "ruleName": "Rule", "expected": each, "file": f"{number}.html", "url": "http://x/",
                      "testcaseTitle": f"Case {number}"})  # fmt: skip
    cases.append({**cases[0], "ruleId": "other"})
    (path / "testcases.json").write_text(json.dumps(cases))
    return path


def test_not_failing_is_what_counts_and_cannot_tell_counts_apart(tmp_path: Path) -> None:
    said = iter(["passed", "inapplicable", "failed", "cantTell"])
    folder = _folder(tmp_path, "passed", "passed", "failed", "failed")
    found = run(folder, lambda _body, _url: {"r": value} if (value := next(said, "")) else {})
    row = {"rule": "r", "name": "Rule", "cases": 4, "agree": 3, "disagree": 0, "cannot_tell": 1, "exact": 2}
    assert found["by_rule"] == [row]
    assert found["not_implemented"] == ["other"]


def test_a_fault_that_is_not_there_is_a_disagreement_with_its_file(tmp_path: Path) -> None:
    found = run(_folder(tmp_path, "passed"), lambda _body, _url: {"r": "failed"})
    assert found["disagreements"][0]["file"] == "0.html"
    assert found["by_rule"][0]["disagree"] == 1
