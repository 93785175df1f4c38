"""Values with intervals, a row each: weights of factors, scores of strategies, governments of a league."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, INK, PAPER, QUIET, RULE, element, line, lines, picture, text

_WIDTH, _ROW, _TOP = 480, 28, 30
_RANK, _NAME, _AXIS, _END = 0, 30, 214, 424


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """A name, its value, its interval (None where there is none), its shared rank, and the value written out."""

    name: str
    value: float
    interval: tuple[float, float] | None
    rank: str
    written: str


def interval_rows(
    rows: Sequence[IntervalRow], headings: tuple[str, str, str], title: str, description: str, table: Table, name: str
) -> Picture:
    """A dot at each value and a bar over its interval, on one scale from zero; `headings` name rank, name and value."""
    highest = max((max(row.value, row.interval[1] if row.interval else 0) for row in rows), default=1) or 1
    lowest = min(0.0, *(row.interval[0] if row.interval else row.value for row in rows)) if rows else 0.0
    reach = highest - lowest or 1

    def place(value: float) -> float:
        return _AXIS + (value - lowest) / reach * (_END - _AXIS)

    height = _TOP + _ROW * len(rows) + 6
    parts = [
        text(_RANK, 16, headings[0], 12.5, QUIET),
        text(_NAME, 16, headings[1], 12.5, QUIET),
        text(_AXIS, 16, headings[2], 12.5, QUIET),
    ]
    parts.append(line(place(0.0), _TOP - 4, place(0.0), height - 4, RULE))
    for index, row in enumerate(rows):
        middle = _TOP + index * _ROW + _ROW / 2
        parts += [text(_RANK, middle + 5, row.rank, 14, INK, weight=600)]
        parts += [text(_NAME, middle + 5, each, 13.5, INK) for each in lines(row.name, _AXIS - _NAME - 12, 13.5, 1)]
        if row.interval:
            low, high = place(row.interval[0]), place(row.interval[1])
            parts += [
                line(low, middle, high, middle, BLUE, 3),
                line(low, middle - 5, low, middle + 5, BLUE, 1.5),
                line(high, middle - 5, high, middle + 5, BLUE, 1.5),
            ]
        parts.append(element("circle", cx=place(row.value), cy=middle, r=5.5, fill=PAPER, stroke=BLUE, stroke_width=3))
        parts.append(text(_WIDTH, middle + 5, row.written, 13, INK, "end"))
    return picture(parts, _WIDTH, height, title, description, table, name)
