"""Delphi rounds: when opinions have stopped moving."""

from collections.abc import Mapping, Sequence

SCHEIBE_STABLE_TO = 0.15
"""M. Scheibe, M. Skutsch & J. Schofer, in Linstone & Turoff, The Delphi Method (1975), IV.C: below 15 % is stable."""


def net_change(before: Sequence[float], after: Sequence[float]) -> float | None:
    """The share of the panel that moved between two rounds, net: half of the histograms' differences.

    Rounds of different size are compared as shares. None where a round is empty.
    """
    if not before or not after:
        return None
    old, new = _shares(before), _shares(after)
    return sum(abs(old.get(v, 0.0) - new.get(v, 0.0)) for v in {*old, *new}) / 2


def variation(values: Sequence[float]) -> float | None:
    """The sample standard deviation divided by the mean; None without a mean above zero or a second value."""
    size = len(values)
    mean = sum(values) / size if size else 0.0
    if size < 2 or mean <= 0:
        return None
    return float((sum((v - mean) ** 2 for v in values) / (size - 1)) ** 0.5 / mean)


def _shares(values: Sequence[float]) -> Mapping[float, float]:
    return {value: values.count(value) / len(values) for value in set(values)}
