"""QSPM: attractiveness scores of alternative strategies, weighted by the factors.

F. R. David, "The strategic planning matrix - a quantitative approach", Long Range Planning 19(5) (1986) 102-107.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Scores = Mapping[str, Mapping[str, float | None]]
"""Option by factor; None where a factor was not rated ("-")."""


@dataclass(frozen=True, slots=True)
class Attractiveness:
    """TAS by option and factor, STAS by option, and the factors that some options rate and others do not."""

    tas: Mapping[str, Mapping[str, float | None]]
    stas: Mapping[str, float]
    partly_rated: tuple[str, ...]


def attractiveness(weights: Mapping[str, float], scores: Scores) -> Attractiveness:
    """Weight times attractiveness score, and its sum. A factor that is not rated adds nothing."""
    tas = {
        option: {factor: None if (score := row.get(factor)) is None else weights[factor] * score for factor in weights}
        for option, row in scores.items()
    }
    stas = {option: sum(value for value in row.values() if value is not None) for option, row in tas.items()}
    partly = tuple(
        factor for factor in weights if 0 < sum(row.get(factor) is None for row in scores.values()) < len(scores)
    )
    return Attractiveness(tas, stas, partly)
