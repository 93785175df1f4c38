"""Portfolios against enumeration by hand."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.strategy.methods import portfolio_program
from tinjau.strategy.methods.portfolio import solve
from tinjau.strategy.methods.portfolio_program import Option, Problem


def option(name: str, cost: float, covers: str = "", value: float | None = None) -> Option:
    return Option(name, {"": cost}, frozenset(covers.split()), value)


# A worked example: W1 needs A or B, T1 needs B or C, W2 needs C or D. {B, C} and {B, D} cost 7, {A, C} costs 8.
WORKED = Problem(
    (option("A", 4, "W1"), option("B", 3, "W1 T1"), option("C", 4, "T1 W2"), option("D", 4, "W2")), ("W1", "T1", "W2")
)

problems = st.builds(
    lambda costs, covers, budget: Problem(
        tuple(option(f"s{at}", c, " ".join(sorted(k))) for at, (c, k) in enumerate(zip(costs, covers, strict=False))),
        ("W1", "W2", "T1"), {"": budget},
    ),
    st.lists(st.integers(0, 5), min_size=2, max_size=6),
    st.lists(st.sets(st.sampled_from(["W1", "W2", "T1"])), min_size=6, max_size=6),
    st.integers(0, 15),
)  # fmt: skip


def by_enumeration(problem: Problem) -> tuple[set[frozenset[str]], float | None]:
    """Every cheapest, then smallest, allowed portfolio."""
    allowed = []
    for size in range(len(problem.options) + 1):
        for chosen in combinations(problem.options, size):
            covered = set().union(*(each.covers for each in chosen)) if chosen else set()
            cost = sum(each.total_cost for each in chosen)
            if set(problem.serious) <= covered and (problem.budget is None or cost <= problem.budget[""]):
                allowed.append((cost, size, frozenset(each.id for each in chosen)))
    if not allowed:
        return set(), None
    best = min(allowed)[:2]
    return {each[2] for each in allowed if each[:2] == best}, best[0]


def test_worked_example() -> None:
    found = solve(WORKED)
    assert found.cost == 7
    assert {frozenset(each) for each in found.portfolios} == {frozenset("BC"), frozenset("BD")}
    assert found.core == ("B",)
    assert found.interchangeable == ("C", "D")
    assert found.clash == ()


@given(problems)
@settings(max_examples=60, deadline=None)
def test_finds_what_enumeration_finds(problem: Problem) -> None:
    expected, cost = by_enumeration(problem)
    found = solve(problem)
    assert {frozenset(each) for each in found.portfolios} == expected
    assert found.cost == cost
    assert (found.clash == ()) == bool(expected)


@given(problems)
@settings(max_examples=30, deadline=None)
def test_each_smaller_set_of_clashing_constraints_can_hold(problem: Problem) -> None:
    found = solve(problem)
    for name in found.clash:
        covers = tuple(about for kind, about in found.clash if kind == "cover" and (kind, about) != name)
        budget = problem.budget if ("budget", "") in found.clash and name[0] != "budget" else None
        assert solve(Problem(problem.options, covers, budget)).portfolios


@given(problems.filter(lambda p: bool(p.options)), st.integers(0, 5))
@settings(max_examples=30, deadline=None)
def test_more_budget_never_lowers_the_goal(problem: Problem, more: int) -> None:
    valued = tuple(Option(o.id, o.cost, o.covers, float(len(o.covers) + 1)) for o in problem.options)
    small, large = (problem.budget or {})[""], (problem.budget or {})[""] + more
    poor = solve(Problem(valued, (), {"": small}))
    rich = solve(Problem(valued, (), {"": large}))
    assert (rich.value or 0) >= (poor.value or 0) - 1e-9


def test_order_of_strategies_does_not_matter() -> None:
    turned = Problem(WORKED.options[::-1], WORKED.serious[::-1])
    before, after = solve(WORKED).portfolios, solve(turned).portfolios
    assert {frozenset(each) for each in after} == {frozenset(each) for each in before}


def test_precedence_and_exclusion() -> None:
    needs_a = Problem(WORKED.options, WORKED.serious, None, (("A", "B"),))
    assert solve(needs_a).cost == 8  # A and C; B would need A as well
    apart = Problem(WORKED.options, WORKED.serious, None, (), (("B", "C"),))
    assert solve(apart).portfolios == (("B", "D"),)


def test_value_comes_first_then_cost() -> None:
    found = solve(Problem((option("a", 3, "", 5), option("b", 3, "", 5), option("c", 5, "", 5)), (), {"": 6}))
    assert found.portfolios == (("a", "b"),)
    assert (found.value, found.cost) == (10, 6)


def test_budget_by_year_puts_what_must_come_first_first() -> None:
    problem = Problem(
        (option("base", 4, "W1"), option("then", 4, "W2"), option("late", 4, "T1")),
        ("W1", "W2", "T1"), {"2026": 4, "2027": 8}, (("base", "then"),),
    )  # fmt: skip
    found = solve(problem)
    assert found.portfolios == (("base", "then", "late"),)
    years = found.years[0]
    assert years["base"] <= years["then"]
    assert sorted(years.values()) == ["2026", "2027", "2027"]


def test_costs_by_year_meet_budgets_by_year() -> None:
    spread = Option("spread", {"2026": 3, "2027": 3}, frozenset({"W1"}))
    assert solve(Problem((spread,), ("W1",), {"2026": 3, "2027": 3})).portfolios == (("spread",),)
    tight = solve(Problem((spread,), ("W1",), {"2026": 3, "2027": 2}))
    assert tight.portfolios == ()
    assert ("budget", "2027") in tight.clash


def test_what_clashes_is_named_and_nothing_else() -> None:
    problem = Problem(
        (option("a", 10, "W1"), option("b", 1, "W2"), option("c", 1, "T1")), ("W1", "W2", "T1"), {"": 5}
    )  # fmt: skip
    found = solve(problem)
    assert set(found.clash) == {("cover", "W1"), ("budget", "")}
    assert found.cheapest_cover == 12
    nobody = solve(Problem((option("b", 1, "W2"),), ("W1", "W2")))
    assert nobody.clash == (("cover", "W1"),)


def test_many_equal_portfolios_are_capped_but_core_stays_exact() -> None:
    twins = tuple(option(f"{kind}{at}", 1, f"F{at}") for at in range(9) for kind in "xy")
    fixed = option("only", 1, "K")
    found = solve(Problem((*twins, fixed), (*(f"F{at}" for at in range(9)), "K")), most=20)
    assert found.capped
    assert len(found.portfolios) == 20
    assert found.core == ("only",)
    assert len(found.interchangeable) == 18
    assert found.cost == pytest.approx(10)


def test_a_problem_that_the_solver_cannot_settle_is_not_called_impossible(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cover of 80 things by 120 that HiGHS cannot settle at the root of its search."""
    random = Random(3)
    things = [f"F{at}" for at in range(80)]
    options = [option(f"s{at}", random.randint(5, 9), " ".join(random.sample(things, 4))) for at in range(120)]
    hard = Problem(tuple(options), tuple(each for each in things if any(each in o.covers for o in options)))
    assert solve(hard, most=1).portfolios
    monkeypatch.setattr(portfolio_program, "_NODES", 1)
    with pytest.raises(portfolio_program.Undecided):
        solve(hard)
