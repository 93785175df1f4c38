"""What a league document shows of one government: plain values that others decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from tinjau.model import Lang
from tinjau.packs.governments import kind_of
from tinjau.scoring.league import Standing
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


def row_of(each: Standing) -> LeagueRow:
    """The row of a standing: its kind is read off its name, its province off its code."""
    return LeagueRow(
        id=each.id,
        name=each.name,
        code=each.code,
        province=each.code[:2],
        kind=kind_of(each.name),
        phase=each.phase,
        coverage=each.coverage,
        criteria=each.criteria,
        complete=each.complete,
        rank=each.rank,
        pages=each.pages,
        reason=each.reason,
    )


def rank_of(row: LeagueRow, lang: Lang) -> str:
    """The ranks as words: one number where only one is possible."""
    low, high = (integer(each, lang) for each in row.rank)
    return low if low == high else f"{low}–{high}"
