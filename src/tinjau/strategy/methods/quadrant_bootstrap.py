"""How sure a quadrant is, when several raters gave the weights and ratings."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tinjau.strategy.methods.position import Quadrant

Floats = NDArray[np.float64]


def quadrant_probability(
    x_parts: Floats, y_parts: Floats, draws: int = 10_000, seed: int = 1
) -> Mapping[Quadrant, float] | None:
    """The share of bootstrap draws over raters that fall into each quadrant; None with fewer than two raters.

    `x_parts` and `y_parts` hold each rater's own coordinate (S - W and O - T with the rater's ratings); a draw is the
    mean over raters drawn with replacement, the same raters for both axes where both have as many. Points on an axis
    count half to either side. Efron & Tibshirani, An Introduction to the Bootstrap (1993).
    """
    if len(x_parts) < 2 or len(y_parts) < 2:
        return None
    generator = np.random.default_rng(seed)
    x, picks = _means(x_parts, generator, draws)
    same = len(x_parts) == len(y_parts)
    y = y_parts[picks].mean(axis=1) if same else _means(y_parts, generator, draws)[0]
    right, upper = _above(x), _above(y)
    return {
        "aggressive": float((right * upper).mean()),
        "turn-around": float(((1 - right) * upper).mean()),
        "diversification": float((right * (1 - upper)).mean()),
        "defensive": float(((1 - right) * (1 - upper)).mean()),
    }


def _means(parts: Floats, generator: np.random.Generator, draws: int) -> tuple[Floats, NDArray[np.int64]]:
    picks = generator.integers(0, len(parts), size=(draws, len(parts)))
    return parts[picks].mean(axis=1), picks


def _above(values: Floats) -> Floats:
    return np.where(np.abs(values) < 1e-12, 0.5, (values > 0).astype(float))


def rater_coordinates(
    plus: Sequence[tuple[Sequence[float], Sequence[float]]], minus: Sequence[tuple[Sequence[float], Sequence[float]]]
) -> Floats:
    """Each rater's coordinate: the sum of weight times rating over `plus`, less that over `minus`.

    Each factor is a pair of (weights, ratings), both with one entry a rater.
    """
    raters = len(next(iter([*plus, *minus]))[1])
    zero: Floats = np.zeros(raters)
    gained = sum((np.asarray(w, dtype=float) * np.asarray(r, dtype=float) for w, r in plus), zero)
    lost = sum((np.asarray(w, dtype=float) * np.asarray(r, dtype=float) for w, r in minus), zero)
    return np.asarray(gained - lost, dtype=float)
