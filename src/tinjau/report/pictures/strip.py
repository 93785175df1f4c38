"""Verdict strip: a row a criterion, with its sign, its word and how much of it is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinjau.report.document import Mark, Picture, Table
from tinjau.report.pictures.signs import sign
from tinjau.report.pictures.svg import BLUE, INK, PAPER, QUIET, RULE, line, lines, picture, rect, text

_WIDTH, _ROW, _TOP = 480, 42, 34
_NAME, _BAR, _BAR_WIDTH = 34, 318, 100


@dataclass(frozen=True, slots=True)
class StripRow:
    """A criterion: its name, its mark, and the share of its questions that is determined (0 to 1), written out."""

    name: str
    mark: Mark
    coverage: float
    written: str


def verdict_strip(
    rows: Sequence[StripRow], headings: tuple[str, str, str], title: str, description: str, table: Table, name: str
) -> Picture:
    """One row a criterion; `headings` name criterion, verdict and coverage."""
    height = _TOP + _ROW * len(rows) + 6
    parts = [
        text(_NAME, 18, headings[0], 13, QUIET),
        text(196, 18, headings[1], 13, QUIET),
        text(_BAR, 18, headings[2], 13, QUIET),
    ]
    for index, row in enumerate(rows):
        y = _TOP + index * _ROW
        middle = y + _ROW / 2
        parts += [line(0, y, _WIDTH, y), sign(row.mark.kind, row.mark.value, 2, middle - 11, 22)]
        written = lines(row.name, 134, 15)
        first = middle + 5 - (len(written) - 1) * 8
        parts += [text(_NAME, first + place * 17, each, 15, INK, weight=600) for place, each in enumerate(written)]
        parts += [text(196, middle + 5, each, 15, INK) for each in lines(row.mark.text, 120, 15, 1)]
        parts.append(rect(_BAR, middle - 6, _BAR_WIDTH, 12, PAPER, RULE))
        if row.coverage > 0:
            parts.append(rect(_BAR, middle - 6, max(2.0, _BAR_WIDTH * min(row.coverage, 1)), 12, BLUE))
        parts.append(text(_BAR + _BAR_WIDTH + 8, middle + 5, row.written, 14, INK))
    parts.append(line(0, _TOP + _ROW * len(rows), _WIDTH, _TOP + _ROW * len(rows)))
    return picture(parts, _WIDTH, height, title, description, table, name)
