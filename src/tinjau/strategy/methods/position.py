"""Where a government stands: SWOT quadrant, and David's internal-external matrix."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tinjau.model import Text

Quadrant = Literal["aggressive", "turn-around", "diversification", "defensive"]
Numbering = Literal["rangkuti", "cartesian"]

CELL_OF: Mapping[Quadrant, str] = {
    "aggressive": "SO", "turn-around": "WO", "diversification": "ST", "defensive": "WT",
}  # fmt: skip

NUMBERS: Mapping[Numbering, tuple[Quadrant, ...]] = {
    # Rangkuti (1997), after Pearce & Robinson's SWOT diagram: II lies below I.
    "rangkuti": ("aggressive", "diversification", "turn-around", "defensive"),
    # As in mathematics, against the clock.
    "cartesian": ("aggressive", "turn-around", "defensive", "diversification"),
}

NAMES: Mapping[Quadrant, Text] = {
    "aggressive": Text("agresif (S-O)", "aggressive (S-O)"),
    "turn-around": Text("putar haluan (W-O)", "turn-around (W-O)"),
    "diversification": Text("diversifikasi (S-T)", "diversification (S-T)"),
    "defensive": Text("bertahan (W-T)", "defensive (W-T)"),
}

DETERMINED_FROM = 0.8
"""A quadrant is called determined from this probability on (the project's issue on strategies; project choice)."""

DAVID_MIDDLE = 2.5
"""The middle of ratings 1 to 4, which David calls the average score."""


@dataclass(frozen=True, slots=True)
class IECell:
    """A cell of the IE matrix, I to IX, its region and what the region calls for."""

    cell: str
    region: str
    meaning: Text


_REGIONS: Mapping[str, Text] = {
    "grow and build": Text("tumbuh dan membangun", "grow and build"),
    "hold and maintain": Text("menjaga dan mempertahankan", "hold and maintain"),
    "harvest or divest": Text("memanen atau melepas", "harvest or divest"),
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_GROW, _HOLD = ("I", "II", "IV"), ("III", "V", "VII")


def quadrant_of(x: float, y: float) -> Quadrant | None:
    """The quadrant of a point with x = S - W and y = O - T; None on an axis."""
    if abs(x) < 1e-9 or abs(y) < 1e-9:
        return None
    if x > 0:
        return "aggressive" if y > 0 else "diversification"
    return "turn-around" if y > 0 else "defensive"


def number_of(quadrant: Quadrant, numbering: Numbering) -> int:
    """1 to 4 by a convention of numbering."""
    return NUMBERS[numbering].index(quadrant) + 1


def ie_cell(ife: float, efe: float) -> IECell | None:
    """The cell for two total scores of 1 to 4; None outside. David: bands 1-1.99, 2-2.99 and 3-4 on each axis."""
    if not (1 <= ife <= 4 and 1 <= efe <= 4):
        return None
    cell = _ROMAN[3 * _band(efe) + _band(ife)]
    region = "grow and build" if cell in _GROW else "hold and maintain" if cell in _HOLD else "harvest or divest"
    return IECell(cell, region, _REGIONS[region])


def _band(total: float) -> int:
    rounded = round(total, 9)
    return 0 if rounded >= 3 else 1 if rounded >= 2 else 2
