"""Ranks that are sure whatever weights one would give: from componentwise dominance, without a composite score.

A unit has an interval in each dimension: a point where the value is known, the whole scale where it is not. One unit
surely beats another when its lowest value is at least the other's highest in every dimension and above it in one. A
rank interval counts only such sure victories, so it holds for every weighting of the dimensions and for every value
that the unknown parts may turn out to have (partial orders for ranking: Bruggemann & Patil 2011, ch. 2).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_BLOCK = 256  # rows compared at a time, so that memory stays small; project choice


def rank_intervals(low: Sequence[Sequence[float]], high: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """For each of n units its best and worst possible rank (1 is best; units that tie share an interval).

    `low` and `high` are n × k with low <= high. Raises ValueError for shapes that differ or low above high.
    """
    lows, highs = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    if lows.shape != highs.shape:
        raise ValueError("low and high differ in shape")
    if lows.size == 0:
        return [(1, len(lows))] * len(lows)
    if (lows > highs).any():
        raise ValueError("a low value lies above its high value")
    count = len(lows)
    beaten_by = np.zeros(count, dtype=np.int64)
    beats = np.zeros(count, dtype=np.int64)
    for start in range(0, count, _BLOCK):
        sure = _surely_beats(lows[start : start + _BLOCK], highs)
        beats[start : start + _BLOCK] = sure.sum(axis=1)
        beaten_by += sure.sum(axis=0)
    return [(1 + int(worse), count - int(better)) for worse, better in zip(beaten_by, beats, strict=True)]


def _surely_beats(lows: NDArray[np.float64], highs: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which row of `lows` surely beats which of `highs`; one dimension after the other, which needs no cube."""
    at_least = np.ones((len(lows), len(highs)), dtype=bool)
    above = np.zeros_like(at_least)
    for low, high in zip(lows.T, highs.T, strict=True):
        at_least &= low[:, None] >= high
        above |= low[:, None] > high
    return np.logical_and(at_least, above)
