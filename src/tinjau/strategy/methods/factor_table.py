"""IFE/EFE and IFAS/EFAS: weights times ratings, by declared semantics.

F. R. David, Strategic Management (chapters on the internal and external audit): IFE and EFE matrices. F. Rangkuti,
Analisis SWOT: Teknik Membedah Kasus Bisnis (1997): IFAS and EFAS, where a grave weakness gets a low rating.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Semantics = Literal["david", "rangkuti", "magnitude", "signed"]
SEMANTICS: tuple[Semantics, ...] = ("david", "rangkuti", "magnitude", "signed")
Normalisation = Literal["joint", "per_category", "none"]
NORMALISATIONS: tuple[Normalisation, ...] = ("joint", "per_category", "none")
BURDENS = ("W", "T")
"""The kinds that pull a position down."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A factor as its table gives it; `kind` is S, W, O, T, or empty where the table does not say."""

    id: str
    kind: str
    weight: float
    rating: float


@dataclass(frozen=True, slots=True)
class FactorScores:
    """Weights as they were used, scores (weight times rating) and their sums by kind and altogether."""

    weights: Mapping[str, float]
    scores: Mapping[str, float]
    by_category: Mapping[str, float]
    total: float


def used_weights(factors: Sequence[Rated], normalisation: Normalisation) -> dict[str, float]:
    """The weights that scores are made with, unrounded.

    Weights that are points or per cent (any above 1) are divided by their sum, over the table or within each kind.
    Shares stay as they are, even where they do not add up to 1: their sum is somebody's to mend, not ours to hide.
    """
    if normalisation == "none" or all(each.weight <= 1 for each in factors):
        return {each.id: each.weight for each in factors}
    sums: dict[str, float] = {}
    for each in factors:
        sums[_pool(each, normalisation)] = sums.get(_pool(each, normalisation), 0.0) + each.weight
    return {each.id: each.weight / (sums[_pool(each, normalisation)] or 1.0) for each in factors}


def weight_sums(factors: Sequence[Rated], normalisation: Normalisation) -> dict[str, float]:
    """What the weights add up to: over the table (key "") or within each kind."""
    sums: dict[str, float] = {}
    for each in factors:
        pool = _pool(each, normalisation)
        sums[pool] = sums.get(pool, 0.0) + each.weight
    return sums


def factor_scores(factors: Sequence[Rated], normalisation: Normalisation) -> FactorScores:
    """Scores and sums. The total is the plain sum, so signed ratings make it a difference."""
    weights = used_weights(factors, normalisation)
    scores = {each.id: weights[each.id] * each.rating for each in factors}
    by_category: dict[str, float] = {}
    for each in factors:
        if each.kind:
            by_category[each.kind] = by_category.get(each.kind, 0.0) + scores[each.id]
    return FactorScores(weights, scores, by_category, sum(scores.values()))


def turned(factors: Sequence[Rated], low: float = 1.0, high: float = 4.0) -> list[Rated]:
    """The same factors with the ratings of weaknesses and threats turned round (5 - r on a scale of 1 to 4).

    Afterwards a larger score means a heavier burden, so that differences S - W and O - T make sense.
    """
    return [
        Rated(each.id, each.kind, each.weight, low + high - each.rating) if each.kind in BURDENS else each
        for each in factors
    ]


def allowed_ratings(kind: str, semantics: Semantics, low: float, high: float) -> tuple[float, float]:
    """The lowest and highest rating that the semantics allow a kind of factor; infinite where there is no limit.

    David: an internal factor is a major weakness (1), minor weakness (2), minor strength (3) or major strength (4);
    an external one shows how well the organisation responds (1 to 4), whichever kind it is.
    """
    if semantics == "david":
        return {"S": (3.0, 4.0), "W": (1.0, 2.0)}.get(kind, (1.0, 4.0))
    if semantics == "rangkuti":
        return (low, high)
    if semantics == "signed":
        return {"S": (0.0, high), "O": (0.0, high), "W": (-high, 0.0), "T": (-high, 0.0)}.get(kind, (-high, high))
    return (max(low, 0.0), high)


def _pool(factor: Rated, normalisation: Normalisation) -> str:
    return factor.kind if normalisation == "per_category" else ""
