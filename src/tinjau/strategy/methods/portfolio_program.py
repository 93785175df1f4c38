"""The 0/1 programme behind a portfolio: its variables, its named constraints, and single solves."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Name = tuple[str, str]
"""A constraint's kind (cover, budget, precedence, exclusion) and what it is about."""
_SLACK = 1e-6
"""Relative slack on a goal that is held while the next one is pursued; the solver's own tolerance."""


_NODES = 5000
"""Branches of one solve (project choice: workshops need fewer than ten)."""
_OPTIMAL, _INFEASIBLE = 0, 2
"""scipy.optimize.milp's states that are answers; limits are reported as several others."""


class Undecided(ArithmeticError):
    """The solver's limit was reached before an answer was certain."""


@dataclass(frozen=True, slots=True)
class Option:
    """A strategy that can be chosen. `cost` by year ("" where no year is given); `value` None where none is used."""

    id: str
    cost: Mapping[str, float]
    covers: frozenset[str] = frozenset()
    value: float | None = None

    @property
    def total_cost(self) -> float:
        """Cost over all years."""
        return sum(self.cost.values())


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be covered, paid and kept in order.

    `budget` by year ("" for one sum); None for no limit. `precedence` holds (first, then): `then` may only be chosen
    with `first`, and not in an earlier year. Of each group of `exclusions` at most one may be chosen.
    """

    options: tuple[Option, ...]
    serious: tuple[str, ...]
    budget: Mapping[str, float] | None = None
    precedence: tuple[tuple[str, str], ...] = ()
    exclusions: tuple[tuple[str, ...], ...] = ()

    @property
    def years(self) -> tuple[str, ...]:
        """The budget's years in order; empty for one sum or none."""
        return tuple(sorted(year for year in self.budget or {} if year))


@dataclass(frozen=True, slots=True)
class Row:
    """One linear constraint on the variables."""

    name: Name
    factors: Floats
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Best:
    """The best choice of one programme: indices of options, and what it reaches."""

    chosen: frozenset[int]
    value: float | None
    cost: float
    size: int


@dataclass(frozen=True, slots=True)
class Program:
    """Variables: one for each option, then one for each option and year where years are to be chosen."""

    problem: Problem
    rows: tuple[Row, ...]
    dated: tuple[int, ...]
    """Options whose year is to be chosen."""

    @property
    def width(self) -> int:
        """How many variables there are."""
        return len(self.problem.options) + len(self.dated) * len(self.problem.years)

    def names(self) -> list[Name]:
        """The constraints' names, each once, without those that only tie variables together."""
        return list(dict.fromkeys(row.name for row in self.rows if row.name[0] != "link"))

    def best(self) -> Best | None:
        """The highest value, then the least cost, then the fewest options; None where no choice is allowed."""
        options = self.problem.options
        program = self
        value = None
        if any(option.value is not None for option in options):
            chosen = program.choose(goal=[-(option.value or 0.0) for option in options])
            if chosen is None:
                return None
            value = sum(options[i].value or 0.0 for i in chosen)
            program = program.held([option.value or 0.0 for option in options], at_least=value)
        costs = [option.total_cost for option in options]
        chosen = program.choose(goal=costs)
        if chosen is None:
            return None
        cost = sum(costs[i] for i in chosen)
        chosen = program.held(costs, at_most=cost).choose(goal=[1.0] * len(options))
        return None if chosen is None else Best(chosen, value, cost, len(chosen))

    def held(self, factors: Sequence[float], at_least: float = -np.inf, at_most: float = np.inf) -> "Program":
        """The same programme with a goal held where it was reached."""
        row = np.zeros(self.width)
        row[: len(factors)] = factors
        slack = _SLACK * max(1.0, float(np.abs(row).max(initial=0.0)))
        return replace(self, rows=(*self.rows, Row(("link", "goal"), row, at_least - slack, at_most + slack)))

    def as_good_as(self, best: Best) -> "Program":
        """The same programme with everything held that `best` reached."""
        options = self.problem.options
        program = self.held([option.total_cost for option in options], at_most=best.cost)
        program = program.held([1.0] * len(options), at_most=float(best.size))
        if best.value is not None:
            program = program.held([option.value or 0.0 for option in options], at_least=best.value)
        return program

    def choose(
        self,
        goal: Sequence[float] = (),
        without: Collection[frozenset[int]] = (),
        forbid: int | None = None,
        force: int | None = None,
    ) -> frozenset[int] | None:
        """A choice of least `goal` that is none of `without`; None where there is none."""
        solved = self.solved(goal, without, forbid, force)
        return None if solved is None else frozenset(i for i in range(len(self.problem.options)) if solved[i] > 0.5)

    def years(self, chosen: frozenset[int]) -> dict[int, str]:
        """The earliest possible years in which the chosen options can start; empty where no years are to be chosen."""
        if not self.dated:
            return {}
        fixed = self
        for index in range(len(self.problem.options)):
            row = np.zeros(self.width)
            row[index] = 1.0
            at = float(index in chosen)
            fixed = replace(fixed, rows=(*fixed.rows, Row(("link", "fixed"), row, at, at)))
        years = self.problem.years
        late = [0.0] * len(self.problem.options) + [float(k) for _ in self.dated for k in range(len(years))]
        solved = fixed.solved(late)
        if solved is None:
            return {}
        start = len(self.problem.options)
        return {
            option: years[k]
            for place, option in enumerate(self.dated)
            for k in range(len(years))
            if solved[start + place * len(years) + k] > 0.5
        }

    def solved(
        self,
        goal: Sequence[float],
        without: Collection[frozenset[int]] = (),
        forbid: int | None = None,
        force: int | None = None,
    ) -> Floats | None:
        """All variables of a choice of least `goal`; None where there is none. Raises Undecided at a limit."""
        from scipy.optimize import Bounds, LinearConstraint, milp  # lazy: loading scipy.optimize is dear

        width, size = self.width, len(self.problem.options)
        rows = [(row.factors, row.low, row.high) for row in self.rows]
        for chosen in without:
            cut = np.zeros(width)
            cut[:size] = [1.0 if i in chosen else -1.0 for i in range(size)]
            rows.append((cut, -np.inf, len(chosen) - 1.0))
        low, high = np.zeros(width), np.ones(width)
        if forbid is not None:
            high[forbid] = 0.0
        if force is not None:
            low[force] = 1.0
        cost = np.zeros(width)
        cost[: len(goal)] = goal
        cost /= max(1.0, float(np.abs(cost).max(initial=0.0)))
        constraints = []
        if rows:
            scale = np.asarray([max(1.0, float(np.abs(factors).max(initial=0.0))) for factors, _, _ in rows])
            table = np.asarray([factors for factors, _, _ in rows]) / scale[:, None]
            limits = np.asarray([[low_end, high_end] for _, low_end, high_end in rows]) / scale[:, None]
            constraints = [LinearConstraint(table, limits[:, 0], limits[:, 1])]
        options = {"mip_rel_gap": 0, "node_limit": _NODES}
        solved = milp(
            cost, constraints=constraints, bounds=Bounds(low, high), integrality=np.ones(width), options=options
        )
        if solved.status not in (_OPTIMAL, _INFEASIBLE):
            raise Undecided
        return np.asarray(solved.x) if solved.status == _OPTIMAL else None


def build(problem: Problem, only: Collection[Name] | None = None) -> Program:
    """The programme of a problem; with `only`, of those constraints alone."""
    size, years = len(problem.options), problem.years
    undated = [i for i, option in enumerate(problem.options) if set(option.cost) <= {""} and option.total_cost]
    dated = tuple(undated) if years else ()
    program = Program(problem, (), dated)
    width = program.width
    place = {option.id: i for i, option in enumerate(problem.options)}

    def row(entries: Mapping[int, float]) -> Floats:
        factors = np.zeros(width)
        for index, factor in entries.items():
            factors[index] += factor
        return factors

    def when(option: int, year: int) -> int:
        return size + dated.index(option) * len(years) + year

    rows = [
        Row(("link", "year"), row({**{when(i, k): 1.0 for k in range(len(years))}, i: -1.0}), 0.0, 0.0) for i in dated
    ]
    for factor in problem.serious:
        covering = {i: 1.0 for i, option in enumerate(problem.options) if factor in option.covers}
        rows.append(Row(("cover", factor), row(covering), 1.0, np.inf))
    for year, limit in (problem.budget or {}).items():
        spent = {i: _spent(option, year, whole=not years) for i, option in enumerate(problem.options) if i not in dated}
        if years and year:
            spent |= {when(i, years.index(year)): problem.options[i].total_cost for i in dated}
        rows.append(Row(("budget", year), row(spent), -np.inf, limit * (1 + 1e-9)))
    for first, then in problem.precedence:
        name = ("precedence", f"{first} → {then}")
        one, two = place[first], place[then]
        rows.append(Row(name, row({two: 1.0, one: -1.0}), -np.inf, 0.0))
        if one in dated and two in dated:
            for k in range(len(years)):
                early = {when(two, j): 1.0 for j in range(k + 1)} | {when(one, j): -1.0 for j in range(k + 1)}
                rows.append(Row(name, row(early), -np.inf, 0.0))
    rows += [
        Row(("exclusion", ", ".join(group)), row({place[each]: 1.0 for each in group}), -np.inf, 1.0)
        for group in problem.exclusions
    ]
    kept = rows if only is None else [each for each in rows if each.name in only or each.name[0] == "link"]
    return replace(program, rows=tuple(kept))


def _spent(option: Option, year: str, *, whole: bool) -> float:
    return option.total_cost if whole else option.cost.get(year, 0.0)
