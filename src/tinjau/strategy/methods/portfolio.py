"""Which strategies to take together: a cover of what is serious within what can be paid.

A 0/1 programme solved by HiGHS (scipy.optimize.milp). All best portfolios are listed by adding, after each one, the
condition that it is not chosen again; what stands in all of them is core, what stands in some is interchangeable.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tinjau.strategy.methods.portfolio_program import Best, Name, Option, Problem, Program, build

_EXACT = 1e-12
"""Relative noise of adding floats; smaller differences are none."""
MOST = 200
"""Portfolios that are listed one by one; core and interchangeable are exact beyond it too (project choice)."""


@dataclass(frozen=True, slots=True)
class Solution:
    """All best portfolios (ids in the order given) and what they reach; no portfolio where nothing can be chosen.

    `years` says for each portfolio when a strategy starts, where the budget goes by year. `clash` names constraints
    that cannot hold together, though without any one of them the others can. `cheapest_cover` is what a cover would
    cost without a budget, where the problem has none that can be paid.
    """

    portfolios: tuple[tuple[str, ...], ...] = ()
    core: tuple[str, ...] = ()
    interchangeable: tuple[str, ...] = ()
    value: float | None = None
    cost: float | None = None
    capped: bool = False
    years: tuple[Mapping[str, str], ...] = ()
    clash: tuple[Name, ...] = ()
    cheapest_cover: float | None = None


def solve(problem: Problem, most: int = MOST) -> Solution:
    """The best portfolios: the highest value where options have values, then the least cost, then the fewest.

    Raises Undecided where the solver reaches its limit.
    """
    program = build(problem)
    best = program.best()
    if best is None:
        return _impossible(problem)
    equals = program.as_good_as(best)
    found = _all(equals, best, most)
    capped = len(found) > most
    found = _truly_best(problem, found)
    best = _reached(problem, found[0])
    names = [each.id for each in problem.options]
    core = [i for i in sorted(best.chosen) if _always(equals, i, found, capped=capped)]
    some = [i for i in range(len(names)) if i not in core and _sometimes(equals, i, found, capped=capped)]
    listed = sorted(found[:most], key=sorted)
    years = tuple({names[i]: year for i, year in equals.years(each).items()} for each in listed)
    return Solution(
        portfolios=tuple(tuple(names[i] for i in sorted(each)) for each in listed),
        core=tuple(names[i] for i in core),
        interchangeable=tuple(names[i] for i in some),
        value=best.value,
        cost=best.cost,
        capped=capped,
        years=years if program.dated else (),
    )


def uncovered(options: Sequence[Option], serious: Sequence[str]) -> tuple[str, ...]:
    """What no option covers."""
    return tuple(each for each in serious if not any(each in option.covers for option in options))


def _all(equals: Program, best: Best, most: int) -> list[frozenset[int]]:
    """The best portfolio and its equals, up to one more than `most`."""
    found = [best.chosen]
    while len(found) <= most and (again := equals.choose(without=found)) is not None:
        found.append(again)
    return found


def _truly_best(problem: Problem, found: Sequence[frozenset[int]]) -> list[frozenset[int]]:
    """Without those that the solver's tolerance let in: sums of money are compared exactly here."""
    reached = {each: _reached(problem, each) for each in found}
    least = min((-(goal.value or 0.0), goal.cost, goal.size) for goal in reached.values())
    return [
        each
        for each, goal in reached.items()
        if goal.size == least[2] and abs(goal.cost - least[1]) <= _EXACT * max(1.0, least[1])
    ]


def _reached(problem: Problem, chosen: frozenset[int]) -> Best:
    options = [problem.options[i] for i in sorted(chosen)]
    valued = any(option.value is not None for option in problem.options)
    value = sum(option.value or 0.0 for option in options) if valued else None
    return Best(chosen, value, sum(option.total_cost for option in options), len(options))


def _always(equals: Program, option: int, found: Sequence[frozenset[int]], *, capped: bool) -> bool:
    if not all(option in each for each in found):
        return False
    return not capped or equals.choose(forbid=option) is None


def _sometimes(equals: Program, option: int, found: Sequence[frozenset[int]], *, capped: bool) -> bool:
    if any(option in each for each in found):
        return True
    return capped and equals.choose(force=option) is not None


def _impossible(problem: Problem) -> Solution:
    """Leave constraints out one by one; those without which it still fails are not to blame (deletion filter).

    J. W. Chinneck, Feasibility and Infeasibility in Optimization (2008), chapter 6.
    """
    kept = build(problem).names()
    for name in list(kept):
        fewer = [each for each in kept if each != name]
        if build(problem, only=fewer).choose() is None:
            kept = fewer
    unlimited = replace(problem, budget=None, options=tuple(replace(each, value=None) for each in problem.options))
    cheapest = build(unlimited).best()
    return Solution(clash=tuple(kept), cheapest_cover=None if cheapest is None else cheapest.cost)
