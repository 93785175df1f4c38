"""Answers as people write them: one message a fault, with its place, and nothing is scored."""

import pytest
from tests.scoring.tabular.building import indicator, instrument, rows, score_of

from tinjau.model import InputError, InputFaults
from tinjau.scoring.tabular import Row, document, read_number, score_tabular

LEVEL = {"min": 1, "max": 5, "whole": True}
MADE = instrument(
    [indicator("a", scale=LEVEL), indicator("b")],
    [
        {"each": ["a"], "score": "mean", "missing": "null"},
        {"each": ["b"], "score": "mean", "missing": "null"},
        {"id": "index", "roll_up": "weighted_mean", "of": {"a": 1, "b": 1}},
    ],
    attributes={"kind": {"values": ["x", "y"]}},
)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ([("u", "z", "3")], "“z” is not a code of made-here"),
        ([("u", "", "3")], "an empty code is not a code"),
        ([("u", "a", "6")], "“6” is not on the scale of a"),
        ([("u", "a", "0,5")], "“0,5” is not on the scale of a"),
        ([("u", "a", "2.5")], "“2.5” is not on the scale of a"),
        ([("u", "a", "nan")], "“nan” is not on the scale of a"),
        ([("u", "b", "maybe")], "“maybe” is not on the scale of b"),
        ([("u", "a", "=1+2")], "is a formula or command"),
        ([("u", "a", "@SUM(A1)")], "is a formula or command"),
        ([("u", "a", "-cmd|calc")], "is a formula or command"),
        ([("", "a", "3")], "the unit is not named in full"),
        ([("u", "a", "3"), ("u", "a", "4")], "a is answered twice"),
        ([("u", "a", "3", "Ani"), ("u", "a", "3", "Ani")], "a is answered twice by 'Ani' for u"),
        ([("u", "kind", "z")], "“z” is not a value of kind"),
        ([("u", "kind", "x"), ("u", "kind", "y")], "kind is stated twice and differently"),
        ([("u", "index", "high")], "“high” is not a number"),
        ([("u", "index", "3"), ("u", "index", "3")], "index is given twice"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_named_with_its_line(cells: list[tuple[str, ...]], problem: str) -> None:
    with pytest.raises(InputFaults) as caught:
        score_tabular(MADE, rows(*cells))
    (fault,) = caught.value.faults
    assert problem in str(fault)
    assert (fault.file, fault.place) == ("t.csv", f"line {len(cells)}")


def test_a_place_may_name_its_file_itself() -> None:
    with pytest.raises(InputFaults) as caught:
        score_tabular(MADE, [Row("u", "a", "9", where="answers/a.csv, line 3")])
    assert (caught.value.file, caught.value.place) == ("answers/a.csv", "line 3")


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(InputFaults) as caught:
        score_tabular(MADE, rows(("u", "a", "9"), ("u", "z", "1"), ("u", "b", "yes"), ("u", "b", "no")))
    assert [each.place for each in caught.value.faults] == ["line 1", "line 2", "line 4"]
    assert str(caught.value).count("\n") == 2


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(InputError, match="there is no answer"):
        score_tabular(MADE, [])


@pytest.mark.parametrize("word", ["yes", "Ya", " Y ", "1", "YES", "Ada", "TRUE", "benar"])
def test_yes_in_either_language(word: str) -> None:
    assert score_of(score_tabular(MADE, rows(("u", "b", word))), "b", "u") == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [("3,5", 3.5), ("3.5", 3.5), (" 4 ", 4), ("1e2", 100), ("-1", -1), ("", None), ("1.000,5", None), ("inf", None),
     ("nan", None), ("1_000", None), ("٣", None), ("3" * 50, None)],
)  # fmt: skip
def test_numbers_with_point_or_comma(text: str, number: float | None) -> None:
    assert read_number(text) == number


def test_a_stated_index_is_compared_with_what_follows_from_the_answers() -> None:
    result = score_tabular(MADE, rows(("u", "a", "3"), ("u", "b", "yes"), ("u", "index", "2,4")))
    assert score_of(result, "index", "u") == 2
    (finding,) = [each for each in result.lint if each.code == "given-value-differs"]
    assert "2,4" in finding.message.id
    assert "2.4" in finding.message.en


def test_one_assessor_is_one_opinion() -> None:
    result = score_tabular(MADE, rows(("u", "a", "3", "Ani")))
    assert result.agreement is None
    assert [each.code for each in result.lint] == ["one-opinion"]


def test_a_decision_stands_and_every_answer_is_kept() -> None:
    cells = [("u", "a", "2", "Ani"), ("u", "a", "4", "Budi"), ("u", "b", "yes", "Ani"), ("u", "b", "no", "Budi")]
    written = [*rows(*cells), Row("u", "a", "3", "decided: Citra", "Rapat 3 Mei", "line 9", file="t.csv")]
    result = score_tabular(MADE, written)
    assert score_of(result, "a", "u") == 3
    assert score_of(result, "b", "u") == 0.5
    assert result.agreement is not None
    (decided,) = result.agreement["decided"]
    assert decided == {
        "unit": {"unit": "u"}, "indicator": "a", "value": "3", "by": "Citra", "why": "Rapat 3 Mei",
        "answers": {"Ani": "2", "Budi": "4"},
    }  # fmt: skip
    assert result.agreement["widest"][0]["values"] == {"Ani": 2, "Budi": 4}
    assert {each.code for each in result.lint} == {"assessors-disagree"}


def test_a_decision_without_who_or_why_is_objected_to() -> None:
    written = [
        *rows(("u", "a", "2", "Ani"), ("u", "a", "4", "Budi")),
        Row("u", "a", "3", "decided", "", "line 9", file="t.csv"),
    ]
    codes = [each.code for each in score_tabular(MADE, written).lint]
    assert "decision-without-reason" in codes


def test_spread_over_assessors_is_shown() -> None:
    result = score_tabular(MADE, rows(("u", "a", "2", "Ani"), ("u", "a", "4", "Budi"), ("v", "a", "1", "Ani")))
    spreads = {(*each.unit.values(), each.id): each.result.spread for each in result.scores}
    assert spreads["u", "a"] == (2, 4)
    assert spreads["u", "index"] == (2, 4)
    assert spreads["v", "a"] is None  # one opinion has no spread


def test_a_unit_with_answers_and_without_attributes_is_noted() -> None:
    made = instrument(
        [indicator("a", unit="service")],
        [{"id": "n", "level": "service", "score": "mean", "of": ["a"]}],
        units={"city": ["city"], "service": ["city", "service"]},
        attributes={"type": {"level": "service", "values": ["t"]}},
    )
    one, two = {"city": "M", "service": "KTP"}, {"city": "M", "service": "KPT"}
    result = score_tabular(made, rows((one, "type", "t"), (one, "a", "yes"), (two, "a", "yes")))
    found = [each.where for each in result.lint if each.code == "unit-not-described"]
    assert found == ["M / KPT"]


def test_many_findings_of_one_kind_are_counted() -> None:
    cells = [(f"u{n:02}", "a", str(1 + who), f"p{who}") for n in range(60) for who in range(2)]
    found = [each for each in score_tabular(MADE, rows(*cells)).lint if each.code == "assessors-disagree"]
    assert len(found) == 51
    assert "10" in found[-1].message.en


def test_an_index_over_part_of_its_weights_is_objected_to() -> None:
    made = instrument(
        [indicator("a"), indicator("b")],
        [{"id": "index", "score": "mean", "of": ["a", "b"], "finish": {"band": "g"}}],
        bands={"g": [{"id": "low", "from": 0, "title": {"id": "r", "en": "l"}}]},
    )
    codes = [each.code for each in score_tabular(made, rows(("u", "a", "yes"))).lint]
    assert "index-incomplete" in codes
    codes = [each.code for each in score_tabular(made, rows(("u", "a", "yes"), ("u", "b", "no"))).lint]
    assert "index-incomplete" not in codes


def test_the_document_has_the_contract_s_keys() -> None:
    written = document(score_tabular(MADE, rows(("u", "a", "3"), ("u", "b", ""))))
    assert {"instrument", "version", "scores", "agreement", "lint"} <= written.keys()
    assert {"unit", "id", "score", "coverage"} <= written["scores"][0].keys()
    index = written["scores"][-1]
    assert (index["score"], index["coverage"]) == (3, 0.5)
