"""`portfolio`: what to take together, what is core, and what clashes where nothing can be taken."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from tinjau.strategy.methods.portfolio import MOST, Solution, solve, uncovered
from tinjau.strategy.methods.portfolio_program import Name, Option, Problem, Undecided
from tinjau.strategy.problem.findings import Notes, listed, show, show_id
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import parse

_CONSTRAINTS = {
    "cover": both("menjawab", "covering"), "budget": both("anggaran", "the budget"),
    "precedence": both("urutan", "the order"), "exclusion": both("paling banyak satu dari", "at most one of"),
}  # fmt: skip
_MOST_OPTIONS = 300
"""Strategies of one problem (project choice)."""


def solve_portfolio(node: Node, notes: Notes) -> dict[str, Any]:
    """All best portfolios, or what clashes. Raises InputError where the problem cannot be read."""
    problem = _read(node)
    try:
        found = solve(problem)
    except Undecided:
        raise node.fault("this problem is too large to be settled", "Leave strategies or conditions out") from None
    valued = any(each.value is not None for each in problem.options)
    answer: dict[str, Any] = {
        "optimal": [list(each) for each in found.portfolios],
        "core": list(found.core),
        "interchangeable": list(found.interchangeable),
        "infeasible_because": _why(problem, found),
        "cost": found.cost,
        "value": found.value,
        "capped": found.capped,
        "years": [dict(each) for each in found.years],
        "conventions": {
            "goal": "highest value, then least cost, then fewest strategies"
            if valued
            else "least cost, then fewest strategies",
            "constraints": "every serious factor covered, within the budget, precedence and exclusions kept",
            "listed": f"up to {MOST} portfolios; core and interchangeable hold for all",
            "solver": "scipy.optimize.milp (HiGHS), no gap",
        },
    }
    _lint(node, problem, found, notes)
    return answer


def _read(node: Node) -> Problem:
    entries = node.need("strategies", "strategi", "options").named("id", "code", "kode")
    if not entries or len(entries) > _MOST_OPTIONS:
        raise node.fault(f"there are {len(entries)} strategies", f"Between 1 and {_MOST_OPTIONS} are read")
    options = tuple(_option(name, entry) for name, entry in entries)
    names = {each.id for each in options}
    if len(names) != len(options):
        raise node.fault("a strategy stands twice", "Give each strategy one id")
    serious = node.get("serious", "berat")
    budget = node.get("budget", "anggaran")
    return Problem(
        options=options,
        serious=tuple(dict.fromkeys(serious.texts())) if serious else (),
        budget=None if budget is None else _by_year(budget),
        precedence=tuple(_pairs(node.get("precedence", "urutan"), names)),
        exclusions=tuple(_groups(node.get("exclusions", "exclusion", "pengecualian"), names)),
    )


def _option(name: str, entry: Node) -> Option:
    if not entry.is_mapping:
        raise entry.fault("a strategy has a cost and what it covers", "Write {id, cost, covers}")
    covers, value = entry.get("covers", "menjawab"), entry.get("value", "benefit", "priority", "nilai")
    cost = entry.get("cost", "biaya")
    if cost is None:
        raise entry.fault("this strategy has no cost", "Costs come from you; write cost: 0 where it has none")
    return Option(
        name, _by_year(cost), frozenset(covers.texts()) if covers else frozenset(),
        value.number().value if value else None,
    )  # fmt: skip


def _by_year(node: Node) -> dict[str, float]:
    """An amount, or amounts by year (a mapping, or a list for the years 1, 2, …)."""
    if node.is_mapping:
        cells = list(node.items())
    elif node.is_list:
        cells = [(f"{at}", cell) for at, cell in enumerate(node.entries(), start=1)]
    else:
        cells = [("", node)]
    found = {}
    for year, cell in cells:
        amount = 0.0 if cell.blank else cell.number().value
        if amount < 0:
            raise cell.fault("an amount is negative", "Write amounts of zero or more")
        found["" if year.casefold() == "total" else year] = amount
    return found


def _pairs(node: Node | None, names: set[str]) -> list[tuple[str, str]]:
    """(first, then) pairs: [first, then], {before, after}, {strategy, requires}, `A -> B`, or {then: first}."""
    if node is None:
        return []
    if node.is_mapping:
        return [(first, _known(cell, then, names)) for then, cell in node.items() for first in _all_known(cell, names)]
    found = []
    for cell in node.entries():
        if cell.is_mapping:
            then, firsts = cell.get("after", "strategy", "then", "id"), cell.get("before", "requires", "needs", "first")
            if then is None or firsts is None:
                raise cell.fault("this says not what comes before what", "Write [first, then] or {before, after}")
            found += [(first, _known(then, then.text(), names)) for first in _all_known(firsts, names)]
            continue
        parts = _chain(cell)
        if len(parts) < 2:
            raise cell.fault("precedence has two strategies", "Write [first, then]")
        for part in parts:
            _known(cell, part, names)
        found += list(pairwise(parts))
    return found


def _chain(cell: Node) -> tuple[str, ...]:
    if isinstance(cell.value, str):
        for sign in ("->", "→", "<", " before ", " sebelum "):
            if sign in cell.value:
                return tuple(part.strip() for part in cell.value.split(sign))
    return cell.texts()


def _groups(node: Node | None, names: set[str]) -> list[tuple[str, ...]]:
    if node is None:
        return []
    entries = node.entries()
    if entries and all(isinstance(each.value, str) and each.value in names for each in entries):
        entries = [node]  # one group, written without a list around it
    found = []
    for cell in entries:
        group = _all_known(cell.need("strategies", "group") if cell.is_mapping else cell, names)
        if len(group) < 2:
            raise cell.fault("an exclusion has two strategies or more", "Write [one, other]")
        found.append(tuple(group))
    return found


def _all_known(cell: Node, names: set[str]) -> list[str]:
    return [_known(cell, name, names) for name in cell.texts()]


def _known(cell: Node, name: str, names: set[str]) -> str:
    if name not in names:
        raise cell.fault(f"there is no strategy '{name}'", "Use the ids of 'strategies'")
    return name


def _why(problem: Problem, found: Solution) -> list[dict[str, Any]] | None:
    """The constraints that clash, each in words; None where a portfolio was found."""
    if found.portfolios:
        return None
    missing = set(uncovered(problem.options, problem.serious))
    return [_clash(problem, name, missing, found) for name in found.clash]


def _clash(problem: Problem, name: Name, missing: set[str], found: Solution) -> dict[str, Any]:
    kind, about = name
    if kind == "cover":
        by = [each.id for each in problem.options if about in each.covers]
        text = (
            both(
                f"{about} harus dijawab, tetapi tidak ada strategi yang menjawabnya.",
                f"{about} must be covered, but no strategy covers it.",
            )
            if about in missing
            else both(f"{about} harus dijawab (oleh {listed(by)}).", f"{about} must be covered (by {listed(by)}).")
        )
    elif kind == "budget":
        amount = (problem.budget or {})[about]
        year = both(f" tahun {about}" if about else "", f" of {about}" if about else "")
        cheapest = found.cheapest_cover
        least = both("", "")
        if cheapest is not None:
            least = both(
                f"; yang termurah tanpa batas anggaran {show_id(cheapest)}",
                f"; the cheapest without a budget costs {show(cheapest)}",
            )
        text = both(
            f"Anggaran{year.id} hanya {show_id(amount)}{least.id}.",
            f"The budget{year.en} is {show(amount)} only{least.en}.",
        )
    elif kind == "precedence":
        text = both(f"Urutan {about} harus dijaga.", f"The order {about} must be kept.")
    else:
        text = both(f"Paling banyak satu dari {about} boleh dipilih.", f"At most one of {about} may be chosen.")
    return {"constraint": kind, "about": about, "message": {"id": text.id, "en": text.en}}


def _lint(node: Node, problem: Problem, found: Solution, notes: Notes) -> None:
    for factor in uncovered(problem.options, problem.serious):
        notes.error(
            "uncoverable", f"serious.{factor}",
            both(f"Tidak ada strategi yang menjawab {factor}.", f"No strategy covers {factor}."), ids=(factor,),
        )  # fmt: skip
    if not found.portfolios and not uncovered(problem.options, problem.serious):
        words = [_CONSTRAINTS[kind] for kind, _ in found.clash]
        names = both(
            "; ".join(f"{word.id} {name[1]}".strip() for word, name in zip(words, found.clash, strict=True)),
            "; ".join(f"{word.en} {name[1]}".strip() for word, name in zip(words, found.clash, strict=True)),
        )
        notes.error(
            "infeasible", "",
            both(
                f"Tidak ada portofolio yang memenuhi semuanya; yang bertentangan: {names.id}.",
                f"No portfolio satisfies everything; what clashes: {names.en}.",
            ),
        )  # fmt: skip
    printed = node.printed("optimal")
    if printed is not None:
        _compare(printed, problem, found, notes)


def _compare(printed: Node, problem: Problem, found: Solution, notes: Notes) -> None:
    names = {"cost": both("Biaya", "The cost"), "value": both("Nilai", "The value")}
    for key, computed in (("cost", found.cost), ("value", found.value)):
        cell = printed.get(key) if printed.is_mapping else None
        if cell is None or computed is None or parse(cell.value) is None:
            continue
        number = cell.number()
        if abs(number.value - computed) > number.half + 1e-9:
            notes.error(
                "does-not-follow", f"printed.{key}",
                both(
                    f"{names[key].id} tercetak {show_id(number.value)}, tetapi untuk portofolio terbaik"
                    f" {show_id(computed)}.",
                    f"{names[key].en} is printed as {show(number.value)}, but the best portfolio has {show(computed)}.",
                ),
                printed=number.value, computed=computed, ids=(key,),
            )  # fmt: skip
    chosen = printed.get("optimal", "portfolio", "selected") if printed.is_mapping else printed
    if chosen is None:
        return
    entries = chosen.entries() if chosen.is_list else []
    groups = [each.texts() for each in entries] if entries and entries[0].is_list else [chosen.texts()]
    best = {frozenset(each) for each in found.portfolios}
    for group in groups:
        if frozenset(group) not in best and not found.capped:
            notes.error(
                "does-not-follow", "printed.optimal",
                both(
                    f"Portofolio tercetak ({listed(group)}) bukan yang terbaik.{_reason(group, problem).id}",
                    f"The printed portfolio ({listed(group)}) is not a best one.{_reason(group, problem).en}",
                ),
                printed=list(group), computed=[list(each) for each in found.portfolios[:5]],
            )  # fmt: skip


def _reason(group: Sequence[str], problem: Problem) -> Any:
    chosen = [each for each in problem.options if each.id in group]
    open_ones = uncovered(chosen, problem.serious)
    if open_ones:
        return both(f" {listed(open_ones)} tidak terjawab.", f" {listed(open_ones)} stay uncovered.")
    cost = sum(each.total_cost for each in chosen)
    limit = sum((problem.budget or {}).values()) if problem.budget else None
    if limit is not None and cost > limit:
        return both(f" Biayanya {show_id(cost)}, di atas anggaran.", f" It costs {show(cost)}, above the budget.")
    return both(f" Biayanya {show_id(cost)}.", f" It costs {show(cost)}.")
