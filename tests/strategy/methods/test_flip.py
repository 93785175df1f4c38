"""The smallest change that flips the winner, against a search by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.strategy.methods.flip import single_weight_flips, smallest_flip

tables = st.integers(2, 4).flatmap(
    lambda m: st.lists(st.lists(st.integers(1, 4), min_size=3, max_size=3), min_size=m, max_size=m)
)  # fmt: skip


def test_two_criteria_by_hand() -> None:
    """A = 4, 1 and B = 2, 3 with weights 0.6, 0.4: 2.8 against 2.4; level at 0.5, so a tenth must move."""
    found = smallest_flip([[4, 2], [1, 3]], [0.6, 0.4])
    assert found is not None
    assert found.to == 1
    assert found.moved == pytest.approx(0.1)
    assert found.weights == pytest.approx((0.5, 0.5))
    assert single_weight_flips([[4, 2], [1, 3]], [0.6, 0.4]) == pytest.approx({0: 0.5, 1: 0.5})


def test_a_dominated_rival_never_wins() -> None:
    assert smallest_flip([[4, 3], [3, 1]], [0.5, 0.5]) is None
    assert smallest_flip([[4], [3]], [0.5, 0.5]) is None


def test_groups_keep_their_sums() -> None:
    table = [[4, 1], [1, 1], [2, 3], [1, 4]]
    found = smallest_flip(table, [0.9, 0.1, 0.5, 0.5], [[0, 1], [2, 3]])
    assert found is not None
    assert sum(found.weights[:2]) == pytest.approx(1)
    assert sum(found.weights[2:]) == pytest.approx(1)


@given(tables)
@settings(max_examples=50, deadline=None)
def test_at_the_flip_they_are_level_and_no_smaller_step_does_it(table: list[list[int]]) -> None:
    values = np.array(table, dtype=float)
    weights = np.full(len(values), 1 / len(values))
    scores = weights @ values
    found = smallest_flip(values, weights)
    if found is None:
        winner = int(np.argmax(scores))
        assert all((values[:, winner] > values[:, rival]).all() for rival in range(3) if rival != winner)
        return
    at = np.array(found.weights) @ values
    winner = int(np.argmax(scores))
    assert at[found.to] >= at[winner] - 1e-7
    assert sum(found.weights) == pytest.approx(1)
    generator = np.random.default_rng(1)
    for _ in range(200):
        other = generator.dirichlet(np.ones(len(values)))
        if np.abs(other - weights).sum() / 2 < found.moved - 1e-6:
            assert (other @ values)[winner] >= (other @ values).max() - 1e-9
