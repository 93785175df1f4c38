"""Derived cells: one cell made of others, repeat by repeat."""

from collections.abc import Mapping, Sequence

from tinjau.scoring.tabular.values import Blank, Cell


def any_of(cells: Sequence[Cell]) -> Cell:
    """The best of several cells: 1 as soon as one is 1.

    Without any number it is not relevant where all that was answered is *not relevant*, and missing otherwise.
    """
    numbers = [each for each in cells if not isinstance(each, Blank)]
    if numbers:
        return max(numbers)
    return Blank.NOT_RELEVANT if Blank.NOT_RELEVANT in cells else Blank.MISSING


def all_of(cells: Sequence[Cell]) -> Cell:
    """The worst of several cells: 1 only when all that are relevant are 1, missing as soon as one is missing."""
    numbers = [each for each in cells if not isinstance(each, Blank)]
    if numbers and min(numbers) <= 0:
        return min(numbers)
    if Blank.MISSING in cells:
        return Blank.MISSING
    return min(numbers) if numbers else Blank.NOT_RELEVANT


def mapped(cell: Cell, table: Mapping[float, float]) -> Cell:
    """The number that a table gives for an answer; blanks stay blank.

    Raises KeyError where the table has no entry: the plan's reader has made sure that it has one for each value.
    """
    return cell if isinstance(cell, Blank) else table[cell]
