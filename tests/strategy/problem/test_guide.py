"""The guide's examples run and say what the guide says."""

import re
from pathlib import Path

import pytest
import yaml

from tinjau.strategy.problem import solve_problem
from tinjau.strategy.problem.solving import KEYS

ROOT = Path(__file__).resolve().parents[3]
GUIDE = (ROOT / "docs" / "howto" / "check-a-published-table.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.yaml"))


def lines(text: str) -> list[str]:
    found = solve_problem(yaml.safe_load(text), "table.yaml")["lint"]
    return [f"{each['severity']}: {each['where']}: {each['message']['en']} [{each['code']}]" for each in found]


def test_first_example_has_no_finding() -> None:
    assert lines(BLOCKS[0]) == []


def test_second_example_prints_what_the_guide_shows() -> None:
    shown = re.search(r"`tinjau check` prints\n\n```\n(.*?)```", GUIDE, re.DOTALL)
    assert shown is not None
    assert lines(BLOCKS[1]) == shown.group(1).strip().splitlines()


def test_every_key_has_a_row() -> None:
    for key in KEYS:
        assert re.search(rf"\| .*`{key}`.* \|", GUIDE), key


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example_files_run_and_only_the_one_with_errors_has_errors(path: Path) -> None:
    found = solve_problem(yaml.safe_load(path.read_text(encoding="utf-8")), path.name)["lint"]
    errors = [each for each in found if each["severity"] == "error"]
    assert bool(errors) == ("with-errors" in path.stem), errors


def test_errors_of_the_example_are_found_at_their_cells() -> None:
    text = (ROOT / "docs" / "examples" / "ifas-efas-with-errors.yaml").read_text(encoding="utf-8")
    found = {(each["code"], each["where"]) for each in solve_problem(yaml.safe_load(text), "x")["lint"]}
    assert found == {
        ("does-not-follow", "ife.factors.S2.score"),
        ("does-not-follow", "ife.printed.total"),
        ("off-scale", "ife.factors.W3.rating"),
        ("factor-in-two-boxes", "ife.factors.W3"),
        ("weights-sum", "efe.weights.total"),
        ("coordinate-not-turned", "quadrant.printed.x"),
        ("coordinate-not-turned", "quadrant.printed.y"),
    }
