"""Priorities from judgements: weights, where the government stands, and which strategies matter, with how sure each is.

No judgement, no number. The order in which raters or factors are written changes nothing.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tinjau.model import Factor, Strategy, Study
from tinjau.stats import percentile_interval
from tinjau.strategy.methods.smaa import smaa2
from tinjau.strategy.methods.surrogate_weights import shared_ranks
from tinjau.strategy.planning.judging import Floats, Weighed, closed, last_round, matrix, numbers, weighed
from tinjau.strategy.planning.panel import DRAWS, SEED, bootstrap, concordance, direct, ratings_of, rounds_of
from tinjau.strategy.planning.positioning import position


def prioritise(study: Study, factors: Sequence[Factor], strategies: Sequence[Strategy]) -> dict[str, Any] | None:
    """Everything that people's judgements say; None while nobody gave any that counts."""
    judgements = closed(study)
    last = last_round(judgements)
    names = sorted(each.id for each in factors)
    weights = weighed(last, names) if names else None
    found = {
        "factors": _factor_weights(weights, names),
        "ratings": ratings_of(last, names),
        "position": position(study, factors, weights, numbers(last, "rating", names)),
        "strategies": _strategies(weights, strategies),
        "direct": direct(last, strategies),
        "rounds": rounds_of(judgements),
    }
    if all(not each for each in found.values()):
        return None
    return {
        "illustrative": study.options.get("illustrative") is True,
        "raters": len({each.assessor for each in last}),
        **found,
        "conventions": {
            "draws": DRAWS,
            "seed": SEED,
            "weights": "each rater's weights add up to 1; the group's are their mean",
            "strategies": "a strategy's score is the weight of the factors that it uses; weights are drawn from all "
            "mixtures of the raters' weights, and from all that keep the order on which every rater agrees",
            "shared_ranks": "a strategy shares a rank while its 95% interval reaches into that of the rank's first",
        },
    }


def scores(weights: Weighed, strategies: Sequence[Strategy]) -> dict[str, float]:
    """The weight of the judged factors that each strategy uses, by the mean of the raters' weights."""
    names = weights.subjects
    mean = matrix(weights.by_rater, names).mean(axis=0)
    return {each.id: float(mean @ row) for each, row in zip(strategies, _uses(names, strategies), strict=True)}


def _factor_weights(weights: Weighed | None, everything: Sequence[str]) -> dict[str, Any] | None:
    if weights is None:
        return None
    names = weights.subjects
    table = matrix(weights.by_rater, names)
    mean = dict(zip(names, (float(each) for each in table.mean(axis=0)), strict=True))
    intervals = bootstrap(table, names)
    ranks = shared_ranks(intervals, mean) if intervals else {}
    return {
        "method": weights.method,
        "raters": sorted(weights.by_rater),
        "incomplete": list(weights.incomplete),
        "unjudged": sorted(set(everything) - set(names)),
        "consistency": dict(weights.consistency),
        "items": [
            {
                "id": each,
                "weight": mean[each],
                "interval": list(intervals[each]) if intervals else None,
                "rank": ranks.get(each),
            }
            for each in sorted(names, key=lambda one: (-mean[one], one))
        ],
        "agreement": concordance(weights.by_rater, names),
    }


def _strategies(weights: Weighed | None, strategies: Sequence[Strategy]) -> dict[str, Any] | None:
    """How often each strategy comes first, second…: over all mixtures of the raters' weights, and over all weights
    that keep nothing but the order on which every rater agrees.

    Mixtures are drawn evenly (D. B. Rubin, "The Bayesian bootstrap", Annals of Statistics 9 (1981) 130-134).
    """
    if weights is None:
        return None
    names = weights.subjects
    linked = sorted((one for one in strategies if any(use.factor in names for use in one.uses)), key=lambda one: one.id)
    if len(linked) < 2:
        return None
    table = matrix(weights.by_rater, names)
    uses = _uses(names, linked)
    drawn = np.random.default_rng(SEED).dirichlet(np.ones(len(table)), size=DRAWS) @ table
    shares = smaa2(uses[None, :, :], drawn).ranks
    ids = [each.id for each in linked]
    mean = scores(weights, linked)
    intervals = {}
    for each, row in zip(ids, (drawn @ uses.T).T, strict=True):
        interval = percentile_interval(row)
        if interval is not None:
            intervals[each] = (min(interval.low, mean[each]), max(interval.high, mean[each]))
    ranks = shared_ranks(intervals, mean)
    rows = {each: index for index, each in enumerate(ids)}
    unjudged = {each.id: sorted({use.factor for use in each.uses} - set(names)) for each in linked}
    return {
        "items": [
            {
                "id": each,
                "score": mean[each],
                "interval": list(intervals[each]) if len(table) > 1 else None,
                "rank": ranks[each],
                "acceptability": [float(share) for share in shares[rows[each]]],
                "unjudged": unjudged[each],
            }
            for each in sorted(ids, key=lambda one: (ranks[one], -mean[one], one))
        ],
        "agreed": _agreed(table, names, uses, ids),
        "unlinked": sorted({each.id for each in strategies} - set(ids)),
    }


def _agreed(table: Floats, names: Sequence[str], uses: Floats, ids: Sequence[str]) -> dict[str, Any] | None:
    """Acceptability over all weights in the order that every rater gave; None where they agree on no order at all."""
    order = agreed_order(table, names)
    if len(table) < 2 or len(order) < 2:
        return None
    drawn = ordered_weights(names, order)
    shares = smaa2(uses[None, :, :], drawn).ranks
    return {
        "order": [list(group) for group in order],
        "acceptability": {each: [float(one) for one in row] for each, row in zip(ids, shares, strict=True)},
    }


def agreed_order(table: Floats, names: Sequence[str]) -> list[list[str]]:
    """Groups of factors, weightiest first: every rater weighs all of one at least as much as all of the next."""
    mean = table.mean(axis=0)
    order = sorted(range(len(names)), key=lambda index: (-mean[index], names[index]))
    groups: list[list[str]] = [[]]
    for place, index in enumerate(order):
        groups[-1].append(names[index])
        above, below = order[: place + 1], order[place + 1 :]
        if below and bool((table[:, above].min(axis=1) >= table[:, below].max(axis=1)).all()):
            groups.append([])
    return [sorted(each) for each in groups]


def ordered_weights(names: Sequence[str], order: Sequence[Sequence[str]], draws: int = DRAWS) -> Floats:
    """Weights drawn evenly from all that add up to 1 and keep the order of groups; none is ordered within its group.

    An even draw from the simplex is as likely in any order of its items. So its largest values go to the first group
    in a random order, the next to the second, and so on: exact, and without a rejected draw.
    """
    generator = np.random.default_rng(SEED)
    sorted_draws = np.sort(generator.dirichlet(np.ones(len(names)), size=draws), axis=1)[:, ::-1]
    place = {name: index for index, name in enumerate(names)}
    drawn = np.empty_like(sorted_draws)
    at = 0
    for group in order:
        part = generator.permuted(sorted_draws[:, at : at + len(group)], axis=1)
        drawn[:, [place[name] for name in group]] = part
        at += len(group)
    return drawn


def _uses(names: Sequence[str], strategies: Sequence[Strategy]) -> Floats:
    used = [{use.factor for use in each.uses} for each in strategies]
    return np.asarray([[float(name in own) for name in names] for own in used]).reshape(len(used), len(names))
