"""Ranks as intervals: from the best to the worst place that a government can hold, shared where they overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, INK, QUIET, RULE, element, line, lines, picture, text

_WIDTH, _ROW, _TOP = 480, 22, 44
_ROOM, _AXIS, _END = 170, 196, 420


@dataclass(frozen=True, slots=True)
class RankRow:
    """A government, the places between which it surely lies (1 is the best), and how that is written."""

    name: str
    rank: tuple[int, int]
    written: str


def rank_intervals(
    rows: Sequence[RankRow], places: int, headings: tuple[str, str, str], title: str, description: str, table: Table,
    name: str,
) -> Picture:  # fmt: skip
    """A bar from each one's best to its worst place, the first on the left; a diamond where only one is possible.

    `headings` name the government, the scale and the rank.
    """
    reach = max(1, places - 1)

    def place(rank: int) -> float:
        return _AXIS + (min(max(rank, 1), places) - 1) / reach * (_END - _AXIS)

    height = _TOP + _ROW * len(rows) + 6
    parts = [
        text(0, 16, headings[0], 12.5, QUIET),
        text((_AXIS + _END) / 2, 16, headings[1], 12.5, QUIET, "middle"),
        text(_WIDTH, 16, headings[2], 12.5, QUIET, "end"),
        text(_AXIS, 34, "1", 12, QUIET),
        text(_END, 34, str(places), 12, QUIET, "end"),
    ]
    parts += [line(place(each), _TOP - 6, place(each), height - 4, RULE, 1, "2 3") for each in (1, places)]
    for index, row in enumerate(rows):
        middle = _TOP + index * _ROW + _ROW / 2
        low, high = place(row.rank[0]), place(row.rank[1])
        parts += [text(0, middle + 4, each, 12.5, INK) for each in lines(row.name, _ROOM, 12.5, 1)]
        if row.rank[0] == row.rank[1]:
            corners = ((low, middle - 6), (low + 6, middle), (low, middle + 6), (low - 6, middle))
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
            parts.append(element("polygon", points=points, fill=BLUE))
        else:
            parts += [
                line(low, middle, high, middle, BLUE, 5),
                line(low, middle - 6, low, middle + 6, BLUE, 1.6),
                line(high, middle - 6, high, middle + 6, BLUE, 1.6),
            ]
        parts.append(text(_WIDTH, middle + 4, row.written, 12.5, INK, "end"))
    return picture(parts, _WIDTH, height, title, description, table, name)
