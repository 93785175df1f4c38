"""Services × criteria: a sign for every pair that was judged, and how many are met along both sides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tinjau.report.document import Mark, Picture, Table
from tinjau.report.hostile import escape, one_line
from tinjau.report.pictures.signs import sign
from tinjau.report.pictures.svg import INK, QUIET, RULE, element, line, lines, picture, text

_NAME, _CELL, _ROW, _HEAD, _COUNT = 190, 34, 25, 118, 50


@dataclass(frozen=True, slots=True)
class MatrixPicture:
    """What the matrix shows: rows and columns by id and name, a mark for each pair that was judged, and the numbers.

    `by_service` and `by_criterion` are written out ("3/5": met of those judged); `counted` names them.
    """

    services: Sequence[tuple[str, str]]
    criteria: Sequence[tuple[str, str]]
    marks: Mapping[tuple[str, str], Mark]
    by_service: Mapping[str, str]
    by_criterion: Mapping[str, str]
    counted: str


def service_matrix(shown: MatrixPicture, title: str, description: str, table: Table, name: str) -> Picture:
    """A row a service, a column a criterion; a short stroke where nothing was judged."""
    across = _NAME + _CELL * len(shown.criteria)
    width = max(480, across + _COUNT + 46)
    bottom = _HEAD + _ROW * len(shown.services)
    parts: list[str] = []
    heads = [*(words for _, words in shown.criteria), shown.counted]
    for place, words in enumerate(heads):
        x = _NAME + place * _CELL + _CELL / 2 + (6 if place == len(shown.criteria) else 0)
        parts.append(
            element(
                "text",
                escape(one_line(words, 20)),
                font_size=13.5,
                fill=INK if place < len(shown.criteria) else QUIET,
                transform=f"translate({x:.1f} {_HEAD - 10}) rotate(-50)",
            )
        )
    for index, (service, words) in enumerate(shown.services):
        y = _HEAD + index * _ROW
        parts.append(line(0, y, across + _COUNT, y, RULE, 0.7))
        parts += [text(0, y + 17, each, 13.5, INK) for each in lines(words, _NAME - 24, 13.5, 1)]
        for place, (criterion, _) in enumerate(shown.criteria):
            mark = shown.marks.get((service, criterion))
            x = _NAME + place * _CELL + (_CELL - 17) / 2
            if mark is None:
                parts.append(line(x + 5, y + 12, x + 12, y + 12, QUIET))
            else:
                parts.append(sign(mark.kind, mark.value, x, y + 4, 17))
        parts.append(text(across + _COUNT, y + 17, shown.by_service.get(service, ""), 13, INK, "end", 600))
    parts += [line(0, bottom, across + _COUNT, bottom, QUIET), text(0, bottom + 18, shown.counted, 13, QUIET)]
    for place, (criterion, _) in enumerate(shown.criteria):
        x = _NAME + place * _CELL + _CELL / 2
        parts.append(text(x, bottom + 18, shown.by_criterion.get(criterion, ""), 12, INK, "middle", 600))
    return picture(parts, width, bottom + 26, title, description, table, name)
