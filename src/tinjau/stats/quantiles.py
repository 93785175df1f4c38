"""Quantiles, with the rule named: statistics programs differ, and a quartile without its rule cannot be checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

Rule = Literal[
    "hyndman-fan-1", "hyndman-fan-2", "hyndman-fan-3", "hyndman-fan-4", "hyndman-fan-5",
    "hyndman-fan-6", "hyndman-fan-7", "hyndman-fan-8", "hyndman-fan-9", "tukey-hinges", "median-of-halves",
]  # fmt: skip

_NUMPY: Mapping[str, str] = {
    "hyndman-fan-1": "inverted_cdf",
    "hyndman-fan-2": "averaged_inverted_cdf",
    "hyndman-fan-3": "closest_observation",
    "hyndman-fan-4": "interpolated_inverted_cdf",
    "hyndman-fan-5": "hazen",
    "hyndman-fan-6": "weibull",
    "hyndman-fan-7": "linear",
    "hyndman-fan-8": "median_unbiased",
    "hyndman-fan-9": "normal_unbiased",
}

RULES: tuple[Rule, ...] = (
    "hyndman-fan-7", "hyndman-fan-6", "tukey-hinges", "median-of-halves", "hyndman-fan-2",
    "hyndman-fan-1", "hyndman-fan-3", "hyndman-fan-4", "hyndman-fan-5", "hyndman-fan-8", "hyndman-fan-9",
)  # fmt: skip
"""The nine rules of Hyndman & Fan (The American Statistician 50, 1996) and two by halves; the most used ones first."""

DEFAULT_RULE: Rule = "hyndman-fan-7"
"""The rule of spreadsheets' QUARTILE.INC and of R; rule 6 is that of SPSS, Minitab and QUARTILE.EXC."""


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Lower quartile, median and upper quartile by `rule`."""

    lower: float
    median: float
    upper: float
    rule: str

    @property
    def iqr(self) -> float:
        """The range of the middle half."""
        return self.upper - self.lower


def quantile(values: Sequence[float], share: float, rule: Rule = DEFAULT_RULE) -> float:
    """The value under which `share` (0 to 1) of the numbers lie. Raises ValueError without numbers.

    The rules by halves know quartiles only (share 0.25, 0.5, 0.75).
    """
    if not len(values):
        raise ValueError("a quantile needs at least one number")
    if rule in _NUMPY:
        return float(np.quantile(np.asarray(values, dtype=float), share, method=_NUMPY[rule]))  # type: ignore[call-overload]
    if share == 0.5:
        return float(np.median(values))
    if share not in (0.25, 0.75):
        raise ValueError(f"{rule} gives quartiles only")
    return _by_halves(values, upper=share == 0.75, with_middle=rule == "tukey-hinges")


def quartiles(values: Sequence[float], rule: Rule = DEFAULT_RULE) -> Quartiles:
    """The three quartiles by one rule."""
    return Quartiles(quantile(values, 0.25, rule), quantile(values, 0.5, rule), quantile(values, 0.75, rule), rule)


def _by_halves(values: Sequence[float], *, upper: bool, with_middle: bool) -> float:
    """Tukey's hinges take the middle value into both halves; the other rule into none."""
    ordered = np.sort(np.asarray(values, dtype=float))
    size = len(ordered)
    if size == 1:
        return float(ordered[0])
    half = (size + 1) // 2 if with_middle else size // 2
    return float(np.median(ordered[-half:] if upper else ordered[:half]))
