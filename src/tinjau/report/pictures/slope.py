"""Slope: scores over the years, a line a criterion, broken where the instrument changed or nothing was scored."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, INK, PAPER, QUIET, RED, RULE, element, line, lines, picture, text

_WIDTH, _TOP, _HIGH = 480, 40, 300
_LEFT, _RIGHT = 168, 440
_APART = 15.0


@dataclass(frozen=True, slots=True)
class SlopeRow:
    """A criterion: its name, its score in each assessment with how it is written, and which neighbours are joined."""

    name: str
    values: tuple[float | None, ...]
    written: tuple[str, ...]
    joined: tuple[bool, ...]


def score_slopes(
    rows: Sequence[SlopeRow], labels: Sequence[str], title: str, description: str, table: Table, name: str
) -> Picture:
    """Every line between its first and last score; a falling one is red and dashed, so that grey copies tell it."""
    known = [value for row in rows for value in row.values if value is not None]
    lowest, highest = min(known, default=0.0), max(known, default=1.0)
    reach = highest - lowest or 1.0
    high = max(_HIGH, len(rows) * 22)
    step = (_RIGHT - _LEFT) / max(1, len(labels) - 1)

    def height(value: float) -> float:
        return _TOP + 12 + (highest - value) / reach * (high - 24)

    parts: list[str] = []
    for place, label in enumerate(labels):
        x = _LEFT + step * place
        side = "start" if place == 0 else ("end" if place == len(labels) - 1 else "middle")
        parts += [
            text(x, 14 + at * 14, each, 12.5, QUIET, side) for at, each in enumerate(lines(label, max(60, step), 12.5))
        ]
        parts.append(line(x, _TOP, x, _TOP + high, RULE))
    for row in rows:
        for place, joined in enumerate(row.joined):
            before, after = row.values[place], row.values[place + 1]
            if not joined or before is None or after is None:
                continue
            falls = after < before
            x = _LEFT + step * place
            stroke, dash = (RED, "6 3") if falls else (BLUE if after > before else QUIET, None)
            parts.append(line(x, height(before), x + step, height(after), stroke, 2.2, dash))
        parts += [
            element("circle", cx=_LEFT + step * at, cy=height(each), r=4.5, fill=BLUE, stroke=PAPER, stroke_width=1.2)
            for at, each in enumerate(row.values)
            if each is not None
        ]
    parts += _named(rows, 0, height, (_LEFT - 10, "end"))
    parts += _named(rows, len(labels) - 1, height, (_RIGHT + 8, "start"))
    return picture(parts, _WIDTH, round(_TOP + high) + 8, title, description, table, name)


def _named(rows: Sequence[SlopeRow], at: int, height: Callable[[float], float], side: tuple[float, str]) -> list[str]:
    """Names and scores at an end, pushed apart where they would lie on one another."""
    x, anchor = side
    found = [(height(value), row.name, row.written[at]) for row in rows if (value := row.values[at]) is not None]
    parts: list[str] = []
    lowest = 0.0
    for y, name, written in sorted(found):
        lowest = max(y + 4, lowest + _APART)
        words = written if anchor == "start" else f"{lines(name, x - 72, 12.5, 1)[0]}  {written}"
        parts.append(text(x, lowest, words, 12.5, INK, anchor))
    return parts
