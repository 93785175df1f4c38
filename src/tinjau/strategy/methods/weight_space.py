"""Uniform draws of weights that agree with an order, with intervals, or with both."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_TRIES = 40
"""Batches of rejection sampling before the slower walk takes over (project choice)."""
_THIN = 12
"""Steps of the walk for each criterion between two kept points (project choice)."""


def draw_weights(
    criteria: Sequence[str],
    order: Sequence[Sequence[str]] = (),
    intervals: Mapping[str, tuple[float, float]] | None = None,
    draws: int = 10_000,
    seed: int = 1,
) -> Floats | None:
    """`draws` weight vectors, uniform on the part of the simplex that the constraints leave; None where it is empty.

    `order` lists groups of criteria from the most to the least important; members of one group have no order among
    themselves. Rejection from the (ordered) simplex; where that is too rare, hit-and-run (R. L. Smith, Operations
    Research 32 (1984) 1296-1308).
    """
    generator = np.random.default_rng(seed)
    pairs = _pairs(criteria, order)
    bounds = _bounds(criteria, intervals or {})
    start = _inner_point(len(criteria), pairs, bounds)
    if start is None:
        return None
    chain = _as_chain(criteria, order)
    kept: list[Floats] = []
    found = 0
    for attempt in range(_TRIES):
        batch = generator.dirichlet(np.ones(len(criteria)), size=draws)
        if chain is not None:
            batch = np.sort(batch, axis=1)[:, ::-1][:, np.argsort(chain)]
        good = batch[_allowed(batch, pairs, bounds)]
        kept.append(good)
        found += len(good)
        if found >= draws:
            return np.concatenate(kept)[:draws]
        if attempt == 3 and found * _TRIES < draws * 4:
            break
    return _walk(start, pairs, bounds, draws, generator)


def _pairs(criteria: Sequence[str], order: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Indices (a, b) with weight a at least weight b."""
    place = {name: index for index, name in enumerate(criteria)}
    return [(place[more], place[less]) for above, below in pairwise(order) for more in above for less in below]


def _bounds(criteria: Sequence[str], intervals: Mapping[str, tuple[float, float]]) -> Floats:
    return np.asarray([intervals.get(name, (0.0, 1.0)) for name in criteria], dtype=float)


def _as_chain(criteria: Sequence[str], order: Sequence[Sequence[str]]) -> list[int] | None:
    """The criteria's indices from most to least important where the order is complete and strict."""
    if len(order) != len(criteria) or any(len(group) != 1 for group in order):
        return None
    place = {name: index for index, name in enumerate(criteria)}
    return [place[group[0]] for group in order]


def _allowed(points: Floats, pairs: Sequence[tuple[int, int]], bounds: Floats) -> NDArray[np.bool_]:
    good = ((points >= bounds[:, 0]) & (points <= bounds[:, 1])).all(axis=1)
    for more, less in pairs:
        good &= points[:, more] >= points[:, less]
    return np.asarray(good)


def _inner_point(size: int, pairs: Sequence[tuple[int, int]], bounds: Floats) -> Floats | None:
    """A point as far inside the constraints as possible; None where there is none."""
    from scipy.optimize import linprog  # lazy: loading scipy.optimize is dear for runs that need none of it

    rows = [[0.0] * size + [1.0] for _ in range(2 * size)]
    limits = []
    for index in range(size):
        rows[2 * index][index], rows[2 * index + 1][index] = -1.0, 1.0
        limits += [-bounds[index, 0], bounds[index, 1]]
    for more, less in pairs:
        row = [0.0] * size + [1.0]
        row[more], row[less] = -1.0, 1.0
        rows.append(row)
        limits.append(0.0)
    solved = linprog(
        [0.0] * size + [-1.0], A_ub=rows, b_ub=limits, A_eq=[[1.0] * size + [0.0]], b_eq=[1.0],
        bounds=[(0, None)] * size + [(0, None)], method="highs",
    )  # fmt: skip
    return np.asarray(solved.x[:size]) if solved.success else None


def _walk(
    start: Floats, pairs: Sequence[tuple[int, int]], bounds: Floats, draws: int, generator: np.random.Generator
) -> Floats:
    """Hit-and-run in the simplex' own plane: many walkers at once, each a chord of random direction a step."""
    size = len(start)
    rows = [*np.eye(size), *(-np.eye(size))]
    limits = [*bounds[:, 1], *(-bounds[:, 0])]
    for more, less in pairs:
        row = np.zeros(size)
        row[less], row[more] = 1.0, -1.0
        rows.append(row)
        limits.append(0.0)
    normals, offsets = np.asarray(rows), np.asarray(limits)
    points = np.tile(start, (draws, 1))
    for _ in range(_THIN * size):
        direction = generator.normal(size=points.shape)
        direction -= direction.mean(axis=1, keepdims=True)
        speed, room = direction @ normals.T, offsets - points @ normals.T
        with np.errstate(divide="ignore", invalid="ignore"):
            reach = room / speed
        ahead = np.where(speed > 1e-12, reach, np.inf).min(axis=1)
        behind = np.where(speed < -1e-12, reach, -np.inf).max(axis=1)
        step = generator.uniform(np.minimum(behind, 0), np.maximum(ahead, 0))
        points = points + np.where(np.isfinite(step), step, 0.0)[:, None] * direction
    return np.clip(points, 0, 1)
