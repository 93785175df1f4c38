"""Assessments side by side: one government over years, or several governments at once. Pure: documents in, rows out.

A difference counts as movement only where both sides were judged by the same version of the same instrument. Where the
instrument changed, the row says so: a trend line that breaks is shown broken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_ORDER = {"negative": 0, "mixed": 1, "positive": 2}
_OUTCOME_ORDER = {"failed": 0, "passed": 1}


@dataclass(frozen=True, slots=True)
class Change:
    """How a value went from one assessment to the next: up, down, same, appeared, vanished, broken or unknown."""

    how: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion across all assessments; None where an assessment does not have it or could not judge it."""

    instrument: str
    criterion: str
    values: tuple[str | float | None, ...]
    coverages: tuple[float | None, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator (and unit) whose outcome differs between two neighbouring assessments."""

    instrument: str
    indicator: str
    unit: str
    outcomes: tuple[str | None, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything side by side, in the order of `labels`. `same_government` says whether this is a course of years."""

    labels: tuple[str, ...]
    same_government: bool
    phases: tuple[str | None, ...]
    phase_changes: tuple[Change, ...]
    criteria: tuple[CriterionRow, ...]
    indicators: tuple[IndicatorRow, ...]
    services: tuple[Mapping[str, int], ...]
    breaks: tuple[str, ...]


def compare(labels: Sequence[str], documents: Sequence[Mapping[str, Any]]) -> Comparison:
    """Set two or more assessments (assessment.json) side by side. Raises ValueError for fewer than two."""
    if len(documents) < 2 or len(labels) != len(documents):
        raise ValueError("two or more assessments are needed, each with a label")
    versions = [{each["id"]: each["version"] for each in document["instruments"]} for document in documents]
    governments = {_government(each) for each in documents}
    phases = tuple(each["phase"]["id"] if each["phase"] else None for each in documents)
    return Comparison(
        labels=tuple(labels),
        same_government=len(governments) == 1,
        phases=phases,
        phase_changes=tuple(_phase_change(first, second) for first, second in pairwise(documents)),
        criteria=_criteria(documents, versions),
        indicators=_indicators(documents, versions),
        services=tuple(
            {key: document["services"][key] for key in ("total", "public", "good", "lacking")} for document in documents
        ),
        breaks=_breaks(labels, versions),
    )


def _government(document: Mapping[str, Any]) -> str:
    government = document["government"]
    return str(government.get("code") or government["name"]).casefold()


def _criteria(
    documents: Sequence[Mapping[str, Any]], versions: Sequence[Mapping[str, str]]
) -> tuple[CriterionRow, ...]:
    tables = [{(each["instrument"], each["id"]): each for each in document["criteria"]} for document in documents]
    keys = list(dict.fromkeys(key for table in tables for key in table))
    rows = []
    for instrument, criterion in keys:
        found = [table.get((instrument, criterion)) for table in tables]
        values = tuple(_value(each) for each in found)
        rows.append(
            CriterionRow(
                instrument,
                criterion,
                values,
                tuple(each["coverage"] if each else None for each in found),
                _changes(values, [each.get(instrument) for each in versions], _ORDER),
            )
        )
    return tuple(rows)


def _indicators(
    documents: Sequence[Mapping[str, Any]], versions: Sequence[Mapping[str, str]]
) -> tuple[IndicatorRow, ...]:
    tables = [
        {(each["instrument"], each["id"], each["unit"]): each["outcome"] for each in document["indicators"]}
        for document in documents
    ]
    keys = list(dict.fromkeys(key for table in tables for key in table))
    rows = []
    for instrument, indicator, unit in keys:
        outcomes = tuple(table.get((instrument, indicator, unit)) for table in tables)
        if len(set(outcomes)) > 1:
            changes = _changes(outcomes, [each.get(instrument) for each in versions], _OUTCOME_ORDER)
            rows.append(IndicatorRow(instrument, indicator, unit, outcomes, changes))
    return tuple(rows)


def _value(criterion: Mapping[str, Any] | None) -> str | float | None:
    if criterion is None:
        return None
    score: float | None = criterion["score"]
    verdict: str | None = criterion["verdict"]["value"]
    return verdict if score is None else score


def _changes(
    values: Sequence[str | float | None], versions: Sequence[str | None], order: Mapping[str, int]
) -> tuple[Change, ...]:
    pairs = zip(values, values[1:], versions, versions[1:], strict=False)
    return tuple(_change(first, second, old, new, order) for first, second, old, new in pairs)


def _change(
    first: str | float | None, second: str | float | None, old: str | None, new: str | None, order: Mapping[str, int]
) -> Change:
    if old is None and new is None:
        return Change("unknown", "neither used this instrument")
    if old is None:
        return Change("appeared", "the instrument was not used before")
    if new is None:
        return Change("vanished", "the instrument is no longer used")
    if old != new:
        return Change("broken", f"the instrument's version went from {old} to {new}")
    before, after = _rank(first, order), _rank(second, order)
    if before is None or after is None:
        return Change("same") if first == second else Change("unknown", "one of the two was not determined")
    if before == after:
        return Change("same")
    return Change("up" if after > before else "down")


def _rank(value: str | float | None, order: Mapping[str, int]) -> float | None:
    if value is None or isinstance(value, str):
        known = order.get(value) if value is not None else None
        return None if known is None else float(known)
    return round(float(value), 9)


def _phase_change(first: Mapping[str, Any], second: Mapping[str, Any]) -> Change:
    old, new = first["phase"], second["phase"]
    if old is None or new is None:
        return Change("unknown", "one of the two names no phase")
    before, after = old["ordinal"], new["ordinal"]
    if before is None or after is None:
        return Change("same") if before == after else Change("unknown", "one of the two phases is not shown")
    if old["share"] != new["share"]:
        return Change("broken", "the share of services that must reach a phase differs")
    if before == after:
        return Change("same")
    return Change("up" if after > before else "down")


def _breaks(labels: Sequence[str], versions: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    found = []
    for position in range(1, len(versions)):
        for name in sorted({*versions[position - 1], *versions[position]}):
            old, new = versions[position - 1].get(name), versions[position].get(name)
            if old != new:
                found.append(f"{labels[position - 1]} → {labels[position]}: {name} {old or '-'} → {new or '-'}")
    return tuple(found)
