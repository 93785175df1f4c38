"""AHP against Saaty's examples and against a library."""

import numpy as np
import pytest
from ahpy import Compare
from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.strategy.methods.ahp import (
    column_means,
    column_sum_lambda,
    consistency,
    geometric_mean,
    priorities,
    row_geometric_means,
)
from tinjau.strategy.methods.random_index import RANDOM_INDEX, random_index

# T. L. Saaty, "Decision making with the analytic hierarchy process", Int. J. Services Sciences 1 (2008) 83-98, table 3:
# which drink is consumed more in the U.S.
DRINKS: list[list[float]] = [
    [1, 9, 5, 2, 1, 1, 1 / 2],
    [1 / 9, 1, 1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 5, 3, 1, 1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [1, 9, 4, 2, 1, 2, 1 / 2],
    [1, 9, 3, 1, 1 / 2, 1, 1 / 3],
    [2, 9, 9, 3, 2, 3, 1],
]
_SCALE = [1 / 9, 1 / 7, 1 / 5, 1 / 3, 1, 3, 5, 7, 9]


def reciprocal(upper: list[float], size: int) -> np.ndarray:
    table = np.eye(size)
    rows, columns = np.triu_indices(size, 1)
    table[rows, columns] = upper
    table[columns, rows] = 1 / np.array(upper)
    return table


matrices = st.integers(3, 6).flatmap(
    lambda n: st.lists(st.sampled_from(_SCALE), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2).map(
        lambda upper: reciprocal(upper, n)
    )
)  # fmt: skip


def test_saatys_drinks() -> None:
    found = priorities(DRINKS, "saaty-2003")
    assert found.weights == pytest.approx([0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], abs=5e-4)
    assert found.cr == pytest.approx(0.022, abs=5e-4)


def test_a_consistent_matrix_gives_its_ratios_back() -> None:
    weights = np.array([0.5, 0.3, 0.2])
    found = priorities(weights[:, None] / weights[None, :])
    assert found.weights == pytest.approx(weights)
    assert found.lambda_max == pytest.approx(3)
    assert found.cr == pytest.approx(0, abs=1e-12)


def test_two_items_cannot_contradict_one_another() -> None:
    found = priorities([[1.0, 4.0], [0.25, 1.0]])
    assert found.weights == pytest.approx((0.8, 0.2))
    assert (found.ci, found.cr) == (0, 0)


@given(matrices)
@settings(max_examples=40, deadline=None)
def test_agrees_with_ahpy(matrix: np.ndarray) -> None:
    found = priorities(matrix)
    assert sum(found.weights) == pytest.approx(1)
    assert found.lambda_max >= len(matrix) - 1e-9
    names = [f"i{at}" for at in range(len(matrix))]
    pairs = {(names[i], names[j]): float(matrix[i, j]) for i in range(len(names)) for j in range(i + 1, len(names))}
    witness = Compare("c", pairs, precision=8, random_index="saaty", iterations=500, tolerance=1e-12)
    assert found.weights == pytest.approx([witness.target_weights[name] for name in names], abs=2e-5)


@given(matrices)
@settings(max_examples=30, deadline=None)
def test_permuting_items_permutes_weights(matrix: np.ndarray) -> None:
    order = np.arange(len(matrix))[::-1]
    before, after = priorities(matrix), priorities(matrix[np.ix_(order, order)])
    assert after.weights == pytest.approx(np.array(before.weights)[order])
    assert after.cr == pytest.approx(before.cr, abs=1e-9)


fours = st.lists(st.sampled_from(_SCALE), min_size=6, max_size=6).map(lambda upper: reciprocal(upper, 4))


@given(st.lists(fours, min_size=2, max_size=4))
@settings(max_examples=20, deadline=None)
def test_groups_keep_reciprocity_and_a_doubled_panel_changes_nothing(members: list[np.ndarray]) -> None:
    group = geometric_mean(members)
    assert group * group.T == pytest.approx(np.ones((4, 4)))
    assert geometric_mean([*members, *members]) == pytest.approx(group)
    assert geometric_mean(members[::-1]) == pytest.approx(group)


def test_a_groups_ratio_proves_nothing() -> None:
    """Respondents who answer at random: each is inconsistent, the group looks consistent."""
    generator = np.random.default_rng(1)
    panel = [reciprocal(list(generator.choice(_SCALE, size=6)), 4) for _ in range(60)]
    assert np.median([priorities(each).cr or 0 for each in panel]) > 0.3
    assert (priorities(geometric_mean(panel)).cr or 0) < 0.1


def test_approximations_agree_where_there_is_no_contradiction() -> None:
    weights = np.array([0.4, 0.35, 0.15, 0.1])
    matrix = weights[:, None] / weights[None, :]
    for rule in (column_means, row_geometric_means):
        found, largest = rule(matrix)
        assert found == pytest.approx(weights)
        assert largest == pytest.approx(4)
    assert column_sum_lambda(matrix, weights) == pytest.approx(4)


def test_random_index_tables() -> None:
    assert random_index("saaty-1980", 3) == 0.58
    assert random_index("saaty-2003", 3) == 0.52
    assert random_index("saaty-1980", 16) is None
    assert consistency(3.1, 3, "saaty-1980")[1] == pytest.approx(0.05 / 0.58)
    for values in RANDOM_INDEX.values():
        assert len(values) == 15
        assert values[:2] == (0, 0)
        assert all(0.5 <= each <= 1.6 for each in values[2:])


def test_alonso_and_lamata_can_be_simulated() -> None:
    """For n = 4 the table has the mean CI of random matrices of the whole scale, within the simulation's error."""
    generator = np.random.default_rng(7)
    scale = [1 / k for k in range(9, 1, -1)] + list(range(1, 10))
    found = [priorities(reciprocal(list(generator.choice(scale, size=6)), 4)).ci for _ in range(4000)]
    assert np.mean(found) == pytest.approx(RANDOM_INDEX["alonso-lamata-2006"][3], abs=0.03)
