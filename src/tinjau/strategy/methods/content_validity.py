"""Content validity: Lawshe's ratio with its critical values, item and scale indices, kappa corrected for chance.

C. H. Lawshe, Personnel Psychology 28 (1975) 563-575; exact critical values: C. Ayre & A. J. Scally, Measurement and
Evaluation in Counseling and Development 47 (2014) 79-86; D. F. Polit, C. T. Beck & S. V. Owen, Research in Nursing &
Health 30 (2007) 459-467.
"""

from collections.abc import Mapping
from math import comb

LAWSHE_1975: Mapping[int, float] = {
    5: 0.99, 6: 0.99, 7: 0.99, 8: 0.75, 9: 0.78, 10: 0.62, 11: 0.59, 12: 0.56, 13: 0.54, 14: 0.51, 15: 0.49,
    20: 0.42, 25: 0.37, 30: 0.33, 35: 0.31, 40: 0.29,
}  # fmt: skip
"""Lawshe's table 1 (one-tailed, 0.05), which Ayre & Scally show not to follow from the binomial everywhere."""


def content_validity_ratio(essential: int, experts: int) -> float:
    """CVR from -1 to 1: 0 where half of the experts call an item essential."""
    return (essential - experts / 2) / (experts / 2)


def binomial_tail(hits: int, experts: int) -> float:
    """The probability of so many or more agreeing experts when each answers by the toss of a coin."""
    return float(sum(comb(experts, k) for k in range(hits, experts + 1)) / 2.0**experts)


def critical_experts(experts: int, level: float = 0.05) -> int | None:
    """The least number of agreeing experts that chance reaches in `level` of cases or fewer; None where none does."""
    for hits in range(experts // 2, experts + 1):
        if binomial_tail(hits, experts) <= level:
            return hits
    return None


def lawshe_critical(experts: int) -> float | None:
    """Lawshe's printed critical value; between his sizes that of the next smaller panel; None under 5 experts."""
    sizes = [size for size in LAWSHE_1975 if size <= experts]
    return LAWSHE_1975[max(sizes)] if sizes else None


def modified_kappa(relevant: int, experts: int) -> float | None:
    """kappa*: the I-CVI corrected for agreement by chance on relevance; None where chance alone explains it all."""
    chance = float(comb(experts, relevant) / 2.0**experts)
    return None if chance >= 1 else (relevant / experts - chance) / (1 - chance)


def kappa_word(kappa: float) -> str:
    """How Polit, Beck & Owen name it (after Cicchetti & Sparrow 1981 and Fleiss 1981)."""
    if kappa > 0.74:
        return "excellent"
    if kappa >= 0.60:
        return "good"
    return "fair" if kappa >= 0.40 else "poor"
