"""Numbers as people write them in tables: decimal comma or point, per cent, fractions, `< 0,001`, and what is blank."""

import math
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

BLANKS = frozenset({"", "-", "–", "—", "−", "n/a", "na", "null", "none", "."})
"""What stands in a cell that says nothing."""

_LONGEST = 40
"""Characters of a number that is read (project choice)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the decimals it shows.

    `kept` says that its own text is known: YAML's plain 0.30 arrives as 0.3, so only a quoted number (or one that
    remembers its text in an attribute `written`) tells its closing zeros. `bound` is "<", "<=", ">" or ">=" where
    only a bound was printed. `exact` marks fractions.
    """

    value: float
    decimals: int
    kept: bool = False
    bound: str = ""
    exact: bool = False
    percent: bool = False

    @property
    def half(self) -> float:
        """Half of the last decimal shown."""
        return 0.0 if self.exact else float(0.5 * 10.0**-self.decimals)


def is_blank(value: object) -> bool:
    """True for null and for what people write into an empty cell."""
    return value is None or (isinstance(value, str) and value.strip().casefold() in BLANKS)


def parse(value: object) -> Number | None:
    """The number that `value` writes; None where it is none (blank, words, true/false, infinite)."""
    if isinstance(value, bool) or value is None:
        return None
    written = getattr(value, "written", None)
    if isinstance(value, int | float) and not isinstance(written, str):
        if not math.isfinite(value):
            return None
        return Number(float(value), 0 if value == int(value) else _places(Decimal(repr(float(value)))))
    text = written if isinstance(written, str) else value
    return _parse_text(text) if isinstance(text, str) and len(text) <= _LONGEST else None


def _parse_text(text: str) -> Number | None:
    plain = text.strip().replace("\u00a0", " ").replace("−", "-").replace("–", "-")
    bound = ""
    for sign in ("<=", ">=", "≤", "≥", "<", ">", "=", "±"):
        if plain.startswith(sign):
            bound = {"≤": "<=", "≥": ">=", "=": "", "±": ""}.get(sign, sign)
            plain = plain[len(sign) :].strip()
            break
    for money in ("Rp.", "Rp", "IDR", "USD", "$", "€"):
        if plain.startswith(money):
            plain = plain[len(money) :].strip()
            break
    percent = plain.endswith("%")
    plain = plain.removesuffix("%").strip()
    if "/" in plain:
        top, _, bottom = plain.partition("/")
        one, two = _decimal(top), _decimal(bottom)
        return None if one is None or not two else Number(float(one / two), 0, kept=True, bound=bound, exact=True)
    number = _decimal(plain)
    if number is None:
        return None
    places = _places(number)
    if percent:
        return Number(float(number) / 100, places + 2, kept=True, bound=bound, percent=True)
    return Number(float(number), places, kept=True, bound=bound)


def _decimal(text: str) -> Decimal | None:
    plain = text.strip().replace(" ", "")
    if "," in plain and "." in plain:  # the later one is the decimal mark, the other groups thousands
        group, mark = (".", ",") if plain.rfind(",") > plain.rfind(".") else (",", ".")
        plain = plain.replace(group, "").replace(mark, ".")
    elif plain.count(",") == 1:
        plain = plain.replace(",", ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    if not plain or not all(each in "0123456789.+-eE" for each in plain):
        return None
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 30 else None


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, min(-exponent, 15)) if isinstance(exponent, int) else 0
