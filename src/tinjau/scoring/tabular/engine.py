"""Evaluates a plan: node after node, unit after unit. Pure: the same table gives the same results."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from math import fsum
from statistics import median

from tinjau.model import InputError
from tinjau.scoring.tabular.answering import UnitAnswers
from tinjau.scoring.tabular.finish import band_of, finish, round_half_up
from tinjau.scoring.tabular.gates import attribute_gate, question_gate
from tinjau.scoring.tabular.ladders import cumulative_level
from tinjau.scoring.tabular.plan import Node, NodeKey, Plan, Term
from tinjau.scoring.tabular.rollups import Child, roll_up
from tinjau.scoring.tabular.rows import DECIDED, Table
from tinjau.scoring.tabular.scores import Weighed, score_cells
from tinjau.scoring.tabular.values import Cell, Result, UnitKey, inapplicable, missing

Results = dict[NodeKey, dict[UnitKey, Result]]


@dataclass(slots=True)
class _Run:
    plan: Plan
    table: Table
    assessors: tuple[str, ...]
    as_of: float | None
    units: dict[int, list[UnitKey]]
    attributes: dict[UnitKey, Mapping[str, str]]
    results: Results
    answers: dict[tuple[str, UnitKey], UnitAnswers] = field(default_factory=dict)

    def answers_of(self, name: str, unit: UnitKey) -> UnitAnswers:
        """What one assessor (with what was decided) answered about a unit, put together once."""
        found = self.answers.get((name, unit))
        if found is None:
            decided = self.table.answers.get(DECIDED, {}).get(unit, {})
            own = self.table.answers.get(name, {}).get(unit, {})
            found = self.answers[name, unit] = UnitAnswers(own, decided, self.plan.derived)
        return found


def evaluate(
    plan: Plan, table: Table, assessors: Sequence[str], as_of: float | None = None, only: Set[UnitKey] | None = None
) -> Results:
    """The result of every node for every unit, from the answers of these assessors (and what was decided).

    `only` limits the evaluation to these units and those that hold them. Several assessors are pooled where answers
    turn into scores: mean or median of their scores, as the plan says.
    """
    named = table.units if only is None else only
    run = _Run(plan, table, tuple(assessors), as_of, _units(plan, named), _attributes(plan, table), {})
    for node in plan.nodes:
        depth = len(plan.units[node.key.unit])
        made: dict[UnitKey, Result] = {}
        groups = _groups(run, node, depth)
        for unit in run.units.get(depth, []):
            result = _guarded(run, node, unit, groups)
            made[unit] = _given(table, node, unit, _covered(node, finish(result, node.finish)))
        run.results[node.key] = made
    return run.results


def _units(plan: Plan, named: Iterable[UnitKey]) -> dict[int, list[UnitKey]]:
    depths = [len(columns) for columns in plan.units.values()]
    found: dict[int, set[UnitKey]] = {depth: set() for depth in depths}
    for unit in named:
        for depth in depths:
            if len(unit) >= depth:
                found[depth].add(unit[:depth])
    return {depth: sorted(units) for depth, units in found.items()}


def _attributes(plan: Plan, table: Table) -> dict[UnitKey, Mapping[str, str]]:
    defaults: dict[int, dict[str, str]] = defaultdict(dict)
    for each in plan.attributes.values():
        if each.default:
            defaults[len(plan.units[each.unit])][each.id] = each.default
    found: dict[UnitKey, Mapping[str, str]] = {}
    for unit in table.units:
        stated = {name: word for name, word in table.attributes.get(unit, {}).items() if word}
        found[unit] = {**defaults[len(unit)], **stated}
    return found


def _groups(run: _Run, node: Node, depth: int) -> dict[NodeKey, dict[UnitKey, list[UnitKey]]]:
    """For each term of a narrower level: its units, by the unit they belong to."""
    groups: dict[NodeKey, dict[UnitKey, list[UnitKey]]] = {}
    for term in (*node.terms, *(each for rung in node.rungs for each in rung)):
        if term.node is not None and term.node.unit != node.key.unit:
            by_unit: dict[UnitKey, list[UnitKey]] = defaultdict(list)
            for unit in run.results[term.node]:
                by_unit[unit[:depth]].append(unit)
            groups[term.node] = by_unit
    return groups


def _guarded(run: _Run, node: Node, unit: UnitKey, groups: dict[NodeKey, dict[UnitKey, list[UnitKey]]]) -> Result:
    attributes = run.attributes.get(unit, {})
    if node.select and attributes.get(node.select.attribute, "") not in node.select.values:
        return inapplicable(f"{node.select.attribute} is {attributes.get(node.select.attribute) or 'not stated'}")
    decided = attribute_gate(node.gates, attributes)
    if decided is not None:
        # The override states a finished score; finish() must give it back unchanged.
        if decided.value is not None and node.finish.times:
            return replace(decided, value=(decided.value - node.finish.plus) / node.finish.times)
        return decided
    if node.kind == "score":
        return _pooled(run, node, unit, attributes)
    if node.kind == "given":
        return missing(0.0, "it is handed in, not computed, and nobody handed it in")
    if node.kind == "ladder":
        rungs = [[(term.id, _one(run, term, unit)) for term in rung] for rung in node.rungs]
        return cumulative_level(rungs, node.missing, node.settings["reach"])
    children = [child for term in node.terms for child in _children(run, node, term, unit, groups)]
    return roll_up(node.how, children, node.missing, node.strata, node.settings.get("reach", 0.0))


def _one(run: _Run, term: Term, unit: UnitKey) -> Result:
    known = run.results[term.node].get(unit) if term.node else None
    return known or missing(0.0, f"no score for {term.id}")


def _children(
    run: _Run, node: Node, term: Term, unit: UnitKey, groups: dict[NodeKey, dict[UnitKey, list[UnitKey]]]
) -> list[Child]:
    if term.node is None:
        return []
    if term.node not in groups:
        return [Child(term.id, term.weight, _one(run, term, unit), unit, _stratum(run, node, unit))]
    results = run.results[term.node]
    inside = groups[term.node].get(unit, [])
    return [Child(term.id, term.weight, results[each], each, _stratum(run, node, each)) for each in inside]


def _stratum(run: _Run, node: Node, unit: UnitKey) -> str:
    return run.attributes.get(unit, {}).get(node.strata_by, "") if node.strata_by else ""


def _pooled(run: _Run, node: Node, unit: UnitKey, attributes: Mapping[str, str]) -> Result:
    """The assessors' scores of one unit as one result; coverage is that of the assessor who answered most."""
    asked = [name for name in run.assessors if unit in run.table.answers.get(name, {})]
    if not asked:
        return _score(run, node, unit, attributes, run.answers_of(DECIDED, unit))
    scored = [(name, _score(run, node, unit, attributes, run.answers_of(name, unit))) for name in asked]
    if len(scored) == 1:
        return replace(scored[0][1], assessors=(scored[0][0],))
    using = [(name, result) for name, result in scored if result.counts]
    coverage = max(result.coverage for _, result in scored)
    if not using:
        known = [result for _, result in scored if result.coverage == coverage]
        return replace(known[0], assessors=tuple(name for name, _ in scored))
    values = [result.value for _, result in using if result.value is not None]
    value = median(values) if run.plan.assessors == "median" else fsum(values) / len(values)
    parts = using[0][1].parts if len({result.parts for _, result in using}) == 1 else ()
    return Result(value, coverage, parts=parts, assessors=tuple(name for name, _ in using))


def _score(run: _Run, node: Node, unit: UnitKey, attributes: Mapping[str, str], answers: UnitAnswers) -> Result:
    policy = node.repeats.for_unit(attributes)
    if policy != "score_each_then_mean":
        return _score_merged(run, node, unit, answers, policy)
    scored = [_score_cells(run, node, attributes, answers, repeat) for repeat in answers.repeats]
    if not scored:
        return missing(0.0, "nothing was answered")
    return roll_up("weighted_mean", [Child(node.key.id, 1.0, each) for each in scored], node.missing, {}, 0.0)


def _score_merged(run: _Run, node: Node, unit: UnitKey, answers: UnitAnswers, policy: str) -> Result:
    if policy == "single" and len(answers.repeats) > 1:
        raise InputError(
            run.plan.instrument, f"{' / '.join(unit)}, {node.key.id}",
            f"{len(answers.repeats)} answers stand where one is expected", "Keep one row for each unit and assessor",
        )  # fmt: skip
    stopped = question_gate(node.gates, lambda name: answers.gate(name, policy))
    if stopped is not None:
        return stopped
    if policy == "share_yes":
        # A repeat that the gate drops is none of those of which the share is taken.
        answers = answers.passing([gate.question for gate in node.gates if gate.question and gate.otherwise == "drop"])
    terms = [Weighed(each.id, each.weight, answers.merged(each.id, policy)) for each in node.terms]
    return _aggregate(run, node, run.attributes.get(unit, {}), terms)


def _score_cells(run: _Run, node: Node, attributes: Mapping[str, str], answers: UnitAnswers, repeat: str) -> Result:
    def cell_of(name: str) -> Cell:
        return answers.cell(name, repeat)

    stopped = question_gate(node.gates, cell_of)
    if stopped is not None:
        return stopped
    terms = [Weighed(each.id, each.weight, cell_of(each.id)) for each in node.terms]
    return _aggregate(run, node, attributes, terms)


def _aggregate(run: _Run, node: Node, attributes: Mapping[str, str], terms: Sequence[Weighed]) -> Result:
    settings = dict(node.settings)
    if node.how == "newest_within":
        if run.as_of is None:
            problem = "this score needs a date to look back from"
            raise InputError(run.plan.instrument, node.key.id, problem, "Give the year of the assessment")
        settings["as_of"] = run.as_of
    word = attributes.get(node.steps_by, "") if node.steps_by else ""
    if node.how == "lookup" and word not in node.steps:
        return missing(0.0, f"{node.steps_by} is not stated")
    return score_cells(node.how, terms, node.missing, settings, node.steps.get(word, ()))


def _covered(node: Node, result: Result) -> Result:
    """The result without its value where too little is known for the instrument to say anything."""
    if result.value is None or result.coverage + 1e-12 >= node.minimum_coverage:
        return result
    reason = f"coverage {result.coverage:.0%} is under {node.minimum_coverage:.0%}"
    return replace(result, value=None, rounded=None, band="", band_title=None, reason=reason)


def _given(table: Table, node: Node, unit: UnitKey, result: Result) -> Result:
    """A value that was handed in for the node itself stands where it could not be computed."""
    given = table.given.get(node.key.id, {}).get(unit)
    if given is None or result.value is not None:
        return result
    rounded = given if node.finish.decimals is None else round_half_up(given, node.finish.decimals)
    band = band_of(rounded, node.finish.bands)
    return Result(
        given, 1.0, rounded=rounded, band=band.id if band else "", band_title=band.title if band else None,
        reason="given, not computed",
    )  # fmt: skip
