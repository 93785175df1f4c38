"""Each aggregator of the closed list, on small tables that a reader can check by hand."""

from typing import Any

import pytest
from tests.scoring.tabular.building import indicator, instrument, one, rows, score_of

from tinjau.model import InputError
from tinjau.scoring.tabular import score_tabular
from tinjau.scoring.tabular.cells import all_of, any_of
from tinjau.scoring.tabular.repeats import merge
from tinjau.scoring.tabular.values import Blank

ABC = [indicator("a"), indicator("b"), indicator("c1")]
SCALE = {"min": 0, "max": 100, "whole": False}


@pytest.mark.parametrize(
    ("answers", "rule", "score", "coverage"),
    [
        ({"a": "yes", "b": "no", "c1": "yes"}, "drop_rescale", 2 / 3, 1),
        ({"a": "yes", "b": "no", "c1": "nr"}, "drop_rescale", 1 / 2, 1),
        ({"a": "yes", "b": "no"}, "drop_rescale", 1 / 2, 2 / 3),
        ({"a": "yes", "b": "no"}, "zero", 1 / 3, 2 / 3),
        ({"a": "yes", "b": "no"}, "null", None, 2 / 3),
        ({"a": "nr", "b": "nr", "c1": "nr"}, "null", None, 1),
    ],
)
def test_mean_under_each_rule_for_what_is_missing(
    answers: dict[str, str], rule: str, score: float | None, coverage: float
) -> None:
    result = one(ABC, {"score": "mean", "of": ["a", "b", "c1"], "missing": rule}, answers).scores[0]
    assert result.score == (None if score is None else pytest.approx(score))
    assert result.result.coverage == pytest.approx(coverage)


def test_weighted_sum_keeps_its_maximum_when_a_part_drops_out() -> None:
    node = {"score": "weighted_sum", "of": {"a": 0.25, "b": 0.5, "c1": 0.25}}
    assert one(ABC, node, {"a": "yes", "b": "no", "c1": "yes"}).scores[0].score == pytest.approx(0.5)
    assert one(ABC, node, {"a": "yes", "c1": "nr", "b": "yes"}).scores[0].score == pytest.approx(1)
    node = {"score": "weighted_sum", "of": {"a": 1, "b": 2, "c1": 5}}
    assert one(ABC, node, {"a": "yes", "b": "yes", "c1": "no"}).scores[0].score == pytest.approx(3)
    assert one(ABC, node, {"a": "yes", "b": "no", "c1": "nr"}).scores[0].score == pytest.approx(8 / 3)


@pytest.mark.parametrize(("value", "score"), [("1,79", 1), ("1.8", 2), ("2.6", 2), ("2.61", 3), ("99", 3), ("", None)])
def test_lookup_with_open_and_closed_limits(value: str, score: float | None) -> None:
    node = {
        "score": "lookup",
        "of": ["n"],
        "steps": [{"below": 1.8, "score": 1}, {"to": 2.6, "score": 2}, {"score": 3}],
    }
    assert one([indicator("n", scale=SCALE)], node, {"n": value}).scores[0].score == score


def test_lookup_by_an_attribute_and_a_step_that_decides_nothing() -> None:
    node = {
        "id": "in-time", "score": "lookup", "of": ["n"], "by": "kind",
        "steps": {"quick": [{"to": 5, "score": None}, {"score": 0}], "slow": [{"to": 60, "score": 1}, {"score": 0}]},
    }  # fmt: skip
    made = instrument([indicator("n", scale=SCALE)], [node], attributes={"kind": {"values": ["quick", "slow"]}})
    cells = [("a", "kind", "quick"), ("a", "n", "3"), ("b", "kind", "quick"), ("b", "n", "6"), ("c", "kind", "Slow")]
    result = score_tabular(made, rows(*cells, ("c", "n", "60"), ("d", "n", "1")))
    assert [score_of(result, "in-time", unit) for unit in "abcd"] == [None, 0, 1, None]


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        ({"a": "yes", "b": "yes"}, 1),
        ({"a": "yes", "b": "no", "c1": "no"}, 0),
        ({"a": "yes", "b": "no"}, None),  # c1 could still decide it
        ({"a": "no", "b": "no"}, 0),  # c1 no longer can
    ],
)
def test_count_at_least(answers: dict[str, str], score: float | None) -> None:
    assert one(ABC, {"score": "count_at_least", "of": ["a", "b", "c1"], "least": 2}, answers).scores[0].score == score


@pytest.mark.parametrize(("year", "score"), [("2024", 1), ("2023", 1), ("2022", 0), ("", None)])
def test_newest_within(year: str, score: float | None) -> None:
    made = instrument(
        [indicator("y", scale={"min": 1990, "max": 2100})],
        [{"id": "node", "score": "newest_within", "of": ["y"], "within": 2}],
    )
    assert score_tabular(made, rows(("u", "y", year)), as_of=2025).scores[0].score == score
    with pytest.raises(InputError, match="date to look back from"):
        score_tabular(made, rows(("u", "y", year)))


YES, NO, NR, MISSING = 1.0, 0.0, Blank.NOT_RELEVANT, Blank.MISSING


@pytest.mark.parametrize(
    ("cells", "some", "every"),
    [
        ([YES, NO], YES, NO),
        ([YES, MISSING], YES, MISSING),
        ([NO, MISSING], NO, NO),
        ([NR, NR], NR, NR),
        ([NR, YES], YES, YES),
        ([NR, MISSING], NR, MISSING),
        ([MISSING, MISSING], MISSING, MISSING),
    ],
)
def test_cells_of_cells(cells: list[Any], some: Any, every: Any) -> None:
    assert any_of(cells) == some
    assert all_of(cells) == every


@pytest.mark.parametrize(
    ("cells", "best", "share"),
    [
        ([YES, NO, NO], YES, 1 / 3),
        ([YES, NR, MISSING], YES, 1 / 3),  # relevant once: the others count as no
        ([NR, NR], NR, NR),
        ([MISSING], MISSING, MISSING),
        ([], MISSING, MISSING),
    ],
)
def test_repeats(cells: list[Any], best: Any, share: Any) -> None:
    assert merge("best", cells) == best
    assert merge("share_yes", cells) == (pytest.approx(share) if isinstance(share, float) else share)


def test_single_refuses_several_answers() -> None:
    made = instrument(ABC, [{"id": "node", "score": "mean", "of": ["a"]}])
    with pytest.raises(InputError, match="2 answers stand where one is expected"):
        score_tabular(made, rows(("u", "a", "yes", "", "1"), ("u", "a", "no", "", "2")))


def test_each_repeat_scored_and_averaged_drops_what_its_gate_drops() -> None:
    node = {
        "id": "node", "score": "mean", "of": ["b"], "gates": [{"require": "a", "else": "drop"}],
        "repeats": "score_each_then_mean",
    }  # fmt: skip
    cells = [
        ("u", "a", "yes", "", "1"),
        ("u", "b", "yes", "", "1"),
        ("u", "a", "no", "", "2"),
        ("u", "b", "no", "", "2"),
    ]
    assert score_tabular(instrument(ABC, [node]), rows(*cells)).scores[0].score == 1


def test_a_share_is_taken_of_the_repeats_that_pass_the_gate() -> None:
    node = {"id": "node", "score": "mean", "of": ["b", "c1"], "gates": [{"require": "a"}], "repeats": "share_yes"}
    answers = [("yes", "yes", "nr"), ("yes", "no", "yes"), ("no", "yes", "yes"), ("", "yes", "yes")]
    cells = [
        ("u", code, value, "", str(number))
        for number, values in enumerate(answers)
        for code, value in zip(("a", "b", "c1"), values, strict=True)
    ]
    # b: one of two; c1: one of two, since not relevant counts as no once the question is relevant for one repeat.
    assert score_tabular(instrument(ABC, [node]), rows(*cells)).scores[0].score == 0.5
    assert score_tabular(instrument(ABC, [node]), rows(*cells[6:])).scores[0].score is None  # no repeat passes


@pytest.mark.parametrize(
    ("otherwise", "gate", "score", "applicable"),
    [("drop", "no", None, False), ("zero", "no", 0, True), ("drop", "yes", 1, True), ("drop", "", None, True)],
)
def test_gate_on_a_question(otherwise: str, gate: str, score: float | None, applicable: bool) -> None:
    node = {"score": "mean", "of": ["b"], "gates": [{"require": "a", "else": otherwise}]}
    result = one(ABC, node, {"a": gate, "b": "yes"}).scores[0]
    assert (result.score, result.result.applicable) == (score, applicable)


def test_gates_on_attributes() -> None:
    node = {
        "id": "node", "score": "mean", "of": ["a"], "finish": {"times": 100},
        "gates": [{"require": "applies", "is": ["yes"]}, {"override": "automatic", "is": ["yes"], "score": 100}],
    }  # fmt: skip
    made = instrument(
        ABC, [node],
        attributes={
            "applies": {"values": ["yes", "no"], "default": "yes"},
            "automatic": {"values": ["yes", "no"], "default": "no"},
        },
    )  # fmt: skip
    cells = [("x", "a", "no"), ("x", "automatic", "yes"), ("y", "a", "yes"), ("y", "applies", "no"), ("z", "a", "no")]
    result = score_tabular(made, rows(*cells))
    assert [score_of(result, "node", unit) for unit in "xyz"] == [100, None, 0]


UNITS = {"city": ["city"], "service": ["city", "service"]}


def two_levels(roll_up: dict[str, Any], **more: Any) -> Any:
    nodes = [
        {"id": "s", "level": "service", "score": "mean", "of": ["a"], "missing": "null"},
        {"id": "whole", "level": "city", **roll_up},
    ]
    return instrument([indicator("a", unit="service")], nodes, units=UNITS, **more)


def services(*answers: str) -> list[tuple[Any, ...]]:
    return [({"city": "M", "service": str(n)}, "a", answer) for n, answer in enumerate(answers)]


@pytest.mark.parametrize(
    ("roll_up", "answers", "score"),
    [
        ({"roll_up": "weighted_mean", "of": ["s"]}, ("yes", "no", ""), 1 / 2),
        ({"roll_up": "weighted_mean", "of": ["s"], "missing": "zero"}, ("yes", "no", ""), 1 / 3),
        ({"roll_up": "weighted_mean", "of": ["s"], "missing": "null"}, ("yes", "no", ""), None),
        ({"roll_up": "weighted_mean", "of": ["s"]}, ("yes", "nr"), 1),
        ({"roll_up": "minimum", "of": ["s"]}, ("yes", "no"), 0),
        ({"roll_up": "minimum", "of": ["s"], "missing": "null"}, ("yes", ""), None),
        ({"roll_up": "minimum", "of": ["s"], "missing": "zero"}, ("yes", ""), 0),
        ({"roll_up": "share_reaching", "of": ["s"], "reach": 1}, ("yes", "no", "no", "yes"), 1 / 2),
    ],
)
def test_roll_ups(roll_up: dict[str, Any], answers: tuple[str, ...], score: float | None) -> None:
    result = score_tabular(two_levels(roll_up), rows(*services(*answers)))
    assert score_of(result, "whole", "M") == (None if score is None else pytest.approx(score))


def test_strata_mean_weighs_strata_and_not_their_sizes() -> None:
    roll_up = {"roll_up": "strata_mean", "of": ["s"], "strata": {"by": "type", "weights": {"t": 0.8, "i": 0.2}}}
    made = two_levels(roll_up, attributes={"type": {"level": "service", "values": ["t", "i"]}})
    cells = services("yes", "no", "no", "no")
    cells += [({"city": "M", "service": str(n)}, "type", "t" if n == 0 else "i") for n in range(4)]
    assert score_of(score_tabular(made, rows(*cells)), "whole", "M") == pytest.approx(0.8)
    only = [each for each in cells if each[0]["service"] != "0"]
    assert score_of(score_tabular(made, rows(*only)), "whole", "M") == 0  # the empty stratum drops out


@pytest.mark.parametrize(
    ("answers", "rule", "level"),
    [
        (("yes", "yes", "yes"), "null", 3),
        (("yes", "no", "yes"), "null", 1),
        (("no", "yes", "yes"), "null", 0),
        (("yes", "", "yes"), "null", None),
        (("yes", "", "yes"), "zero", 1),
        (("yes", "", "no"), "null", None),
    ],
)
def test_cumulative_level(answers: tuple[str, ...], rule: str, level: float | None) -> None:
    nodes: list[dict[str, Any]] = [{"each": ["a", "b", "c1"], "score": "mean", "missing": "null"}]
    ladder = {"id": "level", "ladder": "cumulative_level", "rungs": ["a", ["b"], "c1"], "reach": 1, "missing": rule}
    result = score_tabular(instrument(ABC, [*nodes, ladder]), rows(*zip("uuu", ("a", "b", "c1"), answers, strict=True)))
    assert score_of(result, "level", "u") == level


def test_a_number_that_is_handed_in_stands_where_nothing_is_computed() -> None:
    nodes = [{"each": ["x"], "given": "number"}, {"id": "mean", "roll_up": "weighted_mean", "of": ["x"]}]
    result = score_tabular(instrument(ABC, nodes), rows(("u", "x", "41,5")))
    assert score_of(result, "mean", "u") == 41.5
    assert score_of(score_tabular(instrument(ABC, nodes), rows(("u", "a", "yes"))), "mean", "u") is None


BANDS = {"grade": [{"id": "low", "from": 0}, {"id": "mid", "from": 1.8}, {"id": "top", "from": 2.6}]}


@pytest.mark.parametrize(
    ("value", "band", "rounded"),
    [
        ("1.794", "low", 1.79),
        ("1.795", "mid", 1.8),
        ("2.59", "mid", 2.59),
        ("2.5949", "mid", 2.59),
        ("2.6", "top", 2.6),
    ],
)
def test_bands_are_read_from_the_rounded_number(value: str, band: str, rounded: float) -> None:
    node = {"score": "mean", "of": ["n"], "finish": {"round": 2, "band": "grade"}}
    result = one([indicator("n", scale=SCALE)], node, {"n": value}, bands=BANDS).scores[0].result
    assert (result.band, result.rounded) == (band, rounded)


def test_settle_rounds_what_is_computed_with() -> None:
    node = {"score": "mean", "of": ["a", "b", "c1"], "finish": {"times": 100, "settle": 0}}
    assert one(ABC, node, {"a": "yes", "b": "yes", "c1": "no"}).scores[0].score == 67


@pytest.mark.parametrize(("rule", "score"), [("mean", 7 / 3), ("median", 1)])
def test_assessors_are_pooled_as_the_pack_says(rule: str, score: float) -> None:
    made = instrument([indicator("n", scale=SCALE)], [{"id": "node", "score": "mean", "of": ["n"]}], assessors=rule)
    result = score_tabular(made, rows(("u", "n", "1", "A"), ("u", "n", "1", "B"), ("u", "n", "5", "C")))
    assert result.scores[0].score == pytest.approx(score)
    assert result.scores[0].result.assessors == ("A", "B", "C")


def test_coverage_is_that_of_the_assessor_who_answered_most() -> None:
    made = instrument(ABC, [{"id": "node", "score": "mean", "of": ["a", "b"]}])
    result = score_tabular(made, rows(("u", "a", "yes", "A"), ("u", "b", "no", "A"), ("u", "a", "yes", "B")))
    assert result.scores[0].result.coverage == 1


def test_a_decision_stands_over_what_an_assessor_wrote() -> None:
    made = instrument(ABC, [{"id": "node", "score": "mean", "of": ["a"]}])
    result = score_tabular(made, rows(("u", "a", "yes", "A"), ("u", "a", "no", "decided:Rapat")))
    assert result.scores[0].score == 0


def test_too_little_coverage_gives_no_score() -> None:
    node = {"score": "mean", "of": ["a", "b", "c1"], "minimum_coverage": 0.6}
    assert one(ABC, node, {"a": "yes"}).scores[0].score is None
    assert one(ABC, node, {"a": "yes", "b": "yes"}).scores[0].score == 1
