"""The example with invented judgements: Medan's own files, marked, and the whole chain to a portfolio."""

import pytest
from tests.strategy.planning.whole import STUDIES, Whole, whole

MEDAN, EXAMPLE = STUDIES / "medan", STUDIES / "medan-illustrative"
SAME = ("services.csv", "factors.yaml", "strategies.yaml", "claims.yaml", "decisions.csv", "answers/paper.csv")


@pytest.fixture(scope="module")
def example() -> Whole:
    return whole(EXAMPLE)


@pytest.mark.parametrize("name", SAME)
def test_everything_but_the_invented_numbers_is_the_published_study(name: str) -> None:
    assert (EXAMPLE / name).read_bytes() == (MEDAN / name).read_bytes()


def test_it_says_that_it_is_an_example(example: Whole) -> None:
    assert example.study.title.id.startswith("CONTOH")
    assert example.study.title.en.startswith("EXAMPLE")
    assert example.plan.priorities is not None
    assert example.plan.portfolio is not None
    assert example.plan.priorities["illustrative"] is True
    assert example.plan.portfolio["illustrative"] is True


def test_five_raters_agree_and_strategies_have_acceptabilities(example: Whole) -> None:
    priorities = example.plan.priorities
    assert priorities is not None
    assert priorities["raters"] == 5
    assert 0.5 < priorities["factors"]["agreement"]["w"] < 1
    items = priorities["strategies"]["items"]
    assert items[0]["id"] == "WT1"
    assert all(sum(each["acceptability"]) == pytest.approx(1.0) for each in items)
    assert priorities["strategies"]["unlinked"] == ["WT3"]
    assert items[0]["rank"] == items[1]["rank"] == 1


def test_the_position_is_determined_by_its_probability(example: Whole) -> None:
    assert example.plan.priorities is not None
    position = example.plan.priorities["position"]
    assert position["quadrant"] == "defensive"
    assert position["determined"] is (position["probability"]["defensive"] >= 0.8)


def test_core_is_told_from_interchangeable(example: Whole) -> None:
    portfolio = example.plan.portfolio
    assert portfolio is not None
    assert portfolio["core"] == ["ST3", "WO1", "WO2", "WO3", "WT1"]
    assert portfolio["interchangeable"] == ["ST1", "WT2"]
    assert portfolio["cost"] == 1710
    assert set(portfolio["serious"]) == {"W1", "W3", "W4", "W5", "W6", "T1", "T2", "T3"}


def test_lint_objects_to_no_invented_judgement(example: Whole) -> None:
    assert {each.code for each in example.lint} == {each.code for each in whole(MEDAN).lint}
