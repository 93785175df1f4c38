"""SMAA-2 where the answer can be worked out, and what must not move it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.strategy.methods.smaa import smaa2
from tinjau.strategy.methods.weight_space import draw_weights

DRAWS = 20_000


def drawn(size: int, **how: object) -> np.ndarray:
    found = draw_weights([f"c{at}" for at in range(size)], draws=DRAWS, seed=4, **how)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_two_criteria_closed_form() -> None:
    """(1, 0), (0, 1) and (0.6, 0.6): the first wins where its weight is above 0.6, the second where below 0.4."""
    found = smaa2(np.array([[[1, 0], [0, 1], [0.6, 0.6]]], dtype=float), drawn(2))
    assert found.ranks[:, 0] == pytest.approx([0.4, 0.4, 0.2], abs=0.012)
    assert found.central[0] == pytest.approx([0.8, 0.2], abs=0.01)
    assert found.central[2] == pytest.approx([0.5, 0.5], abs=0.01)
    assert found.confidence == pytest.approx([1, 1, 1])
    assert found.ranks.sum(axis=1) == pytest.approx([1, 1, 1])
    assert found.ranks.sum(axis=0) == pytest.approx([1, 1, 1])


def test_three_specialists_closed_form() -> None:
    """Each is best where its criterion weighs most: a third of the simplex, whose centroid has 11/18 there."""
    found = smaa2(np.eye(3)[None], drawn(3))
    assert found.ranks[:, 0] == pytest.approx([1 / 3] * 3, abs=0.012)
    assert found.central[1] == pytest.approx([7 / 36, 11 / 18, 7 / 36], abs=0.01)


def test_a_complete_order_settles_it() -> None:
    """With c0 ≥ c1, (1, 0) beats (0, 1) always and (0.6, 0.6) where its weight is above 0.6: four fifths."""
    weights = drawn(2, order=[["c0"], ["c1"]])
    found = smaa2(np.array([[[1, 0], [0, 1], [0.6, 0.6]]], dtype=float), weights)
    assert found.ranks[:, 0] == pytest.approx([0.8, 0, 0.2], abs=0.012)
    assert np.isnan(found.central[1]).all()
    assert np.isnan(found.confidence[1])


def test_equal_options_share_every_place() -> None:
    found = smaa2(np.full((1, 4, 2), 0.5), drawn(2))
    assert found.ranks == pytest.approx(np.full((4, 4), 0.25))


def test_uncertain_values() -> None:
    """Against a certain 0.5, a value drawn from 0 to 1 wins half of the time."""
    generator = np.random.default_rng(1)
    values = np.stack([generator.uniform(size=(DRAWS, 1)), np.full((DRAWS, 1), 0.5)], axis=1)
    found = smaa2(values, np.ones((DRAWS, 1)))
    assert found.ranks[0] == pytest.approx([0.5, 0.5], abs=0.015)
    assert found.confidence[0] == pytest.approx(0.5, abs=0.015)


@given(st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=2, max_size=5))
@settings(max_examples=40, deadline=None)
def test_a_dominated_option_never_overtakes_its_dominator(rows: list[list[int]]) -> None:
    values = np.array([*rows, [max(0, each - 1) for each in rows[0]]], dtype=float)[None] / 5
    weights = np.random.default_rng(3).dirichlet(np.ones(3), size=500)
    found = smaa2(values, weights)
    places = np.arange(1, values.shape[1] + 1)
    better, worse = found.ranks[0].cumsum(), found.ranks[-1].cumsum()
    assert (better >= worse - 1e-9).all()
    assert found.ranks[0] @ places <= found.ranks[-1] @ places + 1e-9


@given(st.permutations(range(4)))
@settings(max_examples=20, deadline=None)
def test_permuting_options_permutes_the_answer(order: list[int]) -> None:
    values = np.random.default_rng(8).uniform(size=(1, 4, 3))
    weights = np.random.default_rng(9).dirichlet(np.ones(3), size=800)
    assert smaa2(values[:, order], weights).ranks == pytest.approx(smaa2(values, weights).ranks[order])


def test_intervals_are_kept_and_uniform() -> None:
    """With c0 in [0.2, 0.4] of two criteria, weights are uniform there."""
    weights = drawn(2, intervals={"c0": (0.2, 0.4)})
    assert weights[:, 0].min() >= 0.2
    assert weights[:, 0].max() <= 0.4
    assert weights.sum(axis=1) == pytest.approx(np.ones(DRAWS))
    assert weights[:, 0].mean() == pytest.approx(0.3, abs=0.003)
    assert np.quantile(weights[:, 0], 0.25) == pytest.approx(0.25, abs=0.003)


def test_narrow_constraints_are_walked() -> None:
    """So narrow that rejection finds nothing; the walk's mean must come near the box's middle."""
    ends = {f"c{at}": (1 / 8 - 0.002, 1 / 8 + 0.002) for at in range(8)}
    weights = draw_weights([f"c{at}" for at in range(8)], intervals=ends, draws=2000, seed=1)
    assert weights is not None
    assert weights.sum(axis=1) == pytest.approx(np.ones(2000))
    assert weights.min() >= 1 / 8 - 0.002 - 1e-9
    assert weights.max() <= 1 / 8 + 0.002 + 1e-9
    assert weights.mean(axis=0) == pytest.approx([1 / 8] * 8, abs=2e-4)
    assert weights.std() > 0.0005


def test_walk_and_rejection_draw_from_the_same_body() -> None:
    """The walk is used for a partial order only when rejection is rare; here both are compared on one problem."""
    from tinjau.strategy.methods import weight_space  # the walk alone is not public

    pairs, bounds = [(0, 1)], np.array([[0.0, 1.0], [0.0, 1.0], [0.3, 1.0]])
    start = np.array([0.4, 0.2, 0.4])
    walked = weight_space._walk(start, pairs, bounds, 6000, np.random.default_rng(2))
    kept = draw_weights(["a", "b", "c"], [["a"], ["b"]], {"c": (0.3, 1.0)}, draws=6000, seed=2)
    assert kept is not None
    assert walked.mean(axis=0) == pytest.approx(kept.mean(axis=0), abs=0.01)
    assert walked.std(axis=0) == pytest.approx(kept.std(axis=0), abs=0.01)


def test_constraints_that_leave_nothing() -> None:
    assert draw_weights(["a", "b"], intervals={"a": (0, 0.2), "b": (0, 0.2)}) is None
    assert draw_weights(["a", "b"], [["a"], ["b"]], {"b": (0.6, 1.0)}) is None
