"""Kendall's W with and without ties."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare, rankdata
from tests.stats.published import ANXIETY

from tinjau.stats import kendall_w, mid_ranks

tables = st.integers(3, 6).flatmap(
    lambda n: st.lists(st.lists(st.integers(1, 5), min_size=n, max_size=n), min_size=3, max_size=5)
)  # fmt: skip


def test_anxiety_with_ties() -> None:
    found = kendall_w(ANXIETY)
    assert found is not None
    assert found.w == pytest.approx(0.5396569, abs=5e-8)
    assert found.chi_square == pytest.approx(30.76, abs=5e-3)
    assert found.df == 19
    assert found.p == pytest.approx(0.04288, abs=5e-6)
    assert found.tied
    assert found.p_exact is None


def test_interviewers_and_applicants() -> None:
    """Siegel & Castellan (1988), section 9.4: three interviewers on six applicants, W = 0.16 (s = 25.5)."""
    found = kendall_w([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]])
    assert found is not None
    assert found.w == pytest.approx(0.16, abs=5e-3)
    assert found.rank_sums == (8, 14, 11, 11, 11, 8)


def test_six_students_and_four_papers() -> None:
    """Six rankings of four papers (M. V. Wickerhauser's course notes): W = 0.6, p < 0.01."""
    found = kendall_w([[4, 3, 2, 1], [3, 4, 2, 1], [4, 3, 1, 2], [3, 4, 1, 2], [4, 2, 1, 3], [4, 2, 3, 1]])
    assert found is not None
    assert found.w == pytest.approx(0.6, abs=1e-9)


@given(tables)
@settings(max_examples=60, deadline=None)
def test_is_friedmans_test(table: list[list[int]]) -> None:
    found = kendall_w(table)
    if found is None:
        assert all(len(set(row)) == 1 for row in table)
        return
    with np.errstate(all="ignore"):
        statistic, p = friedmanchisquare(*np.array(table).T)
    assert found.chi_square == pytest.approx(statistic, abs=1e-9)
    assert found.p == pytest.approx(p, abs=1e-9)
    assert -1e-9 <= found.w <= 1 + 1e-9


@given(st.lists(st.integers(0, 6), min_size=1, max_size=12))
def test_mid_ranks_are_scipys(values: list[int]) -> None:
    assert mid_ranks(values) == pytest.approx(tuple(rankdata(values)))


def test_one_order_gives_one_and_opposite_orders_zero() -> None:
    same = kendall_w([[1, 2, 3, 4]] * 3)
    opposite = kendall_w([[1, 2, 3], [3, 2, 1]])
    assert same is not None
    assert opposite is not None
    assert same.w == pytest.approx(1)
    assert same.p_exact == pytest.approx(1 / 24**2)
    assert opposite.w == pytest.approx(0)
    assert opposite.p_exact == pytest.approx(1)


def test_what_cannot_be_said_is_none() -> None:
    assert kendall_w([[1, 2, 3]]) is None
    assert kendall_w([[1], [1]]) is None
    assert kendall_w([[2, 2], [2, 2]]) is None
    assert kendall_w([]) is None
    with pytest.raises(ValueError, match="same number"):
        kendall_w([[1, 2], [1, 2, 3]])
