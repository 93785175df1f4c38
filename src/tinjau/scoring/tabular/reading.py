"""From a pack to a plan: every fault of a calculation is found here, before an answer is read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tinjau.model import InputError, Instrument
from tinjau.scoring.tabular.fields import Fields
from tinjau.scoring.tabular.node_reading import NodeReader, children_of
from tinjau.scoring.tabular.plan import ASSESSOR_RULES, Node, Plan, Question, Sample
from tinjau.scoring.tabular.questions import read_attributes, read_derived, read_questions, read_units

_CALCULATION_KEYS = (
    "about", "agreement", "assessors", "attributes", "bands", "cells", "inputs", "minimum_coverage",
    "level_rule", "minimum_coverage_source", "nodes", "rounding", "sample", "source", "units", "verified", "weights",
)  # fmt: skip
_AGREEMENT = ("nominal", "ordinal", "interval", "ratio")
_TOLERANCE = 1e-6  # of a sum of printed weights; project choice


def read_plan(instrument: Instrument) -> Plan:
    """The instrument's calculation, checked. Raises InputError with the place in the pack of the first fault."""
    data = instrument.data.get("calculation")
    if not isinstance(data, Mapping) or not data.get("nodes"):
        raise InputError(
            instrument.id, "calculation", "this instrument has no calculation for tabular answers",
            "Use `tinjau run` for it, or choose another instrument",
        )  # fmt: skip
    calculation = Fields(data, instrument.id, "calculation")
    calculation.only(_CALCULATION_KEYS)
    units = read_units(calculation)
    questions = read_questions(instrument, calculation, units)
    attributes = read_attributes(calculation, units)
    derived = read_derived(calculation, questions)
    check_weights(instrument, calculation)
    assessors = calculation.text("assessors", "mean")
    agreement = calculation.text("agreement", "ordinal")
    if assessors not in ASSESSOR_RULES:
        raise calculation.wrong("assessors", f"{assessors!r} is not known", f"Choose from {', '.join(ASSESSOR_RULES)}")
    if agreement not in _AGREEMENT:
        raise calculation.wrong("agreement", f"{agreement!r} is not known", f"Choose from {', '.join(_AGREEMENT)}")
    sample = _sample(calculation, questions)
    plan = Plan(instrument.id, units, questions, attributes, derived, (), assessors, agreement, sample)
    nodes: list[Node] = []
    for place in calculation.each("nodes"):
        for node in NodeReader(instrument, plan, calculation, place, nodes).nodes():
            _check_order(place, node, nodes)
            nodes.append(node)
    return replace(plan, nodes=tuple(nodes))


def _sample(calculation: Fields, questions: Mapping[str, Question]) -> Sample | None:
    """How large a sample must be, where the instrument asks respondents and says so."""
    place = calculation.inner("sample")
    if not place.data:
        return None
    place.only(("population", "method", "source", "verified"))
    name, method = place.text("population"), place.text("method")
    if name not in questions:
        raise place.wrong("population", f"{name!r} is no question and no input of this calculation")
    if method != "krejcie-morgan":
        raise place.wrong("method", f"{method!r} is not known", "Choose krejcie-morgan")
    return Sample(name, method)


def _check_order(place: Fields, node: Node, above: Sequence[Node]) -> None:
    known = {each.key for each in above}
    for term in (*node.terms, *(each for rung in node.rungs for each in rung)):
        if term.node is not None and term.node not in known:
            raise place.wrong("of", f"{term.id!r} (for {node.key.id}) is no node above this one")


def check_weights(instrument: Instrument, calculation: Fields) -> None:
    """Raise InputError where declared weights do not sum: each group to its criterion's weight (`weights: parts`) or
    to 1 (`weights: shares`); all top groups to 100 or 1. Groups without weights are left alone."""
    how = calculation.text("weights", "")
    if not how:
        return
    if how not in {"parts", "shares"}:
        raise calculation.wrong("weights", f"{how!r} is not known", "Choose from parts, shares")
    top = [each for each in instrument.criteria if not each.parent]
    _check_sum(instrument.id, "criteria", [each.weight for each in top], 100.0 if how == "parts" else 1.0)
    for criterion in instrument.criteria:
        weights = [weight for _, weight in children_of(instrument, criterion)]
        expected = criterion.weight if how == "parts" else 1.0
        if expected is not None:
            _check_sum(instrument.id, f"criteria.{criterion.id}", weights, expected)


def _check_sum(file: str, place: str, weights: Sequence[float | None], expected: float) -> None:
    known = [each for each in weights if each is not None]
    if known and (len(known) < len(weights) or abs(sum(known) - expected) > _TOLERANCE):
        raise InputError(file, place, f"its weights sum to {sum(known):g}, not to {expected:g}", "Correct the weights")
