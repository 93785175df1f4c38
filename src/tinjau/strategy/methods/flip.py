"""The smallest change of weights after which another option wins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

_EVEN = 1e-9


@dataclass(frozen=True, slots=True)
class Flip:
    """After moving `moved` of the weight (0 to the weights' sum) the option `to` draws level with the winner.

    `weights` are the weights at that point, one a criterion; `changes` what was added to or taken from each.
    """

    to: int
    moved: float
    weights: tuple[float, ...]
    changes: tuple[float, ...]


def smallest_flip(values: ArrayLike, weights: ArrayLike, groups: Sequence[Sequence[int]] | None = None) -> Flip | None:
    """The least weight to move so that the winner of weights @ values is no longer alone at the top.

    `values` is criteria by options. Weights stay non-negative and keep their sum, within each of `groups` where
    those are given. None with fewer than two options or where no change can do it (every rival is dominated).
    A linear programme for each rival: minimise the added weight (half of the sum of absolute changes).
    """
    table, start = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    if table.ndim != 2 or table.shape[1] < 2:
        return None
    winner = int(np.argmax(start @ table))
    pools = groups or [range(len(start))]
    found = [
        each
        for rival in range(table.shape[1])
        if rival != winner and (each := _against(table[:, rival] - table[:, winner], start, pools, rival)) is not None
    ]
    return min(found, key=lambda flip: (flip.moved, flip.to)) if found else None


def _against(gain: ArrayLike, start: ArrayLike, pools: Sequence[Sequence[int]], rival: int) -> Flip | None:
    from scipy.optimize import linprog  # lazy: loading scipy.optimize is dear for runs that need none of it

    edge, weights = np.asarray(gain, dtype=float), np.asarray(start, dtype=float)
    size = len(weights)
    # Variables: what is added to each weight, then what is taken from it.
    cost = np.concatenate([np.full(size, 0.5), np.full(size, 0.5)])
    keep = np.zeros((len(pools), 2 * size))
    for row, pool in enumerate(pools):
        for index in pool:
            keep[row, index], keep[row, size + index] = 1.0, -1.0
    solved = linprog(
        cost,
        A_ub=np.concatenate([-edge, edge])[None, :],
        b_ub=[float(edge @ weights)],
        A_eq=keep,
        b_eq=np.zeros(len(pools)),
        bounds=[(0, None)] * size + [(0, float(each)) for each in weights],
        method="highs",
    )
    if not solved.success:
        return None
    change = solved.x[:size] - solved.x[size:]
    clean = np.where(np.abs(change) < _EVEN, 0.0, change)
    return Flip(
        rival,
        float(np.abs(clean).sum() / 2),
        tuple(float(each) for each in np.maximum(weights + clean, 0)),
        tuple(float(each) for each in clean),
    )


def single_weight_flips(values: ArrayLike, weights: ArrayLike) -> Mapping[int, float]:
    """For each criterion that can do it alone: the weight from which the winner changes, the others scaled to fit.

    Weights are taken as shares of their sum; the nearest such weight is given.
    """
    table, start = np.asarray(values, dtype=float), np.asarray(weights, dtype=float)
    start = start / start.sum()
    winner = int(np.argmax(start @ table))
    found: dict[int, float] = {}
    for index, share in enumerate(start):
        if share >= 1:
            continue
        rest = (start @ table - share * table[index]) / (1 - share)
        lead, slope = rest[winner] - rest, (table[index, winner] - rest[winner]) - (table[index] - rest)
        with np.errstate(divide="ignore", invalid="ignore"):
            at = np.where(np.abs(slope) > _EVEN, -lead / slope, np.nan)
        usable = [float(t) for t in at if 0 <= t <= 1 and abs(t - share) > _EVEN]
        if usable:
            found[index] = min(usable, key=lambda t, share=share: abs(t - share))  # type: ignore[misc]
    return found
