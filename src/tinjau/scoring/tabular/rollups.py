"""From the results of nodes, or of one node's units, to one number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from tinjau.scoring.tabular.values import Part, Result, UnitKey, inapplicable, missing


@dataclass(frozen=True, slots=True)
class Child:
    """A result that goes into a roll-up: the node's id, its weight, its unit, its stratum where there are strata."""

    id: str
    weight: float
    result: Result
    unit: UnitKey = ()
    stratum: str = ""


def _parts(children: Sequence[Child]) -> tuple[Part, ...]:
    return tuple(Part(c.id, c.weight, c.result.value, c.unit) for c in children if c.result.applicable)


def _coverage(children: Sequence[Child]) -> float:
    total = fsum(each.weight for each in children)
    return fsum(each.weight * each.result.coverage for each in children) / total if total else 0.0


def weighted_mean(children: Sequence[Child], rule: str) -> Result:
    """The mean of the children by their weights; those to which the instrument gives no score drop out."""
    here = [each for each in children if each.result.applicable]
    if not here:
        return inapplicable("no part applies here")
    parts, coverage = _parts(here), _coverage(here)
    unknown = [each for each in here if each.result.value is None]
    if unknown and rule == "null":
        return missing(coverage, f"no score for {', '.join(sorted({each.id for each in unknown}))}", parts)
    used = here if rule == "zero" else [each for each in here if each.result.value is not None]
    weight = fsum(each.weight for each in used)
    if not used or weight == 0 or len(unknown) == len(here):
        return missing(coverage, "no part has a score", parts)
    value = fsum(each.weight * (each.result.value or 0.0) for each in used) / weight
    return Result(value, coverage, parts=parts)


def strata_mean(children: Sequence[Child], rule: str, weights: Mapping[str, float]) -> Result:
    """The mean within each stratum, then the mean of the strata by their weights."""
    strata = []
    for name, weight in weights.items():
        inside = [each for each in children if each.stratum == name]
        if inside:
            strata.append(Child(name, weight, weighted_mean(inside, rule)))
    return weighted_mean(strata, rule)


def minimum(children: Sequence[Child], rule: str) -> Result:
    """The lowest of the children; None while a missing one could be lower (unless the rule drops missing ones)."""
    here = [each for each in children if each.result.applicable]
    if not here:
        return inapplicable("no part applies here")
    parts, coverage = _parts(here), _coverage(here)
    values = [each.result.value for each in here if each.result.value is not None]
    if len(values) < len(here) and rule == "null":
        return missing(coverage, "a part without a score could be the lowest", parts)
    if len(values) < len(here) and rule == "zero":
        values.append(0.0)
    if not values:
        return missing(coverage, "no part has a score", parts)
    return Result(min(values), coverage, parts=parts)


def share_reaching(children: Sequence[Child], rule: str, reach: float) -> Result:
    """The share (0 to 1, by weight) of the children whose value is at least `reach`."""
    marked = []
    for each in children:
        value = each.result.value
        result = each.result if value is None else Result(float(value >= reach), each.result.coverage)
        marked.append(Child(each.id, each.weight, result, each.unit))
    return weighted_mean(marked, rule)


def roll_up(how: str, children: Sequence[Child], rule: str, strata: Mapping[str, float], reach: float) -> Result:
    """Roll up by one of the closed list: weighted_mean, strata_mean, minimum, share_reaching."""
    if how == "weighted_mean":
        return weighted_mean(children, rule)
    if how == "strata_mean":
        return strata_mean(children, rule, strata)
    if how == "minimum":
        return minimum(children, rule)
    return share_reaching(children, rule, reach)
