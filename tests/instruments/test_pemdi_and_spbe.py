"""The two Indonesian indices: weights, published vectors, every band boundary from both sides."""

import math

import pytest
from tests.scoring.tabular.building import score_of

from tinjau import packs
from tinjau.scoring.tabular import Row, TabularResult, children_of, score_tabular

PEMDI, SPBE = packs.load_instrument("pemdi-2026"), packs.load_instrument("spbe-2020")


def given_index(name: str, value: str) -> str:
    result = score_tabular(packs.load_instrument(name), [Row("u", "index", value)])
    return next(each.result.band for each in result.scores if each.id == "index")


@pytest.mark.parametrize(
    ("name", "criteria", "indicators", "tops"),
    [("pemdi-2026", 7, 20, 7), ("spbe-2020", 12, 47, 4)],
)
def test_structure_and_weights(name: str, criteria: int, indicators: int, tops: int) -> None:
    instrument = packs.load_instrument(name)
    assert (len(instrument.criteria), len(instrument.indicators)) == (criteria, indicators)
    top = [each for each in instrument.criteria if not each.parent]
    assert len(top) == tops
    assert math.isclose(sum(each.weight or 0 for each in top), 100)
    assert math.isclose(sum(each.weight or 0 for each in instrument.indicators), 100)
    for criterion in instrument.criteria:
        assert math.isclose(sum(weight or 0 for _, weight in children_of(instrument, criterion)), criterion.weight or 0)


@pytest.mark.parametrize(
    ("score", "band"),
    [
        ("4.23", "memuaskan"),  # DPR RI 2025
        ("3.41", "baik"),  # Kalimantan Tengah 2025
        ("3.12", "baik"),  # national 2024, KepmenPANRB 663/2024
        ("2.79", "baik"),  # national 2023
        ("2.34", "cukup"),  # national 2022
        ("2.59", "cukup"),  # Aceh Tengah 2025
        ("1.00", "kurang"),  # Kalimantan Tengah 2021
    ],
)
def test_published_spbe_indices_have_their_published_predicates(score: str, band: str) -> None:
    assert given_index("spbe-2020", score) == band


@pytest.mark.parametrize(
    ("name", "below", "at", "from_below", "from_above"),
    [
        ("spbe-2020", "1.79", "1.8", "kurang", "cukup"),
        ("spbe-2020", "2.59", "2.6", "cukup", "baik"),
        ("spbe-2020", "3.49", "3.5", "baik", "sangat-baik"),
        ("spbe-2020", "4.19", "4.2", "sangat-baik", "memuaskan"),
        ("spbe-2020", "4.99", "5", "memuaskan", "memuaskan"),
        ("pemdi-2026", "1.49", "1.5", "kurang", "cukup"),
        ("pemdi-2026", "2.49", "2.5", "cukup", "baik"),
        ("pemdi-2026", "3.49", "3.5", "baik", "sangat-baik"),
        ("pemdi-2026", "3.99", "4.0", "sangat-baik", "memuaskan"),
        ("pemdi-2026", "4.99", "5", "memuaskan", "memuaskan"),
    ],
)
def test_every_band_boundary_from_both_sides(name: str, below: str, at: str, from_below: str, from_above: str) -> None:
    assert (given_index(name, below), given_index(name, at)) == (from_below, from_above)


def answered(name: str, levels: dict[str, str], otherwise: str) -> TabularResult:
    instrument = packs.load_instrument(name)
    return score_tabular(instrument, [Row("u", i.id, levels.get(i.id, otherwise)) for i in instrument.indicators])


@pytest.mark.parametrize("name", ["pemdi-2026", "spbe-2020"])
@pytest.mark.parametrize("level", ["1", "3", "5"])
def test_one_level_everywhere_is_the_index(name: str, level: str) -> None:
    result = answered(name, {}, level)
    assert score_of(result, "index", "u") == pytest.approx(float(level))


def test_the_worked_example_of_pemdi() -> None:
    result = score_tabular(PEMDI, [Row("u", "I1", "3,5"), Row("u", "I2", "3,0")])
    assert score_of(result, "A1", "u") == 3.25
    assert score_of(result, "index", "u") is None  # 10 per cent of the weights give no index


def test_an_index_is_the_weighted_sum_over_a_hundred() -> None:
    levels = {each.id: str(1 + n % 5) for n, each in enumerate(SPBE.indicators)}
    expected = sum((each.weight or 0) * float(levels[each.id]) for each in SPBE.indicators) / 100
    result = answered("spbe-2020", levels, "1")
    assert score_of(result, "index", "u") == pytest.approx(expected)
    domain = sum((each.weight or 0) * float(levels[each.id]) for each in SPBE.indicators[:10]) / 13
    assert score_of(result, "D1", "u") == pytest.approx(domain)


def test_external_scores_stand_beside_the_assessed_level() -> None:
    result = answered("pemdi-2026", {"I5": "4"}, "3")
    assert not [each for each in result.lint if each.code == "other-reading"]
    rows = [Row("u", i.id, "3") for i in PEMDI.indicators]
    result = score_tabular(PEMDI, [*rows, Row("u", "SDI", "75"), Row("u", "SJIG", "1,5"), Row("u", "IPS", "2,6")])
    assert [score_of(result, each, "u") for each in ("I5-SDI", "I6-SJIG", "I7-IPS")] == [4, 2, 3]
    assert [each.ids[0] for each in result.lint if each.code == "other-reading"] == ["I5", "I6"]
    assert score_of(result, "index", "u") == 3  # an external score never replaces the level


@pytest.mark.parametrize(
    ("code", "value", "level"),
    [
        ("SDI", "12.5", 1), ("SDI", "12.51", 2), ("SDI", "37.5", 2), ("SDI", "62.5", 3), ("SDI", "75", 4),
        ("SDI", "75.1", 5),
        ("SJIG", "1.49", 1), ("SJIG", "1.5", 2), ("SJIG", "2.5", 3), ("SJIG", "3.5", 4), ("SJIG", "4", 5),
        ("IPS", "1.79", 1), ("IPS", "1.8", 2), ("IPS", "2.6", 3), ("IPS", "3.5", 4), ("IPS", "4.2", 5),
    ],
)  # fmt: skip
def test_thresholds_of_external_scores(code: str, value: str, level: float) -> None:
    node = {"SDI": "I5-SDI", "SJIG": "I6-SJIG", "IPS": "I7-IPS"}[code]
    assert score_of(score_tabular(PEMDI, [Row("u", code, value)]), node, "u") == level


def test_every_pemdi_indicator_says_what_to_bring_and_whom_to_ask_as_ours() -> None:
    for each in PEMDI.indicators:
        assert len(each.extra["bring"]) >= 3
        assert each.extra["bring_source"] == "tinjau"
        assert each.ask.id
        assert each.extra["level_verified"] is False  # only a draft is known
        assert [level["level"] for level in each.extra["levels"]] == [1, 2, 3, 4, 5]


def test_every_spbe_level_has_its_text_and_garbled_ones_say_so() -> None:
    garbled = {
        (each.id, level["level"])
        for each in SPBE.indicators
        for level in each.extra["levels"]
        if level.get("verified") is False
    }
    assert garbled == {("ID-3", 2), ("ID-3", 3), ("ID-3", 4), ("ID-8", 3), ("ID-9", 3), ("ID-31", 2)}
    for each in SPBE.indicators:
        assert [level["level"] for level in each.extra["levels"]] == [1, 2, 3, 4, 5]
