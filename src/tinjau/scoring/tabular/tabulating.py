"""An instrument on tabular answers: from rows to scores with coverage, steps, agreement and objections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tinjau.model import InputError, Instrument, LintFinding
from tinjau.scoring.tabular.agreement import agreement_of
from tinjau.scoring.tabular.engine import Results, evaluate
from tinjau.scoring.tabular.findings import lint_results
from tinjau.scoring.tabular.plan import Node, NodeKey, Plan
from tinjau.scoring.tabular.reading import read_plan
from tinjau.scoring.tabular.rows import Row, Table, build_table, unit_mapping
from tinjau.scoring.tabular.sampling import SampleOfUnit, lint_samples, samples_of
from tinjau.scoring.tabular.values import Result, UnitKey


@dataclass(frozen=True, slots=True)
class Score:
    """One published row: a unit, the id of an indicator, criterion or index, and what came out."""

    unit: Mapping[str, str]
    level: str
    id: str
    result: Result
    node: Node
    reading_of: str = ""  # the index of which this is another reading

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
    samples: tuple[SampleOfUnit, ...] = ()

    def score_of(self, name: str, **unit: str) -> Score:
        """The score with this id for this unit. Raises KeyError where there is none."""
        for each in self.scores:
            if each.id == name and dict(each.unit) == unit:
                return each
        raise KeyError((name, unit))


def score_tabular(
    instrument: Instrument, rows: Iterable[Row], *, as_of: float | None = None, reading: str = ""
) -> TabularResult:
    """Score an instrument on rows of answers, one or many units and assessors.

    Raises InputError for a pack whose calculation is wrong, and InputFaults for rows that cannot be used: an unknown
    code, a value off the scale, a duplicate row of one assessor, a formula. `as_of` is the year that `newest_within`
    looks back from. `reading` names another reading of an index (SKM's printed weights), which then stands under the
    index's own id, and the first one under the reading's. The result does not depend on the order of the rows.
    """
    plan = read_plan(instrument)
    table = build_table(plan, rows)
    names = table.assessors
    results = evaluate(plan, table, names, as_of)
    if len(names) > 1:
        _add_spread(plan, table, results, as_of)
    names_of = _readings(plan, reading)
    others = {node.key.id: node.alternative_to for node in plan.nodes if node.alternative_to}
    samples = samples_of(plan, table)
    scores = tuple(
        Score(unit_mapping(plan, unit), node.key.unit, name, result, node, others.get(name, ""))
        for node in plan.nodes
        if node.publish
        for name in [names_of.get(node.key.id, node.key.id)]
        for unit, result in results[node.key].items()
    )
    lint = (*lint_results(plan, table, results), *lint_samples(samples))
    return TabularResult(instrument, scores, agreement_of(plan, table), lint, samples)


def _readings(plan: Plan, reading: str) -> dict[str, str]:
    """The ids that change places where another reading of an index was asked for."""
    if not reading:
        return {}
    others = {node.key.id: node.alternative_to for node in plan.nodes if node.alternative_to}
    if reading not in others:
        known = f"Choose from {', '.join(others)}" if others else "It has none"
        raise InputError(plan.instrument, reading[:60], "this is no other reading of an index", known)
    return {reading: others[reading], others[reading]: reading}


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
