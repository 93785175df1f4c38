"""Weights from orders and points."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.strategy.methods.surrogate_weights import (
    mean_weights,
    perturbation,
    point_weights,
    roc_weights,
    shared_ranks,
)
from tinjau.strategy.methods.weight_space import draw_weights

ranks = st.lists(st.integers(1, 5), min_size=1, max_size=6).map(
    lambda row: {f"i{at}": float(rank) for at, rank in enumerate(row)}
)


@pytest.mark.parametrize(
    "size, printed",
    [(2, [0.75, 0.25]), (3, [0.6111, 0.2778, 0.1111]), (4, [0.5208, 0.2708, 0.1458, 0.0625]),
     (5, [0.4567, 0.2567, 0.1567, 0.0900, 0.0400])],
)  # fmt: skip
def test_barron_and_barretts_table(size: int, printed: list[float]) -> None:
    found = roc_weights({f"i{at}": at for at in range(size)})
    assert list(found.values()) == pytest.approx(printed, abs=5e-5)


@given(ranks)
def test_roc_adds_up_and_keeps_the_order(given_ranks: dict[str, float]) -> None:
    found = roc_weights(given_ranks)
    assert sum(found.values()) == pytest.approx(1)
    for a in found:
        for b in found:
            assert (given_ranks[a] < given_ranks[b]) == (found[a] > found[b] + 1e-12)


def test_roc_is_the_centroid_of_the_ordered_simplex() -> None:
    drawn = draw_weights(["a", "b", "c"], [["a"], ["b"], ["c"]], draws=40_000, seed=2)
    assert drawn is not None
    assert drawn.mean(axis=0) == pytest.approx(list(roc_weights({"a": 1, "b": 2, "c": 3}).values()), abs=0.005)


def test_points_and_means() -> None:
    assert point_weights({"a": 30, "b": 10}) == {"a": 0.75, "b": 0.25}
    assert mean_weights([{"a": 1.0, "b": 0.0}, {"a": 0.5, "b": 0.5}]) == {"a": 0.75, "b": 0.25}
    for points in ({"a": 0.0}, {"a": -1.0, "b": 2.0}):
        with pytest.raises(ValueError, match="zero or more"):
            point_weights(points)


def test_a_doubled_rater_changes_no_mean() -> None:
    panel = [{"a": 0.7, "b": 0.3}, {"a": 0.2, "b": 0.8}]
    assert mean_weights([*panel, *panel]) == pytest.approx(mean_weights(panel))


def test_perturbation_by_hand() -> None:
    """0.55 and 0.45 draw level when both move by a tenth: 0.55 × 0.9 = 0.45 × 1.1."""
    found = perturbation({"a": 0.55, "b": 0.45}, 0.1)
    assert found is not None
    assert found.needed == pytest.approx(0.1)
    assert found.keeps_first
    wide = perturbation({"a": 0.5, "b": 0.45, "c": 0.05}, 0.1)
    assert wide is not None
    assert not wide.keeps_first
    assert (wide.best["b"], wide.worst["a"], wide.best["c"]) == (1, 2, 3)
    assert perturbation({}) is None


@given(st.lists(st.integers(1, 50), min_size=2, max_size=5), st.integers(0, 5))
def test_perturbed_ranks_hold_for_every_draw(points: list[int], seed: int) -> None:
    weights = point_weights({f"i{at}": float(p) for at, p in enumerate(points)})
    found = perturbation(weights, 0.2)
    assert found is not None
    generator = np.random.default_rng(seed)
    base = np.array(list(weights.values()))
    for _ in range(20):
        moved = base * generator.uniform(0.8, 1.2, size=len(base))
        for at, name in enumerate(weights):
            rank = 1 + int((moved > moved[at]).sum())
            assert found.best[name] <= rank <= found.worst[name]


def test_overlapping_intervals_share_a_rank() -> None:
    spans = {"a": (0.4, 0.6), "b": (0.35, 0.5), "c": (0.1, 0.2), "d": (0.05, 0.12)}
    values = {"a": 0.5, "b": 0.45, "c": 0.15, "d": 0.08}
    assert shared_ranks(spans, values) == {"a": 1, "b": 1, "c": 3, "d": 3}
