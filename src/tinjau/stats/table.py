"""Ratings as a table of units by raters, with what is missing kept missing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rating = float | int | str | None
"""A category's name or a number; None (or NaN) where a rater gave nothing."""

Ratings = Sequence[Sequence[Rating]]
"""One row a unit, one column a rater. Rows may be of different lengths: what is absent is missing."""

Floats = NDArray[np.float64]

MOST_CELLS = 20_000_000
"""Units times values of one table of counts, 160 MB (project choice)."""


def is_missing(value: Rating) -> bool:
    """True for None and NaN: nothing was said."""
    return value is None or (isinstance(value, float) and math.isnan(value))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many raters gave each value to each unit: `table[unit, value]`, values in rising (or first-seen) order."""

    values: tuple[float | str, ...]
    table: Floats

    @property
    def per_unit(self) -> Floats:
        """How many ratings each unit got."""
        return np.asarray(self.table.sum(axis=1))

    def pairable(self) -> "Counts":
        """Only the units that at least two raters rated; values that no one used there stay as empty columns."""
        return Counts(self.values, self.table[self.per_unit >= 2])


def count(ratings: Ratings, categories: Sequence[float | str] | None = None) -> Counts:
    """Count ratings by unit and value; `categories` fixes the values (a used one outside them raises ValueError).

    Numbers are sorted by size. Names, which have no order of their own, are sorted by alphabet. Raises ValueError for
    more than MOST_CELLS units times values.
    """
    seen = {_value(cell) for row in ratings for cell in row if not is_missing(cell)}
    if categories is None:
        numbers = sorted(value for value in seen if isinstance(value, float))
        names = sorted(value for value in seen if isinstance(value, str))
        values: tuple[float | str, ...] = (*numbers, *names)
    else:
        values = tuple(_value(each) for each in categories)
        outside = seen - set(values)
        if outside:
            raise ValueError(f"values outside the categories: {sorted(map(str, outside))}")
    if len(ratings) * len(values) > MOST_CELLS:
        raise ValueError(f"{len(ratings)} units with {len(values)} different values are too many")
    column = {value: index for index, value in enumerate(values)}
    table = np.zeros((len(ratings), len(values)))
    for index, row in enumerate(ratings):
        for cell in row:
            if not is_missing(cell):
                table[index, column[_value(cell)]] += 1
    return Counts(values, table)


def _value(cell: Rating) -> float | str:
    return cell if isinstance(cell, str) else float(cell or 0)
