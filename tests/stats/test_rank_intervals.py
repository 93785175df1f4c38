"""Rank intervals that hold for every weighting."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.stats.rank_intervals import rank_intervals


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ([[2], [1], [0]], [[2], [1], [0]], [(1, 1), (2, 2), (3, 3)]),
        ([[1], [1]], [[1], [1]], [(1, 2), (1, 2)]),  # a tie is shared
        ([[2, 0], [0, 2]], [[2, 0], [0, 2]], [(1, 2), (1, 2)]),  # which is better depends on the weights
        ([[2, 2], [0, 0]], [[2, 2], [2, 2]], [(1, 2), (1, 2)]),  # the second may turn out as good
        ([[2, 1], [0, 0]], [[2, 1], [1, 1]], [(1, 1), (2, 2)]),  # at least as good throughout, better in one
        ([], [], []),
        ([[], []], [[], []], [(1, 2), (1, 2)]),
    ],
)
def test_cases(low: list[list[float]], high: list[list[float]], expected: list[tuple[int, int]]) -> None:
    assert rank_intervals(low, high) == expected


def test_refuses_what_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="above"):
        rank_intervals([[2]], [[1]])
    with pytest.raises(ValueError, match="shape"):
        rank_intervals([[2]], [[1], [3]])


UNITS = st.integers(1, 4).flatmap(
    lambda k: st.lists(st.tuples(*[st.tuples(st.integers(0, 3), st.integers(0, 3))] * k), min_size=1, max_size=5)
)


@given(UNITS, st.randoms(use_true_random=False))
def test_no_weighting_and_no_missing_value_leaves_the_interval(
    units: list[tuple[tuple[int, int], ...]], chance: random.Random
) -> None:
    low = [[min(pair) for pair in unit] for unit in units]
    high = [[max(pair) for pair in unit] for unit in units]
    intervals = rank_intervals(low, high)
    weights = [chance.random() + 0.01 for _ in low[0]]
    values = [[chance.uniform(a, b) for a, b in zip(x, y, strict=True)] for x, y in zip(low, high, strict=True)]
    totals = [sum(w * v for w, v in zip(weights, row, strict=True)) for row in values]
    for mine, (best, worst) in zip(totals, intervals, strict=True):
        above = sum(other > mine + 1e-9 for other in totals)
        assert best <= 1 + above <= worst


@given(UNITS)
def test_order_of_units_does_not_matter(units: list[tuple[tuple[int, int], ...]]) -> None:
    low = [[min(pair) for pair in unit] for unit in units]
    high = [[max(pair) for pair in unit] for unit in units]
    forward = rank_intervals(low, high)
    assert rank_intervals(low[::-1], high[::-1]) == forward[::-1]


def test_blocks_agree_with_one_block() -> None:
    rows = [list(each) for each in itertools.product(range(7), repeat=3)]  # 343 units: more than one block
    assert rank_intervals(rows, rows)[0] == (343, 343)
    assert rank_intervals(rows, rows)[-1] == (1, 1)
