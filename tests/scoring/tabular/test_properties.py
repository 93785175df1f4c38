"""What no instrument may ever do, tried on instruments and answers that no one chose."""

import random
from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scoring.tabular.building import indicator, instrument, rows

from tinjau import packs
from tinjau.model import Criterion, Instrument, Text
from tinjau.scoring.tabular import Row, TabularResult, score_tabular

unhurried = settings(deadline=None)  # a busy machine is no fault of the code
CODES = ("a", "b", "c", "d")
SCALE = {"min": 1, "max": 5, "whole": True}
WEIGHTS = st.lists(st.integers(1, 20), min_size=4, max_size=4)
LEVELS = st.sampled_from(["1", "2", "3", "4", "5", "", "2"])
TABLES = st.dictionaries(
    st.tuples(st.sampled_from(["x", "y", "z"]), st.sampled_from(CODES), st.sampled_from(["Ani", "Budi", "Citra"])),
    LEVELS, min_size=1, max_size=30,
)  # fmt: skip


def weighted(weights: list[int], scale: float = 1.0, rule: str = "drop_rescale") -> Instrument:
    criteria = [Criterion("k", Text("K", "K"), weight=scale * (weights[0] + weights[1])),
                Criterion("l", Text("L", "L"), weight=scale * (weights[2] + weights[3]))]  # fmt: skip
    indicators = [
        indicator(code, "k" if n < 2 else "l", scale * weights[n], scale=SCALE) for n, code in enumerate(CODES)
    ]
    nodes = [
        {"each": "indicators", "score": "mean", "missing": "null"},
        {"each": "criteria", "roll_up": "weighted_mean", "missing": rule},
        {"id": "index", "roll_up": "weighted_mean", "of": "top", "missing": rule},
    ]
    return instrument(indicators, nodes, criteria)


def scores(result: TabularResult) -> dict[tuple[str, str], tuple[float | None, float]]:
    return {
        (each.id, each.unit["unit"]): (
            None if each.score is None else round(each.score, 9),
            round(each.result.coverage, 9),
        )
        for each in result.scores
    }


def written(table: dict[tuple[str, str, str], str]) -> list[Row]:
    return rows(*((unit, code, value, who) for (unit, code, who), value in table.items()))


@unhurried
@given(TABLES, WEIGHTS, st.integers(0, 2**32))
def test_the_order_of_rows_changes_nothing(
    table: dict[tuple[str, str, str], str], weights: list[int], seed: int
) -> None:
    made, cells = weighted(weights), written(table)
    shuffled = random.Random(seed).sample(cells, len(cells))
    assert score_tabular(made, cells).scores == score_tabular(made, shuffled).scores
    assert score_tabular(made, cells).agreement == score_tabular(made, shuffled).agreement


@unhurried
@given(TABLES, WEIGHTS)
def test_the_names_of_units_and_assessors_change_nothing(
    table: dict[tuple[str, str, str], str], weights: list[int]
) -> None:
    made, other = weighted(weights), {"x": "z", "y": "x", "z": "y"}
    people = {"Ani": "Citra", "Budi": "Ani", "Citra": "Budi"}
    renamed = {(other[unit], code, people[who]): value for (unit, code, who), value in table.items()}
    before, after = scores(score_tabular(made, written(table))), scores(score_tabular(made, written(renamed)))
    assert {(name, other[unit]): score for (name, unit), score in before.items()} == after


@unhurried
@given(TABLES, WEIGHTS, st.sampled_from([0.01, 0.5, 3.0, 100.0]))
def test_scaling_all_weights_changes_nothing(
    table: dict[tuple[str, str, str], str], weights: list[int], factor: float
) -> None:
    cells = written(table)
    assert scores(score_tabular(weighted(weights), cells)) == scores(score_tabular(weighted(weights, factor), cells))


@unhurried
@given(TABLES, WEIGHTS, st.sampled_from(["drop_rescale", "zero", "null"]), st.data())
def test_a_missing_answer_never_raises_coverage(
    table: dict[tuple[str, str, str], str], weights: list[int], rule: str, data: st.DataObject
) -> None:
    made, cells = weighted(weights, rule=rule), written(table)
    gone = data.draw(st.integers(0, len(cells) - 1))
    fewer = [replace(row, value="") if n == gone else row for n, row in enumerate(cells)]
    before, after = score_tabular(made, cells), score_tabular(made, fewer)
    for one, two in zip(before.scores, after.scores, strict=True):
        assert two.result.coverage <= one.result.coverage + 1e-12
        assert 0 <= two.result.coverage <= 1


@unhurried
@given(TABLES, WEIGHTS)
def test_a_score_stays_on_its_scale(table: dict[tuple[str, str, str], str], weights: list[int]) -> None:
    for each in score_tabular(weighted(weights), written(table)).scores:
        assert each.score is None or 1 <= each.score <= 5
        if each.result.spread is not None:
            low, high = each.result.spread
            assert 1 <= low <= high <= 5


@cache
def real(name: str) -> Instrument:
    return packs.load_instrument(name)


EU_ANSWERS = st.lists(st.tuples(st.sampled_from(["A1", "A2", "C1", "F1", "F2", "F4", "F6", "F7_1", "F8", "F9"]),
                                st.integers(1, 3), st.sampled_from(["yes", "no", "nr", ""])),
                      min_size=1, max_size=40, unique_by=lambda each: each[:2])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(EU_ANSWERS, st.sampled_from(["central", "local"]), st.data())
def test_gates_and_repeats_of_a_real_pack_never_raise_coverage(
    answers: list[tuple[str, int, str]], level: str, data: st.DataObject
) -> None:
    unit = {"country": "X", "life_event": "E", "service": "1.1 S"}
    base = [Row(unit, "type", "transactional"), Row(unit, "level", level)]
    cells = [Row(unit, code, value, repeat=str(repeat)) for code, repeat, value in answers]
    gone = data.draw(st.integers(0, len(cells) - 1))
    fewer = [replace(row, value="") if n == gone else row for n, row in enumerate(cells)]
    before = score_tabular(real("eu-egov-benchmark"), [*base, *cells])
    after = score_tabular(real("eu-egov-benchmark"), [*base, *fewer])
    for one, two in zip(before.scores, after.scores, strict=True):
        if one.result.applicable and len(one.unit) == 3:
            assert two.result.coverage <= one.result.coverage + 1e-12, one.id


def test_five_hundred_cities_on_ninety_five_indicators() -> None:
    made, generator = real("losi-2024"), random.Random(7)
    codes = [each.id for each in made.indicators]
    cells = [
        Row(f"city {city:03}", code, generator.choice(["yes", "no", "nr"]), f"office {city:03}")
        for city in range(500)
        for code in codes
    ]
    result = score_tabular(made, cells)
    index = [each for each in result.scores if each.id == "index"]
    assert len(index) == 500
    assert all(each.score is not None and each.result.coverage == 1 for each in index)
    assert result.agreement is not None  # 500 offices, but no cell was answered by two of them
    assert (result.agreement["cells"], result.agreement["alpha"]) == (0, None)
