"""Numbers, shares, dates and lists as Indonesian and English write them.

Indonesian: decimal comma, point between thousands, day month year (EYD edition V). English: British order of the date.
"""

import math
import re
from collections.abc import Sequence

from tinjau.model import Lang

_MONTHS: dict[Lang, tuple[str, ...]] = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ](\d{2}:\d{2}))?")
_LAST_MONTH = 12
_LAST_DAY = 31


def integer(value: int, lang: Lang) -> str:
    """A whole number with the language's mark between thousands: 2.032 or 2,032."""
    written = f"{value:,}".replace("-", "−")
    return written.replace(",", ".") if lang == "id" else written


def number(value: float, lang: Lang, decimals: int = 2, *, fixed: bool = False) -> str:
    """A number with at most `decimals` places (exactly so many if `fixed`); a dash where it is not finite."""
    if not math.isfinite(value):
        return "–"
    written = f"{value:,.{decimals}f}"
    if "." in written and not fixed:
        written = written.rstrip("0").rstrip(".")
    if not written.strip("-0.,"):
        written = written.lstrip("-") or "0"
    written = written.replace("-", "−")
    return written.translate(str.maketrans(",.", ".,")) if lang == "id" else written


def percent(share: float, lang: Lang, decimals: int = 0) -> str:
    """A share of 0 to 1 as a percentage, never rounded up to 100% or down to 0% where that would be untrue."""
    if not math.isfinite(share):
        return "–"
    shown = round(share * 100, decimals)
    step = 10.0**-decimals
    if share < 1 and shown >= 100:
        shown = 100 - step
    if share > 0 and shown <= 0:
        shown = step
    return f"{number(shown, lang, decimals)}%"


def date(written: str, lang: Lang) -> str:
    """An ISO date as the language writes it ('2026-11-25T01:19Z' → '25 November 2026, 01.19'); else as it came."""
    found = _DATE.match(written.strip())
    if not found:
        return written
    year, month, day, clock = found.groups()
    if not 1 <= int(month) <= _LAST_MONTH or (day and not 1 <= int(day) <= _LAST_DAY):
        return written
    shown = f"{_MONTHS[lang][int(month) - 1]} {year}"
    if day:
        shown = f"{int(day)} {shown}"
    if clock:
        shown += f", {clock.replace(':', '.') if lang == 'id' else clock}"
    return shown


def joined(parts: Sequence[str], lang: Lang) -> str:
    """A list in a sentence: 'a, b, dan c' in Indonesian (with its comma, EYD), 'a, b and c' in English."""
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return "".join(parts)
    word = "dan" if lang == "id" else "and"
    if len(parts) == 2:
        return f"{parts[0]} {word} {parts[1]}"
    comma = "," if lang == "id" else ""
    return f"{', '.join(parts[:-1])}{comma} {word} {parts[-1]}"
