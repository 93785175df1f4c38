"""Where a government stands in the SWOT quadrants, with how sure that is: the probability stands in every quadrant."""

from collections.abc import Mapping

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import (
    BLUE,
    BLUE_WASH,
    INK,
    PAPER,
    QUIET,
    RULE,
    element,
    line,
    lines,
    picture,
    rect,
    text,
)

_WIDTH, _HEIGHT, _HALF, _EDGE = 480, 372, 180, 6
# Upper right S-O, upper left W-O, lower left W-T, lower right S-T: x is S minus W, y is O minus T.
PLACES: Mapping[str, tuple[int, int]] = {
    "aggressive": (1, 0), "turn-around": (0, 0), "defensive": (0, 1), "diversification": (1, 1),
}  # fmt: skip


def swot_quadrant(
    point: tuple[float, float], reach: float, quadrants: Mapping[str, tuple[str, float, str]], title: str,
    description: str, table: Table, name: str,
) -> Picture:  # fmt: skip
    """`quadrants` give each its name, probability (0 to 1) and that written out; `reach` is the largest coordinate."""
    wide = _WIDTH / 2
    parts: list[str] = []
    for key, (words, share, written) in quadrants.items():
        if key not in PLACES:
            continue
        column, row = PLACES[key]
        x, y = column * wide, row * _HALF + _EDGE
        parts.append(rect(x + 2, y + 2, wide - 4, _HALF - 4, BLUE_WASH if share > 0 else PAPER, RULE))
        first = y + 28 if row == 0 else y + _HALF - 50
        if share > 0:
            parts.append(rect(x + 2, y + _HALF - 12, (wide - 4) * min(share, 1), 8, BLUE))
        parts += [
            text(x + 14, first + place * 18, each, 15, INK, weight=600)
            for place, each in enumerate(lines(words, wide - 28, 15, 1))
        ]
        parts.append(text(x + 14, y + _HALF - 22, written, 20, INK, weight=700))
    middle_x, middle_y = wide, _HALF + _EDGE
    parts += [
        line(0, middle_y, _WIDTH, middle_y, QUIET, 1.5),
        line(middle_x, _EDGE, middle_x, 2 * _HALF + _EDGE, QUIET, 1.5),
    ]
    scale = reach or 1
    dot_x = middle_x + max(-1.0, min(1.0, point[0] / scale)) * (wide - 24)
    dot_y = middle_y - max(-1.0, min(1.0, point[1] / scale)) * (_HALF - 24)
    parts += [
        line(middle_x, middle_y, dot_x, dot_y, INK, 1.5, "4 3"),
        element("circle", cx=dot_x, cy=dot_y, r=8, fill=INK, stroke=PAPER, stroke_width=2),
    ]
    return picture(parts, _WIDTH, _HEIGHT, title, description, table, name)
