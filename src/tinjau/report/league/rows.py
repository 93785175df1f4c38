"""What a league document shows of one government: plain values that others decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from tinjau.model import Lang
from tinjau.texts import integer


@dataclass(frozen=True, slots=True)
class LeagueRow:
    """One government: its phase, verdicts by criterion, coverage (0 to 1), and the ranks it surely lies between.

    `kind` is province, regency, city or empty; `province` the first two digits of its code. `complete` is false where
    a criterion or the phase could not be judged; `reason` then says why where one was found.
    """

    id: str
    name: str
    code: str
    province: str
    kind: str
    phase: str | None
    coverage: float | None
    criteria: Mapping[str, str | float | None]
    complete: bool
    rank: tuple[int, int]
    pages: int
    reason: str = ""


def rank_of(row: LeagueRow, lang: Lang) -> str:
    """The ranks as words: one number where only one is possible."""
    low, high = (integer(each, lang) for each in row.rank)
    return low if low == high else f"{low}–{high}"
