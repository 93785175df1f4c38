"""Spread: a dot for everyone who judged a thing, on one scale, with the median and how many they were.

Equal judgements stand on one another, so that a pile is seen as one; the median is a dark wedge beneath the dots.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, INK, PAPER, QUIET, RULE, element, line, lines, picture, text

_WIDTH, _TOP = 480, 46
_NAME, _ROOM, _AXIS, _END = 0, 158, 206, 392
_RADIUS, _PILE = 4.2, 9.0
_HIGHEST = 5  # dots on one another; more are written as a number (project choice)


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A thing, everyone's judgement of it, the median (None where there is no order), and what stands at the end."""

    name: str
    values: tuple[float, ...]
    median: float | None
    written: str


def spread_strip(
    rows: Sequence[SpreadRow],
    ticks: Sequence[tuple[float, str]],
    headings: tuple[str, str],
    title: str,
    description: str,
    table: Table,
    name: str,
) -> Picture:
    """A row a thing over the scale that `ticks` mark (position and word, in order); `headings` name things and end."""
    lowest, highest = ticks[0][0], ticks[-1][0]
    reach = highest - lowest or 1.0

    def place(value: float) -> float:
        return _AXIS + (min(max(value, lowest), highest) - lowest) / reach * (_END - _AXIS)

    parts = [text(_NAME, 16, headings[0], 12.5, QUIET), text(_WIDTH, 16, headings[1], 12.5, QUIET, "end")]
    tops: list[tuple[float, float]] = []
    top = float(_TOP)
    for row in rows:
        pile = min(_HIGHEST, max(Counter(row.values).values(), default=1))
        high = max(40.0 if len(lines(row.name, _ROOM, 13)) > 1 else 30.0, 20 + pile * _PILE)
        tops.append((top, high))
        top += high
    for value, word in ticks:
        x = place(value)
        parts.append(line(x, _TOP - 4, x, top, RULE, 1, "2 3"))
        side = "start" if value == lowest else ("end" if value == highest else "middle")
        room = (_END - _AXIS) / max(1, len(ticks) - 1) - 4 if len(ticks) > 2 else (_END - _AXIS) / 2
        shown = lines(word, max(room, 24), 12, 2)
        parts += [text(x, 32 + 12 * (at - len(shown) + 1), each, 12, QUIET, side) for at, each in enumerate(shown)]
    for row, (start, high) in zip(rows, tops, strict=True):
        base = start + high - 15
        parts.append(line(0, start + high, _WIDTH, start + high, RULE, 0.6))
        written = lines(row.name, _ROOM, 13)
        first = base + 4 - 15 * (len(written) - 1)
        parts += [text(_NAME, first + at * 15, each, 13, INK) for at, each in enumerate(written)]
        if row.median is not None:
            x = place(row.median)
            corners = ((x, base + 6), (x - 5, base + 13), (x + 5, base + 13))
            points = " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
            parts.append(element("polygon", points=points, fill=INK))
        for value, count in sorted(Counter(row.values).items()):
            x = place(value)
            parts += [
                element("circle", cx=x, cy=base - at * _PILE, r=_RADIUS, fill=BLUE, stroke=PAPER, stroke_width=1.2)
                for at in range(min(count, _HIGHEST))
            ]
            if count > _HIGHEST:
                parts.append(text(x + 8, base - (_HIGHEST - 1) * _PILE + 4, f"×{count}", 12, INK))
        parts.append(text(_WIDTH, base + 4, row.written, 12.5, INK, "end"))
    return picture(parts, _WIDTH, round(top) + 6, title, description, table, name)
