"""What is done to a number at the end: rescale, round, name its band."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from tinjau.model import Text
from tinjau.scoring.tabular.values import Result

_NOISE = 9
"""Decimals kept before rounding half up, so that binary noise (3.4949999999999997) does not decide; project choice."""


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of a scale: from `start` (inclusive) to the next band's start (exclusive)."""

    id: str
    start: float
    title: Text


@dataclass(frozen=True, slots=True)
class Finish:
    """The finishing of a node: value * times + plus, decimals to publish (None: all), bands by rising start.

    `settle` are decimals to which the value itself is rounded before anything further is made of it (the EU eGovernment
    Benchmark prints 33 and 67 for thirds, and computes with them).
    """

    times: float = 1.0
    plus: float = 0.0
    settle: int | None = None
    decimals: int | None = None
    bands: tuple[Band, ...] = ()


def round_half_up(value: float, decimals: int) -> float:
    """The number as a reader of two decimals expects it: 2.345 becomes 2.35, not 2.34."""
    clean = Decimal(repr(round(value, _NOISE)))
    return float(clean.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))


def band_of(value: float, bands: Sequence[Band]) -> Band | None:
    """The band that holds the value: the last one whose start is not above it; None below the first."""
    found = None
    for each in bands:
        if value >= each.start:
            found = each
    return found


def finish(result: Result, how: Finish) -> Result:
    """The result rescaled, with its published rounding and its band. The band is read from the rounded number."""
    if result.value is None:
        return result
    value = result.value * how.times + how.plus
    if how.settle is not None:
        value = round_half_up(value, how.settle)
    rounded = value if how.decimals is None else round_half_up(value, how.decimals)
    band = band_of(rounded, how.bands)
    return replace(
        result, value=value, rounded=rounded, band=band.id if band else "", band_title=band.title if band else None
    )
