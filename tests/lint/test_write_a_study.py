"""Every example of the guide is a file of one study, which reads, runs and is objected to only where it says so."""

import re
from pathlib import Path

import pytest
from tests.strategy.planning.whole import Whole, whole

from tinjau.lint.claims import counted
from tinjau.lint.pointers import OPTION_KEYS
from tinjau.lint.reading import case_of

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "howto" / "write-a-study.md"
BLOCK = re.compile(r"^```(?:yaml|csv) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("guide") / "my-study"
    for name, body in BLOCK.findall(GUIDE.read_text("utf-8")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(body, encoding="utf-8")
    return whole(folder)


def test_the_examples_are_one_whole_study(example: Whole) -> None:
    names = {name for name, _ in BLOCK.findall(GUIDE.read_text("utf-8"))}
    assert names == {
        "study.yaml", "services.csv", "answers/tim.csv", "claims.yaml", "factors.yaml", "strategies.yaml",
        "decisions.csv", "judgements/panel.csv", "options.yaml", "actions.csv",
    }  # fmt: skip
    assert {each.severity.value for each in example.lint} <= {"warning", "notice"}
    assert example.found("factor-unsupported") == [("T1",)]
    assert example.found("unknown-id") == example.found("decision-without-proposal") == []


def test_it_shows_what_the_guide_says(example: Whole) -> None:
    plan = example.plan
    assert [each.id for each in plan.factors] == ["S1", "W1", "O1", "T1", "S2", "W2"]
    assert plan.factors[4].text.id == "Tiga layanan sudah tersedia secara daring"
    assert next(each for each in plan.strategy_proposals if each.id == "strategy:user-guides").decision == "reject"
    assert [each.share for each in plan.absorption] == [0.375, 0.375]
    assert plan.portfolio is not None
    assert plan.portfolio["core"] == ["ST1", "WO1"]


def test_factors_that_joined_after_the_judging_are_named(example: Whole) -> None:
    assert example.plan.priorities is not None
    assert example.plan.priorities["factors"]["unjudged"] == ["S2", "W2"]
    assert [each["id"] for each in example.plan.priorities["strategies"]["items"]] == ["WO1", "ST1"]


def test_the_table_of_counts_is_complete(example: Whole) -> None:
    case = case_of(example.study, example.assessment, example.plan, frozenset(), example.instruments)
    row = next(line for line in GUIDE.read_text("utf-8").splitlines() if line.startswith("| `count`"))
    assert set(re.findall(r"`(\w+)`", row)) - {"count"} == set(counted(case))


def test_the_table_of_options_is_complete() -> None:
    part = GUIDE.read_text("utf-8").partition("## Costs and rules")[2].partition("\n## ")[0]
    assert {key for line in part.splitlines() for key in re.findall(r"^\| `(\w+)`", line)} | {"serious_from"} == set(
        OPTION_KEYS
    )
