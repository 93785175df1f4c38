"""What a set of answers changes in another: the preview before anything is taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tinjau.model import Instrument
from tinjau.scoring.tabular import Plan, Row, read_cell, read_plan


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that would be added, changed or taken away; `where` is the cell or line that says so."""

    kind: str  # added | changed | removed
    unit: tuple[tuple[str, str], ...]
    indicator: str
    assessor: str
    before: str
    after: str
    where: str


def differences(
    before: Sequence[Row], after: Sequence[Row], instrument: Instrument | None = None
) -> tuple[Difference, ...]:
    """Every answer of `after` that is not already so in `before`, and every one of its units' answers that is gone.

    With `instrument`, two spellings of one answer (ya and yes, 3,0 and 3) are the same. Only units and assessors that
    `after` speaks of can lose answers: a workbook of one office says nothing of another.
    """
    plan = read_plan(instrument) if instrument else None
    old = {_key(row): row for row in before if row.value}
    new = {_key(row): row for row in after if row.value}
    speaks_of = {(key[0], key[2]) for key in new}
    found = []
    for key, row in new.items():
        earlier = old.get(key)
        if earlier is None:
            found.append(Difference("added", key[0], key[1], key[2], "", row.value, row.where))
        elif _meant(plan, earlier) != _meant(plan, row):
            found.append(Difference("changed", key[0], key[1], key[2], earlier.value, row.value, row.where))
    for key, row in old.items():
        if key not in new and (key[0], key[2]) in speaks_of:
            found.append(Difference("removed", key[0], key[1], key[2], row.value, "", row.where))
    return tuple(sorted(found, key=lambda each: (each.unit, each.indicator, each.assessor, each.kind)))


def differences_document(found: Sequence[Difference]) -> list[dict[str, Any]]:
    """The differences as `tinjau score --against` writes them."""
    return [
        {
            "kind": each.kind,
            "unit": dict(each.unit),
            "indicator": each.indicator,
            "assessor": each.assessor,
            "before": each.before,
            "after": each.after,
            "where": each.where,
        }
        for each in found
    ]


def _key(row: Row) -> tuple[tuple[tuple[str, str], ...], str, str, str]:
    unit: Mapping[str, str] = {"unit": row.unit} if isinstance(row.unit, str) else row.unit
    return tuple(sorted(unit.items())), row.indicator, row.assessor, row.repeat


def _meant(plan: Plan | None, row: Row) -> object:
    question = plan.questions.get(row.indicator) if plan else None
    cell = read_cell(question, row.value) if question else None
    return row.value.strip().casefold().replace(",", ".") if cell is None else cell
