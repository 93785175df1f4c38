"""The page that people read says what was measured, and no more."""

import json
from pathlib import Path

import pytest
from evaluation.compare import Case
from evaluation.render import markdown, put_into, results

from tinjau.model import State

ROOT = Path(__file__).resolve().parents[2]
HEAD = {"date": "2026-01-01", "tinjau": "0", "sites": [], "services": []}


def _case(detector: str, read: State, said: State | None, **more: str) -> Case:
    return Case("a", "id", detector, "site", read, said, **more)


def test_a_value_that_differs_is_a_disagreement_of_its_own() -> None:
    same = _case("newest_item", State.SEEN, State.SEEN, expected_value="2024-01-02", found_value="2024-01-02T00:00")
    other = _case("newest_item", State.SEEN, State.SEEN, expected_value="2024-01-02", found_value="2024-01-01")
    found = results([same, other], [], HEAD)
    assert len(found["disagreements"]) == 1
    assert found["disagreements"][0]["found_value"] == "2024-01-01"


def test_a_detector_that_says_nothing_is_named_and_not_counted() -> None:
    found = results([_case("faq", State.SEEN, None)], [], HEAD)
    assert found["detectors"][0]["missing"] == 1
    assert found["detectors"][0]["precision"] is None
    assert "1 without observation" in markdown(found)


def test_text_of_a_page_cannot_break_the_table() -> None:
    text = markdown(results([_case("faq", State.SEEN, State.NOT_SEEN, reason="a | b\nc")], [], HEAD))
    row = next(line for line in text.splitlines() if "a \\| b c" in line)
    assert row.count(" | ") == 5


def test_only_the_generated_part_of_the_page_is_replaced() -> None:
    page = "before\n<!-- generated: begin -->\nold\n<!-- generated: end -->\nafter\n"
    new = put_into(page, "new\n")
    assert new.startswith("before\n")
    assert new.endswith("after\n")
    assert "old" not in new
    with pytest.raises(ValueError, match="marks"):
        put_into("no marks", "new")


def test_the_page_shows_the_results_that_are_kept() -> None:
    found = json.loads((ROOT / "evaluation" / "results.json").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    assert put_into(page, markdown(found)) == page, "write both with `python -m evaluation --json … --docs …`"
