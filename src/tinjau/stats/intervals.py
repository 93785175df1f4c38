"""Intervals: of shares (Wilson) and of anything that can be computed again on resampled rows (bootstrap)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high` at `confidence` (0 to 1); `draws` is how many resamples it rests on (0 for a formula)."""

    low: float
    high: float
    confidence: float
    draws: int = 0


def wilson_interval(hits: int, total: int, confidence: float = 0.95) -> Interval | None:
    """Wilson's score interval of a share, without continuity correction; None for an empty total.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212.
    """
    if total <= 0:
        return None
    if not 0 <= hits <= total:
        raise ValueError(f"{hits} of {total} is no share")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = hits / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * (share * (1 - share) / total + z * z / (4 * total * total)) ** 0.5 / (1 + z * z / total)
    return Interval(max(0.0, middle - half), min(1.0, middle + half), confidence)


def percentile_interval(values: ArrayLike, confidence: float = 0.95) -> Interval | None:
    """The middle `confidence` share of simulated values (Hyndman-Fan rule 7); NaN is left out, None without values."""
    found = np.asarray(values, dtype=float)
    found = found[~np.isnan(found)]
    if not len(found):
        return None
    low, high = np.quantile(found, [(1 - confidence) / 2, (1 + confidence) / 2])
    return Interval(float(low), float(high), confidence, len(found))


def bootstrap_interval(
    statistic: Callable[[Sequence[Row]], float | None],
    rows: Sequence[Row],
    draws: int = 1000,
    seed: int = 1,
    confidence: float = 0.95,
) -> Interval | None:
    """The percentile bootstrap interval of `statistic` over `rows` drawn with replacement.

    None with fewer than two rows. Draws for which the statistic is None are left out.
    """
    if len(rows) < 2:
        return None
    generator = np.random.default_rng(seed)
    picks = generator.integers(0, len(rows), size=(draws, len(rows)))
    found = [statistic([rows[index] for index in pick]) for pick in picks]
    return percentile_interval([np.nan if each is None else each for each in found], confidence)
