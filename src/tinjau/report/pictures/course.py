"""Course of verdicts: a row a criterion, a column an assessment, joined by a line unless nothing compares."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tinjau.report.document import Mark, Picture, Table
from tinjau.report.pictures.signs import sign
from tinjau.report.pictures.svg import BLUE, INK, QUIET, RED, RULE, element, line, lines, picture, text

_WIDTH, _NAME, _ROW, _TOP = 480, 150, 46, 46
_SIGN = 22

Join = Literal["up", "down", "same", "open"]


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A criterion: its name, a mark (or a score written out) for each assessment, and how neighbours are joined."""

    name: str
    marks: tuple[Mark | str, ...]
    joins: tuple[Join, ...]


def verdict_course(
    rows: Sequence[CourseRow], labels: Sequence[str], title: str, description: str, table: Table, name: str
) -> Picture:
    """Lines rise or fall a little with the verdict and carry an arrow; an open join draws none."""
    step = (_WIDTH - _NAME - _SIGN) / max(1, len(labels) - 1) if len(labels) > 1 else 0
    places = [_NAME + _SIGN / 2 + step * index for index in range(len(labels))]
    height = _TOP + _ROW * len(rows) + 6
    parts: list[str] = []
    for index, (place, label) in enumerate(zip(places, labels, strict=True)):
        side = "middle" if 0 < index < len(labels) - 1 else ("start" if index == 0 else "end")
        x = place - _SIGN / 2 if index == 0 else (place + _SIGN / 2 if side == "end" else place)
        room = max(40.0, step - 6)
        parts += [text(x, 16 + row * 15, each, 12.5, QUIET, side) for row, each in enumerate(lines(label, room, 12.5))]
    for number, row in enumerate(rows):
        top = _TOP + number * _ROW
        middle = top + _ROW / 2
        parts.append(line(0, top, _WIDTH, top, RULE))
        written = lines(row.name, _NAME - 10, 14)
        first = middle + 5 - (len(written) - 1) * 8
        parts += [text(0, first + place * 16, each, 14, INK, weight=600) for place, each in enumerate(written)]
        for index, join in enumerate(row.joins):
            parts += _join(join, places[index] + _SIGN / 2 + 3, places[index + 1] - _SIGN / 2 - 3, middle)
        for place, mark in zip(places, row.marks, strict=True):
            if isinstance(mark, str):
                parts.append(text(place, middle + 5, mark, 13, INK, "middle"))
            else:
                parts.append(sign(mark.kind, mark.value, place - _SIGN / 2, middle - _SIGN / 2, _SIGN))
    return picture(parts, _WIDTH, height, title, description, table, name)


def _join(join: Join, x1: float, x2: float, middle: float) -> list[str]:
    if join == "open" or x2 <= x1:
        return []
    slope = {"up": -7.0, "down": 7.0, "same": 0.0}[join]
    colour = {"up": BLUE, "down": RED, "same": QUIET}[join]
    width = 1.2 if join == "same" else 2.4
    drawn = [line(x1, middle - slope, x2, middle + slope, colour, width)]
    if join != "same":
        turn = math.atan2(2 * slope, x2 - x1)
        corners = [(x2, middle + slope)] + [
            (x2 - 11 * math.cos(turn + side), middle + slope - 11 * math.sin(turn + side)) for side in (-0.45, 0.45)
        ]
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
        drawn.append(element("polygon", points=points, fill=colour))
    return drawn
