"""Analytic hierarchy process: weights from pairwise comparisons, and how consistent they are.

T. L. Saaty, The Analytic Hierarchy Process (1980): the principal right eigenvector; CI = (λmax - n)/(n - 1),
CR = CI/RI. Groups: geometric mean of the judgements (J. Aczél & T. L. Saaty, J. Math. Psychology 27 (1983) 93-102).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tinjau.strategy.methods.random_index import DEFAULT_TABLE, random_index

Floats = NDArray[np.float64]
CONSISTENT_TO = 0.10
"""Saaty (1980): judgements with a CR above 0.10 should be looked at again."""


@dataclass(frozen=True, slots=True)
class Priorities:
    """Weights that add up to 1, with the eigenvalue and consistency. `cr` is None where the table ends before n."""

    weights: tuple[float, ...]
    lambda_max: float
    ci: float
    cr: float | None


def priorities(matrix: ArrayLike, table: str = DEFAULT_TABLE) -> Priorities:
    """Weights of a positive square matrix by its principal eigenvector."""
    values = np.asarray(matrix, dtype=float)
    weights, largest = eigenvector(values)
    return _judged(weights, largest, table)


def eigenvector(values: Floats) -> tuple[Floats, float]:
    """The Perron vector (adding up to 1) and eigenvalue of a positive matrix."""
    found, vectors = np.linalg.eig(values)
    at = int(np.argmax(found.real))
    vector = np.abs(vectors[:, at].real)
    return vector / vector.sum(), float(found[at].real)


def column_means(values: Floats) -> tuple[Floats, float]:
    """The approximation of many spreadsheets: mean of the normalised columns, λ as the mean of (Aw)ᵢ/wᵢ."""
    weights = (values / values.sum(axis=0)).mean(axis=1)
    return weights, float(np.mean(values @ weights / weights))


def row_geometric_means(values: Floats) -> tuple[Floats, float]:
    """Weights by geometric means of the rows (G. Crawford & C. Williams 1985), λ as the mean of (Aw)ᵢ/wᵢ."""
    means = np.exp(np.log(values).mean(axis=1))
    weights = means / means.sum()
    return weights, float(np.mean(values @ weights / weights))


def column_sum_lambda(values: Floats, weights: Floats) -> float:
    """Another approximation met in papers: λ as the sum of column sums times weights."""
    return float(values.sum(axis=0) @ weights)


def consistency(largest: float, size: int, table: str) -> tuple[float, float | None]:
    """CI and CR for an eigenvalue; both 0 for one or two items, which cannot contradict one another."""
    if size < 3:
        return 0.0, 0.0
    ci = (largest - size) / (size - 1)
    index = random_index(table, size)
    return ci, (ci / index if index else None)


def geometric_mean(matrices: Sequence[ArrayLike]) -> Floats:
    """The group's matrix: the geometric mean of each judgement, which keeps it reciprocal."""
    return np.asarray(np.exp(np.mean([np.log(np.asarray(each, dtype=float)) for each in matrices], axis=0)))


def _judged(weights: Floats, largest: float, table: str) -> Priorities:
    ci, cr = consistency(largest, len(weights), table)
    return Priorities(tuple(float(each) for each in weights), largest, _clean(ci), None if cr is None else _clean(cr))


def _clean(value: float) -> float:
    """Without the noise of floating point around zero."""
    return 0.0 if abs(value) < 1e-12 else value
