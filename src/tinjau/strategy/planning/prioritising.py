"""Priorities from judgements: weights, where the government stands, and which strategies matter, with how sure each is.

No judgement, no number. The order in which raters or factors are written changes nothing.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tinjau.model import Factor, Judgement, Strategy, Study
from tinjau.stats import kendall_w, krippendorff_alpha, percentile_interval, quartiles
from tinjau.strategy.methods.delphi import SCHEIBE_STABLE_TO, net_change
from tinjau.strategy.methods.smaa import smaa2
from tinjau.strategy.methods.surrogate_weights import shared_ranks
from tinjau.strategy.methods.weight_space import draw_weights
from tinjau.strategy.planning.judging import (
    Floats,
    Table,
    Weighed,
    closed,
    judged_number,
    last_round,
    matrix,
    numbers,
    round_order,
    weighed,
)
from tinjau.strategy.planning.positioning import position

DRAWS = 10_000  # project choice: half a percentage point of sampling error on a rank's share at most
SEED = 1


def prioritise(study: Study, factors: Sequence[Factor], strategies: Sequence[Strategy]) -> dict[str, Any] | None:
    """Everything that people's judgements say; None while nobody gave any that counts."""
    judgements = closed(study)
    last = last_round(judgements)
    names = sorted(each.id for each in factors)
    weights = weighed(last, names) if names else None
    found = {
        "factors": _factor_weights(weights, names),
        "ratings": _ratings(last, names),
        "position": position(study, factors, weights, numbers(last, "rating", names)),
        "strategies": _strategies(weights, strategies),
        "direct": _direct(last, strategies),
        "rounds": _rounds(judgements),
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
    intervals = _bootstrap(table, names)
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
        "agreement": _concordance(weights.by_rater, names),
    }


def _bootstrap(table: Floats, names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The middle 95% of the mean weight over raters drawn with replacement; empty with fewer than two raters."""
    if len(table) < 2:
        return {}
    picks = np.random.default_rng(SEED).integers(0, len(table), size=(DRAWS, len(table)))
    counts = np.zeros((DRAWS, len(table)))
    for column in range(len(table)):
        counts[:, column] = (picks == column).sum(axis=1)
    means = counts @ table / len(table)
    found = {}
    for index, name in enumerate(names):
        interval = percentile_interval(means[:, index])
        if interval is not None:
            found[name] = (interval.low, interval.high)
    return found


def _concordance(table: Table, names: Sequence[str]) -> dict[str, Any] | None:
    """Kendall's W over the orders that the raters' values give, largest first."""
    found = kendall_w((-matrix(table, names)).tolist())
    if found is None:
        return None
    return {"w": found.w, "p": found.p, "p_exact": found.p_exact, "raters": found.raters, "objects": found.objects}


def _ratings(last: Sequence[Judgement], names: Sequence[str]) -> dict[str, Any] | None:
    said = numbers(last, "rating", names)
    if not said:
        return None
    raters = sorted(said)
    items = []
    for name in names:
        values = [said[rater][name] for rater in raters if name in said[rater]]
        found = quartiles(values) if values else None
        if found is not None:
            items.append(
                {"id": name, "mean": sum(values) / len(values), "median": found.median, "raters": len(values)}
            )
    table = [[said[rater].get(name) for rater in raters] for name in names]
    return {"items": items, "alpha": krippendorff_alpha(table, "ordinal")}


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
    drawn = draw_weights(names, order, None, DRAWS, SEED)
    if drawn is None:
        return None
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


def _uses(names: Sequence[str], strategies: Sequence[Strategy]) -> Floats:
    used = [{use.factor for use in each.uses} for each in strategies]
    return np.asarray([[float(name in own) for name in names] for own in used]).reshape(len(used), len(names))


def _direct(last: Sequence[Judgement], strategies: Sequence[Strategy]) -> dict[str, Any] | None:
    """What raters said of strategies themselves: ranks that cover all of them, and votes."""
    names = sorted(each.id for each in strategies)
    said = numbers(last, "rank", names)
    whole = {rater: values for rater, values in said.items() if set(values) == set(names)}
    ayes = [each.subject for each in last if each.kind == "vote" and _aye(each.value)]
    votes = {name: ayes.count(name) for name in names}
    if not whole and not any(votes.values()):
        return None
    answer: dict[str, Any] = {
        "incomplete": sorted(set(said) - set(whole)),
        "votes": votes if any(votes.values()) else None,
        "ranks": None,
    }
    if whole:
        table = matrix(whole, names)
        mean = dict(zip(names, (float(each) for each in table.mean(axis=0)), strict=True))
        spans = _bootstrap(table, names)
        turned = {name: (-high, -low) for name, (low, high) in spans.items()}
        ranks = shared_ranks(turned, {name: -value for name, value in mean.items()}) if spans else {}
        answer["ranks"] = {
            "items": [
                {"id": name, "mean_rank": mean[name], "rank": ranks.get(name)}
                for name in sorted(names, key=lambda one: (mean[one], one))
            ],
            "agreement": _concordance({rater: {n: -v for n, v in own.items()} for rater, own in whole.items()}, names),
        }
    return answer


def _aye(value: str) -> bool:
    return value.strip().casefold() in {"1", "yes", "ya", "setuju", "y", "x"}


def _rounds(judgements: Sequence[Judgement]) -> list[dict[str, Any]] | None:
    """For each subject and kind judged in several rounds: whether opinions still moved between the last two."""
    table: dict[tuple[str, str], dict[str, list[float]]] = {}
    for each in judgements:
        value = judged_number(each.value)
        if value is not None:
            table.setdefault((each.kind, each.subject), {}).setdefault(each.round, []).append(value)
    found = []
    for (kind, subject), rounds in sorted(table.items()):
        order = sorted(rounds, key=round_order)
        if len(order) < 2:
            continue
        change = net_change(rounds[order[-2]], rounds[order[-1]])
        spread = quartiles(rounds[order[-1]])
        found.append(
            {
                "kind": kind,
                "subject": subject,
                "rounds": order,
                "median": spread.median if spread else None,
                "iqr": spread.iqr if spread else None,
                "change": change,
                "stable": None if change is None else change <= SCHEIBE_STABLE_TO,
            }
        )
    return found or None


def mean_ratings(ratings: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The mean rating of each factor over the raters who gave one."""
    values: dict[str, list[float]] = {}
    for own in ratings.values():
        for name, value in own.items():
            values.setdefault(name, []).append(value)
    return {name: sum(sorted(each)) / len(each) for name, each in values.items()}
