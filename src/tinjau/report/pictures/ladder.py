"""Phase ladder: a staircase, reached steps filled, the next outlined, the rest dashed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, BLUE_WASH, INK, PAPER, QUIET, line, lines, picture, rect, text

_WIDTH, _HEIGHT, _GAP = 480, 230, 8
_SMALLEST, _LARGEST = 9.5, 16.0
_BOLD = 0.66  # width of an average bold letter in em, on the widest of the usual system faces (project choice)


@dataclass(frozen=True, slots=True)
class Step:
    """A phase: its name, whether it is reached, the one a government is in, the next, or beyond; and a short word."""

    name: str
    state: Literal["reached", "here", "next", "beyond"]
    word: str


def phase_ladder(steps: Sequence[Step], title: str, description: str, table: Table, name: str) -> Picture:
    """The steps from the lowest on the left; the step where a government stands is the dark one with a flag."""
    count = max(1, len(steps))
    wide = (_WIDTH - _GAP * (count - 1)) / count
    longest = max((len(word) for step in steps for word in step.name.split()), default=1)
    size = round(max(_SMALLEST, min(_LARGEST, (wide - 16) / (_BOLD * longest))), 1)
    parts: list[str] = []
    for index, step in enumerate(steps):
        x = index * (wide + _GAP)
        high = 74 + (index + 1) * (110 / count)
        y = _HEIGHT - high
        fill, stroke, ink, dash = {
            "reached": (BLUE_WASH, BLUE, INK, None),
            "here": (BLUE, BLUE, PAPER, None),
            "next": (PAPER, BLUE, INK, None),
            "beyond": (PAPER, QUIET, QUIET, "5 4"),
        }[step.state]
        parts.append(rect(x + 1, y, wide - 2, high - 1, fill, stroke, 3, dash))
        parts.append(text(x + 10, y + 24, str(index + 1), 18, ink, weight=700))
        written = lines(step.name, wide - 14, size)
        parts += [
            text(x + 10, y + 46 + place * (size + 3), each, size, ink, weight=600) for place, each in enumerate(written)
        ]
        base = y + 46 + (len(written) - 1) * (size + 3) + size + 5
        parts += [
            text(x + 10, base + place * 15, each, 12.5, ink)
            for place, each in enumerate(lines(step.word, wide - 12, 12.5))
        ]
        if step.state == "here":
            parts.append(line(x + wide / 2, y, x + wide / 2, y - 30, INK, 2))
            parts.append(rect(x + wide / 2, y - 30, 22, 14, INK))
    return picture(parts, _WIDTH, _HEIGHT, title, description, table, name)
