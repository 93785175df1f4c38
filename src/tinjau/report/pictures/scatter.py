"""Impact and effort: every strategy by what it answers and what it costs, with its id beside the point."""

from collections.abc import Sequence

from tinjau.report.document import Picture, Table
from tinjau.report.hostile import escape, one_line
from tinjau.report.pictures.svg import BLUE, INK, PAPER, QUIET, RULE, element, line, picture, rect, text

_WIDTH, _HEIGHT = 480, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 456, 14, 290


def impact_effort(
    points: Sequence[tuple[str, float, float]], axes: tuple[str, str], ends: tuple[str, str], title: str,
    description: str, table: Table, name: str,
) -> Picture:  # fmt: skip
    """Points as (id, effort, impact), both from zero; `axes` name effort and impact, `ends` their largest values."""
    most_effort = max((effort for _, effort, _ in points), default=1) or 1
    most_impact = max((impact for _, _, impact in points), default=1) or 1
    parts = [rect(_LEFT, _TOP, _RIGHT - _LEFT, _BOTTOM - _TOP, PAPER, RULE)]
    parts += [
        line((_LEFT + _RIGHT) / 2, _TOP, (_LEFT + _RIGHT) / 2, _BOTTOM, RULE, 1, "4 4"),
        line(_LEFT, (_TOP + _BOTTOM) / 2, _RIGHT, (_TOP + _BOTTOM) / 2, RULE, 1, "4 4"),
        text(_LEFT, _BOTTOM + 18, "0", 12, QUIET),
        text(_RIGHT, _BOTTOM + 18, ends[0], 12, QUIET, "end"),
        text((_LEFT + _RIGHT) / 2, _BOTTOM + 38, axes[0], 14, INK, "middle"),
        text(_LEFT - 6, _TOP + 12, ends[1], 12, QUIET, "end"),
        element(
            "text",
            escape(one_line(axes[1])),
            font_size=14,
            fill=INK,
            text_anchor="middle",
            transform=f"translate(16 {(_TOP + _BOTTOM) / 2:.0f}) rotate(-90)",
        ),
    ]
    taken: list[tuple[float, float]] = []
    for label, effort, impact in points:
        x = _LEFT + 10 + effort / most_effort * (_RIGHT - _LEFT - 50)
        y = _BOTTOM - 12 - impact / most_impact * (_BOTTOM - _TOP - 30)
        parts.append(element("circle", cx=x, cy=y, r=6, fill=BLUE, stroke=PAPER, stroke_width=1.5))
        label_y = y + 5
        while any(abs(label_y - other) < 13 and abs(x - place) < 44 for place, other in taken):
            label_y += 13
        taken.append((x, label_y))
        parts.append(text(x + 10, label_y, label, 13, INK, weight=600))
    return picture(parts, _WIDTH, _HEIGHT, title, description, table, name)
