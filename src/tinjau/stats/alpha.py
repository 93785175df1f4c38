"""Krippendorff's alpha for nominal, ordinal, interval and ratio data with missing ratings.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), the general form with a matrix of coincidences.
"""

from typing import Literal

import numpy as np

from tinjau.stats.intervals import Interval, percentile_interval
from tinjau.stats.table import Counts, Floats, Ratings, count

Level = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval", "ratio")
_BATCH = 250
"""Bootstrap draws computed at a time, to bound memory (project choice)."""


def krippendorff_alpha(ratings: Ratings, level: Level = "nominal") -> float | None:
    """Alpha over units that two or more raters rated; 1 is perfect, 0 is chance, None where it is undefined.

    It is undefined with fewer than two pairable ratings and where all pairable ratings are the same value: without
    variation nothing can be said of reliability. Raises ValueError for names at a level that needs numbers, and
    for negative numbers at ratio level.
    """
    counts = _pairable(ratings, level)
    alpha = _alphas(counts, level, np.ones((1, len(counts.table))))[0]
    return None if np.isnan(alpha) else float(alpha)


def alpha_interval(
    ratings: Ratings, level: Level = "nominal", draws: int = 2000, seed: int = 1, confidence: float = 0.95
) -> Interval | None:
    """The percentile bootstrap interval of alpha: units are drawn with replacement, raters are kept.

    None where alpha is undefined or fewer than two units can be drawn. Draws in which alpha is undefined (all values
    alike) are left out. Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
    """
    counts = _pairable(ratings, level)
    units = len(counts.table)
    if units < 2:
        return None
    generator = np.random.default_rng(seed)
    found = []
    for at in range(0, draws, _BATCH):
        size = min(_BATCH, draws - at)
        weights = generator.multinomial(units, np.full(units, 1 / units), size=size).astype(float)
        found.append(_alphas(counts, level, weights))
    return percentile_interval(np.concatenate(found), confidence)


def _pairable(ratings: Ratings, level: Level) -> Counts:
    counts = count(ratings).pairable()
    used = counts.table.sum(axis=0) > 0
    counts = Counts(tuple(v for v, keep in zip(counts.values, used, strict=True) if keep), counts.table[:, used])
    if level != "nominal" and any(isinstance(value, str) for value in counts.values):
        raise ValueError(f"alpha at {level} level needs numbers; names are for the nominal level")
    if level == "ratio" and any(isinstance(value, float) and value < 0 for value in counts.values):
        raise ValueError("alpha at ratio level needs numbers of zero or more")
    return counts


def _alphas(counts: Counts, level: Level, weights: Floats) -> Floats:
    """Alpha for each row of unit weights (how often each unit stands in the sample)."""
    table = counts.table
    per_unit = table.sum(axis=1)
    margins = weights @ table
    total = margins.sum(axis=1)
    if level in ("nominal", "ratio"):
        distance = _distances(counts.values, level)
        inside = np.einsum("uc,ck,uk->u", table, distance, table) / (per_unit - 1)
        observed = weights @ inside
        expected = np.einsum("bc,ck,bk->b", margins, distance, margins)
    else:
        # Both squared metrics are (s_c - s_k)²: s is the value itself, or its middle rank among all ratings.
        ranks = np.cumsum(margins, axis=1) - margins / 2
        places = ranks if level == "ordinal" else np.tile(_numbers(counts), (len(weights), 1))
        squares = table @ (places**2).T
        sums = table @ places.T
        inside = 2 * (per_unit[:, None] * squares - sums**2) / (per_unit - 1)[:, None]
        observed = np.einsum("bu,ub->b", weights, inside)
        expected = 2 * (total * (margins * places**2).sum(axis=1) - (margins * places).sum(axis=1) ** 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        alphas = np.where(expected > 1e-9 * np.maximum(total, 1), 1 - (total - 1) * observed / expected, np.nan)
    return np.asarray(alphas, dtype=float)


def _numbers(counts: Counts) -> Floats:
    numbers = np.asarray([float(value) for value in counts.values])
    spread = np.ptp(numbers) if len(numbers) else 0.0
    return (numbers - numbers.mean()) / spread if spread > 0 else np.zeros(len(numbers))  # alpha keeps under both


def _distances(values: tuple[float | str, ...], level: Level) -> Floats:
    if level == "nominal":
        return np.asarray(1 - np.eye(len(values)))
    numbers = np.asarray([float(value) for value in values])
    top, bottom = numbers[:, None] - numbers[None, :], numbers[:, None] + numbers[None, :]
    return np.asarray(np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0) ** 2)
