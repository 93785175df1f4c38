"""Every fault of a calculation is found before an answer is read, with its place."""

from typing import Any

import pytest
from tests.scoring.tabular.building import indicator, instrument

from tinjau.model import Criterion, InputError, Text
from tinjau.scoring.tabular import read_plan

AB = [indicator("a"), indicator("b")]
MEAN = {"id": "n", "score": "mean", "of": ["a"]}
FIRST_M = {"first": {**MEAN, "id": "m"}}
STEP_TO_1, STEP_TO_2 = {"to": 1, "score": 2}, {"to": 2, "score": 1}

CASES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("a node needs an id", {"score": "mean", "of": ["a"]}, {}),
    ("a node needs one of", {"id": "n", "of": ["a"]}, {}),
    ("'average' is not known", {"id": "n", "score": "average", "of": ["a"]}, {}),
    ("'z' is no question of the level", {"id": "n", "score": "mean", "of": ["z"]}, {}),
    ("'z' is no node above", {"id": "n", "roll_up": "minimum", "of": ["z"]}, {}),
    ("nothing goes into this node", {"id": "n", "score": "mean"}, {}),
    ("'skip' is not known", {**MEAN, "missing": "skip"}, {}),
    ("this key is not known", {**MEAN, "mising": "zero"}, {}),
    ("lookup needs steps", {"id": "n", "score": "lookup", "of": ["a"]}, {}),
    ("not in rising order", {"id": "n", "score": "lookup", "of": ["a"], "steps": [STEP_TO_2, STEP_TO_1]}, {}),
    ("count_at_least needs least", {"id": "n", "score": "count_at_least", "of": ["a"]}, {}),
    ("strata_mean needs strata", {"id": "n", "roll_up": "strata_mean", "of": ["m"]}, FIRST_M),
    ("cumulative_level needs reach", {"id": "n", "ladder": "cumulative_level", "rungs": ["m"]}, FIRST_M),
    ("'kind' is no attribute", {**MEAN, "select": {"attribute": "kind", "is": ["x"]}}, {}),
    ("is no question, and no attribute", {**MEAN, "gates": [{"require": "z"}]}, {}),
    ("'maybe' is not known", {**MEAN, "gates": [{"require": "b", "else": "maybe"}]}, {}),
    ("'worst' is not known", {**MEAN, "repeats": "worst"}, {}),
    ("the bands 'grade' are missing", {**MEAN, "finish": {"band": "grade"}}, {}),
    ("'national' is not a level", {**MEAN, "level": "national"}, {}),
    ("stands twice", MEAN, {"first": MEAN}),
    ("'vote' is not known", MEAN, {"assessors": "vote"}),
    ("'fuzzy' is not known", MEAN, {"agreement": "fuzzy"}),
    ("are not the first of", MEAN, {"units": {"city": ["city"], "service": ["service", "city"]}}),
    ("the scale ends before it begins", MEAN, {"inputs": {"x": {"scale": {"min": 5, "max": 1}}}}),
    ("nothing may be answered", MEAN, {"inputs": {"x": {}}}),
    ("'often' has no points", MEAN, {"inputs": {"x": {"values": ["often"]}}}),
    ("'maybe' is not one of its values", MEAN, {"attributes": {"k": {"values": ["yes"], "default": "maybe"}}}),
    ("no question and no cell above", MEAN, {"cells": [{"id": "x", "any_of": ["z"]}]}),
    ("the table leaves answers to a out", MEAN, {"cells": [{"id": "x", "map": "a", "to": {"1": 1}}]}),
    ("is no question and no input", MEAN, {"sample": {"population": "z", "method": "krejcie-morgan"}}),
    ("'guess' is not known", MEAN, {"sample": {"population": "a", "method": "guess"}}),
]  # fmt: skip


@pytest.mark.parametrize(("problem", "node", "more"), CASES, ids=[each[0] for each in CASES])
def test_a_fault_of_a_calculation_is_named(problem: str, node: dict[str, Any], more: dict[str, Any]) -> None:
    calculation = dict(more)
    first = calculation.pop("first", None)
    made = instrument(AB, [*([first] if first else []), node], **calculation)
    with pytest.raises(InputError) as caught:
        read_plan(made)
    assert problem in str(caught.value)
    assert caught.value.place.startswith("calculation")


def test_an_instrument_without_a_calculation_says_what_to_do() -> None:
    with pytest.raises(InputError, match="no calculation for tabular answers"):
        read_plan(instrument(AB, []))


def criteria(*weights: float | None) -> list[Criterion]:
    return [Criterion(f"c{n}", Text("K", "C"), weight=weight) for n, weight in enumerate(weights)]


@pytest.mark.parametrize(
    ("how", "weights", "inner", "fault"),
    [
        ("parts", (60, 40), (60, 40), ""),
        ("parts", (60, 41), (60, 41), "its weights sum to 101, not to 100"),
        ("parts", (60, 40), (60, 39), "its weights sum to 39, not to 40"),
        ("parts", (60, None), (60, 40), "its weights sum to 60, not to 100"),
        ("shares", (0.6, 0.4), (1, 1), ""),
        ("shares", (0.6, 0.4), (1, 0.9), "its weights sum to 0.9, not to 1"),
        ("thirds", (0.6, 0.4), (1, 1), "'thirds' is not known"),
    ],
)
def test_weights_sum_as_declared(
    how: str, weights: tuple[float | None, ...], inner: tuple[float, ...], fault: str
) -> None:
    indicators = [indicator(f"i{n}", f"c{n}", weight) for n, weight in enumerate(inner)]
    made = instrument(indicators, [{"each": "indicators", "score": "mean"}], criteria(*weights), weights=how)
    if fault:
        with pytest.raises(InputError) as caught:
            read_plan(made)
        assert fault in str(caught.value)
    else:
        assert len(read_plan(made).nodes) == 2
