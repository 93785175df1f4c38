"""The portfolio: which strategies to take together, from costs that people gave and never from any other.

options.yaml says `costs` by strategy (a sum, or sums by year), and where wanted `budget`, `precedence`, `exclusions`,
`serious` (factors that must be answered) or `serious_from` (the mean rating from which a weakness or threat is), and
`goal`: cost (the cheapest cover, the default) or value (the most weight answered within the budget).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.model import Factor, FactorKind, InputError, Strategy, Study
from tinjau.strategy.planning.judging import Table, closed, last_round, numbers, weighed
from tinjau.strategy.planning.panel import mean_ratings
from tinjau.strategy.planning.positioning import burden
from tinjau.strategy.planning.prioritising import scores
from tinjau.strategy.problem import solve_problem

FILE = "options.yaml"
_BURDENS = (FactorKind.W, FactorKind.T)
_DECIMALS = 6  # values are compared rounded: the last digits of a mean of weights say nothing


def choose_portfolio(study: Study, factors: Sequence[Factor], strategies: Sequence[Strategy]) -> dict[str, Any] | None:
    """All best portfolios, with what is core and what is interchangeable; None until people gave costs.

    A strategy without a cost cannot be chosen and is named under `without_cost`. Raises InputError where options.yaml
    cannot be read so.
    """
    costs = study.options.get("costs")
    if not isinstance(costs, Mapping) or not costs:
        return None
    judgements = last_round(closed(study))
    names = sorted(each.id for each in factors)
    serious = _serious(study, factors, numbers(judgements, "rating", names))
    priced = sorted((each for each in strategies if each.id in costs), key=lambda each: each.id)
    if not priced:
        return None
    goal = str(study.options.get("goal", "cost"))
    values: dict[str, float] = {}
    if goal == "value":
        weights = weighed(judgements, names) if names else None
        if weights is None:
            mend = "Add judgements, or write goal: cost"
            raise InputError(FILE, "goal", "a goal of value needs weights of every factor", mend)
        values = scores(weights, priced)
    elif goal != "cost":
        raise InputError(FILE, "goal", f"'{goal[:40]}' is no goal", "Write cost or value")
    if not serious and not values:
        return None
    problem = {
        "strategies": [_option(each, costs[each.id], serious, values) for each in priced],
        "serious": list(serious),
    }
    problem |= {key: study.options[key] for key in ("budget", "precedence", "exclusions") if key in study.options}
    found: dict[str, Any] = solve_problem({"portfolio": problem}, FILE)["portfolio"]
    return {
        "illustrative": study.options.get("illustrative") is True,
        **found,
        "serious": list(serious),
        "without_cost": [each.id for each in strategies if each.id not in costs],
        "goal": goal,
    }


def _option(strategy: Strategy, cost: Any, serious: Sequence[str], values: Mapping[str, float]) -> dict[str, Any]:
    used = {use.factor for use in strategy.uses}
    entry: dict[str, Any] = {
        "id": strategy.id,
        "cost": cost,
        "covers": [each for each in serious if each in used],
    }
    if values:
        entry["value"] = round(values[strategy.id], _DECIMALS)
    return entry


def _serious(study: Study, factors: Sequence[Factor], ratings: Table) -> tuple[str, ...]:
    """The weaknesses and threats that must be answered, as people listed or rated them, in the study's order."""
    known = {each.id for each in factors}
    listed = study.options.get("serious")
    if listed is not None:
        if not isinstance(listed, list) or not {str(each) for each in listed} <= known:
            raise InputError(FILE, "serious", "this is not a list of the study's factors", "Write serious: [W1, T2]")
        return tuple(each.id for each in factors if each.id in {str(one) for one in listed})
    limit = study.options.get("serious_from")
    declared = study.options.get("ratings")
    if limit is None or not isinstance(declared, Mapping):
        return ()
    if isinstance(limit, bool) or not isinstance(limit, int | float):
        mend = "Write the mean rating from which a factor is serious"
        raise InputError(FILE, "serious_from", "this is not a number", mend)
    means = mean_ratings(ratings)
    semantics = str(declared.get("semantics", ""))
    found = []
    for each in factors:
        weight = burden(semantics, means[each.id], declared) if each.kind in _BURDENS and each.id in means else None
        if weight is not None and weight >= limit:
            found.append(each.id)
    return tuple(found)
