"""Weights of raters, SMAA and portfolios of a problem file."""

from typing import Any

import pytest

from tinjau.model import InputError
from tinjau.strategy.problem import solve_problem


def solved(key: str, **inside: Any) -> tuple[Any, list[tuple[str, str, str]]]:
    answer = solve_problem({key: inside}, "t.yaml")
    return answer[key], [(each["severity"], each["code"], each["where"]) for each in answer["lint"]]


@pytest.mark.parametrize(
    "ranks",
    [
        {"ani": ["x", "y", "z"], "budi": ["y", "x", "z"]},
        {"ani": {"x": 1, "y": 2, "z": 3}, "budi": {"x": 2, "y": 1, "z": 3}},
        [{"rater": "ani", "ranks": {"x": 1, "y": 2, "z": 3}}, {"rater": "budi", "order": ["y", "x", "z"]}],
    ],
)
def test_ranks_become_centroids(ranks: Any) -> None:
    answer, found = solved("weights", ranks=ranks, printed={"roc": {"x": 0.444, "z": "0,111"}})
    assert found == []
    assert answer["roc"] == pytest.approx({"x": 4 / 9, "y": 4 / 9, "z": 1 / 9})
    assert answer["shared_ranks"]["roc"] == {"x": 1, "y": 1, "z": 3}
    assert answer["agreement"]["w"] == pytest.approx(0.75)
    assert answer["perturbation"]["needed"] == 0


def test_one_raters_order_and_list_of_lists() -> None:
    assert solved("weights", ranks=["x", ["y", "z"]])[0]["roc"] == pytest.approx(
        {"x": 0.6111, "y": 0.1944, "z": 0.1944}, abs=1e-4
    )
    answer, _ = solved("weights", ranks=[[1, 2], [1, 2]], items=["x", "y"])
    assert answer["roc"] == {"x": 0.75, "y": 0.25}
    assert answer["intervals"]["roc"] == {"x": [0.75, 0.75], "y": [0.25, 0.25]}


def test_points_and_pairs() -> None:
    answer, found = solved(
        "weights", points={"ani": {"x": 60, "y": 40}, "budi": {"x": 1, "y": 4}},
        pairs={"ani": [["x", "y", 4]], "budi": {"x": {"y": 1}, "y": {}}},
    )  # fmt: skip
    assert found == []
    assert answer["points"] == pytest.approx({"x": 0.4, "y": 0.6})
    assert answer["pairs"] == pytest.approx({"x": 2 / 3, "y": 1 / 3})
    assert set(answer["perturbation"]) == {"points", "pairs"}
    _, found = solved("weights", points={"x": 60, "y": 40}, printed={"points": {"x": 0.06}})
    assert found == [("error", "does-not-follow", "weights.printed.points.x")]


def test_weights_faults() -> None:
    for inside, words in (
        ({"x": 1}, "neither"),
        ({"ranks": {"a": ["x", "y"], "b": ["x", "z"]}}, "same items"),
        ({"ranks": {"a": ["x", "x"]}}, "stands twice"),
        ({"points": {"a": {"x": 0, "y": 0}}}, "above zero"),
        ({"points": {"a": ["x", "y"]}}, "points are numbers"),
        ({"ranks": []}, "no rater"),
    ):
        with pytest.raises(InputError, match=words):
            solve_problem({"weights": inside}, "t")


def test_smaa_closed_form() -> None:
    answer, found = solved("smaa", options={"A": [1, 0], "B": [0, 1], "C": [0.6, 0.6]}, draws=20000, seed=3)
    assert found == []
    first = {name: shares[0] for name, shares in answer["rank_acceptability"].items()}
    assert first == pytest.approx({"A": 0.4, "B": 0.4, "C": 0.2}, abs=0.012)
    assert answer["central_weights"]["A"] == pytest.approx({"criterion 1": 0.8, "criterion 2": 0.2}, abs=0.01)
    assert answer["confidence"] == {"A": 1, "B": 1, "C": 1}
    assert answer["shared_ranks"]["A"] == answer["shared_ranks"]["B"] == 1
    assert (
        answer
        == solve_problem(
            {"smaa": {"options": {"A": [1, 0], "B": [0, 1], "C": [0.6, 0.6]}, "draws": 20000, "seed": 3}}, "t"
        )["smaa"]
    )


@pytest.mark.parametrize("order", [["price", "speed"], "price > speed", [["price"], ["speed"]]])
def test_order_directions_and_scaling(order: Any) -> None:
    """Price counts more and less of it is better: the cheap one wins wherever it is not far behind in speed."""
    answer, found = solved(
        "smaa", criteria=[{"id": "price", "direction": "min"}, {"id": "speed", "direction": "max"}],
        options=[{"id": "cheap", "values": {"price": 10, "speed": 1}}, {"id": "fast", "values": [20, 3]}],
        weights={"order": order}, printed={"rank_acceptability": {"cheap": [1.0, 0.0]}},
    )  # fmt: skip
    assert found == []
    assert answer["rank_acceptability"] == {"cheap": [1, 0], "fast": [0, 1]}
    assert answer["central_weights"]["fast"] is None
    assert answer["confidence"]["fast"] is None
    assert answer["conventions"]["scaling"].startswith("linear")


def test_intervals_and_uncertain_values() -> None:
    answer, _ = solved(
        "smaa", criteria={"a": "max", "b": "max"}, options={"A": {"a": 1, "b": 0}, "B": {"a": [0, 0.4], "b": 1}},
        weights={"intervals": {"a": [0.7, 0.9]}}, draws=4000,
    )  # fmt: skip
    assert answer["rank_acceptability"]["A"][0] == pytest.approx(1, abs=0.01)
    assert answer["central_weights"]["A"]["a"] == pytest.approx(0.8, abs=0.01)


def test_smaa_errors() -> None:
    _, found = solved("smaa", options={"A": [1, 0], "B": [0, 1]}, printed={"A": [0.7, 0.3]})
    assert {each[1] for each in found} == {"does-not-follow"}
    two: Any = {"options": {"A": [1, 1], "B": [1, 1]}, "criteria": ["a", "b"]}
    for inside, words in (
        ({"options": {"A": [1]}}, "fewer than two"),
        ({"options": {"A": [1, 2], "B": [1]}}, "1 values for 2 criteria"),
        ({"options": {"A": [1], "B": [1]}, "draws": 10**9}, "cannot be used"),
        ({"options": {"A": [1, 1], "B": [1, 1]}, "criteria": ["a", "a"]}, "stands twice"),
        ({**two, "weights": {"order": ["a", "c"]}}, "no criterion"),
        ({**two, "weights": {"intervals": {"a": [0, 0.2], "b": [0, 0.2]}}}, "no weights keep"),
        ({"options": {"A": [[2, 1]], "B": [1]}}, "lowest and a highest"),
        ({"options": {"A": [1], "B": [1]}, "criteria": {"a": "sideways"}}, "no direction"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=words):
            solve_problem({"smaa": inside}, "t")


STRATEGIES = [
    {"id": "A", "cost": 4, "covers": ["W1"]}, {"id": "B", "cost": "3", "covers": "W1, T1"},
    {"id": "C", "cost": 4, "covers": ["T1", "W2"]}, {"id": "D", "cost": 4, "covers": ["W2"]},
]  # fmt: skip


def test_worked_portfolio() -> None:
    answer, found = solved(
        "portfolio",
        strategies=STRATEGIES,
        serious=["W1", "T1", "W2"],
        budget=9,
        printed={"optimal": ["B", "D"], "cost": 7},
    )
    assert found == []
    assert answer["optimal"] == [["B", "C"], ["B", "D"]]
    assert (answer["core"], answer["interchangeable"]) == (["B"], ["C", "D"])
    assert answer["infeasible_because"] is None
    assert answer["cost"] == 7


def test_a_printed_portfolio_that_is_not_best() -> None:
    _, found = solved(
        "portfolio", strategies=STRATEGIES, serious=["W1", "T1", "W2"], printed={"optimal": ["A", "C"], "cost": 6}
    )
    assert {where for _, _, where in found} == {"portfolio.printed.optimal", "portfolio.printed.cost"}


@pytest.mark.parametrize(
    "precedence",
    [[["A", "B"]], [{"before": "A", "after": "B"}], [{"strategy": "B", "requires": ["A"]}], ["A -> B"], {"B": ["A"]}],
)
def test_every_way_to_write_precedence(precedence: Any) -> None:
    answer, _ = solved("portfolio", strategies=STRATEGIES, serious=["W1", "T1", "W2"], precedence=precedence)
    assert answer["optimal"] == [["A", "C"]]


@pytest.mark.parametrize("exclusions", [[["B", "C"]], ["B", "C"], [{"strategies": ["B", "C"]}]])
def test_every_way_to_write_exclusions(exclusions: Any) -> None:
    answer, _ = solved("portfolio", strategies=STRATEGIES, serious=["W1", "T1", "W2"], exclusions=exclusions)
    assert answer["optimal"] == [["B", "D"]]


def test_what_clashes_is_said() -> None:
    answer, found = solved("portfolio", strategies=STRATEGIES, serious=["W1", "T1", "W2"], budget=5)
    assert answer["optimal"] == []
    assert found == [("error", "infeasible", "portfolio")]
    told = answer["infeasible_because"]
    assert {each["constraint"] for each in told} >= {"budget", "cover"}
    budget = next(each for each in told if each["constraint"] == "budget")
    assert "7" in budget["message"]["en"]
    assert budget["message"]["id"]
    answer, found = solved("portfolio", strategies=STRATEGIES, serious=["W1", "T9"])
    assert found == [("error", "uncoverable", "portfolio.serious.T9")]
    assert [each["about"] for each in answer["infeasible_because"]] == ["T9"]


def test_budget_by_year_and_values() -> None:
    strategies = [{"id": "a", "cost": {"2026": 3, "2027": 3}, "value": 5}, {"id": "b", "cost": 4, "value": 2}]
    answer, _ = solved("portfolio", strategies=strategies, budget={"2026": 7, "2027": 3})
    assert answer["optimal"] == [["a", "b"]]
    assert answer["years"] == [{"b": "2026"}]
    assert answer["value"] == 7
    answer, _ = solved("portfolio", strategies=strategies, budget=[3, 3])
    assert answer["optimal"] == [["b"]] or answer["optimal"] == [["a"]] or answer["optimal"] == [[]]


def test_portfolio_faults() -> None:
    for inside, words in (
        ({"strategies": []}, "between 1"),
        ({"strategies": [{"id": "a"}]}, "no cost"),
        ({"strategies": [{"id": "a", "cost": -1}]}, "negative"),
        ({"strategies": [{"id": "a", "cost": 1}, {"id": "a", "cost": 1}]}, "stands twice"),
        ({"strategies": [{"id": "a", "cost": 1}], "precedence": [["a", "z"]]}, "no strategy 'z'"),
        ({"strategies": [{"id": "a", "cost": 1}], "exclusions": [["a"]]}, "two strategies"),
    ):
        with pytest.raises(InputError, match=f"(?i){words}"):
            solve_problem({"portfolio": inside}, "t")
