"""The satisfaction survey: exact ninths, the printed weight, grades, sample sizes."""

import pytest
from tests.scoring.tabular.building import score_of

from tinjau import packs
from tinjau.model import InputError
from tinjau.scoring.tabular import Row, TabularResult, sample_size, score_tabular

SKM = packs.load_instrument("skm-2017")
# GASPUL's example: 29 respondents; its annex order lists facilities eighth and complaints ninth.
TOTALS = {"U1": 105, "U2": 101, "U3": 100, "U4": 116, "U5": 102, "U6": 105, "U7": 106, "U9": 105, "U8": 115}


def survey(totals: dict[str, int], people: int, *more: Row) -> list[Row]:
    rows = list(more)
    for code, total in totals.items():
        each, more_by_one = divmod(total, people)
        rows += [Row("u", code, str(each + (who < more_by_one)), repeat=str(who)) for who in range(people)]
    return rows


def result(*rows: Row, reading: str = "") -> TabularResult:
    return score_tabular(SKM, rows, reading=reading)


def test_the_published_example_comes_out_by_both_readings() -> None:
    found = result(*survey(TOTALS, 29))
    assert score_of(found, "IKM", "u") == pytest.approx(91.475, abs=0.0005)
    assert score_of(found, "IKM-0.11", "u") == pytest.approx(90.56, abs=0.005)
    assert next(each.result.band for each in found.scores if each.id == "IKM") == "A"
    assert score_of(found, "U8", "u") == pytest.approx(115 / 29)


def test_the_printed_weight_as_a_switch() -> None:
    found = result(*survey(TOTALS, 29), reading="IKM-0.11")
    assert score_of(found, "IKM", "u") == pytest.approx(90.56, abs=0.005)
    assert score_of(found, "IKM-0.11", "u") == pytest.approx(91.475, abs=0.0005)
    with pytest.raises(InputError, match="no other reading"):
        result(*survey(TOTALS, 29), reading="IKM-0.12")


def test_a_point_lost_through_the_printed_weight_is_explained() -> None:
    found = result(*survey(TOTALS, 29, Row("u", "IKM", "90,56")))
    (finding,) = [each for each in found.lint if each.code == "given-value-differs"]
    assert "0,11" in finding.message.id
    assert "0.11" in finding.message.en


def test_a_grade_lost_through_the_printed_weight_is_a_warning() -> None:
    totals = dict.fromkeys(TOTALS, 354)  # 3.54 of 100 people: 88.50 is A, 87.62 is B
    (finding,) = [each for each in result(*survey(totals, 100)).lint if each.code == "other-reading"]
    assert finding.severity == "warning"
    assert "Predikatnya berubah" in finding.message.id


@pytest.mark.parametrize(
    ("ikm", "grade"),
    [("25", "D"), ("64.99", "D"), ("64.995", "C"), ("65", "C"), ("76.60", "C"), ("76.61", "B"), ("88.30", "B"),
     ("88.304", "B"), ("88.31", "A"), ("100", "A")],
)  # fmt: skip
def test_grades_from_both_sides(ikm: str, grade: str) -> None:
    found = result(Row("u", "IKM", ikm))
    assert next(each.result.band for each in found.scores if each.id == "IKM") == grade


@pytest.mark.parametrize(
    ("population", "needed"),
    [(1, 1), (10, 10), (15, 14), (20, 19), (100, 80), (200, 132), (500, 217), (1000, 278), (2940, 340), (10_000, 370),
     (75_000, 382), (1_000_000, 384)],
)  # fmt: skip
def test_krejcie_and_morgan(population: int, needed: int) -> None:
    assert sample_size(population) == needed


def test_a_population_below_one_has_no_sample() -> None:
    with pytest.raises(ValueError, match="at least one"):
        sample_size(0)


def test_a_sample_that_is_too_small_is_objected_to() -> None:
    found = result(*survey(TOTALS, 29, Row("u", "population", "1000")))
    assert [(each.respondents, each.needed) for each in found.samples] == [(29, 278)]
    assert "sample-too-small" in {each.code for each in found.lint}
    codes = {each.code for each in result(*survey(TOTALS, 29, Row("u", "population", "29"))).lint}
    assert not codes & {"sample-too-small", "population-unknown", "one-opinion"}


def test_who_did_not_answer_an_element_does_not_count_there() -> None:
    found = result(Row("u", "U1", "4", repeat="1"), Row("u", "U1", "", repeat="2"), Row("u", "U2", "2", repeat="2"))
    assert score_of(found, "U1", "u") == 4
    coverage = next(each.result.coverage for each in found.scores if each.id == "U1")
    assert coverage == 0.5
