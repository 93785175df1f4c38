"""An instrument on tabular answers: from rows to scores with coverage, steps, agreement and objections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tinjau.model import Instrument, LintFinding
from tinjau.scoring.tabular.agreement import agreement_of
from tinjau.scoring.tabular.engine import Results, evaluate
from tinjau.scoring.tabular.findings import lint_results
from tinjau.scoring.tabular.plan import Node, NodeKey, Plan
from tinjau.scoring.tabular.reading import read_plan
from tinjau.scoring.tabular.rows import Row, Table, build_table, unit_mapping
from tinjau.scoring.tabular.values import Result, UnitKey


@dataclass(frozen=True, slots=True)
class Score:
    """One published row: a unit, the id of an indicator, criterion or index, and what came out."""

    unit: Mapping[str, str]
    level: str
    id: str
    result: Result
    node: Node

    @property
    def score(self) -> float | None:
        """The value at full precision; None where none could be given."""
        return self.result.value


@dataclass(frozen=True, slots=True)
class TabularResult:
    """Everything `tinjau score` says."""

    instrument: Instrument
    scores: tuple[Score, ...]
    agreement: Mapping[str, Any] | None
    lint: tuple[LintFinding, ...]

    def score_of(self, name: str, **unit: str) -> Score:
        """The score with this id for this unit. Raises KeyError where there is none."""
        for each in self.scores:
            if each.id == name and dict(each.unit) == unit:
                return each
        raise KeyError((name, unit))


def score_tabular(instrument: Instrument, rows: Iterable[Row], *, as_of: float | None = None) -> TabularResult:
    """Score an instrument on rows of answers, one or many units and assessors.

    Raises InputError for a pack whose calculation is wrong, and InputFaults for rows that cannot be used: an unknown
    code, a value off the scale, a duplicate row of one assessor, a formula. `as_of` is the year that `newest_within`
    looks back from. The result does not depend on the order of the rows.
    """
    plan = read_plan(instrument)
    table = build_table(plan, rows)
    names = table.assessors
    results = evaluate(plan, table, names, as_of)
    if len(names) > 1:
        _add_spread(plan, table, results, as_of)
    scores = tuple(
        Score(unit_mapping(plan, unit), node.key.unit, node.key.id, result, node)
        for node in plan.nodes
        if node.publish
        for unit, result in results[node.key].items()
    )
    return TabularResult(instrument, scores, agreement_of(plan, table), lint_results(plan, table, results))


def _add_spread(plan: Plan, table: Table, results: Results, as_of: float | None) -> None:
    """Give every result the lowest and the highest value that single assessors alone would give it.

    Only units that two assessors or more looked at have a spread; each assessor is evaluated on their own units only,
    so that hundreds of governments that each assess themselves cost no more than one.
    """
    looked: dict[UnitKey, set[str]] = {}
    for name in table.assessors:
        for unit in table.answers[name]:
            looked.setdefault(unit, set()).add(name)
    shared = {unit: names for unit, names in looked.items() if len(names) > 1}
    found: dict[NodeKey, dict[UnitKey, list[float]]] = {}
    for name in table.assessors:
        own = {unit for unit, names in shared.items() if name in names}
        if not own:
            continue
        for key, units in evaluate(plan, table, (name,), as_of, own).items():
            for unit, result in units.items():
                if result.value is not None:
                    found.setdefault(key, {}).setdefault(unit, []).append(result.value)
    for key, by_unit in found.items():
        for unit, values in by_unit.items():
            result = results[key][unit]
            if len(values) > 1 and result.value is not None:
                results[key][unit] = replace(result, spread=(min(values), max(values)))


def document(result: TabularResult, *, steps: bool = True) -> dict[str, Any]:
    """The result as `tinjau score` writes it; without `steps` the parts of each score are left out."""
    return {
        "instrument": result.instrument.id,
        "version": result.instrument.version,
        "verified": result.instrument.verified,
        "scores": [_score_document(each, steps=steps) for each in result.scores],
        "agreement": dict(result.agreement) if result.agreement is not None else None,
        "lint": [
            {
                "code": each.code,
                "severity": each.severity.value,
                "where": each.where,
                "message": {"id": each.message.id, "en": each.message.en},
            }
            for each in result.lint
        ],
    }


def _score_document(each: Score, *, steps: bool) -> dict[str, Any]:
    result = each.result
    row: dict[str, Any] = {
        "unit": dict(each.unit),
        "level": each.level,
        "id": each.id,
        "score": result.value,
        "coverage": result.coverage,
    }
    if result.rounded is not None and each.node.finish.decimals is not None:
        row["rounded"] = result.rounded
    if result.band_title is not None:
        row["band"] = {"id": result.band, "title": {"id": result.band_title.id, "en": result.band_title.en}}
    if result.value is None or result.reason:
        row["reason"] = result.reason
    if result.spread is not None:
        row["spread"] = list(result.spread)
    if len(result.assessors) > 1:
        row["assessors"] = list(result.assessors)
    if steps and result.parts:
        row["steps"] = {
            "rule": each.node.how,
            "missing": each.node.missing,
            "parts": [_part(part.id, part.weight, part.value, part.unit, each.unit) for part in result.parts],
        }
        if each.node.finish.times != 1.0:
            row["steps"]["times"] = each.node.finish.times
    return row


def _part(name: str, weight: float, value: float | None, unit: UnitKey, owner: Mapping[str, str]) -> dict[str, Any]:
    part: dict[str, Any] = {"id": name, "weight": weight, "value": value}
    if len(unit) > len(owner):
        part["unit"] = unit[-1]
    return part


__all__ = ["Row", "Score", "TabularResult", "document", "score_tabular"]
