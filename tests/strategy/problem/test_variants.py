"""The same table written in other natural ways gives the same answer and the same findings."""

from typing import Any

import pytest

from tinjau.strategy.problem import solve_problem


def findings(problem: Any) -> list[tuple[str, str]]:
    return [(each["code"], each["where"]) for each in solve_problem(problem, "t.yaml")["lint"]]


FACTORS = [{"id": "S1", "weight": 0.6, "rating": 4}, {"id": "W1", "weight": 0.4, "rating": 2}]


@pytest.mark.parametrize(
    "printed",
    [
        {"printed": {"total": 3.4, "S": 2.4}}, {"total": 3.4, "S": 2.4},
        {"printed": {"by_category": {"S": 2.4}, "total": 3.4}},
        {"printed": {"Total": {"score": "3,40"}, "kekuatan": 2.4}}, {"printed": {"jumlah": 3.4, "strengths": "2,40"}},
        {"tercetak": {"total": 3.4, "S": 2.4}},
    ],
)  # fmt: skip
def test_printed_sums_at_several_levels(printed: Any) -> None:
    problem = {"ife": {"semantics": "magnitude", "factors": FACTORS, **printed}}
    assert findings(problem) == [("does-not-follow", "ife.printed.total")]


def test_keys_of_other_books() -> None:
    problem: Any = {
        "ifas": {
            "semantik": "rangkuti",
            "faktor": {
                "S1": {"bobot": "0,6", "rating": 4, "skor": "2,40"},
                "W1": {"bobot": "0,4", "rating": 2, "nilai": 1},
            },
        }
    }
    answer = solve_problem(problem, "t")
    assert answer["lint"] == []
    assert answer["ife"]["total"] == pytest.approx(3.2)
    assert answer["ife"]["turned"]["by_category"]["W"] == pytest.approx(1.2)


def test_semantics_for_the_whole_file() -> None:
    problem: Any = {
        "semantics": "rangkuti",
        "ife": {"factors": FACTORS},
        "efe": {"factors": [{"id": "O1", "weight": 1, "rating": 3}]},
    }
    answer = solve_problem(problem, "t")
    assert answer["ife"]["conventions"]["semantics"] == answer["efe"]["conventions"]["semantics"] == "rangkuti"


def test_coordinates_beside_the_key() -> None:
    efe = [{"id": "O1", "weight": 0.5, "rating": 3}, {"id": "T1", "weight": 0.5, "rating": 1}]
    problem: Any = {
        "ife": {"semantics": "magnitude", "factors": FACTORS}, "efe": {"semantics": "magnitude", "factors": efe},
        "quadrant": {"x": 1.6, "y": 2.0, "quadrant": "I"},
    }  # fmt: skip
    assert findings(problem) == [("does-not-follow", "quadrant.printed.y")]


@pytest.mark.parametrize(
    "matrix",
    [
        {"printed": {"weights": {"a": 0.75, "b": 0.25}}}, {"weights": ["0,75", "0,25"]}, {"bobot": ["75%", "25%"]},
        {"printed": {"weights": [75, 25]}}, {"priorities": [0.75, None]},
    ],
)  # fmt: skip
def test_ahp_weights_in_several_ways(matrix: Any) -> None:
    base: Any = {"id": "m", "items": ["a", "b"], "values": [[1, 4], ["1/4", 1]]}
    assert findings({"ahp": {"matrices": [{**base, **matrix}]}})[0] == ("does-not-follow", "ahp.matrices.m.weights.a")


def test_a_table_of_random_indices_for_one_matrix() -> None:
    values = [[1, 3, 5], ["1/3", 1, 3], ["1/5", "1/3", 1]]
    matrix: Any = {"id": "m", "items": ["a", "b", "c"], "values": values, "random_index": "saaty-2003", "cr": "3.7%"}
    answer = solve_problem({"ahp": {"matrices": [matrix]}}, "t")
    assert answer["lint"] == []
    assert answer["ahp"]["cr"]["m"] == pytest.approx(0.037, abs=5e-4)
    matrix["cr"] = 3.7
    assert [each["rule"] for each in solve_problem({"ahp": {"matrices": [matrix]}}, "t")["lint"]] == ["per-cent"]


@pytest.mark.parametrize(
    "ranking", [{"a": [1, 2, 3], "b": [1, 3, 2]}, [[1, 2, 3], [1, 3, 2]], {"ranks": {"a": [1, 2, 3], "b": [1, 3, 2]}}]
)
def test_rankings(ranking: Any) -> None:
    assert solve_problem({"consensus": {"kendall_w": ranking}}, "t")["consensus"]["w"] == pytest.approx(0.75)


def test_delphi_rounds_as_entries() -> None:
    rounds = [{"round": 1, "ratings": [3, 4, 5]}, {"round": 2, "ratings": [4, 4, 4]}]
    assert solve_problem({"consensus": {"delphi": {"rounds": rounds}}}, "t")["consensus"]["median"] == [4, 4]


@pytest.mark.parametrize("order", [{"c1": 2, "c2": 1}, ["c2", "c1"], "c2 > c1"])
def test_smaa_with_a_matrix_of_its_own(order: Any) -> None:
    problem = {"criteria": ["c1", "c2"], "options": ["A", "B"], "values": [[1, 0], [0, 1]], "weights": {"order": order}}
    assert solve_problem({"smaa": problem}, "t")["smaa"]["rank_acceptability"]["B"] == [1, 0]


def test_money() -> None:
    strategies = [
        {"id": "a", "cost": "Rp 1.250.000.000", "covers": ["W1"]},
        {"id": "b", "cost": "Rp1.249.999.000", "covers": ["W1"]},
    ]
    answer = solve_problem(
        {"portfolio": {"strategies": strategies, "serious": ["W1"], "budget": "Rp 2.000.000.000"}}, "t"
    )["portfolio"]
    assert answer["optimal"] == [["b"]]


def test_scores_and_totals_in_one_row_of_a_qspm() -> None:
    options = {"A": {"S1": 4, "W1": 1, "total": 2.9}, "B": {"S1": 2, "W1": 2, "STAS": 2.0}}
    assert findings({"qspm": {"factors": {"S1": 0.6, "W1": 0.4}, "options": options}}) == [
        ("does-not-follow", "qspm.printed.stas.A")
    ]


def test_the_meaning_of_an_ie_cell() -> None:
    assert findings({"ie": {"ife": 3.1, "efe": 3.2, "printed": {"cell": 1, "meaning": "Tumbuh dan bina"}}}) == []
    assert findings({"ie": {"ife": 3.1, "efe": 3.2, "meaning": "hold and maintain"}}) == [
        ("does-not-follow", "ie.printed.meaning")
    ]
    tables: Any = {"ife": {"factors": FACTORS}, "efe": {"factors": [{"id": "O1", "weight": 1, "rating": 3}]}}
    assert solve_problem({**tables, "ie": {"ife": "ife", "efe": "efe"}}, "t")["ie"]["cell"] == "I"
