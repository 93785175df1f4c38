"""Pairwise comparison matrices as people write them: whole or upper triangle, fractions or decimals."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import Number

Floats = NDArray[np.float64]
_PRINTED = ("weights", "bobot", "priorities", "eigenvector", "lambda_max", "ci", "CI", "cr", "CR")
LARGEST = 40
"""Items of one matrix that are read (project choice: more than twice the longest random-index table)."""
_TOP = 9.0
"""Saaty's scale: 1 to 9 and their reciprocals."""


@dataclass(frozen=True, slots=True)
class Pairwise:
    """One matrix. `values` is what weights are computed from; `steps` how far each judgement may be rounded.

    `upper` and `lower` are the reciprocal matrices that each triangle alone would give, where they contradict.
    """

    id: str
    respondent: str
    items: tuple[str, ...]
    values: Floats
    steps: Floats
    reciprocal: bool
    upper: Floats
    lower: Floats
    printed: Node | None


def read_matrix(node: Node, name: str, notes: Notes) -> Pairwise:
    """A matrix of the problem, checked as a table of judgements. Raises InputError where it cannot be read."""
    cells = _cells(node, name)
    items, numbers = cells
    size = len(items)
    respondent = node.get("respondent", "rater", "responden", "expert")
    who = respondent.text() if respondent else ""
    place = f"matrices.{name}" + (f".{who}" if who else "")
    upper, lower, as_given = np.eye(size), np.eye(size), np.eye(size)
    steps = np.zeros((size, size))
    reciprocal = True
    for i in range(size):
        diagonal = numbers[i][i]
        if diagonal is not None and abs(diagonal.value - 1) > 1e-9:
            notes.error(
                "diagonal", f"{place}.{items[i]}.{items[i]}",
                both(
                    f"Diagonal {items[i]} bernilai {show_id(diagonal.value)}, bukan 1.",
                    f"The diagonal of {items[i]} is {show(diagonal.value)}, not 1.",
                ),
                printed=diagonal.value, computed=1.0, ids=(items[i],),
            )  # fmt: skip
        for j in range(i + 1, size):
            one, two = numbers[i][j], numbers[j][i]
            if one is None and two is None:
                raise node.fault(
                    f"the comparison of {items[i]} and {items[j]} is missing", "Give the upper triangle whole"
                )
            for number, row, column in ((one, items[i], items[j]), (two, items[j], items[i])):
                _on_scale(node, number, f"{place}.{row}.{column}", notes)
            first, second, step = _pair(one, two)
            upper[i, j], lower[i, j] = first, second
            upper[j, i], lower[j, i] = 1 / first, 1 / second
            as_given[i, j] = one.value if one is not None else first
            as_given[j, i] = two.value if two is not None else 1 / first
            steps[i, j] = step
            if first != second:
                reciprocal = False
                notes.error(
                    "not-reciprocal", f"{place}.{items[j]}.{items[i]}",
                    both(
                        f"{items[j]} terhadap {items[i]} bernilai {show_id(1 / second)}, padahal kebalikan dari"
                        f" {show_id(first)} adalah {show_id(1 / first)}.",
                        f"{items[j]} against {items[i]} is {show(1 / second)}, but the reciprocal of {show(first)} is"
                        f" {show(1 / first)}.",
                    ),
                    printed=1 / second, computed=1 / first, ids=(items[i], items[j]),
                )  # fmt: skip
    values = upper if reciprocal else as_given
    return Pairwise(name, who, items, values, steps, reciprocal, upper, lower, node.printed(*_PRINTED))


def _cells(node: Node, name: str) -> tuple[tuple[str, ...], list[list[Number | None]]]:
    values = node.need("values", "matrix", "nilai")
    rows = [row for _, row in values.items()] if values.is_mapping else values.entries()
    listed = node.get("items", "criteria", "kriteria")
    if listed is not None:
        items = listed.texts()
    elif values.is_mapping:
        items = tuple(key for key, _ in values.items())
    else:
        items = tuple(f"{name}-{at}" for at in range(1, len(rows) + 1))
    if len(set(items)) != len(items):
        raise node.fault("an item stands twice", "Give each item one name")
    if len(items) > LARGEST:
        raise node.fault(f"there are {len(items)} items", f"At most {LARGEST} are read")
    size = len(items)
    if size < 2:
        raise node.fault("a matrix compares two items or more", "List them under 'items'")
    if rows and all(not (row.is_list or row.is_mapping) for row in rows):
        return items, _flat(values, [row.maybe_number() for row in rows], size)
    if len(rows) not in (size, size - 1):
        raise values.fault(f"{len(rows)} rows for {size} items", "Write one row an item")
    table: list[list[Number | None]] = [[None] * size for _ in range(size)]
    for i, row in enumerate(rows):
        if row.is_mapping:
            for key, cell in row.items():
                if key not in items:
                    raise cell.fault(f"'{key}' is no item", "Use the names of 'items'")
                table[i][items.index(key)] = cell.maybe_number()
            continue
        cells = row.entries()
        shift = {size: 0, size - i: i, size - i - 1: i + 1}.get(len(cells))
        if shift is None:
            raise row.fault(f"{len(cells)} values for {size} items", "Write the whole row, or from the diagonal on")
        for j, cell in enumerate(cells):
            table[i][j + shift] = cell.maybe_number()
    return items, table


def _flat(values: Node, numbers: list[Number | None], size: int) -> list[list[Number | None]]:
    """The upper triangle row by row, without the diagonal."""
    if len(numbers) != size * (size - 1) // 2:
        raise values.fault(
            f"{len(numbers)} values for {size} items", f"The upper triangle has {size * (size - 1) // 2}"
        )
    table: list[list[Number | None]] = [[None] * size for _ in range(size)]
    pairs = [(i, j) for i in range(size) for j in range(i + 1, size)]
    for (i, j), number in zip(pairs, numbers, strict=True):
        table[i][j] = number
    return table


def _on_scale(node: Node, number: Number | None, where: str, notes: Notes) -> None:
    if number is None:
        return
    if number.value <= 0:
        raise node.fault(f"a comparison is {show(number.value)}", "Comparisons are above zero: 1 to 9 or 1/2 to 1/9")
    if not 1 / _TOP - number.half - 1e-9 <= number.value <= _TOP + 1e-9:
        notes.error(
            "off-scale", where,
            both(
                f"Nilai {show_id(number.value)} berada di luar skala Saaty 1–9 dan kebalikannya.",
                f"The value {show(number.value)} lies off Saaty's scale of 1–9 and its reciprocals.",
            ),
            printed=number.value,
        )  # fmt: skip


def _pair(one: Number | None, two: Number | None) -> tuple[float, float, float]:
    """The judgement by the upper and by the lower cell, and how far it may be rounded.

    Equal where they are reciprocal within the rounding of what they show: then the value that stands whole (3 beside
    0.33), or the one with the smaller relative rounding, is taken for both.
    """
    if one is None or two is None:
        alone = one or two
        if alone is None:
            raise ValueError("one of the two cells must be there")
        value = _exact(alone)
        step = 0.0 if _whole(value) else alone.half
        return (value, value, step) if two is None else (1 / value, 1 / value, step / value**2)
    first, second = _exact(one), 1 / _exact(two)
    low, high = max(one.value - one.half, 1e-9), one.value + one.half
    below, above = max(two.value - two.half, 1e-9), two.value + two.half
    # A cut-off 0.66 for 2/3 or 0.16 for 1/6 is no contradiction, so the last decimal may be off by one.
    if 1 / above > high * (1 + 1e-9) or 1 / below < low * (1 - 1e-9):
        unit = 2 * two.half
        if not abs(two.value - 1 / one.value) < unit * (1 - 1e-6):
            return first, second, 0.0
    if _whole(one.value):
        return first, first, 0.0
    if _whole(two.value):
        return second, second, 0.0
    finer = one.half / one.value <= two.half / two.value
    best = first if finer else second
    return best, best, one.half if finer else two.half / two.value**2


def _exact(number: Number) -> float:
    """The value meant: 1/3 where 0.33 is written."""
    if number.value < 1 and not number.exact and number.decimals <= 4:
        turned = round(1 / number.value)
        if turned <= _TOP and abs(1 / turned - number.value) < 2 * number.half * (1 - 1e-6):
            return 1 / turned
    return number.value


def _whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-9 or abs(1 / value - round(1 / value)) < 1e-9
