"""QSPM, A'WOT and the TOWS matrix."""

import copy
from typing import Any

import pytest

from tinjau.model import InputError
from tinjau.strategy.problem import solve_problem

# F. R. David, Strategic Management, 13th ed. (2011), table 6-7: a QSPM for a retail computer store. The weights of its
# outside factors, as they stand here, add up to 1.10.
STORE = {
    "O1": (0.10, 4, 2), "O2": (0.10, 2, 4), "O3": (0.08, 1, 4), "O4": (0.05, None, None), "O5": (0.05, None, None),
    "O6": (0.10, None, None), "O7": (0.06, None, None), "O8": (0.06, None, None), "T1": (0.15, 4, 3),
    "T2": (0.08, None, None), "T3": (0.12, 4, 1), "T4": (0.08, 2, 4), "T5": (0.04, None, None),
    "T6": (0.03, None, None),
    "S1": (0.05, None, None), "S2": (0.07, 2, 4), "S3": (0.10, None, None), "S4": (0.05, None, None),
    "S5": (0.02, None, None), "S6": (0.15, 4, 3), "S7": (0.05, None, None), "S8": (0.03, 4, 2),
    "S9": (0.02, None, None),
    "W1": (0.10, None, None), "W2": (0.15, 4, 1), "W3": (0.02, 1, 4), "W4": (0.02, 1, 4), "W5": (0.04, 3, 4),
    "W6": (0.05, None, None), "W7": (0.03, None, None), "W8": (0.05, 2, 4),
}  # fmt: skip


OUTSIDE = ("error", "weights-sum", "qspm.factors.O, T")


def store(**printed: Any) -> Any:
    return {
        "qspm": {
            "factors": [{"id": i, "weight": w} for i, (w, _, _) in STORE.items()],
            "options": {
                "new store": {i: "-" if a is None else a for i, (_, a, _) in STORE.items()},
                "renovate": {i: "-" if b is None else b for i, (_, _, b) in STORE.items()},
            },
            "printed": printed,
        }
    }


def lint(problem: Any) -> list[tuple[str, str, str]]:
    return [(each["severity"], each["code"], each["where"]) for each in solve_problem(problem, "t.yaml")["lint"]]


def test_davids_renovation_adds_up_to_what_is_printed() -> None:
    problem = store(stas={"renovate": 3.27})
    answer = solve_problem(problem, "t.yaml")
    assert [(each["code"], each["printed"]) for each in answer["lint"]] == [("weights-sum", pytest.approx(1.10))]
    assert answer["qspm"]["stas"]["renovate"] == pytest.approx(3.27)
    assert answer["qspm"]["tas"]["new store"]["T1"] == pytest.approx(0.60)
    assert answer["qspm"]["tas"]["renovate"]["O4"] is None
    assert answer["qspm"]["ranking"] == ["new store", "renovate"]


def test_the_flip_is_found_and_levels_the_two() -> None:
    flip = solve_problem(store(), "t")["qspm"]["flip"]
    assert (flip["from"], flip["to"]) == ("new store", "renovate")
    weights = flip["weights"]
    scores = [sum(w * (STORE[i][at] or 0) for i, w in weights.items()) for at in (1, 2)]
    assert scores[0] == pytest.approx(scores[1])
    assert sum(w for i, w in weights.items() if i[0] in "SW") == pytest.approx(1)
    assert 0 < flip["moved"] < 0.2


@pytest.mark.parametrize(
    "printed, where",
    [
        ({"stas": {"renovate": 3.72}}, "qspm.printed.stas.renovate"),
        ({"renovate": 3.72}, "qspm.printed.stas.renovate"),
        ({"renovate": {"stas": "3,72"}}, "qspm.printed.stas.renovate"),
        ({"tas": {"renovate": {"T1": 0.54}}}, "qspm.printed.tas.renovate.T1"),
        ({"tas": {"T1": {"renovate": 0.54}}}, "qspm.printed.tas.renovate.T1"),
        ({"renovate": {"T1": 0.54}}, "qspm.printed.tas.renovate.T1"),
    ],
)
def test_wrong_numbers_are_found_wherever_they_are_printed(printed: Any, where: str) -> None:
    assert lint(store(**printed)) == [OUTSIDE, ("error", "does-not-follow", where)]


def test_numbers_beside_the_scores() -> None:
    problem: Any = {
        "qspm": {
            "factors": {"S1": 0.6, "W1": "0,4"},
            "options": [
                {"name": "A", "scores": {"S1": {"as": 4, "tas": 2.4}, "W1": 1}, "printed": {"stas": 2.8}},
                {"name": "B", "scores": [2, 3], "printed": 2.5},
            ],
        }
    }
    assert lint(problem) == [("error", "does-not-follow", "qspm.printed.stas.B")]


def test_a_sum_that_carries_an_error() -> None:
    problem: Any = {
        "qspm": {
            "factors": {"S1": 0.6, "W1": 0.4},
            "options": {"A": {"S1": 4, "W1": 1}, "B": {"S1": 2, "W1": 3}},
            "printed": {"A": {"S1": 2.6, "W1": 0.4, "stas": 3.0}},
        }
    }
    assert lint(problem) == [
        ("error", "does-not-follow", "qspm.printed.tas.A.S1"), ("warning", "carries-an-error", "qspm.printed.stas.A"),
    ]  # fmt: skip


def test_rules_of_the_matrix() -> None:
    problem = store()
    problem["qspm"]["options"]["renovate"]["O1"] = "-"
    problem["qspm"]["options"]["new store"]["T1"] = 5
    problem["qspm"]["factors"][14]["weight"] = 0.25
    assert {(code, where) for _, code, where in lint(problem)} == {
        ("partly-rated", "qspm.options.renovate.O1"),
        ("off-scale", "qspm.options.new store.T1"),
        ("weights-sum", "qspm.factors.O, T"),
        ("weights-sum", "qspm.factors.S, W"),
    }


def test_strategies_that_are_not_alternatives_are_refused() -> None:
    problem = store()
    problem["qspm"]["alternatives"] = False
    answer = solve_problem(problem, "t")
    assert [each["code"] for each in answer["lint"]] == ["weights-sum", "not-alternatives"]
    assert (answer["qspm"]["ranking"], answer["qspm"]["flip"]) == ([], None)
    problem = store()
    problem["qspm"]["precedence"] = [["renovate", "new store"]]
    assert lint(problem) == [OUTSIDE, ("error", "not-alternatives", "qspm.options")]
    problem = store()
    problem["qspm"]["options"]["renovate"] = copy.deepcopy(problem["qspm"]["options"]["new store"])
    assert lint(problem) == [OUTSIDE, ("warning", "same-option", "qspm.options.renovate")]


def test_weights_may_come_from_the_tables() -> None:
    problem: Any = {
        "ife": {
            "semantics": "magnitude",
            "factors": [{"id": "S1", "weight": 0.6, "rating": 3}, {"id": "W1", "weight": 0.4, "rating": 1}],
        },
        "qspm": {"options": {"A": {"S1": 4, "W1": 1}, "B": {"S1": 1, "W1": 2}}},
    }
    assert solve_problem(problem, "t")["qspm"]["stas"] == pytest.approx({"A": 2.8, "B": 1.4})


@pytest.mark.parametrize(
    "change, place",
    [
        ({"options": {"A": {"X9": 3}}}, "qspm.options.A.X9"),
        ({"options": {"A": {"S1": "tinggi"}}}, "qspm.options.A.S1"),
        ({"options": {"A": [1]}}, "qspm.options.A"),
        ({"factors": [{"id": "S1"}]}, "qspm.factors[1]"),
        ({"factors": [{"weight": 1}]}, "qspm.factors[1]"),
        ({"options": {}}, "qspm.options"),
        ({"printed": {"stas": {"nobody": 3}}}, "qspm.printed.stas.nobody"),
    ],
)
def test_what_cannot_be_read(change: Any, place: str) -> None:
    base = {"factors": {"S1": 0.6, "W1": 0.4}, "options": {"A": {"S1": 4}, "B": {"S1": 2}}}
    with pytest.raises(InputError) as caught:
        solve_problem({"qspm": {**base, **change}}, "t.yaml")
    assert caught.value.place == place


# M. Kurttila et al. (2000) make global priorities this way; the numbers are invented.
AWOT = {
    "groups": {"S": 0.4, "W": 0.1, "O": 0.3, "T": 0.2},
    "local": {"S1": 0.7, "S2": 0.3, "W1": 1, "O1": 1, "T1": 0.55, "T2": 0.45},
}


def test_awot() -> None:
    answer = solve_problem({"awot": {**AWOT, "printed": {"S1": 0.28, "T2": "0,090"}}}, "t")
    assert answer["lint"] == []
    assert answer["awot"]["global"] == pytest.approx(
        {"S1": 0.28, "S2": 0.12, "W1": 0.1, "O1": 0.3, "T1": 0.11, "T2": 0.09}
    )
    nested = {"groups": {"strengths": 0.4, "W": 0.6}, "local": {"Strengths": {"a": 0.7, "b": 0.3}, "W": {"c": 1}}}
    assert solve_problem({"awot": nested}, "t")["awot"]["global"] == pytest.approx({"a": 0.28, "b": 0.12, "c": 0.6})


def test_awot_errors() -> None:
    wrong: Any = copy.deepcopy(AWOT)
    wrong["printed"] = {"global": {"S1": 0.38}}
    wrong["groups"]["T"] = 0.3
    wrong["local"]["S2"] = 0.2
    assert {(code, where) for _, code, where in lint({"awot": wrong})} == {
        ("does-not-follow", "awot.printed.global.S1"), ("weights-sum", "awot.groups"), ("weights-sum", "awot.local.S"),
    }  # fmt: skip
    with pytest.raises(InputError, match="belongs to no group"):
        solve_problem({"awot": {"groups": {"S": 1}, "local": {"W1": 1}}}, "t")


def test_tows() -> None:
    problem: Any = {
        "tows": {
            "factors": [{"id": "S1", "text": "Jaringan luas"}, {"id": "W1", "text": "Ahli kurang"},
                        {"id": "W2", "text": "jaringan  luas"}, {"id": "O1", "text": "Program nasional"},
                        {"id": "T1", "text": "Serangan"}, "T2"],
            "strategies": [
                {"id": "SO1", "cell": "SO", "uses": ["S1", "O1"], "text": "Meningkatkan layanan publik daring"},
                {"id": "WO1", "uses": "W1, O1", "text": "Peningkatan layanan publik secara daring"},
                {"id": "ST1", "cell": "S-T", "uses": [{"factor": "S1"}, {"factor": "W1"}], "text": "Pelatihan"},
                {"id": "WT1", "cell": "WT", "uses": ["W1", "T9"], "text": "Pedoman"},
                {"id": "WT2", "cell": "WT", "text": "Lain"},
            ],
        }
    }  # fmt: skip
    answer = solve_problem(problem, "t")
    tows = answer["tows"]
    assert tows["merge_proposals"][0]["strategies"] == ["SO1", "WO1"]
    assert tows["unanswered"] == ["W2", "T1", "T2"]
    assert tows["cells"] == {"SO": ["SO1"], "WO": ["WO1"], "ST": ["ST1"], "WT": ["WT1", "WT2"]}
    assert tows["lint"] == [each for each in answer["lint"] if each["where"].startswith("tows")]
    errors = {(each["code"], each["where"]) for each in tows["lint"] if each["severity"] == "error"}
    assert errors == {
        ("factor-in-two-boxes", "tows.factors.W2"), ("breaks-cell", "tows.strategies.ST1"),
        ("unknown-factor", "tows.strategies.WT1"),
    }  # fmt: skip
    assert "no-factors" in {each["code"] for each in tows["lint"]}


def test_tows_in_groups_and_faults() -> None:
    grouped: Any = {
        "factors": {"S": ["S1"], "W": {"W1": "Ahli kurang"}},
        "strategies": {"SO": [{"id": "a", "uses": ["S1"]}]},
    }
    answer = solve_problem({"tows": grouped}, "t")["tows"]
    assert answer["unanswered"] == ["W1"]
    assert answer["lint"][0]["missing"] == ["O"]
    with pytest.raises(InputError, match="no cell"):
        solve_problem({"tows": {"factors": ["S1"], "strategies": [{"id": "X1"}]}}, "t")


def test_a_foreign_factor_beside_both_kinds_breaks_the_cell_too() -> None:
    strategies = [{"id": "SO1", "uses": ["S1", "O1", "W1"]}]
    answer = solve_problem({"tows": {"factors": ["S1", "W1", "O1"], "strategies": strategies}}, "t")["tows"]
    assert [(each["code"], each["ids"], each["missing"]) for each in answer["lint"]] == [
        ("breaks-cell", ["SO1", "W1"], [])
    ]


def test_awot_weights_of_one_decimal_are_not_taken_for_rounded_tenths() -> None:
    wrong = {**AWOT, "printed": {"S1": 0.31}}  # 0.28
    assert lint({"awot": wrong}) == [("error", "does-not-follow", "awot.printed.global.S1")]
