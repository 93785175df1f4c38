"""Each rater's own coordinates, where a table holds what every rater gave."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from tinjau.strategy.methods.factor_table import BURDENS, FactorScores
from tinjau.strategy.methods.quadrant_bootstrap import rater_coordinates
from tinjau.strategy.problem.factor_reading import FactorRow, FactorTable

_Pairs = dict[str, list[tuple[list[float], list[float]]]]


def coordinates_by_rater(
    tables: Mapping[str, tuple[FactorTable, FactorScores]], plus: str, minus: str
) -> "np.ndarray[Any, np.dtype[np.float64]] | None":
    """S - W or O - T with each rater's numbers; None where they are not there for one same number of raters.

    A weight or rating that is one number for all stands for each rater; something must differ between them.
    """
    pairs: _Pairs = {plus: [], minus: []}
    sizes = set()
    for table, _ in tables.values():
        for row in table.rows:
            if row.rated.kind in pairs:
                sizes |= {len(each) for each in (row.weights_by_rater, row.ratings_by_rater) if each}
    if len(sizes) != 1 or min(sizes) < 2:
        return None
    raters = min(sizes)
    for table, scores in tables.values():
        for row in table.rows:
            if row.rated.kind in pairs:
                weights = _weights(row, table, scores, raters)
                pairs[row.rated.kind].append((weights, _ratings(row, table, raters)))
    return rater_coordinates(pairs[plus], pairs[minus])


def _ratings(row: FactorRow, table: FactorTable, raters: int) -> list[float]:
    """Turned for burdens where the semantics say so; a burden's size where ratings carry their own minus."""
    ratings = list(row.ratings_by_rater) or [row.rated.rating] * raters
    if row.rated.kind not in BURDENS:
        return ratings
    if table.semantics == "rangkuti":
        return [table.low + table.high - each for each in ratings]
    return [-each for each in ratings] if table.semantics == "signed" else ratings


def _weights(row: FactorRow, table: FactorTable, scores: FactorScores, raters: int) -> list[float]:
    """Each rater's weights; points are divided by that rater's own sum, as the table's are by theirs."""
    if not row.weights_by_rater:
        return [scores.weights[row.rated.id]] * raters
    if table.normalisation == "none" or all(each.rated.weight <= 1 for each in table.rows):
        return list(row.weights_by_rater)
    joint = table.normalisation == "joint"
    pool = [each for each in table.rows if joint or each.rated.kind == row.rated.kind]
    sums = [sum((each.weights_by_rater or [each.rated.weight] * raters)[at] for each in pool) for at in range(raters)]
    return [weight / (total or 1.0) for weight, total in zip(row.weights_by_rater, sums, strict=True)]
