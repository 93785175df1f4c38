"""Weihrich's matrix at one look: factors along the sides, strategies in the cells, and what became of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, BLUE_WASH, INK, PAPER, QUIET, RED, RULE, WASH, lines, picture, rect, text

_WIDTH, _SIDE, _HEAD, _GAP = 480, 96, 74, 6
_CHIP, _HIGH = 46, 22
_SIDES = (("S", "W"), ("O", "T"))

State = Literal["concluded", "open", "loose"]


@dataclass(frozen=True, slots=True)
class TowsCell:
    """A cell: its title, and its strategies with what became of them: concluded, open, or resting on no factor."""

    title: str
    strategies: tuple[tuple[str, State], ...]


def tows_matrix(
    sides: Mapping[str, tuple[str, Sequence[str]]],
    cells: Mapping[str, TowsCell],
    legend: Mapping[State, str],
    title: str,
    description: str,
    table: Table,
    name: str,
) -> Picture:
    """`sides` give S, W, O, T their titles and factors' ids; `cells` are SO, WO, ST, WT; `legend` names the states."""
    wide = (_WIDTH - _SIDE - 2 * _GAP) / 2
    across = max(1, int((wide - 12) // (_CHIP + 4)))
    rows = [
        max(1, *(-(-len(cells[f"{column}{row}"].strategies) // across) for column in _SIDES[0])) for row in _SIDES[1]
    ]
    heights = [max(96.0, 40 + each * (_HIGH + 5)) for each in rows]
    parts: list[str] = []
    for place, column in enumerate(_SIDES[0]):
        x = _SIDE + _GAP + place * (wide + _GAP)
        parts += _side(x, 0, wide, _HEAD - _GAP, column, *sides[column])
    top = float(_HEAD)
    for row, high in zip(_SIDES[1], heights, strict=True):
        parts += _side(0, top, _SIDE, high - _GAP, row, *sides[row])
        for place, column in enumerate(_SIDES[0]):
            x = _SIDE + _GAP + place * (wide + _GAP)
            parts += _cell(x, top, wide, high - _GAP, column + row, cells[column + row], across)
        top += high
    x = 0.0
    for state, words in legend.items():
        parts += _chip(x, top + 6, 16, "", state)
        parts.append(text(x + 22, top + 22, words, 12.5, INK))
        x += 34 + 7.4 * len(words)
    return picture(parts, _WIDTH, round(top) + 36, title, description, table, name)


def _side(x: float, y: float, wide: float, high: float, letter: str, title: str, factors: Sequence[str]) -> list[str]:
    parts = [rect(x, y, wide, high, WASH, RULE, 3), text(x + 8, y + 20, letter, 16, INK, weight=700)]
    parts += [text(x + 29, y + 19, each, 12.5, INK, weight=600) for each in lines(title, wide - 32, 12.5, 1)]
    shown = lines(", ".join(factors) or "–", wide - 14, 12.5, max(1, int((high - 26) // 15)))
    return parts + [text(x + 8, y + 37 + at * 15, each, 12.5, QUIET) for at, each in enumerate(shown)]


def _cell(x: float, y: float, wide: float, high: float, letters: str, cell: TowsCell, across: int) -> list[str]:
    parts = [rect(x, y, wide, high, PAPER, RULE, 3), text(x + 8, y + 20, letters, 15, BLUE, weight=700)]
    parts += [text(x + 44, y + 19, each, 12, QUIET) for each in lines(cell.title, wide - 62, 12, 1)]
    for at, (strategy, state) in enumerate(cell.strategies):
        parts += _chip(x + 8 + at % across * (_CHIP + 4), y + 30 + at // across * (_HIGH + 5), _CHIP, strategy, state)
    return parts


def _chip(x: float, y: float, wide: float, words: str, state: State) -> list[str]:
    fill, stroke, ink, dash = {
        "concluded": (BLUE, BLUE, PAPER, None),
        "open": (BLUE_WASH, BLUE, INK, None),
        "loose": (PAPER, RED, INK, "4 3"),
    }[state]
    parts = [rect(x + 0.5, y + 0.5, wide - 1, _HIGH - 1, fill, stroke, 3, dash)]
    return [*parts, text(x + wide / 2, y + 15.5, words, 13, ink, "middle", 600)] if words else parts
