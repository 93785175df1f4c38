"""Agreement corrected for chance in other ways than Krippendorff's: Cohen, Fleiss, Gwet; and agreement as it is."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from tinjau.stats.table import Floats, Rating, Ratings, count, is_missing

Weighting = Literal["identity", "linear", "quadratic"]
WEIGHTINGS: tuple[Weighting, ...] = ("identity", "linear", "quadratic")


def agreement_weights(values: Sequence[float | str], weighting: Weighting) -> Floats:
    """1 on the diagonal and less the farther two values lie apart; names get their place in the list as a number.

    Linear and quadratic weights use the values' distances, so unevenly spaced numbers are not taken for steps of one.
    """
    if weighting == "identity" or len(values) < 2:
        return np.eye(len(values))
    numeric = all(not isinstance(value, str) for value in values)
    places = np.asarray([float(v) for v in values] if numeric else range(len(values)), dtype=float)
    apart = np.abs(places[:, None] - places[None, :]) / np.ptp(places)
    return np.asarray(1 - (apart if weighting == "linear" else apart**2))


def percent_agreement(ratings: Ratings) -> float | None:
    """The share of pairs of ratings of one unit that are the same, averaged over the units that have a pair.

    Units weigh the same (Gwet 2014, chapter 2); with as many ratings for each unit it is the share of all pairs.
    """
    counts = count(ratings).pairable()
    if not len(counts.table):
        return None
    per_unit = counts.per_unit
    return float(np.mean((counts.table * (counts.table - 1)).sum(axis=1) / (per_unit * (per_unit - 1))))


def unanimous_share(ratings: Ratings) -> float | None:
    """The share of units, among those rated twice or more, on which every rater said the same."""
    counts = count(ratings).pairable()
    if not len(counts.table):
        return None
    return float(np.mean(counts.table.max(axis=1) == counts.per_unit))


def cohen_kappa(
    first: Sequence[Rating],
    second: Sequence[Rating],
    weighting: Weighting = "identity",
    categories: Sequence[float | str] | None = None,
) -> float | None:
    """Cohen's kappa of two raters over the units that both rated; None where chance agreement is already complete.

    J. Cohen, Educational and Psychological Measurement 20 (1960) 37-46; weighted: Psychological Bulletin 70 (1968).
    """
    both = [(a, b) for a, b in zip(first, second, strict=True) if not is_missing(a) and not is_missing(b)]
    if not both:
        return None
    values = count(both, categories).values
    place = {value: index for index, value in enumerate(values)}
    table = np.zeros((len(values), len(values)))
    for a, b in both:
        table[place[_key(a)], place[_key(b)]] += 1
    return cohen_kappa_table(table, agreement_weights(values, weighting))


def cohen_kappa_table(table: ArrayLike, weights: Floats | None = None) -> float | None:
    """Cohen's kappa of a square table of counts (first rater's categories by second rater's)."""
    joint = np.asarray(table, dtype=float)
    joint = joint / joint.sum()
    weights = np.eye(len(joint)) if weights is None else weights
    observed = float((weights * joint).sum())
    expected = float((weights * np.outer(joint.sum(axis=1), joint.sum(axis=0))).sum())
    return None if expected >= 1 - 1e-12 else (observed - expected) / (1 - expected)


def fleiss_kappa(ratings: Ratings) -> float | None:
    """Fleiss' kappa for any number of raters, who need not be the same ones for every unit.

    J. L. Fleiss, Psychological Bulletin 76 (1971) 378-382. Where units have unequal numbers of ratings, each unit
    weighs the same, as in Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), chapter 2.
    """
    return fleiss_kappa_counts(count(ratings).table)


def fleiss_kappa_counts(table: ArrayLike) -> float | None:
    """Fleiss' kappa of a table of counts, units by categories; None where chance agreement is already complete."""
    counts = np.asarray(table, dtype=float)
    counts = counts[counts.sum(axis=1) >= 1]
    pairable = counts[counts.sum(axis=1) >= 2]
    if not len(pairable):
        return None
    per_unit = pairable.sum(axis=1)
    observed = float(np.mean((pairable * (pairable - 1)).sum(axis=1) / (per_unit * (per_unit - 1))))
    shares = (counts / counts.sum(axis=1, keepdims=True)).mean(axis=0)
    expected = float((shares**2).sum())
    return None if expected >= 1 - 1e-12 else (observed - expected) / (1 - expected)


def gwet_ac1(ratings: Ratings, categories: Sequence[float | str] | None = None) -> float | None:
    """Gwet's AC1: chance agreement that does not rise when one category is common.

    K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29-48. `categories` names all
    that raters could have chosen; without it those that they used. None with fewer than two categories.
    """
    return gwet_ac2(ratings, "identity", categories)


def gwet_ac2(
    ratings: Ratings, weighting: Weighting = "quadratic", categories: Sequence[float | str] | None = None
) -> float | None:
    """Gwet's AC2: AC1 with partial agreement by weights (Gwet, Handbook of Inter-Rater Reliability, 4th ed., 2014)."""
    counts = count(ratings, categories)
    return gwet_counts(counts.table, agreement_weights(counts.values, weighting))


def gwet_counts(table: ArrayLike, weights: Floats | None = None) -> float | None:
    """AC1 (or AC2 with weights) of a table of counts, units by categories."""
    counts = np.asarray(table, dtype=float)
    counts = counts[counts.sum(axis=1) >= 1]
    size = counts.shape[1]
    pairable = counts[counts.sum(axis=1) >= 2]
    if size < 2 or not len(pairable):
        return None
    weights = np.eye(size) if weights is None else weights
    per_unit = pairable.sum(axis=1)
    observed = float(np.mean((pairable * (pairable @ weights - 1)).sum(axis=1) / (per_unit * (per_unit - 1))))
    shares = (counts / counts.sum(axis=1, keepdims=True)).mean(axis=0)
    expected = float(weights.sum() / (size * (size - 1)) * (shares * (1 - shares)).sum())
    return None if expected >= 1 - 1e-12 else (observed - expected) / (1 - expected)


def _key(value: Rating) -> float | str:
    return value if isinstance(value, str) else float(value or 0)
