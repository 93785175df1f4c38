"""Numbers as people write them, places in messages, and garbage that must end in one message."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tinjau.model import InputError
from tinjau.strategy.problem import solve_problem
from tinjau.strategy.problem.comparing import judge, shown_decimals, sum_slack
from tinjau.strategy.problem.node import Node
from tinjau.strategy.problem.numbers import Number, is_blank, parse
from tinjau.strategy.problem.solving import KEYS


@pytest.mark.parametrize(
    "written, value, decimals",
    [
        (3, 3.0, 0), (0.3, 0.3, 1), (2.0, 2.0, 0), ("0,30", 0.3, 2), ("0.30", 0.3, 2), (" 1 250 000 ", 1250000, 0),
        ("1.234,5", 1234.5, 1), ("1,234.5", 1234.5, 1), ("1.250.000", 1250000, 0), ("-0,5", -0.5, 1), ("−0.5", -0.5, 1),
        ("12%", 0.12, 2), ("12,5 %", 0.125, 3), ("1/3", 1 / 3, 0), ("2 / 4", 0.5, 0), ("1e-3", 0.001, 3),
    ],
)  # fmt: skip
def test_numbers(written: Any, value: float, decimals: int) -> None:
    found = parse(written)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.decimals == decimals


@pytest.mark.parametrize(
    "written", ["tinggi", "", "-", None, True, "1/0", "nan", "inf", float("nan"), "9" * 60, "0x10", [], "1,2,3"]
)
def test_no_numbers(written: Any) -> None:
    assert parse(written) is None


def test_bounds_and_text_that_is_kept() -> None:
    found = parse("< 0,001")
    assert found is not None
    assert (found.bound, found.value) == ("<", 0.001)
    assert judge(found, 0.0004) == "agrees"
    assert judge(found, 0.002) == "differs"

    class Written(float):
        written = "0.30"

    kept = parse(Written(0.3))
    assert kept is not None
    assert (kept.decimals, kept.kept) == (2, True)


def test_blanks() -> None:
    assert all(is_blank(each) for each in (None, "", " - ", "–", "N/A"))
    assert not any(is_blank(each) for each in (0, "0", False))


@pytest.mark.parametrize(
    "printed, computed, slack, verdict",
    [
        (Number(0.13, 2), 0.125, 0, "agrees"), (Number(0.12, 2), 0.125, 0, "agrees"),  # half up and half to even
        (Number(0.12, 2), 0.129, 0, "rounding"),  # cut off
        (Number(0.12, 2), 0.13, 0, "differs"), (Number(0.12, 2), 0.13, 0.006, "rounding"),
        (Number(1 / 3, 0, exact=True), 1 / 3, 0, "agrees"),
    ],
)  # fmt: skip
def test_verdicts(printed: Number, computed: float, slack: float, verdict: str) -> None:
    assert judge(printed, computed, slack) == verdict


def test_columns_and_sums() -> None:
    assert shown_decimals([Number(0.3, 1), Number(0.25, 2), None, Number(3, 0)]) == 2
    assert shown_decimals([Number(2.7, 1)], least=2) == 2
    assert shown_decimals([Number(2.7, 1)] * 3, least=2) == 1
    assert sum_slack([0.01] * 2) == pytest.approx(0.01)
    assert 0.02 < sum_slack([0.01] * 12) < 0.06


def test_places_in_messages() -> None:
    with pytest.raises(InputError) as caught:
        solve_problem(
            {
                "ife": {
                    "factors": [{"id": "S1", "weight": 0.5, "rating": 3}, {"id": "W1", "weight": "tinggi", "rating": 1}]
                }
            },
            "a.yaml",
        )
    assert (
        str(caught.value)
        == "a.yaml, ife.factors[2].weight: a number is needed here, not 'tinggi'. Write it like 0.25 or '0,25'."
    )


@pytest.mark.parametrize("data", [{}, {"title": "x"}, {"ifee": {}}])
def test_a_file_without_a_key_says_which_there_are(data: Any) -> None:
    with pytest.raises(InputError) as caught:
        solve_problem(data, "a.yaml")
    assert all(key in caught.value.mend for key in KEYS)


def test_unknown_keys_are_named_with_what_was_meant() -> None:
    answer = solve_problem({"ie": {"ife": 2, "efe": 2}, "quadran": {}, "title": "x"}, "a.yaml")
    assert [(each["code"], each["ids"]) for each in answer["lint"]] == [("unknown-key", ["quadran"])]
    assert "quadrant" in answer["lint"][0]["message"]["en"]


def test_the_same_table_twice_is_refused() -> None:
    with pytest.raises(InputError, match="says the same"):
        solve_problem({"ife": {"factors": []}, "ifas": {"factors": []}}, "a.yaml")


def test_bounds_on_size() -> None:
    node = Node([0] * 20_001, "a", "b")
    with pytest.raises(InputError, match="At most"):
        node.entries()


words = (
    "factors id weight rating printed options S1 W1 matrices items values groups local strategies uses cell kendall_w"
    " ranks delphi rounds ratings level total weights cost covers serious budget criteria order points pairs x quadrant"
    " ife efe text precedence exclusions intervals draws relevant_from respondent alternatives semantics scale from"
)
odd = st.sampled_from(["S1", "W1", "1/3", "-", "x", "0,5", "", "david", "rangkuti", "1e9", "-1"])
scalars = st.one_of(st.none(), st.booleans(), st.integers(-5, 10), st.floats(-2, 5), odd)
garbage = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(words.split()), inner, max_size=5)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(KEYS), garbage, min_size=1, max_size=3))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_garbage_ends_in_one_message_or_in_an_answer(problem: Any) -> None:
    try:
        answer = solve_problem(problem, "a.yaml")
    except InputError:
        return
    json.dumps(answer, allow_nan=False)
    for each in answer["lint"]:
        assert each["message"]["id"]
        assert each["message"]["en"]


def test_messages_stay_short() -> None:
    with pytest.raises(InputError) as caught:
        solve_problem({"qspm": {"factors": {"x" * 10_000: "y" * 10_000}, "options": {"A": [1]}}}, "a.yaml")
    assert len(str(caught.value)) < 1500
