"""Small multiples: a box a government, the same criteria in the same places, a sign or a score for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinjau.report.document import Mark, Picture, Table
from tinjau.report.pictures.signs import sign
from tinjau.report.pictures.svg import INK, PAPER, QUIET, RULE, lines, picture, rect, text

_WIDTH, _GAP, _ACROSS = 480, 8, 2
_ROW, _HEAD = 24, 52


@dataclass(frozen=True, slots=True)
class SmallBox:
    """A government: its name, a line beneath it, and a mark (or a score written out) for each criterion."""

    name: str
    under: str
    marks: tuple[Mark | str, ...]


def small_multiples(
    boxes: Sequence[SmallBox], criteria: Sequence[str], title: str, description: str, table: Table, name: str
) -> Picture:
    """Boxes in the order given, two in a row, so that the eye compares places and not colours."""
    wide = (_WIDTH - _GAP * (_ACROSS - 1)) / _ACROSS
    high = _HEAD + _ROW * len(criteria) + 8
    parts: list[str] = []
    for at, box in enumerate(boxes):
        x, y = at % _ACROSS * (wide + _GAP), at // _ACROSS * (high + _GAP)
        parts.append(rect(x + 0.5, y + 0.5, wide - 1, high - 1, PAPER, RULE, 3))
        parts += [text(x + 10, y + 21, each, 14.5, INK, weight=600) for each in lines(box.name, wide - 20, 14.5, 1)]
        parts += [text(x + 10, y + 39, each, 12.5, QUIET) for each in lines(box.under, wide - 20, 12.5, 1)]
        for row, (words, mark) in enumerate(zip(criteria, box.marks, strict=True)):
            top = y + _HEAD + row * _ROW
            if isinstance(mark, str):
                parts.append(text(x + 20, top + 16, mark, 12.5, INK, "middle", 600))
            else:
                parts.append(sign(mark.kind, mark.value, x + 10, top + 2, 19))
            parts += [text(x + 42, top + 16, each, 13, INK) for each in lines(words, wide - 50, 13, 1)]
    rows = -(-len(boxes) // _ACROSS)
    return picture(parts, _WIDTH, rows * (high + _GAP), title, description, table, name)
