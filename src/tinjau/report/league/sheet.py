"""The league as a table for Excel and CSV: one row a government, ranks as two numbers."""

from collections.abc import Mapping, Sequence

from tinjau.model import Lang
from tinjau.report.league.rows import LeagueRow
from tinjau.report.tables.table import DataTable, Value
from tinjau.texts import say

_BEFORE = ("code", "government", "kind", "group-province", "complete", "rank-best", "rank-worst", "phase")
_AFTER = ("coverage", "pages", "reason")


def league_sheet(
    rows: Sequence[LeagueRow], lang: Lang, titles: Mapping[str, str], phases: Mapping[str, str]
) -> DataTable:
    """The rows in their order, with headings in `lang`; a criterion that no row has gets no column.

    Governments that were not fully assessed are among them, marked by the column that says so.
    """
    names = [name for name in titles if any(name in row.criteria for row in rows)]
    heads = (*(say(f"league.{each}", lang) for each in _BEFORE), *(titles[name] for name in names))
    lines = tuple(_line(each, lang, names, phases) for each in rows)
    return DataTable("league", (*heads, *(say(f"league.{each}", lang) for each in _AFTER)), lines)


def _line(row: LeagueRow, lang: Lang, names: Sequence[str], phases: Mapping[str, str]) -> tuple[Value, ...]:
    kind = say(f"league.{row.kind}", lang) if row.kind else ""
    phase = phases.get(row.phase, row.phase) if row.phase else ""
    values = [_value(row.criteria.get(name), lang) for name in names]
    return (row.code, row.name, kind, row.province, row.complete, *row.rank, phase, *values, row.coverage, row.pages,
            row.reason)  # fmt: skip


def _value(value: str | float | None, lang: Lang) -> Value:
    return say(f"verdict.{value}", lang) if isinstance(value, str) else value
