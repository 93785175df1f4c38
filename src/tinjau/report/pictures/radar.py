"""Radar: only where there are scores, on one scale, with at least three axes."""

import math
from collections.abc import Sequence

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, INK, PAPER, QUIET, RULE, element, lines, picture, text

_WIDTH, _HEIGHT, _RADIUS = 480, 400, 130
LEAST = 3


def radar(
    axes: Sequence[tuple[str, float | None, str]], lowest: float, highest: float, title: str, description: str,
    table: Table, name: str,
) -> Picture | None:  # fmt: skip
    """Axes as (name, score or None, score written out). None where fewer than three axes have a score.

    An axis without a score keeps its place, gets no point, and the outline is open there: a gap is not a zero.
    """
    if sum(score is not None for _, score, _ in axes) < LEAST or highest <= lowest:
        return None
    centre_x, centre_y = _WIDTH / 2, _HEIGHT / 2

    def place(index: int, share: float) -> tuple[float, float]:
        turn = 2 * math.pi * index / len(axes) - math.pi / 2
        return centre_x + math.cos(turn) * _RADIUS * share, centre_y + math.sin(turn) * _RADIUS * share

    parts = []
    for ring in (0.25, 0.5, 0.75, 1.0):
        corners = " ".join("{:.1f},{:.1f}".format(*place(index, ring)) for index in range(len(axes)))
        parts.append(element("polygon", points=corners, fill="none", stroke=RULE))
    points: list[tuple[float, float] | None] = []
    for index, (words, score, written) in enumerate(axes):
        x, y = place(index, 1)
        parts.append(element("line", x1=centre_x, y1=centre_y, x2=x, y2=y, stroke=RULE))
        label_x, label_y = place(index, 1.14)
        side = "middle" if abs(label_x - centre_x) < 20 else ("start" if label_x > centre_x else "end")
        shown = [*lines(words, 84, 13), written]
        top = label_y - (14 * (len(shown) - 1) if label_y < centre_y - 40 else 0)
        parts += [
            text(label_x, top + row * 15, each, 13, QUIET if each == written else INK, side)
            for row, each in enumerate(shown)
        ]
        points.append(
            None if score is None else place(index, (min(max(score, lowest), highest) - lowest) / (highest - lowest))
        )
    if all(points):
        parts.append(
            element(
                "polygon", points=" ".join(f"{p[0]:.1f},{p[1]:.1f}" for p in points if p), fill=BLUE, fill_opacity=0.18
            )
        )
    for index, here in enumerate(points):
        after = points[(index + 1) % len(points)]
        if here and after:
            parts.append(
                element("line", x1=here[0], y1=here[1], x2=after[0], y2=after[1], stroke=BLUE, stroke_width=2.5)
            )
    parts += [
        element("circle", cx=p[0], cy=p[1], r=4.5, fill=BLUE, stroke=PAPER, stroke_width=1.5) for p in points if p
    ]
    return picture(parts, _WIDTH, _HEIGHT, title, description, table, name)
