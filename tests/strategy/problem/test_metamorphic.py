"""What must not matter: the order of factors and raters, a rater counted twice, the size of points."""

import copy
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.strategy.problem import solve_problem

KINDS = {"ife": "SW", "efe": "OT"}


def problem(random: Random) -> Any:
    def factors(kinds: str) -> Any:
        return [
            {"id": f"{kind}{at}", "weight": random.randint(2, 9), "rating": random.randint(1, 4)}
            for kind in kinds
            for at in range(1, random.randint(2, 5))
        ]

    made: Any = {
        key: {"semantics": "rangkuti", "normalisation": "joint", "factors": factors(kinds)}
        for key, kinds in KINDS.items()
    }
    ids = [each["id"] for key in KINDS for each in made[key]["factors"]]
    made["quadrant"] = None
    made["qspm"] = {
        "factors": {i: 1 / len(ids) for i in ids},
        "options": {f"o{n}": {i: random.randint(1, 4) for i in ids} for n in range(3)},
    }
    made["weights"] = {"ranks": {f"r{n}": random.sample(ids, len(ids)) for n in range(4)}}
    made["agreement"] = {
        "level": "ordinal",
        "draws": 100,
        "ratings": [[random.randint(1, 4) for _ in range(4)] for _ in ids],
    }
    return made


def permuted(made: Any, random: Random) -> Any:
    other = copy.deepcopy(made)
    for key in KINDS:
        random.shuffle(other[key]["factors"])
    other["qspm"]["factors"] = dict(
        random.sample(list(other["qspm"]["factors"].items()), len(other["qspm"]["factors"]))
    )
    other["weights"]["ranks"] = dict(random.sample(list(other["weights"]["ranks"].items()), 4))
    order = random.sample(range(4), 4)
    other["agreement"]["ratings"] = [[row[at] for at in order] for row in other["agreement"]["ratings"]]
    random.shuffle(other["agreement"]["ratings"])
    return other


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_order_of_factors_and_raters(seed: int) -> None:
    made = problem(Random(seed))
    one, two = solve_problem(made, "a"), solve_problem(permuted(made, Random(seed + 1)), "a")
    for key in KINDS:
        assert two[key]["total"] == pytest.approx(one[key]["total"])
        assert two[key]["scores"] == pytest.approx(one[key]["scores"])
    assert (two["quadrant"]["x"], two["quadrant"]["y"]) == pytest.approx((one["quadrant"]["x"], one["quadrant"]["y"]))
    assert two["quadrant"]["quadrant"] == one["quadrant"]["quadrant"]
    assert two["qspm"]["stas"] == pytest.approx(one["qspm"]["stas"])
    assert two["weights"]["roc"] == pytest.approx(one["weights"]["roc"])
    for name in ("alpha", "fleiss", "ac1", "percent", "cohen"):
        assert two["agreement"][name] == pytest.approx(one["agreement"][name])


@given(st.integers(0, 10**6))
@settings(max_examples=15, deadline=None)
def test_a_doubled_panel_changes_no_mean(seed: int) -> None:
    made = problem(Random(seed))
    twice = copy.deepcopy(made)
    twice["weights"]["ranks"] |= {f"{name} again": order for name, order in made["weights"]["ranks"].items()}
    assert solve_problem(twice, "a")["weights"]["roc"] == pytest.approx(solve_problem(made, "a")["weights"]["roc"])


@given(st.integers(0, 10**6), st.integers(2, 50))
@settings(max_examples=15, deadline=None)
def test_the_size_of_points_changes_nothing(seed: int, times: int) -> None:
    made = problem(Random(seed))
    larger = copy.deepcopy(made)
    for key in KINDS:
        for each in larger[key]["factors"]:
            each["weight"] *= times
    one, two = solve_problem(made, "a"), solve_problem(larger, "a")
    assert two["ife"]["scores"] == pytest.approx(one["ife"]["scores"])
    assert two["quadrant"]["quadrant"] == one["quadrant"]["quadrant"]


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_a_dominated_strategy_never_overtakes_its_dominator(seed: int) -> None:
    made = problem(Random(seed))
    best = made["qspm"]["options"]["o0"]
    made["qspm"]["options"]["worse"] = {factor: max(1, score - 1) for factor, score in best.items()}
    answer = solve_problem({"qspm": made["qspm"]}, "a")["qspm"]
    assert answer["stas"]["worse"] <= answer["stas"]["o0"]
    if answer["flip"] is not None and answer["ranking"][0] == "o0":
        scores = answer["flip"].get("weights", {})
        assert sum(w * made["qspm"]["options"]["worse"][f] for f, w in scores.items()) <= sum(
            w * best[f] for f, w in scores.items()
        )
