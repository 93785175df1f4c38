"""Rank acceptability: how often each strategy comes first, second, third or later over all accepted weights."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, INK, PAPER, QUIET, line, lines, picture, rect, text

_WIDTH, _ROW, _TOP = 480, 34, 38
_NAME, _BAR = 56, 420
_SHADES = ("#0b4f7d", "#5e94b8", "#b9d3e4", "#ffffff")  # from dark to light, so that grey copies keep the order
_INKS = (PAPER, INK, INK, INK)


@dataclass(frozen=True, slots=True)
class AcceptabilityRow:
    """A strategy, and the shares of first, second, third and later ranks, each with how it is written."""

    name: str
    shares: tuple[float, float, float, float]
    written: tuple[str, str, str, str]


def rank_acceptability(
    rows: Sequence[AcceptabilityRow],
    legend: tuple[str, str, str, str],
    title: str,
    description: str,
    table: Table,
    name: str,
) -> Picture:
    """One bar a strategy in four shades; a share is written where it has room."""
    parts: list[str] = []
    x = 0.0
    for shade, words in zip(_SHADES, legend, strict=True):
        parts += [rect(x, 8, 16, 16, shade, BLUE), text(x + 22, 21, words, 13, INK)]
        x += 32 + 8.2 * len(words)
    for index, row in enumerate(rows):
        top = _TOP + index * _ROW
        parts += [text(0, top + 19, each, 14, INK, weight=600) for each in lines(row.name, _NAME - 6, 14, 1)]
        left = float(_NAME)
        for place, share in enumerate(row.shares):
            wide = _BAR * max(0.0, share)
            if wide <= 0:
                continue
            parts.append(rect(left, top + 2, wide, _ROW - 10, _SHADES[place], BLUE))
            if wide > 38:
                parts.append(text(left + wide / 2, top + 19, row.written[place], 12.5, _INKS[place], "middle"))
            left += wide
        parts.append(line(_NAME, top + _ROW - 3, _NAME + _BAR, top + _ROW - 3, QUIET, 0.3))
    return picture(parts, _WIDTH, _TOP + _ROW * len(rows) + 4, title, description, table, name)
