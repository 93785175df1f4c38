"""AHP: Saaty's table passes, rules are told apart, planted errors are found."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.model import InputError
from tinjau.strategy.methods.ahp import column_means, consistency, eigenvector
from tinjau.strategy.problem import solve_problem

DRINKS = [
    [1, 9, 5, 2, 1, 1, "1/2"], ["1/9", 1, "1/3", "1/9", "1/9", "1/9", "1/9"],
    ["1/5", 3, 1, "1/3", "1/4", "1/3", "1/9"], ["1/2", 9, 3, 1, "1/2", 1, "1/3"], [1, 9, 4, 2, 1, 2, "1/2"],
    [1, 9, 3, 1, "1/2", 1, "1/3"], [2, 9, 9, 3, 2, 3, 1],
]  # fmt: skip
NAMES = ["coffee", "wine", "tea", "beer", "sodas", "milk", "water"]
PRINTED = [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327]


def ahp(values: Any, items: Any = NAMES, table: str = "saaty-2003", **printed: Any) -> Any:
    matrix: dict[str, Any] = {"id": "m", "items": items, "values": values}
    if printed:
        matrix["printed"] = printed
    return {"ahp": {"random_index": table, "matrices": [matrix]}}


def solved(problem: Any) -> tuple[Any, list[tuple[str, str, str]]]:
    answer = solve_problem(problem, "table.yaml")
    return answer["ahp"], [(each["severity"], each["code"], each["where"]) for each in answer["lint"]]


def test_saatys_drinks_pass() -> None:
    answer, found = solved(ahp(DRINKS, weights=PRINTED, cr=0.022))
    assert found == []
    assert answer["weights"]["m"]["water"] == pytest.approx(0.327, abs=5e-4)
    assert answer["lambda_max"]["m"] == pytest.approx(7.1766, abs=5e-5)
    assert answer["cr"]["m"] == pytest.approx(0.022, abs=5e-4)
    assert answer["group"] is None


def test_another_random_index_is_named() -> None:
    _answer, found = solved(ahp(DRINKS, table="saaty-2003", cr=0.0223))
    assert found == [("notice", "agrees-under-another-rule", "ahp.matrices.m.cr")]


def test_a_wrong_ratio_and_a_wrong_weight() -> None:
    wrong = [0.177, 0.091, 0.042, 0.116, 0.190, 0.129, 0.327]
    _, found = solved(ahp(DRINKS, weights=wrong, cr=0.12))
    assert found == [
        ("error", "does-not-follow", "ahp.matrices.m.weights.wine"), ("error", "does-not-follow", "ahp.matrices.m.cr"),
    ]  # fmt: skip


def test_an_inconsistent_matrix_that_is_printed_as_consistent() -> None:
    values = [[1, 9, "1/5"], ["1/9", 1, 7], [5, "1/7", 1]]
    answer, found = solved(ahp(values, ["a", "b", "c"], cr=0.05))
    codes = {code for _, code, _ in found}
    assert {"does-not-follow", "called-consistent", "inconsistent"} == codes
    assert not answer["consistent"]["m"]


def test_ci_that_is_printed_as_cr() -> None:
    values = [[1, 3, 5], ["1/3", 1, 4], ["1/5", "1/4", 1]]
    _, found = solved(ahp(values, ["a", "b", "c"], table="saaty-1980", cr=0.043))
    assert ("error", "does-not-follow", "ahp.matrices.m.cr") in found
    assert ("notice", "ci-printed-as-cr", "ahp.matrices.m.cr") in found


@pytest.mark.parametrize(
    "values",
    [
        [[1, 3, 5], [None, 1, 2], [None, None, 1]],
        [[1, 3, 5], [1, 2], [1]],
        [[3, 5], [2]],
        [3, 5, 2],
        [[1, 3, 5], ["0,33", 1, 2], ["0,2", "0,5", 1]],
        [[1, 3, 5], [0.333, 1, 2], [0.2, 0.5, 1]],
        [[1, "3/1", 5], ["1/3", 1, 2], ["1/5", "1/2", 1]],
        {"a": {"a": 1, "b": 3, "c": 5}, "b": {"b": 1, "c": 2}, "c": {"c": 1}},
    ],
)
def test_every_way_to_write_a_matrix(values: Any) -> None:
    answer, found = solved(ahp(values, ["a", "b", "c"]))
    assert found == []
    exact = eigenvector(np.array([[1, 3, 5], [1 / 3, 1, 2], [1 / 5, 1 / 2, 1]]))[0]
    assert list(answer["weights"]["m"].values()) == pytest.approx(exact)


def test_reciprocity_diagonal_and_scale() -> None:
    _, found = solved(ahp([[1, 3, 5], ["1/2", 1, 2], ["1/5", "1/2", 1]], ["a", "b", "c"]))
    assert ("error", "not-reciprocal", "ahp.matrices.m.b.a") in found
    _, found = solved(ahp([[2, 3], ["1/3", 1]], ["a", "b"]))
    assert found == [("error", "diagonal", "ahp.matrices.m.a.a")]
    _, found = solved(ahp([[1, 12], ["1/12", 1]], ["a", "b"]))
    assert {(code, where) for _, code, where in found} == {
        ("off-scale", "ahp.matrices.m.a.b"),
        ("off-scale", "ahp.matrices.m.b.a"),
    }


def test_cut_off_reciprocals_are_no_contradiction() -> None:
    _, found = solved(ahp([[1, 6, 7], [0.16, 1, 1.5], [0.14, 0.66, 1]], ["a", "b", "c"]))
    assert [each for each in found if each[0] == "error"] == []


def test_respondents_and_their_group() -> None:
    members: list[Any] = [
        {"id": "m", "respondent": "ani", "items": ["a", "b"], "values": [[1, 4], ["1/4", 1]]},
        {"id": "m", "respondent": "budi", "items": ["b", "a"], "values": [[1, 1], [1, 1]]},
    ]
    answer, _ = solved({"ahp": {"matrices": members, "printed": {"group": {"a": 0.67, "b": 0.33}}}})
    assert answer["weights"]["m"] == pytest.approx({"a": 2 / 3, "b": 1 / 3})
    assert answer["respondents"]["m"]["budi"]["weights"] == {"a": 0.5, "b": 0.5}
    assert answer["cr"]["m"] == {"ani": 0, "budi": 0}
    assert "nothing" in answer["group"]["m"]["note"]["en"]
    _, found = solved({"ahp": {"matrices": members, "printed": {"group": {"a": 0.65, "b": 0.35}}}})
    assert found[0] == ("notice", "agrees-under-another-rule", "ahp.printed.group.m.a")  # the mean of 0.8 and 0.5
    members[1]["id"] = "m2"
    answer, _ = solved({"ahp": {"matrices": members}})
    assert answer["group"]["m"]["weights"] == pytest.approx({"a": 2 / 3, "b": 1 / 3})
    assert answer["weights"]["m2"] == {"b": 0.5, "a": 0.5}


_SCALE = [1, 2, 3, 4, 5, 7, 9]


@st.composite
def matrices(draw: st.DrawFn) -> list[list[Any]]:
    size = draw(st.integers(3, 6))
    table: list[list[Any]] = [[1] * size for _ in range(size)]
    strength = draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    for i in range(size):
        for j in range(i + 1, size):
            step = draw(st.sampled_from(_SCALE[: 1 + abs(strength[i] - strength[j])]))
            up = strength[i] >= strength[j]
            table[i][j], table[j][i] = (step, f"1/{step}") if up else (f"1/{step}", step)
    return table


def numbers(table: list[list[Any]]) -> np.ndarray[Any, Any]:
    return np.array([[1 / float(c[2:]) if isinstance(c, str) else float(c) for c in row] for row in table])


@given(matrices(), st.sampled_from(["eigenvector", "column-means"]), st.sampled_from([2, 3, 4]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_what_was_computed_in_a_usual_way_is_no_error(
    table: list[list[Any]], rule: str, decimals: int, written_out: bool
) -> None:
    exact = numbers(table)
    weights, largest = (eigenvector if rule == "eigenvector" else column_means)(exact)
    ratio = consistency(largest, len(table), "saaty-1980")[1] or 0.0
    rounded = [[f"{1 / float(c[2:]):.2f}" if isinstance(c, str) else c for c in row] for row in table]
    values = rounded if written_out else table
    names = [f"i{at}" for at in range(len(table))]
    printed = {
        "weights": [f"{w:.{decimals}f}" for w in weights],
        "cr": f"{ratio:.{decimals}f}",
        "lambda_max": f"{largest:.3f}",
    }
    _, found = solved(ahp(values, names, "saaty-1980", **printed))
    assert [each for each in found if each[0] == "error"] == []


@given(matrices(), st.integers(0, 2), st.sampled_from([0.03, -0.03, 0.1]))
@settings(max_examples=60, deadline=None)
def test_a_planted_weight_is_found(table: list[list[Any]], at: int, change: float) -> None:
    weights = list(np.round(eigenvector(numbers(table))[0], 3))
    weights[at] = round(weights[at] + change, 3)
    names = [f"i{n}" for n in range(len(table))]
    _, found = solved(ahp(table, names, "saaty-1980", weights=[float(w) for w in weights]))
    assert ("error", "does-not-follow", f"ahp.matrices.m.weights.i{at}") in found or any(
        code == "agrees-under-another-rule" for _, code, _ in found
    )


@pytest.mark.parametrize(
    "problem, place",
    [
        (ahp([[1, 2], [3]]), "ahp.matrices[1].values"),
        (ahp([[1, 0], [0, 1]], ["a", "b"]), "ahp.matrices[1]"),
        (ahp([[1, "x"], [1, 1]], ["a", "b"]), "ahp.matrices[1].values[1][2]"),
        (ahp([[1, 2], [0.5, 1]], ["a", "a"]), "ahp.matrices[1]"),
        (ahp([[1, 2], [0.5, 1]], ["a", "b"], "made-up"), "ahp.random_index"),
        ({"ahp": {"matrices": []}}, "ahp"),
        (ahp([[1, 2], [0.5, 1]], ["a", "b"], "saaty-1980", weights=[1]), "ahp.matrices[1].printed.weights"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_names_the_cell(problem: Any, place: str) -> None:
    with pytest.raises(InputError) as caught:
        solve_problem(problem, "table.yaml")
    assert (caught.value.file, caught.value.place) == ("table.yaml", place)
    assert caught.value.mend
