"""Kendall's coefficient of concordance W, with ties."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from math import factorial

import numpy as np

from tinjau.stats.table import Floats

_EXACT_UP_TO = 20_000
"""The exact distribution is built where the raters' orders can be combined in so many ways at most (project choice)."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """W from 0 (no common order) to 1 (one order), its chi-square test, and how many raters and objects there were.

    `p` is the chi-square approximation, which is rough for seven objects or fewer; `p_exact` is over every
    combination of orders where those are few enough and no rater has ties, else None. `w_untied` leaves the
    correction for ties out. `rank_sums` are by object.
    """

    w: float
    chi_square: float
    df: int
    p: float
    p_exact: float | None
    w_untied: float
    raters: int
    objects: int
    tied: bool
    rank_sums: tuple[float, ...]


def mid_ranks(values: Sequence[float]) -> tuple[float, ...]:
    """Ranks from 1 for the smallest; equal values share the mean of the ranks they take up."""
    _, place, counts = np.unique(np.asarray(values, dtype=float), return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2
    return tuple(float(each) for each in ranks[place])


def kendall_w(ranks: Sequence[Sequence[float]]) -> Concordance | None:
    """Concordance of raters (rows) on objects (columns). Rows may be ranks or scores: they are ranked again.

    None with fewer than two raters or objects, or where every rater ties everything. Raises ValueError for rows of
    unequal length. M. G. Kendall, Rank Correlation Methods (1948), chapter 6; ties as in Siegel & Castellan,
    Nonparametric Statistics for the Behavioral Sciences, 2nd ed. (1988), section 9.4.
    """
    if len({len(row) for row in ranks}) > 1:
        raise ValueError("every rater must rank the same number of objects")
    if len(ranks) < 2 or len(ranks[0]) < 2:
        return None
    table = np.asarray([mid_ranks(row) for row in ranks])
    raters, objects = table.shape
    sums = table.sum(axis=0)
    spread = float(((sums - sums.mean()) ** 2).sum())
    most = raters**2 * (objects**3 - objects)
    ties = sum(_ties(row) for row in table)
    if most - raters * ties <= 0:
        return None
    w = 12 * spread / (most - raters * ties)
    chi_square = raters * (objects - 1) * w
    return Concordance(
        w=w,
        chi_square=chi_square,
        df=objects - 1,
        p=_chi_square_tail(chi_square, objects - 1),
        p_exact=_exact_p(raters, objects, spread) if ties == 0 else None,
        w_untied=12 * spread / most,
        raters=raters,
        objects=objects,
        tied=ties > 0,
        rank_sums=tuple(float(each) for each in sums),
    )


def _ties(row: Floats) -> float:
    _, counts = np.unique(row, return_counts=True)
    return float((counts**3 - counts).sum())


def _chi_square_tail(value: float, df: int) -> float:
    from scipy.special import gammaincc  # lazy: loading scipy is dear for runs that need none of it

    return float(gammaincc(df / 2, value / 2))


def _exact_p(raters: int, objects: int, spread: float) -> float | None:
    """The share of all combinations of orders (the first rater's fixed) whose rank sums spread as far or farther."""
    if objects > 8 or factorial(objects) ** (raters - 1) > _EXACT_UP_TO:
        return None
    orders = np.asarray(list(permutations(range(1, objects + 1))), dtype=float)
    sums = orders[:1]
    for _ in range(raters - 1):
        sums = (sums[:, None, :] + orders[None, :, :]).reshape(-1, objects)
    spreads = ((sums - sums.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
    return float(np.mean(spreads >= spread - 1e-9))
