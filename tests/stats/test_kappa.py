"""Cohen, Fleiss and Gwet against published values and statsmodels."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats import inter_rater
from tests.stats.published import COHEN_1960, FLEISS_1971, KRIPPENDORFF_2011

from tinjau.stats import (
    cohen_kappa,
    cohen_kappa_table,
    fleiss_kappa,
    fleiss_kappa_counts,
    gwet_ac1,
    gwet_ac2,
    gwet_counts,
    percent_agreement,
    unanimous_share,
)

complete = st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=3, max_size=10)


def test_fleiss_1971() -> None:
    assert fleiss_kappa_counts(FLEISS_1971) == pytest.approx(0.430, abs=5e-4)


def test_cohen_1960() -> None:
    assert cohen_kappa_table(COHEN_1960) == pytest.approx(0.492, abs=5e-4)


def test_gwet_on_krippendorffs_table() -> None:
    """Values that the R package irrCAC (K. L. Gwet) prints for its data set cac.raw4raters."""
    assert gwet_ac1(KRIPPENDORFF_2011) == pytest.approx(0.77544, abs=5e-6)
    assert fleiss_kappa(KRIPPENDORFF_2011) == pytest.approx(0.76117, abs=5e-6)
    assert percent_agreement(KRIPPENDORFF_2011) == pytest.approx(0.8181818, abs=5e-7)


def test_cohen_on_gwets_abstractors() -> None:
    """irrCAC's data set cont3x3abstractors: Cohen's kappa 0.7964094."""
    assert cohen_kappa_table([[13, 0, 0], [0, 20, 7], [0, 4, 56]]) == pytest.approx(0.7964094, abs=5e-8)


@given(complete)
@settings(max_examples=60, deadline=None)
def test_fleiss_agrees_with_statsmodels(table: list[list[int]]) -> None:
    counts, _ = inter_rater.aggregate_raters(np.array(table))
    ours = fleiss_kappa(table)
    if ours is None:
        assert len({cell for row in table for cell in row}) == 1
    else:
        assert ours == pytest.approx(inter_rater.fleiss_kappa(counts, method="fleiss"))


@given(complete)
@settings(max_examples=60, deadline=None)
def test_cohen_agrees_with_statsmodels(table: list[list[int]]) -> None:
    first, second = [row[0] for row in table], [row[1] for row in table]
    square, _ = inter_rater.to_table(np.array([first, second]).T, bins=np.arange(5) - 0.5)
    for weighting, theirs in (("identity", None), ("linear", "linear"), ("quadratic", "quadratic")):
        ours = cohen_kappa(first, second, weighting, categories=[0, 1, 2, 3])  # type: ignore[arg-type]
        if ours is not None:
            with np.errstate(all="ignore"):
                assert ours == pytest.approx(inter_rater.cohens_kappa(square, wt=theirs, return_results=False))


@given(complete)
@settings(max_examples=40, deadline=None)
def test_order_does_not_matter(table: list[list[int]]) -> None:
    turned = [row[::-1] for row in table[::-1]]
    for statistic in (fleiss_kappa, gwet_ac1, gwet_ac2, percent_agreement, unanimous_share):
        before, after = statistic(table), statistic(turned)
        assert (before is None and after is None) or before == pytest.approx(after)


def test_ac1_does_not_collapse_where_one_category_is_common() -> None:
    """Feinstein & Cicchetti's paradox (J. Clin. Epidemiol. 43, 1990): high agreement and a low kappa."""
    table = [["yes", "yes"]] * 118 + [["yes", "no"]] * 5 + [["no", "yes"]] * 2
    assert (percent_agreement(table) or 0) > 0.94
    assert (cohen_kappa([r[0] for r in table], [r[1] for r in table]) or 0) < 0
    assert (gwet_ac1(table) or 0) > 0.93


def test_names_and_numbers_and_missing() -> None:
    first = ["a", "b", None, "c", "a"]
    second = ["a", "b", "b", "a", None]
    assert cohen_kappa(first, second) == pytest.approx(cohen_kappa(["a", "b", "c"], ["a", "b", "a"]))
    with pytest.raises(ValueError, match="outside the categories"):
        cohen_kappa([1, 2], [1, 3], categories=[1, 2])


def test_undefined_is_none() -> None:
    assert cohen_kappa([1, 1], [1, 1]) is None
    assert cohen_kappa([None], [1]) is None
    assert fleiss_kappa([[1, 1], [1, 1]]) is None
    assert fleiss_kappa([]) is None
    assert gwet_ac1([[1, 1]]) is None
    assert gwet_counts([[1, 0], [0, 1]]) is None
    assert percent_agreement([[1, None]]) is None
    assert unanimous_share([]) is None


def test_unanimous_is_stricter_than_pairs() -> None:
    table = [[1, 1, 1], [1, 1, 2]]
    assert unanimous_share(table) == pytest.approx(1 / 2)
    assert percent_agreement(table) == pytest.approx((1 + 1 / 3) / 2)
