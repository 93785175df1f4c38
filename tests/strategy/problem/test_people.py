"""Agreement, content validity, rankings and Delphi rounds of a problem file."""

from typing import Any

import pytest
from tests.stats.published import ANXIETY, KRIPPENDORFF_2011

from tinjau.model import InputError
from tinjau.strategy.problem import solve_problem


def solved(key: str, **inside: Any) -> tuple[Any, list[tuple[str, str, str]]]:
    answer = solve_problem({key: inside}, "t.yaml")
    return answer[key], [(each["severity"], each["code"], each["where"]) for each in answer["lint"]]


@pytest.mark.parametrize(
    "level, alpha", [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_krippendorff_2011(level: str, alpha: float) -> None:
    answer, found = solved("agreement", level=level, ratings=KRIPPENDORFF_2011, printed={"alpha": alpha})
    assert found == []
    assert answer["alpha"] == pytest.approx(alpha, abs=5e-4)
    assert answer["interval"][0] < alpha < answer["interval"][1]
    assert answer["ac1"] == pytest.approx(0.775, abs=5e-4)
    assert answer["conventions"]["rows"] == "units"


def test_alpha_of_another_level_is_named_and_a_wrong_one_found() -> None:
    _, found = solved("agreement", level="nominal", ratings=KRIPPENDORFF_2011, printed={"alpha": 0.815})
    assert found == [("notice", "agrees-under-another-rule", "agreement.printed.alpha")]
    _, found = solved("agreement", level="nominal", ratings=KRIPPENDORFF_2011, printed={"alpha": 0.91, "percent": 82})
    assert found == [("error", "does-not-follow", "agreement.printed.alpha")]


def test_a_table_written_the_other_way_round_is_recognised() -> None:
    turned = [list(row) for row in zip(*KRIPPENDORFF_2011, strict=True)]
    answer = solve_problem({"agreement": {"level": "nominal", "ratings": turned, "printed": {"alpha": 0.743}}}, "t")
    assert [each["rule"] for each in answer["lint"]] == ["transposed"]


def test_two_raters_with_words() -> None:
    ratings = {
        "u1": {"ani": "ya", "budi": "Ya"},
        "u2": {"ani": "tidak", "budi": "ya"},
        "u3": {"budi": "tidak", "ani": "tidak"},
    }
    answer, found = solved("agreement", level="nominal", ratings=ratings, printed={"percent": "66,7%", "cohen": 0.4})
    assert found == []
    assert answer["cohen"] == pytest.approx(0.4)
    assert (answer["units"], answer["raters"]) == (3, 2)


def test_agreement_faults() -> None:
    for inside, words in (
        ({"ratings": [[1], [2]]}, "one rater only"),
        ({"level": "ordinal", "ratings": [["a", "b"]]}, "is no number"),
        ({"level": "ratio", "ratings": [[-1, 2], [1, 1]]}, "zero or more"),
        ({"level": "soso", "ratings": [[1, 2]]}, "not known here"),
        ({"ratings": []}, "no unit"),
        ({"ratings": [[1, 2]], "draws": 0.5}, "no count"),
    ):
        with pytest.raises(InputError, match=words):
            solve_problem({"agreement": inside}, "t")


# D. F. Polit, C. T. Beck & S. V. Owen (2007), Research in Nursing & Health 30: six experts give 6, 5, 4 relevant votes.
RATINGS = [[4, 4, 4], [3, 4, 3], [4, 3, 4], [4, 4, 3], [3, 3, 2], [4, 2, 1]]


def test_content_validity() -> None:
    printed = {"i_cvi": [1.00, 0.83, 0.67], "kappa_star": ["1,00", "0,82", "0,56"], "s_cvi_ave": 0.83, "s_cvi_ua": 0.33,
               "cvr": [1, 0.67, 0.33]}  # fmt: skip
    answer, found = solved("content_validity", ratings=RATINGS, relevant_from=3, printed=printed)
    assert found == []
    assert answer["i_cvi"] == pytest.approx([1, 5 / 6, 4 / 6])
    assert answer["s_cvi_ave"] == pytest.approx(5 / 6)
    assert answer["s_cvi_ua"] == pytest.approx(1 / 3)
    assert answer["kappa_star"] == pytest.approx([1, 0.816, 0.565], abs=5e-4)
    assert answer["kappa_word"] == ["excellent", "excellent", "fair"]
    assert answer["cvr_critical"] == {"experts": 6, "exact_agreeing": 6, "exact_cvr": 1.0, "lawshe_1975": 0.99}


def test_content_validity_errors_by_item() -> None:
    printed = {"i_cvi": {"b": 0.93}, "s_cvi_ave": 0.33, "cvr": {"c": 0.33}}
    _, found = solved("content_validity", ratings=RATINGS, items=["a", "b", "c"], printed=printed)
    assert found == [
        ("error", "does-not-follow", "content_validity.printed.i_cvi.b"),
        ("error", "does-not-follow", "content_validity.printed.s_cvi_ave"),
        ("notice", "other-index", "content_validity.printed.s_cvi_ave"),
    ]


def test_missing_experts_and_faults() -> None:
    answer, found = solved("content_validity", ratings=[[4, None], [3, 2], [1, 4]])
    assert answer["i_cvi"] == pytest.approx([2 / 3, 1 / 2])
    assert found == [("notice", "unequal-panels", "content_validity.ratings")]
    for ratings, words in (
        ([], "no expert"),
        ([[1, 2], [1]], "first expert has 2"),
        ([[None], [None]], "rated by nobody"),
    ):
        with pytest.raises(InputError, match=words):
            solve_problem({"content_validity": {"ratings": ratings}}, "t")


def test_kendall_with_ties() -> None:
    printed = {"w": 0.54, "p": "0,043", "chi_square": 30.8}
    answer, found = solved("consensus", kendall_w={"ranks": ANXIETY, "printed": printed})
    assert [each for each in found if each[1] != "ranked-again"] == []
    assert answer["w"] == pytest.approx(0.5397, abs=5e-5)
    assert answer["p"] == pytest.approx(0.0429, abs=5e-5)
    assert answer["kendall_w"]["tied"]
    _, found = solved("consensus", kendall_w={"ranks": ANXIETY, "printed": {"w": 0.502}})
    assert ("notice", "agrees-under-another-rule", "consensus.kendall_w.printed.w") in found
    _, found = solved("consensus", kendall_w={"ranks": ANXIETY}, printed={"w": 0.74, "p": "< 0,01"})
    assert {(code, where) for severity, code, where in found if severity == "error"} == {
        ("does-not-follow", "consensus.kendall_w.printed.w"), ("does-not-follow", "consensus.kendall_w.printed.p"),
    }  # fmt: skip


def test_ranks_by_name() -> None:
    ranks = {"ani": {"a": 1, "b": 2, "c": 3}, "budi": {"b": 2, "a": 1, "c": 3}}
    answer, found = solved("consensus", kendall_w={"ranks": ranks})
    assert found == []
    assert answer["w"] == pytest.approx(1)
    assert answer["kendall_w"]["rank_sums"] == {"a": 2, "b": 4, "c": 6}
    with pytest.raises(InputError, match="other objects"):
        solve_problem({"consensus": {"kendall_w": {"ranks": {"x": {"a": 1, "b": 2}, "y": {"a": 1, "c": 2}}}}}, "t")


def test_delphi() -> None:
    rounds = [[1, 2, 3, 4, 5, 5, 6, 7], [4, 4, 4, 5, 5, 5, 5, 6], [4, 4, 4, 5, 5, 5, 5, 5]]
    answer, found = solved(
        "consensus", delphi={"rounds": rounds, "quantile": "tukey", "printed": {"median": [4.5, 5, 5], "iqr": 1}}
    )
    assert found == []
    assert answer["median"] == [4.5, 5, 5]
    assert answer["iqr"] == [3.0, 1.0, 1.0]
    assert answer["stable"] is True
    assert answer["delphi"]["net_change"] == pytest.approx(0.125)
    assert answer["conventions"]["quantile"] == "tukey-hinges"
    assert solved("consensus", delphi={"rounds": rounds[:1]})[0]["stable"] is None


def test_delphi_quantile_rules_are_told_apart() -> None:
    inside = {"rounds": [[1, 2, 3, 4]], "quantile": "hyndman-fan-7", "printed": {"iqr": [2.5]}}
    answer = solve_problem({"consensus": {"delphi": inside}}, "t")
    assert [(each["code"], each["rule"]) for each in answer["lint"]] == [("agrees-under-another-rule", "hyndman-fan-6")]
    inside["printed"] = {"iqr": [3.5], "median": [3.5]}
    rows = solve_problem({"consensus": {"delphi": inside}}, "t")["lint"]
    assert [each["where"] for each in rows if each["severity"] == "error"] == [
        "consensus.delphi.printed.median[1]", "consensus.delphi.printed.iqr[1]",
    ]  # fmt: skip


def test_delphi_with_items() -> None:
    rounds = [{"a": [1, 2, 3], "b": {"x": 4, "y": 4, "z": 5}}, {"a": [2, 2, 2], "b": {"x": 4, "y": 4, "z": 4}}]
    answer, found = solved("consensus", delphi={"rounds": rounds, "printed": {"a": {"median": [2, 2]}}})
    assert found == []
    assert answer["median"] == {"a": [2, 2], "b": [4, 4]}
    assert answer["stable"] == {"a": False, "b": False}


def test_consensus_faults() -> None:
    for inside, words in (
        ({}, "neither"),
        ({"delphi": {"rounds": []}}, "no round"),
        ({"delphi": {"rounds": [[None]]}}, "nobody gave"),
        ({"delphi": {"rounds": [[1]], "quantile": "mine"}}, "no known rule"),
        ({"kendall_w": {"ranks": [[1, 2], [1]]}}, "different numbers"),
        ({"kendall_w": {"ranks": [[1, None], [1, 2]]}}, "number is needed"),
    ):
        with pytest.raises(InputError, match=words):
            solve_problem({"consensus": inside or {"x": 1}}, "t")
