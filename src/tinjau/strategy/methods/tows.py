"""The TOWS matrix: whether strategies keep to their cell, and which burdens nobody answers.

H. Weihrich, "The TOWS matrix - a tool for situational analysis", Long Range Planning 15(2) (1982) 54-66.
"""

from collections.abc import Iterable, Sequence


def cell_kinds(cell: str) -> tuple[str, str]:
    """The two kinds of factor that a cell joins: SO joins S and O."""
    return cell[0], cell[1]


def breaks_cell(cell: str, used: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(missing kinds, foreign factors): kinds of the cell without a used factor, and used factors of other kinds.

    Factors are ids whose first letter is their kind.
    """
    kinds = cell_kinds(cell)
    ids = list(used)
    present = {each[:1].upper() for each in ids}
    missing = tuple(kind for kind in kinds if kind not in present)
    return missing, tuple(each for each in ids if each[:1].upper() not in kinds)


def unanswered(factors: Iterable[str], used: Sequence[Iterable[str]]) -> tuple[str, ...]:
    """Weaknesses and threats that no strategy uses."""
    answered = {factor for each in used for factor in each}
    return tuple(each for each in factors if each[:1].upper() in ("W", "T") and each not in answered)
