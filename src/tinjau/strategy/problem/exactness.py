"""Whether printed weights are the weights that the table was made with, or rounded from ones with more decimals.

A spreadsheet multiplies unrounded weights and prints rounded ones, so weight × rating can miss the printed score
without anybody's error. Where weights were assigned as printed, the same difference is an error. Rows tell which: if
weights had been rounded, a row with rating r would agree by luck only one time in r (when both show as many decimals).
"""

from collections.abc import Sequence
from math import comb, prod

from tinjau.strategy.methods.factor_table import FactorScores
from tinjau.strategy.problem.comparing import judge, shown_decimals, sum_slack, weight_unit
from tinjau.strategy.problem.factor_reading import FactorRow, FactorTable

_LUCK = 0.002
"""Rows that agree count as proof of exact weights when luck would explain so many less often (project choice)."""
_ROUND_STEP = 0.05
"""Weights that are all multiples of this were assigned, not computed (project choice)."""


def weights_look_exact(table: FactorTable) -> bool:
    """True where the printed weights are most likely the ones that the scores were made with."""
    if any(row.rated.weight > 1 for row in table.rows):
        return False
    if all(row.weight.exact for row in table.rows) or all(_is_multiple(row.rated.weight) for row in table.rows):
        return True
    shown = [row for row in table.rows if row.printed.score is not None]
    if not shown:
        sums_to_one = abs(sum(row.rated.weight for row in table.rows) - 1) < 1e-9
        return table.semantics == "david" and sums_to_one  # David's weights are assigned by judgement
    column = shown_decimals(row.printed.score for row in shown)
    agreeing = [row for row in shown if _agrees(row, column)]
    others = len(shown) - len(agreeing)
    if others > max(1, len(shown) // 6):
        return False
    return comb(len(shown), others) * prod(_chance(row, column, table) for row in agreeing) < _LUCK


def score_slacks(table: FactorTable, scores: FactorScores) -> dict[str, float]:
    """How far each printed score may lie from weight × rating because the weight (or rating) was rounded."""
    exact = weights_look_exact(table)
    unit = weight_unit(row.weight for row in table.rows)
    points = any(row.rated.weight > 1 for row in table.rows)
    rating_decimals = shown_decimals(row.rating for row in table.rows)  # means of raters; whole ratings are exact
    rating_step = 0.5 * 10.0**-rating_decimals
    slacks = {}
    for row in table.rows:
        of_weight = 0.0 if exact or row.weight.exact else unit / 2
        if points:  # weights computed from points; tables show them with two decimals as a rule
            of_weight = 0.005 if row.printed.weight is None else row.printed.weight.half
        of_rating = rating_step if rating_decimals and not row.rating.exact else 0.0
        slacks[row.rated.id] = abs(row.rated.rating) * of_weight + scores.weights[row.rated.id] * of_rating
    return slacks


def slack_of_sum(table: FactorTable, rows: Sequence[FactorRow]) -> float:
    """How far the printed sum of some rows' scores may lie for the same reason."""
    if weights_look_exact(table):
        return 0.0
    points = any(row.rated.weight > 1 for row in table.rows)  # shown as shares of two decimals as a rule
    unit = 0.01 if points else weight_unit(row.weight for row in table.rows)
    return sum_slack(abs(row.rated.rating) * unit for row in rows if not row.weight.exact)


def _agrees(row: FactorRow, column: int) -> bool:
    printed = row.printed.score
    product = abs(row.rated.weight * row.rated.rating)
    return printed is not None and judge(printed, product if printed.value > 0 else -product, 0.0, column) == "agrees"


def _chance(row: FactorRow, column: int, table: FactorTable) -> float:
    """The chance that a row agrees although its weight was rounded."""
    finer = weight_unit(each.weight for each in table.rows) * 10.0**column
    return 1 / max(1.0, abs(row.rated.rating) * finer)


def _is_multiple(weight: float) -> bool:
    return abs(weight / _ROUND_STEP - round(weight / _ROUND_STEP)) < 1e-9
