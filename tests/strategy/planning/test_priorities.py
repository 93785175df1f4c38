"""Priorities and portfolios come from people's judgements and costs only, and behave as they must."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategy.planning.building import factor, judged, strategy

from tinjau.model import Government, InputError, Judgement, Study
from tinjau.strategy.planning.choosing import choose_portfolio
from tinjau.strategy.planning.judging import closed, judged_number, last_round, weighed
from tinjau.strategy.planning.prioritising import agreed_order, ordered_weights, prioritise

FACTORS = tuple(factor(each) for each in ("S1", "W1", "O1", "T1"))
STRATEGIES = (
    strategy("SO1", ("S1", "O1")), strategy("WO1", ("W1", "O1")),
    strategy("ST1", ("S1", "T1")), strategy("WT1", ("W1", "T1")),
)  # fmt: skip
NAMES = [each.id for each in FACTORS]
MAGNITUDE = {"ratings": {"semantics": "magnitude"}}


def study(*judgements: Judgement, **options: Any) -> Study:
    return Study("x", Government("x"), factors=FACTORS, strategies=STRATEGIES, judgements=judgements, options=options)


def solved(*judgements: Judgement, **options: Any) -> dict[str, Any]:
    found = prioritise(study(*judgements, **options), FACTORS, STRATEGIES)
    assert found is not None
    return found


def weights_of(found: dict[str, Any]) -> dict[str, float]:
    return {each["id"]: each["weight"] for each in found["factors"]["items"]}


POINTS = {
    "a": {"S1": 40, "W1": 30, "O1": 20, "T1": 10},
    "b": {"S1": 10, "W1": 50, "O1": 20, "T1": 20},
    "c": {"S1": 25, "W1": 25, "O1": 25, "T1": 25},
}
RATINGS = {
    "a": {"S1": 2, "W1": 4, "O1": 3, "T1": 1},
    "b": {"S1": 1, "W1": 4, "O1": 4, "T1": 2},
    "c": {"S1": 2, "W1": 3, "O1": 3, "T1": 1},
}  # fmt: skip


def test_no_judgement_no_number() -> None:
    assert prioritise(study(), FACTORS, STRATEGIES) is None
    assert choose_portfolio(study(), FACTORS, STRATEGIES) is None


def test_a_gap_is_never_filled() -> None:
    partial = {"a": {"S1": 40, "W1": 30}}
    alone = solved(*judged("weight", partial), *judged("rating", RATINGS), **MAGNITUDE)
    assert alone["factors"]["unjudged"] == ["O1", "T1"]
    assert alone["position"] is None
    assert {each["id"]: each["unjudged"] for each in alone["strategies"]["items"]}["WT1"] == ["T1"]
    found = solved(*judged("weight", POINTS | partial))
    assert found["factors"]["incomplete"] == ["a"]
    assert found["factors"]["raters"] == ["b", "c"]


def test_points_ranks_and_pairs_become_weights_that_add_up_to_one() -> None:
    ranks = {"a": {"S1": 1, "W1": 2, "O1": 3, "T1": 4}}
    by_rank = weights_of(solved(*judged("rank", ranks)))
    assert by_rank["S1"] == pytest.approx((1 + 1 / 2 + 1 / 3 + 1 / 4) / 4)
    pairs = {"a": {"S1/W1": 2, "S1/O1": 4, "S1/T1": 4, "W1/O1": 2, "W1/T1": 2, "O1/T1": 1}}
    found = solved(*judged("weight", pairs))
    assert found["factors"]["method"] == "pairs"
    assert weights_of(found) == pytest.approx({"S1": 0.5, "W1": 0.25, "O1": 0.125, "T1": 0.125})
    assert found["factors"]["consistency"]["a"] == pytest.approx(0.0)
    for each in (by_rank, weights_of(found), weights_of(solved(*judged("weight", POINTS)))):
        assert sum(each.values()) == pytest.approx(1.0)


def test_one_rater_has_no_interval_and_no_agreement() -> None:
    found = solved(*judged("weight", {"a": POINTS["a"]}), *judged("rating", {"a": RATINGS["a"]}), **MAGNITUDE)
    assert found["factors"]["agreement"] is None
    assert all(each["interval"] is None and each["rank"] is None for each in found["factors"]["items"])
    assert found["position"]["probability"] is None
    assert found["position"]["determined"] is None
    assert all(each["interval"] is None for each in found["strategies"]["items"])


def test_position_needs_a_declared_meaning_of_ratings() -> None:
    rated = (*judged("weight", POINTS), *judged("rating", RATINGS))
    assert solved(*rated)["position"] is None
    found = solved(*rated, **MAGNITUDE)["position"]
    assert found["quadrant"] == "turn-around"
    assert found["x"] < 0 < found["y"]
    assert sum(found["probability"].values()) == pytest.approx(1.0)
    turned = solved(*rated, ratings={"semantics": "rangkuti"})["position"]
    assert turned["x"] > found["x"]
    david = solved(*rated, ratings={"semantics": "david"})["position"]
    assert "x" not in david
    assert david["cell"] is not None
    with pytest.raises(InputError, match="no meaning of ratings"):
        solved(*rated, ratings={"semantics": "guess"})


def test_coordinates_are_worked_by_hand() -> None:
    even = {"a": dict.fromkeys(NAMES, 25)}
    rated = (*judged("weight", even), *judged("rating", {"a": {"S1": 2, "W1": 4, "O1": 3, "T1": 1}}))
    plain = solved(*rated, **MAGNITUDE)["position"]
    assert (plain["x"], plain["y"]) == (2 * 0.5 - 4 * 0.5, 3 * 0.5 - 1 * 0.5)
    turned = solved(*rated, ratings={"semantics": "rangkuti", "low": 1, "high": 4})["position"]
    assert (turned["x"], turned["y"]) == (2 * 0.5 - (5 - 4) * 0.5, 3 * 0.5 - (5 - 1) * 0.5)
    assert turned["number"] == {"rangkuti": 2, "cartesian": 4}


def test_a_quadrant_that_raters_split_over_is_not_determined() -> None:
    even = {rater: dict.fromkeys(NAMES, 25) for rater in "ab"}
    split = {"a": {"S1": 4, "W1": 1, "O1": 4, "T1": 1}, "b": {"S1": 1, "W1": 3, "O1": 4, "T1": 1}}
    found = solved(*judged("weight", even), *judged("rating", split), **MAGNITUDE)["position"]
    assert found["quadrant"] == "aggressive"
    assert found["probability"]["aggressive"] < 0.8
    assert found["determined"] is False


def test_a_hidden_round_stays_hidden_and_the_last_closed_one_counts() -> None:
    second = {rater: dict.fromkeys(NAMES, 25) for rater in POINTS}
    judgements = (*judged("weight", POINTS, "1"), *judged("weight", second, "2"))
    assert set(weights_of(solved(*judgements)).values()) == {0.25}
    hidden = solved(*judgements, open_round="2")
    assert weights_of(hidden) == weights_of(solved(*judged("weight", POINTS)))
    assert hidden["rounds"] is None
    rounds = solved(*judgements)["rounds"]
    assert {each["subject"] for each in rounds} == set(NAMES)
    assert not all(each["stable"] for each in rounds)
    assert len(last_round(closed(study(*judgements)))) == 12


def test_direct_ranks_and_votes() -> None:
    ranks = {
        "a": {"SO1": 1, "WO1": 2, "ST1": 3, "WT1": 4},
        "b": {"SO1": 2, "WO1": 1, "ST1": 3, "WT1": 4},
        "c": {"SO1": 1},
    }
    found = solved(*judged("rank", ranks), *judged("vote", {"a": {"WT1": "ya"}, "b": {"WT1": "yes", "SO1": "tidak"}}))[
        "direct"
    ]
    assert [each["id"] for each in found["ranks"]["items"]] == ["SO1", "WO1", "ST1", "WT1"]
    assert found["incomplete"] == ["c"]
    assert found["votes"] == {"SO1": 0, "ST1": 0, "WO1": 0, "WT1": 2}
    assert found["ranks"]["agreement"]["w"] == pytest.approx(0.9)


def test_the_agreed_order_is_what_every_rater_shares() -> None:
    table = np.asarray([[0.5, 0.3, 0.1, 0.1], [0.4, 0.4, 0.15, 0.05]])
    assert agreed_order(table, NAMES) == [["S1"], ["W1"], ["O1"], ["T1"]]
    assert agreed_order(np.asarray([[0.5, 0.3, 0.1, 0.1], [0.1, 0.3, 0.2, 0.4]]), NAMES) == [["O1", "S1", "T1", "W1"]]


def test_weights_that_keep_an_agreed_order_are_even_over_all_that_do() -> None:
    drawn = ordered_weights(["a", "b", "c"], [["c"], ["a", "b"]], 40_000)
    assert drawn.sum(axis=1) == pytest.approx(1.0)
    assert (drawn[:, 2] >= drawn[:, :2].max(axis=1)).all()
    # The mean of the largest of three shares drawn evenly is 11/18; the others share the rest alike.
    assert drawn.mean(axis=0) == pytest.approx([7 / 36, 7 / 36, 11 / 18], abs=0.004)


def test_raters_who_agree_on_an_order_give_a_second_acceptability() -> None:
    table = {"a": {"S1": 40, "W1": 30, "O1": 20, "T1": 10}, "b": {"S1": 50, "W1": 30, "O1": 10, "T1": 10}}
    agreed = solved(*judged("weight", table))["strategies"]["agreed"]
    assert agreed["order"] == [["S1"], ["W1"], ["O1"], ["T1"]]
    assert sum(agreed["acceptability"]["SO1"]) == pytest.approx(1.0)
    assert agreed["acceptability"]["WT1"][0] == 0.0


def test_nonsense_weights_are_refused_with_the_raters_name() -> None:
    with pytest.raises(InputError, match="a, kind weight"):
        solved(*judged("weight", {"a": dict.fromkeys(NAMES, 0)}))


def test_signed_numbers() -> None:
    assert [judged_number(each) for each in ("-2", "−2", "+1,5", "3", "1.125", "x", "")] == [
        -2.0,
        -2.0,
        1.5,
        3.0,
        1.125,
        None,
        None,
    ]


TABLES = st.dictionaries(
    st.sampled_from("abcde"),
    st.fixed_dictionaries({name: st.integers(1, 9) for name in NAMES}),
    min_size=2,
    max_size=4,
)


@settings(max_examples=15, deadline=None)
@given(TABLES, st.randoms())
def test_the_order_of_raters_and_factors_changes_nothing(table: dict[str, dict[str, int]], random: Any) -> None:
    judgements = list(judged("weight", table)) + list(judged("rating", table))
    first = prioritise(study(*judgements, **MAGNITUDE), FACTORS, STRATEGIES)
    random.shuffle(judgements)
    factors, strategies = list(FACTORS), list(STRATEGIES)
    random.shuffle(factors)
    random.shuffle(strategies)
    assert prioritise(study(*judgements, **MAGNITUDE), factors, strategies) == first


@settings(max_examples=15, deadline=None)
@given(TABLES, st.sampled_from("abcde"))
def test_a_renamed_rater_changes_no_result_and_scaling_points_changes_nothing(
    table: dict[str, dict[str, int]], rater: str
) -> None:
    first = solved(*judged("weight", table))
    scaled = {
        one: {name: value * 10 if one == rater else value for name, value in own.items()} for one, own in table.items()
    }
    again = solved(*judged("weight", scaled))
    assert weights_of(again) == pytest.approx(weights_of(first))
    renamed = {f"{one}-x": own for one, own in table.items()}
    other = solved(*judged("weight", renamed))
    assert other["strategies"] == first["strategies"]
    assert other["factors"]["items"] == first["factors"]["items"]


@settings(max_examples=15, deadline=None)
@given(TABLES)
def test_doubling_every_rater_changes_no_mean(table: dict[str, dict[str, int]]) -> None:
    first = weights_of(solved(*judged("weight", table)))
    double = table | {f"{one}2": own for one, own in table.items()}
    assert weights_of(solved(*judged("weight", double))) == pytest.approx(first)


@settings(max_examples=15, deadline=None)
@given(TABLES, st.sampled_from("abcde"))
def test_worsening_a_weakness_never_moves_the_point_to_the_right(table: dict[str, dict[str, int]], rater: str) -> None:
    worse = {one: own | ({"W1": own["W1"] + 1} if one == rater else {}) for one, own in table.items()}
    rated = [solved(*judged("weight", table), *judged("rating", each), **MAGNITUDE) for each in (table, worse)]
    assert rated[1]["position"]["x"] <= rated[0]["position"]["x"]


@settings(max_examples=15, deadline=None)
@given(TABLES)
def test_a_dominated_strategy_never_overtakes_its_dominator(table: dict[str, dict[str, int]]) -> None:
    both = (strategy("WO1", ("W1", "O1")), strategy("WO2", ("W1",)), strategy("ST1", ("S1", "T1")))
    found = prioritise(study(*judged("weight", table)), FACTORS, both)
    assert found is not None
    rows = {each["id"]: each for each in found["strategies"]["items"]}
    assert rows["WO1"]["score"] >= rows["WO2"]["score"]
    assert rows["WO1"]["rank"] <= rows["WO2"]["rank"]
    assert rows["WO2"]["acceptability"][0] == 0.0


COSTS = {"SO1": 10, "WO1": 20, "ST1": 20, "WT1": 30}


def test_a_portfolio_covers_what_is_serious_and_tells_core_from_interchangeable() -> None:
    found = choose_portfolio(study(costs=COSTS, serious=["S1", "W1", "T1"]), FACTORS, STRATEGIES)
    assert found is not None
    assert found["optimal"] == [["SO1", "WT1"], ["ST1", "WO1"]] or found["cost"] == 40
    assert found["without_cost"] == []
    only = choose_portfolio(study(costs=COSTS, serious=["W1"]), FACTORS, STRATEGIES)
    assert only is not None
    assert (only["core"], only["interchangeable"]) == (["WO1"], [])
    tie = choose_portfolio(study(costs=COSTS | {"WT1": 20}, serious=["W1"]), FACTORS, STRATEGIES)
    assert tie is not None
    assert (tie["core"], tie["interchangeable"]) == ([], ["WO1", "WT1"])


def test_serious_follows_from_ratings_only_where_a_limit_and_their_meaning_are_given() -> None:
    rated = judged("rating", RATINGS)
    assert choose_portfolio(study(*rated, costs=COSTS, serious_from=3), FACTORS, STRATEGIES) is None
    found = choose_portfolio(study(*rated, costs=COSTS, serious_from=3, **MAGNITUDE), FACTORS, STRATEGIES)
    assert found is not None
    assert found["serious"] == ["W1"]
    turned = study(*rated, costs=COSTS, serious_from=3, ratings={"semantics": "rangkuti"})
    answer = choose_portfolio(turned, FACTORS, STRATEGIES)
    assert answer is not None
    assert answer["serious"] == ["T1"]


def test_what_clashes_is_said() -> None:
    found = choose_portfolio(study(costs=COSTS, serious=["W1"], budget=5), FACTORS, STRATEGIES)
    assert found is not None
    assert found["optimal"] == []
    assert {each["constraint"] for each in found["infeasible_because"]} == {"cover", "budget"}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 90), st.integers(0, 90))
def test_more_budget_never_lowers_the_goal(one: int, two: int) -> None:
    low, high = sorted((one, two))
    made = [
        choose_portfolio(study(*judged("weight", POINTS), costs=COSTS, budget=each, goal="value"), FACTORS, STRATEGIES)
        for each in (low, high)
    ]
    assert made[0] is not None
    assert made[1] is not None
    assert made[0]["value"] <= made[1]["value"] + 1e-9


@pytest.mark.parametrize(
    "options",
    [
        {"goal": "value"}, {"goal": "profit"}, {"serious": "W1"}, {"serious": ["W9"]},
        {"serious_from": "banyak", "ratings": {"semantics": "magnitude"}},
        {"serious": ["W1"], "costs": {"WO1": "murah"}}, {"serious": ["W1"], "budget": "cukup"},
        {"serious": ["W1"], "precedence": [["WO1", "XX"]]},
    ],
)  # fmt: skip
def test_options_that_cannot_be_used_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        choose_portfolio(study(**({"costs": COSTS} | options)), FACTORS, STRATEGIES)


def test_strategies_without_a_cost_are_named() -> None:
    found = choose_portfolio(study(costs={"WO1": 1}, serious=["W1"]), FACTORS, STRATEGIES)
    assert found is not None
    assert found["without_cost"] == ["SO1", "ST1", "WT1"]


def test_weights_need_every_factor() -> None:
    found = weighed(judged("weight", {"a": {"S1": 1}, "b": {"S1": 1, "W1": 3}}), NAMES)
    assert found is not None
    assert (found.subjects, set(found.by_rater), found.incomplete) == (("S1", "W1"), {"b"}, ("a",))
    assert weighed((), NAMES) is None
