"""Every key answers with the names that the contract promises, its conventions, and plain JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tinjau.strategy import solve_problem

EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "docs" / "examples").glob("*.yaml"))
PROMISED = {
    "ife": {"total", "by_category", "scores"}, "efe": {"total", "by_category", "scores"},
    "quadrant": {"x", "y", "quadrant", "probability"}, "ie": {"cell", "meaning"}, "qspm": {"tas", "stas", "flip"},
    "ahp": {"weights", "lambda_max", "cr", "group"}, "awot": {"global"},
    "tows": {"merge_proposals", "unanswered", "lint"}, "consensus": {"w", "p", "median", "iqr", "stable"},
    "agreement": {"alpha", "interval", "fleiss", "cohen", "ac1", "percent"},
    "content_validity": {"i_cvi", "s_cvi_ave", "s_cvi_ua", "kappa_star", "cvr"},
    "weights": {"roc", "points", "perturbation"}, "smaa": {"rank_acceptability", "central_weights", "confidence"},
    "portfolio": {"optimal", "core", "interchangeable", "infeasible_because"},
}  # fmt: skip


@pytest.fixture(scope="module")
def everything() -> Any:
    whole: dict[str, Any] = {"ie": {"ife": 2.6, "efe": 2.9}}
    for path in EXAMPLES:
        if "with-errors" not in path.stem:
            whole |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return whole


def test_all_keys_answer_as_promised(everything: Any) -> None:
    answer = solve_problem(everything, "whole.yaml")
    assert set(answer) == {*PROMISED, "lint"}
    for key, names in PROMISED.items():
        assert names <= set(answer[key]), key
        assert answer[key]["conventions"], key
    json.dumps(answer, allow_nan=False)


def test_findings_have_one_shape(everything: Any) -> None:
    everything = {**everything, "nonsense": 1}
    for each in solve_problem(everything, "whole.yaml")["lint"]:
        assert {"code", "severity", "where", "message", "printed", "computed", "ids"} <= set(each)
        assert each["severity"] in {"error", "warning", "notice"}
        assert set(each["message"]) == {"id", "en"}


def test_the_same_file_gives_the_same_answer(everything: Any) -> None:
    assert solve_problem(everything, "a") == solve_problem(everything, "a")


def test_the_input_is_left_as_it_was(everything: Any) -> None:
    before = json.dumps(everything)
    solve_problem(everything, "a")
    assert json.dumps(everything) == before
