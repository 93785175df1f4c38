"""IFE and EFE: published tables pass, each planted error is found at its cell, and rounding is told from error."""

import copy
from random import Random
from typing import Any

import pytest

from tinjau.strategy.problem import solve_problem

# F. R. David, Strategic Management, 13th ed. (2011): the IFE of a computer store (2.50), the EFE of a cinema (2.58).
STORE = [
    ("S1", 0.05, 3, 0.15), ("S2", 0.07, 4, 0.28), ("S3", 0.10, 3, 0.30), ("S4", 0.05, 3, 0.15), ("S5", 0.02, 3, 0.06),
    ("S6", 0.15, 3, 0.45), ("S7", 0.05, 4, 0.20), ("S8", 0.03, 3, 0.09), ("S9", 0.02, 3, 0.06), ("W1", 0.10, 2, 0.20),
    ("W2", 0.15, 2, 0.30), ("W3", 0.02, 1, 0.02), ("W4", 0.02, 1, 0.02), ("W5", 0.04, 1, 0.04), ("W6", 0.05, 2, 0.10),
    ("W7", 0.03, 1, 0.03), ("W8", 0.05, 1, 0.05),
]  # fmt: skip
CINEMA = [
    ("O1", 0.05, 3, 0.15), ("O2", 0.08, 4, 0.32), ("O3", 0.08, 3, 0.24), ("O4", 0.07, 2, 0.14), ("O5", 0.09, 1, 0.09),
    ("O6", 0.06, 3, 0.18), ("O7", 0.03, 2, 0.06), ("T8", 0.12, 4, 0.48), ("T9", 0.06, 2, 0.12), ("T10", 0.06, 3, 0.18),
    ("T11", 0.04, 3, 0.12), ("T12", 0.08, 2, 0.16), ("T13", 0.04, 3, 0.12), ("T14", 0.08, 2, 0.16),
    ("T15", 0.06, 1, 0.06),
]  # fmt: skip


def table(rows: Any, semantics: str = "david", **printed: Any) -> Any:
    return {
        "semantics": semantics, "normalisation": "joint",
        "factors": [{"id": i, "text": i, "weight": w, "rating": r, "printed": p} for i, w, r, p in rows],
        "printed": printed,
    }  # fmt: skip


def solved(problem: dict[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    answer = solve_problem(problem, "table.yaml")
    return answer, [(each["severity"], each["code"], each["where"]) for each in answer["lint"]]


DAVID: Any = {"ife": table(STORE, total=2.5, S=1.74, W=0.76), "efe": table(CINEMA, total=2.58), "ie": {}}


def test_davids_tables_pass() -> None:
    answer, found = solved(DAVID)
    assert found == []
    assert answer["ife"]["total"] == pytest.approx(2.50)
    assert answer["efe"]["total"] == pytest.approx(2.58)
    assert answer["ife"]["by_category"] == pytest.approx({"S": 1.74, "W": 0.76})
    assert answer["ife"]["scores"]["S6"] == pytest.approx(0.45)
    assert (answer["ie"]["cell"], answer["ie"]["meaning"]) == ("V", "hold and maintain")


@pytest.mark.parametrize("at", range(len(STORE)))
@pytest.mark.parametrize("change", [0.01, -0.01, 0.1])
def test_each_wrong_product_is_found_and_nothing_else(at: int, change: float) -> None:
    problem = copy.deepcopy(DAVID)
    row = problem["ife"]["factors"][at]
    row["printed"] = round(row["printed"] + change, 2)
    _, found = solved(problem)
    assert found == [("error", "does-not-follow", f"ife.factors.{row['id']}.score")]


@pytest.mark.parametrize("key, value", [("total", 2.51), ("total", 2.49), ("total", 2.05), ("S", 1.75), ("W", 0.67)])
def test_each_wrong_sum_is_found_and_nothing_else(key: str, value: float) -> None:
    problem = copy.deepcopy(DAVID)
    problem["ife"]["printed"][key] = value
    _, found = solved(problem)
    assert found == [("error", "does-not-follow", f"ife.printed.{key}")]


def test_a_sum_of_a_wrong_product_carries_the_error() -> None:
    rows = [(i, w, r, 0.54 if i == "S6" else p) for i, w, r, p in STORE]
    answer, found = solved({"ife": table(rows, total=2.59)})
    assert found == [
        ("error", "does-not-follow", "ife.factors.S6.score"), ("warning", "carries-an-error", "ife.printed.total")
    ]  # fmt: skip
    assert answer["lint"][0]["printed"] == 0.54
    assert answer["lint"][0]["computed"] == pytest.approx(0.45)


def test_a_total_of_a_wrong_subtotal_carries_the_error() -> None:
    problem = copy.deepcopy(DAVID)
    problem["ife"]["printed"] = {"S": 1.94, "W": 0.76, "total": 2.70}
    _, found = solved(problem)
    assert found == [
        ("error", "does-not-follow", "ife.printed.S"), ("warning", "carries-an-error", "ife.printed.total")
    ]  # fmt: skip


def test_a_small_difference_of_a_total_alone_is_doubtful() -> None:
    """Without the rows' scores nobody can tell a slip from rounded weights."""
    rows = [{"id": f"S{at}", "weight": 0.09, "rating": 3} for at in range(11)]
    problem: Any = {"ife": {"semantics": "rangkuti", "factors": rows, "printed": {"total": 3.00}}}
    answer, found = solved(problem)
    assert answer["ife"]["total"] == pytest.approx(2.97)
    assert ("warning", "wrong-or-rounded", "ife.printed.total") in found
    problem["ife"]["printed"]["total"] = 3.30
    assert ("error", "does-not-follow", "ife.printed.total") in solved(problem)[1]


def test_ratings_against_davids_rule() -> None:
    rows = [(i, w, 3.0 if i == "W1" else r, 0.30 if i == "W1" else p) for i, w, r, p in STORE]
    _, found = solved({"ife": table(rows, total=2.60)})
    assert found == [("error", "rating-rule", "ife.factors.W1.rating")]
    rows = [(i, w, 5.0 if i == "T8" else r, 0.60 if i == "T8" else p) for i, w, r, p in CINEMA]
    _, found = solved({"efe": table(rows, total=2.70)})
    assert found == [("error", "off-scale", "efe.factors.T8.rating")]


def test_weights_that_do_not_add_up() -> None:
    rows = [(i, 0.25 if i == "S6" else w, r, 0.75 if i == "S6" else p) for i, w, r, p in STORE]
    answer, found = solved({"ife": table(rows, total=2.80)})
    assert found == [("error", "weights-sum", "ife.weights.total")]
    assert answer["lint"][0]["printed"] == pytest.approx(1.10)
    assert answer["lint"][0]["computed"] == 1


def test_weights_of_the_other_rule_are_recognised() -> None:
    rows = [("S1", 0.6, 4, 2.4), ("S2", 0.4, 3, 1.2), ("W1", 0.5, 1, 0.5), ("W2", 0.5, 2, 1.0)]
    problem = {"ife": {**table(rows), "normalisation": "joint"}}
    answer, found = solved(problem)
    assert found == [("error", "weights-sum", "ife.weights.total")]
    assert "per_category" in answer["lint"][0]["message"]["en"]
    assert solved({"ife": {**table(rows), "normalisation": "per_category"}})[1] == []
    undeclared = {**table(rows)}
    del undeclared["normalisation"]
    assert solved({"ife": undeclared})[1] == []


# A spreadsheet's table: weights from points (5 4 3 4 2 3 of 21), printed with two decimals, scores from unrounded ones.
POINTS = [("S1", 5, 4), ("S2", 4, 3), ("S3", 3, 4), ("W1", 4, 2), ("W2", 2, 1), ("W3", 3, 2)]


def rounded_table() -> Any:
    rows = [(i, round(p / 21, 2), r, round(p / 21 * r, 2)) for i, p, r in POINTS]
    return table(rows, semantics="rangkuti", total=round(sum(p * r for _, p, r in POINTS) / 21, 2))


def test_unrounded_weights_behind_rounded_ones_are_rounding_not_error() -> None:
    _, found = solved({"ife": rounded_table()})
    assert {severity for severity, _, _ in found} <= {"notice"}
    assert any(code == "rounding" for _, code, _ in found)


def test_a_real_slip_among_rounded_weights_is_still_an_error() -> None:
    problem = rounded_table()
    problem["factors"][3]["printed"] = 0.83  # 0.38
    _, found = solved({"ife": problem})
    assert ("error", "does-not-follow", "ife.factors.W1.score") in found
    problem = rounded_table()
    problem["printed"]["total"] = round(problem["printed"]["total"] + 0.2, 2)
    assert ("error", "does-not-follow", "ife.printed.total") in solved({"ife": problem})[1]


def test_points_are_divided_by_their_sum_and_compared_with_printed_shares() -> None:
    factors: Any = [
        {"id": i, "weight": p, "rating": r, "printed": {"weight": round(p / 21, 3), "score": round(p / 21 * r, 3)}}
        for i, p, r in POINTS
    ]
    answer, found = solved({"ife": {"semantics": "rangkuti", "normalisation": "joint", "factors": factors}})
    assert found == []
    assert answer["ife"]["weights"]["S1"] == pytest.approx(5 / 21)
    factors[1]["printed"]["weight"] = 0.291
    _, found = solved({"ife": {"semantics": "rangkuti", "normalisation": "joint", "factors": factors}})
    assert ("error", "does-not-follow", "ife.factors.S2.weight") in found


def test_per_cent_weights() -> None:
    rows = [(i, 100 * w, r, p) for i, w, r, p in STORE]
    assert solved({"ife": table(rows, total=2.5)})[1] == []
    short = [(i, 100 * w - (4 if i == "S6" else 0), r, 0.33 if i == "S6" else p) for i, w, r, p in STORE]
    _answer, found = solved({"ife": table(short, total=2.38)})
    assert found == [("error", "weights-sum", "ife.weights.total")]
    words = [(i, f"{100 * w:g}%", r, p) for i, w, r, p in STORE]
    assert solved({"ife": table(words, total=2.5)})[1] == []


def test_decimal_commas_and_every_place_for_printed() -> None:
    factors: Any = {
        "S1": {"weight": "0,60", "rating": "4", "printed": {"score": "2,40"}},
        "W1": {"weight": "0,40", "rating": 2, "score": "0,80"},
    }
    printed = {"total": {"weight": "1,00", "score": "3,20"}}
    problem = {"semantics": "magnitude", "factors": factors, "printed": printed}
    answer, found = solved({"ife": problem})
    assert found == []
    assert answer["ife"]["total"] == pytest.approx(3.2)
    factors["W1"]["score"] = "0,90"
    problem["printed"] = {"total": {"weight": "1,10", "score": "3,20"}}
    places = {where for _, _, where in solved({"ife": problem})[1]}
    assert places == {"ife.factors.W1.score", "ife.printed.total.weight"}


def test_groups_and_short_rows() -> None:
    factors = {"S": [{"id": "a", "weight": 0.5, "rating": 3}], "W": {"b": [0.5, 2]}}
    answer, found = solved({"ife": {"semantics": "magnitude", "factors": factors}})
    assert found == []
    assert answer["ife"]["by_category"] == {"S": 1.5, "W": 1.0}


def test_a_quoted_number_is_held_to_its_own_decimals() -> None:
    rows = [("S1", 0.5, 3.1, 1.55), ("W1", 0.5, 2.03, 1.02)]
    problem = table(rows, semantics="magnitude", total="2.6")  # 2.565 with one decimal is 2.6
    assert solved({"ife": problem})[1] == []
    problem["printed"]["total"] = 2.6  # may have been 2.60
    assert solved({"ife": problem})[1] == [("error", "does-not-follow", "ife.printed.total")]


def test_the_same_wording_in_two_boxes() -> None:
    rows = [(i, w, r, p) for i, w, r, p in STORE]
    problem = {"ife": table(rows, total=2.5)}
    problem["ife"]["factors"][0]["text"] = "Server  sendiri"
    problem["ife"]["factors"][9]["text"] = "server sendiri"
    assert solved(problem)[1] == [("error", "factor-in-two-boxes", "ife.factors.W1")]
    problem["efe"] = table(CINEMA, total=2.58)
    problem["efe"]["factors"][0]["text"] = "SERVER sendiri"
    assert ("error", "factor-in-two-boxes", "efe.factors.O1") in solved(problem)[1]


def test_signed_ratings() -> None:
    rows: list[Any] = [("S1", 0.6, 3, 1.8), ("W1", 0.4, -2, -0.8)]
    answer, found = solved({"ife": table(rows, semantics="signed", total=1.0)})
    assert found == []
    assert answer["ife"]["total"] == pytest.approx(1.0)
    rows[1] = ("W1", 0.4, 2, 0.8)
    assert ("error", "rating-rule", "ife.factors.W1.rating") in solved({"ife": table(rows, semantics="signed")})[1]


def test_a_total_that_is_a_difference_is_recognised() -> None:
    rows = [("S1", 0.6, 3, 1.8), ("W1", 0.4, 2, 0.8)]
    answer, found = solved({"ife": table(rows, semantics="magnitude", total=1.0)})
    assert found == [("notice", "agrees-under-another-rule", "ife.printed.total")]
    assert answer["lint"][0]["rule"] == "difference"


@pytest.mark.parametrize("seed", range(120))
@pytest.mark.parametrize("exact", [True, False], ids=["printed-weights", "unrounded-weights"])
def test_a_spreadsheets_own_table_never_has_an_error(seed: int, exact: bool) -> None:
    """Weights and scores rounded for print from unrounded ones, or products of printed ones: neither is an error."""
    random = Random(seed)
    raw = [(random.choice("SW"), random.randint(1, 30), random.randint(1, 4)) for _ in range(random.randint(3, 20))]
    points = sum(each for _, each, _ in raw)
    rows, whole = [], 0.0
    for at, (kind, own, rating) in enumerate(raw):
        weight = round(own / points, 2) if exact else own / points
        rows.append((f"{kind}{at}", round(own / points, 2), rating, round(weight * rating, 2)))
        whole += weight * rating
    _, found = solved({"ife": table(rows, semantics="rangkuti", total=round(whole, 2))})
    assert [each for each in found if each[0] == "error" and each[1] != "weights-sum"] == []


@pytest.mark.parametrize("seed", range(60))
def test_a_planted_slip_is_found_whether_or_not_weights_were_rounded(seed: int) -> None:
    random = Random(seed)
    raw = [(random.choice("SW"), random.randint(1, 30), random.randint(1, 4)) for _ in range(random.randint(4, 15))]
    points = sum(each for _, each, _ in raw)
    rows: list[Any] = [
        [f"{k}{at}", round(p / points, 2), r, round(p / points * r, 2)] for at, (k, p, r) in enumerate(raw)
    ]
    total = round(sum(p / points * r for _, p, r in raw), 2)
    at = random.randrange(len(rows))
    rows[at][3] = round(rows[at][3] + random.choice([0.1, -0.1, 0.3]), 2)
    _, found = solved({"ife": table(rows, semantics="rangkuti", total=total)})
    assert ("error", "does-not-follow", f"ife.factors.{rows[at][0]}.score") in found
    assert sum(code == "does-not-follow" for _, code, _ in found) == 1
