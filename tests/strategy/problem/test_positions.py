"""Quadrants and the IE matrix."""

from typing import Any

import pytest

from tinjau.model import InputError
from tinjau.strategy.problem import solve_problem


def pair(semantics: str, inside: Any, outside: Any, **printed: Any) -> Any:
    def factors(rows: Any) -> Any:
        return [{"id": i, "weight": w, "rating": r} for i, w, r in rows]

    problem: Any = {
        "ife": {"semantics": semantics, "normalisation": "joint", "factors": factors(inside)},
        "efe": {"semantics": semantics, "normalisation": "joint", "factors": factors(outside)},
        "quadrant": {"printed": printed} if printed else None,
    }
    return problem


INSIDE = [("S1", 0.6, 4), ("W1", 0.4, 1)]  # S 2.4, W 0.4; turned 1.6
OUTSIDE = [("O1", 0.3, 2), ("T1", 0.7, 3)]  # O 0.6, T 2.1; turned 1.4


def solved(problem: Any) -> tuple[Any, list[tuple[str, str, str]]]:
    answer = solve_problem(problem, "t.yaml")
    return answer["quadrant"], [(each["severity"], each["code"], each["where"]) for each in answer["lint"]]


def test_magnitude() -> None:
    answer, found = solved(pair("magnitude", INSIDE, OUTSIDE, x=2.0, y=-1.5, quadrant="II"))
    assert found == []
    assert (answer["x"], answer["y"]) == pytest.approx((2.0, -1.5))
    assert (answer["quadrant"], answer["cell"], answer["number"]) == ("diversification", "ST", 2)
    assert answer["probability"] is None
    assert answer["probability_why"]["id"]


def test_rangkuti_is_turned_and_both_are_shown() -> None:
    answer, found = solved(pair("rangkuti", INSIDE, OUTSIDE, x=0.8, y=-0.8, quadrant="diversifikasi"))
    assert found == []
    assert (answer["x"], answer["y"]) == pytest.approx((0.8, -0.8))
    assert answer["unturned"] == pytest.approx({"x": 2.0, "y": -1.5})


def test_unturned_coordinates_are_named_and_the_quadrant_is_said_to_move() -> None:
    """W1 with rating 1 is grave: S 1.0, W 0.75 unturned, 3.0 turned."""
    inside = [("S1", 0.25, 4), ("W1", 0.75, 1)]
    problem = pair("rangkuti", inside, OUTSIDE, x=0.25, y=-1.5, quadrant="II")
    answer, found = solved(problem)
    assert answer["x"] == pytest.approx(-2.0)
    assert ("warning", "coordinate-not-turned", "quadrant.printed.x") in found
    assert ("warning", "carries-an-error", "quadrant.printed.quadrant") in found
    assert not any(severity == "error" for severity, _, _ in found)


def test_signed() -> None:
    answer, found = solved(
        pair("signed", [("S1", 0.6, 4), ("W1", 0.4, -1)], [("O1", 0.3, 2), ("T1", 0.7, -3)], x=2, y=-1.5)
    )
    assert found == []
    assert (answer["x"], answer["y"]) == pytest.approx((2.0, -1.5))


def test_wrong_coordinate_and_wrong_quadrant() -> None:
    _, found = solved(pair("magnitude", INSIDE, OUTSIDE, x=2.8, y=-1.5, quadrant="I"))
    assert found == [
        ("error", "does-not-follow", "quadrant.printed.x"), ("error", "does-not-follow", "quadrant.printed.quadrant"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "word, severity",
    [("II", None), ("Kuadran II", None), (2, None), ("ST", None), ("S-T", None), ("Diversification", None),
     ("kuadran II (diversifikasi)", None), ("IV", "notice"), ("III", "error"), ("turn around", "error"), ("???", None)],
)  # fmt: skip
def test_names_and_numbers(word: Any, severity: str | None) -> None:
    """The point lies in S-T: II for Rangkuti, IV against the clock."""
    _, found = solved(pair("magnitude", INSIDE, OUTSIDE, quadrant=word))
    assert [each[0] for each in found] == ([] if severity is None else [severity])


def test_a_declared_numbering_is_binding() -> None:
    problem = pair("magnitude", INSIDE, OUTSIDE, quadrant="IV")
    problem["quadrant"]["numbering"] = "rangkuti"
    assert solved(problem)[1] == [("error", "does-not-follow", "quadrant.printed.quadrant")]
    problem["quadrant"]["numbering"] = "cartesian"
    assert solved(problem)[1] == []


def test_halved_coordinates_are_recognised() -> None:
    _, found = solved(pair("magnitude", INSIDE, OUTSIDE, x=1.0, y=-0.75))
    assert {(severity, code) for severity, code, _ in found} == {("notice", "agrees-under-another-rule")}


def test_david_has_no_quadrant_and_says_why() -> None:
    problem = pair("david", [("S1", 0.6, 4), ("W1", 0.4, 1)], OUTSIDE, x=2.0, y=-1.5, quadrant="I")
    answer, found = solved(problem)
    assert (answer["x"], answer["quadrant"]) == (None, None)
    assert "2.5" in answer["why"]["en"]
    assert answer["distance_from_middle"]["ife"] == pytest.approx(0.3)
    assert answer["ie"]["cell"] == "V"
    assert found == [("warning", "quadrant-under-david", "quadrant.printed")]
    problem["quadrant"]["printed"]["x"] = 3.3
    assert ("error", "does-not-follow", "quadrant.printed.x") in solved(problem)[1]


def test_stated_sums() -> None:
    answer = solve_problem({"quadrant": {"S": 2.5, "W": 1.5, "O": "1,2", "T": 2}}, "t")["quadrant"]
    assert (answer["x"], answer["y"]) == pytest.approx((1.0, -0.8))
    with pytest.raises(InputError, match="needs 'ife' and 'efe'"):
        solve_problem({"quadrant": None}, "t")


def test_probability_over_raters() -> None:
    def rated(i: str, w: float, ratings: list[int]) -> Any:
        return {"id": i, "weight": w, "rating": ratings}

    problem: Any = {
        "ife": {"semantics": "magnitude", "factors": [rated("S1", 0.5, [4, 4, 3]), rated("W1", 0.5, [1, 2, 2])]},
        "efe": {"semantics": "magnitude", "factors": [rated("O1", 0.5, [4, 4, 4]), rated("T1", 0.5, [1, 1, 2])]},
        "quadrant": None,
    }
    answer, _ = solved(problem)
    assert answer["probability"]["aggressive"] == 1
    assert answer["quadrant"] == "aggressive"
    problem["efe"]["factors"][1]["rating"] = [4, 6, 2]  # O - T by rater: 0, -1, 1
    answer, _ = solved(problem)
    assert answer["quadrant"] == "not-determined"
    assert 0.3 < answer["probability"]["aggressive"] < 0.7
    assert sum(answer["probability"].values()) == pytest.approx(1)


def test_printed_ie_cell() -> None:
    def codes(problem: Any) -> list[str]:
        return [each["code"] for each in solve_problem(problem, "t")["lint"]]

    assert codes({"ie": {"ife": "2,60", "efe": 2.58, "printed": {"cell": "V"}}}) == []
    assert codes({"ie": {"ife": "2,60", "efe": 2.58, "printed": "Sel II"}}) == ["does-not-follow"]
    assert codes({"ie": {"ife": 0.5, "efe": 2}}) == ["off-scale"]
    with pytest.raises(InputError, match="total of 'efe'"):
        solve_problem({"ie": {"ife": 2}}, "t")


def test_weights_by_rater_and_turned_ratings_in_the_probability() -> None:
    """Rangkuti: W rated 1 and 4, on average 2.5, is turned to 4 and 1; the rater who finds it grave is in W-O."""
    outside = [{"id": "O1", "weight": [0.5, 0.5], "rating": 4}, {"id": "T1", "weight": [0.5, 0.5], "rating": 4}]
    inside = [{"id": "S1", "weight": [5, 5], "rating": 2}, {"id": "W1", "weight": [5, 5], "rating": [1, 4]}]
    problem: Any = {
        "ife": {"semantics": "rangkuti", "normalisation": "joint", "factors": inside},
        "efe": {"semantics": "rangkuti", "normalisation": "joint", "factors": outside}, "quadrant": None,
    }  # fmt: skip
    answer, _ = solved(problem)
    assert answer["quadrant"] == "not-determined"
    # Means of two raters drawn: x is -1, -0.25, -0.25 or 0.5.
    assert answer["probability"]["turn-around"] == pytest.approx(0.75, abs=0.02)
    assert answer["probability"]["aggressive"] == pytest.approx(0.25, abs=0.02)
