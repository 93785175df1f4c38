"""Where the government stands by people's weights and ratings, and whether that is determined at all.

The meaning of ratings is never guessed: options.yaml declares it (`ratings: {semantics: …, low: …, high: …}`).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tinjau.model import Factor, FactorKind, InputError, Study
from tinjau.strategy.methods.factor_table import SEMANTICS
from tinjau.strategy.methods.position import DETERMINED_FROM, NAMES, ie_cell, number_of, quadrant_of
from tinjau.strategy.methods.quadrant_bootstrap import quadrant_probability, rater_coordinates
from tinjau.strategy.planning.judging import Floats, Table, Weighed

_SIDES = ((FactorKind.S, FactorKind.W), (FactorKind.O, FactorKind.T))
_LOW, _HIGH = 1.0, 4.0  # the scale of David and Rangkuti, where options.yaml names none


def position(study: Study, factors: Sequence[Factor], weights: Weighed | None, ratings: Table) -> dict[str, Any] | None:
    """Coordinates, quadrant and its probability by raters who weighed and rated every factor; None without any such.

    For `david` there are no coordinates (its ratings keep the point in the right half); the IE cell is given instead.
    Raises InputError where the declared semantics are not known.
    """
    declared = study.options.get("ratings")
    if weights is None or not ratings or not isinstance(declared, Mapping):
        return None
    semantics = str(declared.get("semantics", ""))
    if semantics not in SEMANTICS:
        problem = f"'{semantics[:40]}' is no meaning of ratings"
        raise InputError("options.yaml", "ratings", problem, f"Choose from {', '.join(SEMANTICS)}")
    names = {each.id for each in factors}
    raters = [each for each in sorted(weights.by_rater) if names <= set(ratings.get(each, {}))]
    if not raters or not names <= set(weights.subjects) or any(not _of(factors, side) for side in _SIDES):
        return None
    turn = _turned(semantics, declared)
    parts = [_coordinates(factors, side, weights.by_rater, ratings, raters, semantics, turn) for side in _SIDES]
    if semantics == "david":
        totals = [float(each.mean()) for each in parts]
        cell = ie_cell(*totals)
        return {
            "semantics": semantics,
            "ife": totals[0],
            "efe": totals[1],
            "cell": cell.cell if cell else None,
            "meaning": {"id": cell.meaning.id, "en": cell.meaning.en} if cell else None,
        }
    rows = np.asarray(sorted(zip(parts[0].tolist(), parts[1].tolist(), strict=True)))
    x, y = float(rows[:, 0].mean()), float(rows[:, 1].mean())
    quadrant = quadrant_of(x, y)
    chances = quadrant_probability(rows[:, 0], rows[:, 1])
    sure = chances is not None and quadrant is not None and chances[quadrant] >= DETERMINED_FROM
    return {
        "semantics": semantics,
        "x": x,
        "y": y,
        "quadrant": quadrant,
        "name": {"id": NAMES[quadrant].id, "en": NAMES[quadrant].en} if quadrant else None,
        "number": {"rangkuti": number_of(quadrant, "rangkuti"), "cartesian": number_of(quadrant, "cartesian")}
        if quadrant
        else None,
        "probability": dict(chances) if chances else None,
        "determined": sure if chances else None,
        "raters": raters,
    }


def burden(semantics: str, rating: float, declared: Mapping[str, Any]) -> float | None:
    """How grave a weakness or threat is by its mean rating, larger for graver; None where the semantics do not say."""
    if semantics == "magnitude":
        return rating
    if semantics == "signed":
        return -rating
    if semantics == "rangkuti":
        return _turned(semantics, declared) - rating
    return None


def _turned(semantics: str, declared: Mapping[str, Any]) -> float:
    """The sum of the scale's ends, from which ratings of burdens are taken (5 - r on 1 to 4); 0 without turning."""
    if semantics != "rangkuti":
        return 0.0
    ends = [declared.get("low", _LOW), declared.get("high", _HIGH)]
    if not all(isinstance(each, int | float) and not isinstance(each, bool) for each in ends):
        raise InputError("options.yaml", "ratings", "low and high must be numbers", "Write low: 1 and high: 4")
    return float(sum(ends))


def _of(factors: Sequence[Factor], side: tuple[FactorKind, FactorKind]) -> list[Factor]:
    return sorted((each for each in factors if each.kind in side), key=lambda each: each.id)


def _coordinates(
    factors: Sequence[Factor],
    side: tuple[FactorKind, FactorKind],
    weights: Table,
    ratings: Table,
    raters: Sequence[str],
    semantics: str,
    turn: float,
) -> Floats:
    """Each rater's coordinate on one axis, with weights that add up to 1 within the axis."""
    own = _of(factors, side)
    totals = [sum(weights[rater][each.id] for each in own) or 1.0 for rater in raters]

    def column(factor: Factor) -> tuple[list[float], list[float]]:
        shares = [weights[rater][factor.id] / total for rater, total in zip(raters, totals, strict=True)]
        values = [ratings[rater][factor.id] for rater in raters]
        if turn and factor.kind is side[1]:
            values = [turn - each for each in values]
        return shares, values

    plus = [column(each) for each in own if each.kind is side[0]]
    minus = [column(each) for each in own if each.kind is side[1]]
    if semantics in {"signed", "david"}:  # burdens carry their sign, or everything is added up
        return rater_coordinates([*plus, *minus], [])
    return rater_coordinates(plus, minus)
