"""Dates in running text: a table of month names and a handful of shapes; day before month, as in these countries.

Covered: `Senin, 3 Maret 2025`, `3 Mar 2025`, `March 3, 2025`, `3 de marzo de 2025`, `1er mars 2025`, `03/04/2025` (day
first), `2025-04-03`, ISO 8601; in a short line also `18/11/26`. Not guessed: other two-digit years, ranges of years
(`Renstra 2021-2026`), numbers that are no date.
"""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import re2

_MONTHS = (
    "januari january gennaio janvier enero jan jan. ene genn gen janv",
    "februari february pebruari febbraio fevrier febrero feb peb febb fevr fev",
    "maret march marzo mars mar mrt",
    "april aprile avril abril apr avr abr",
    "mei may maggio mai mayo mag",
    "juni june giugno juin junio jun giu",
    "juli july luglio juillet julio jul lug juil",
    "agustus august agosto aout agust agt ags aug ago agu",
    "september settembre septembre septiembre sep sept set setiembre",
    "oktober october ottobre octobre octubre okt oct ott",
    "november novembre noviembre nopember nov nop",
    "desember december dicembre decembre diciembre des dec dic",
)
MONTHS = {name.rstrip("."): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19[89]\d|20\d\d)"
_SHAPES = (
    (
        "dmy",
        re2.compile(
            rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th|er|º|°)?\s*[-./ ]?\s*(?:de\s+|"
            rf"of\s+)?({_NAMES})\.?,?\s*[-./ ]?\s*(?:de\s+|del\s+)?({_YEAR})\b"
        ),
    ),
    ("mdy", re2.compile(rf"(?i)\b({_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({_YEAR})\b")),
    ("iso", re2.compile(rf"\b({_YEAR})[-/](\d{{1,2}})[-/](\d{{1,2}})(?:\b|t)")),
    ("brief", re2.compile(r"(?:^|[\s(:])(\d{1,2})/(\d{1,2})/([12]\d)(?:$|[\s),])")),
    ("num", re2.compile(rf"\b(\d{{1,2}})[/.\-](\d{{1,2}})[/.\-]({_YEAR})\b")),
)
_ACCENTS = str.maketrans("àáâäèéêëìíîïòóôöùúûüç", "aaaaeeeeiiiioooouuuuc")
_LINE, _SLASHES, _CENTURY = 60, 2, 2000  # a short line of its own may give its year in two digits: 18/11/26
_SHORT = 200  # characters of texts that are remembered
FIRST = datetime.date(1990, 1, 1)


class Found(NamedTuple):
    """A date and where in the text it begins and ends."""

    day: datetime.date
    start: int
    end: int


def dates_in(text: str) -> tuple[Found, ...]:
    """Every date in the text, shape by shape; impossible ones (31 February) are left out."""
    if "20" not in text and "19" not in text:
        return _dates_in(text) if len(text) <= _LINE and text.count("/") == _SLASHES else ()
    return _dates_in(text) if len(text) <= _SHORT else tuple(_each(text))


@lru_cache(maxsize=2048)
def _dates_in(text: str) -> tuple[Found, ...]:
    return tuple(_each(text))


def _each(text: str) -> Iterator[Found]:
    flat = text.lower().translate(_ACCENTS) if not text.isascii() else text.lower()
    taken: list[tuple[int, int]] = []
    for shape, expression in _SHAPES:
        for match in expression.finditer(flat):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            if shape == "brief" and len(text) > _LINE:
                continue
            day = _date(shape, match.groups())
            if day is not None:
                taken.append((match.start(), match.end()))
                yield Found(day, match.start(), match.end())


def date_of(text: str) -> datetime.date | None:
    """The first date of a short string such as a meta value; None where there is none."""
    first = min(dates_in(text), key=lambda found: found.start, default=None)
    return first.day if first else None


def _date(shape: str, parts: tuple[str, ...]) -> datetime.date | None:
    first, second, third = parts
    try:
        if shape == "dmy":
            day = datetime.date(int(third), MONTHS[second], int(first))
        elif shape == "mdy":
            day = datetime.date(int(third), MONTHS[first], int(second))
        elif shape == "iso":
            day = datetime.date(int(first), int(second), int(third))
        else:
            day = _numeric(int(first), int(second), int(third) + (_CENTURY if shape == "brief" else 0))
    except ValueError:
        return None
    return day if day >= FIRST else None


def _numeric(first: int, second: int, year: int) -> datetime.date:
    """Day before month; only where that is impossible the other way round."""
    if second > 12 >= first:
        first, second = second, first
    return datetime.date(year, second, first)


def forget() -> None:
    """Drop what was remembered of short texts: nothing of one site outlives its observation."""
    _dates_in.cache_clear()
