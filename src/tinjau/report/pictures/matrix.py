"""Services × criteria: a sign for every pair that was judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tinjau.report.document import Mark, Picture, Table
from tinjau.report.hostile import escape, one_line
from tinjau.report.pictures.signs import sign
from tinjau.report.pictures.svg import INK, QUIET, element, line, lines, picture, text

_NAME, _CELL, _ROW, _HEAD = 210, 38, 27, 120


@dataclass(frozen=True, slots=True)
class MatrixPicture:
    """What the matrix shows: rows and columns by id and name, and a mark for each pair that was judged."""

    services: Sequence[tuple[str, str]]
    criteria: Sequence[tuple[str, str]]
    marks: Mapping[tuple[str, str], Mark]


def service_matrix(shown: MatrixPicture, title: str, description: str, table: Table, name: str) -> Picture:
    """A row a service, a column a criterion; an empty dashed sign where nothing was judged."""
    width = _NAME + _CELL * len(shown.criteria) + 60
    height = _HEAD + _ROW * len(shown.services) + 8
    parts: list[str] = []
    for place, (_, words) in enumerate(shown.criteria):
        x = _NAME + place * _CELL + _CELL / 2
        parts.append(
            element(
                "text",
                escape(one_line(words, 20)),
                font_size=14,
                fill=INK,
                transform=f"translate({x:.1f} {_HEAD - 10}) rotate(-50)",
            )
        )
    for index, (service, words) in enumerate(shown.services):
        y = _HEAD + index * _ROW
        parts.append(line(0, y, _NAME + _CELL * len(shown.criteria), y))
        parts += [text(0, y + 18, each, 14, INK) for each in lines(words, _NAME - 8, 14, 1)]
        for place, (criterion, _) in enumerate(shown.criteria):
            mark = shown.marks.get((service, criterion))
            x = _NAME + place * _CELL + (_CELL - 18) / 2
            if mark is None:
                parts.append(line(x + 5, y + 13, x + 13, y + 13, QUIET))
            else:
                parts.append(sign(mark.kind, mark.value, x, y + 4.5, 18))
    return picture(parts, width, height, title, description, table, name)
