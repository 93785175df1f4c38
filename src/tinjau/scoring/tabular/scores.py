"""From the cells of one unit to one number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from tinjau.scoring.tabular.values import Blank, Cell, Part, Result, inapplicable, missing

MISSING_RULES = ("drop_rescale", "zero", "null")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a look-up table: up to `to` (None: everything above) the score is `score`; `to` itself belongs to
    the line unless it is `open`."""

    to: float | None
    score: float | None  # None: what will come of it is not known yet
    open: bool = False

    def holds(self, number: float) -> bool:
        """Whether a number that no line above holds belongs here."""
        return self.to is None or (number < self.to if self.open else number <= self.to)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question with its weight and its cell."""

    id: str
    weight: float
    cell: Cell


def coverage_of(terms: Sequence[Weighed]) -> float:
    """The weighted share of cells that are determined; an answer *not relevant* is one."""
    total = fsum(abs(each.weight) for each in terms)
    known = fsum(abs(each.weight) for each in terms if each.cell is not Blank.MISSING)
    return known / total if total else 0.0


def _parts(terms: Sequence[Weighed]) -> tuple[Part, ...]:
    return tuple(Part(t.id, t.weight, None if isinstance(t.cell, Blank) else t.cell) for t in terms)


def _numbers(terms: Sequence[Weighed], rule: str) -> list[tuple[float, float]] | None:
    """Weights and numbers under a rule for what is missing; None where the rule forbids a result."""
    pairs: list[tuple[float, float]] = []
    for each in terms:
        if not isinstance(each.cell, Blank):
            pairs.append((each.weight, each.cell))
        elif each.cell is Blank.MISSING:
            if rule == "null":
                return None
            if rule == "zero":
                pairs.append((each.weight, 0.0))
    return pairs


def mean(terms: Sequence[Weighed], rule: str) -> Result:
    """The weighted mean of the cells; *not relevant* ones drop out."""
    return _combine(terms, rule, average=True)


def weighted_sum(terms: Sequence[Weighed], rule: str) -> Result:
    """The sum of weight times number.

    Under drop_rescale the weights of dropped cells are spread over the others, so that the maximum stays the same.
    """
    return _combine(terms, rule, average=False)


def _combine(terms: Sequence[Weighed], rule: str, *, average: bool) -> Result:
    parts, coverage = _parts(terms), coverage_of(terms)
    if terms and all(each.cell is Blank.NOT_RELEVANT for each in terms):
        return inapplicable("no question is relevant here")
    pairs = _numbers(terms, rule)
    if pairs is None:
        return missing(coverage, "an answer is missing", parts)
    weight = fsum(w for w, _ in pairs)
    if not pairs or weight == 0:
        return missing(coverage, "nothing was answered", parts)
    value = fsum(w * x for w, x in pairs) / weight
    if not average:
        value *= fsum(each.weight for each in terms)
    return Result(value, coverage, parts=parts)


def lookup(terms: Sequence[Weighed], rule: str, steps: Sequence[Step]) -> Result:
    """The score of the first step whose upper limit the number does not exceed."""
    first = terms[0]
    if first.cell is Blank.NOT_RELEVANT:
        return inapplicable("the question is not relevant here")
    if isinstance(first.cell, Blank):
        if rule == "zero":
            return Result(0.0, 0.0, parts=_parts(terms))
        return missing(0.0, "nothing was answered", _parts(terms))
    for step in steps:
        if step.holds(first.cell):
            if step.score is None:
                return missing(0.0, "it is not decided yet", _parts(terms))
            return Result(step.score, 1.0, parts=_parts(terms))
    return missing(1.0, "no step of the table holds this number", _parts(terms))


def count_at_least(terms: Sequence[Weighed], rule: str, least: float) -> Result:
    """1 where at least `least` cells are above 0, else 0; None while missing cells could still decide it."""
    parts, coverage = _parts(terms), coverage_of(terms)
    count = sum(1 for each in terms if not isinstance(each.cell, Blank) and each.cell > 0)
    unknown = sum(1 for each in terms if each.cell is Blank.MISSING)
    if count >= least:
        return Result(1.0, coverage, parts=parts)
    if unknown and rule != "zero" and count + unknown >= least:
        return missing(coverage, "missing answers could still decide this", parts)
    return Result(0.0, coverage, parts=parts)


def newest_within(terms: Sequence[Weighed], rule: str, within: float, as_of: float) -> Result:
    """1 where the newest of the cells (years) lies at most `within` before `as_of`, else 0."""
    parts, coverage = _parts(terms), coverage_of(terms)
    years = [each.cell for each in terms if not isinstance(each.cell, Blank)]
    if years and max(years) >= as_of - within:
        return Result(1.0, coverage, parts=parts)
    if not years and all(each.cell is Blank.NOT_RELEVANT for each in terms):
        return inapplicable("no question is relevant here")
    if rule != "zero" and any(each.cell is Blank.MISSING for each in terms):
        return missing(coverage, "a newer one may exist where nothing was answered", parts)
    return Result(0.0, coverage, parts=parts)


def score_cells(  # one closed list stands in one place
    how: str,
    terms: Sequence[Weighed],
    rule: str,
    settings: Mapping[str, float],
    steps: Sequence[Step] = (),
) -> Result:
    """Score cells by one of the closed list: mean, weighted_sum, lookup, count_at_least, newest_within."""
    if how == "mean":
        return mean(terms, rule)
    if how == "weighted_sum":
        return weighted_sum(terms, rule)
    if how == "lookup":
        return lookup(terms, rule, steps)
    if how == "count_at_least":
        return count_at_least(terms, rule, settings["least"])
    return newest_within(terms, rule, settings["within"], settings["as_of"])
