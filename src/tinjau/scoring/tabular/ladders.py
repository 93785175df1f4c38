"""Levels that stand on one another."""

from collections.abc import Sequence
from math import fsum

from tinjau.scoring.tabular.values import Part, Result, inapplicable, missing


def cumulative_level(rungs: Sequence[Sequence[tuple[str, Result]]], rule: str, reached: float) -> Result:
    """The highest level whose conditions, and those of every lower level, are all at least `reached`.

    0 where not even the first is. A condition that is not known stops the climb: the level is then None, because it
    may be higher, unless the rule is `zero` (unknown counts as not reached).
    """
    conditions = [pair for rung in rungs for pair in rung if pair[1].applicable]
    parts = tuple(Part(name, 1.0, result.value) for name, result in conditions)
    if not conditions:
        return inapplicable("no condition applies here")
    coverage = fsum(result.coverage for _, result in conditions) / len(conditions)
    level = 0
    for number, rung in enumerate(rungs, start=1):
        values = [result.value for _, result in rung if result.applicable]
        if any(value is not None and value < reached for value in values):
            break
        if any(value is None for value in values):
            if rule == "zero":
                break
            return missing(coverage, f"whether level {number} is reached is not known", parts)
        level = number
    return Result(float(level), coverage, parts=parts)
