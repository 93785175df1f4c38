"""Weights without invented numbers: from orders and points that people gave, and how much they could shift.

ROC: F. H. Barron & B. E. Barrett, "Decision quality using ranked attribute weights", Management Science 42 (1996)
1515-1523: the centroid of all weights that agree with an order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Perturbed:
    """What happens when every weight may change by `change` (0.1 is ten per cent) up or down, then adds up to 1 again.

    `best` and `worst` are each item's possible ranks, `keeps_first` whether the first stays first, and `needed` the
    least common relative change at which another (`rival`) draws level with the first; None with fewer than two items.
    """

    change: float
    best: Mapping[str, int]
    worst: Mapping[str, int]
    keeps_first: bool
    first: str
    rival: str | None
    needed: float | None


def roc_weights(ranks: Mapping[str, float]) -> dict[str, float]:
    """Rank-order-centroid weights; rank 1 is the most important, tied items share the mean of their places' weights."""
    order = sorted(ranks, key=lambda item: ranks[item])
    size = len(order)
    centroids = [sum(1 / k for k in range(place, size + 1)) / size for place in range(1, size + 1)]
    weights: dict[str, float] = {}
    at = 0
    while at < size:
        tied = [item for item in order if ranks[item] == ranks[order[at]]]
        share = sum(centroids[at : at + len(tied)]) / len(tied)
        weights.update(dict.fromkeys(tied, share))
        at += len(tied)
    return {item: weights[item] for item in ranks}


def point_weights(points: Mapping[str, float]) -> dict[str, float]:
    """Points divided by their sum. Raises ValueError for negative points and where all are zero."""
    total = sum(points.values())
    if any(value < 0 for value in points.values()) or total <= 0:
        raise ValueError("points must be zero or more, and one of them above zero")
    return {item: value / total for item, value in points.items()}


def mean_weights(by_rater: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The arithmetic mean over raters, each of whom weighs the same; it adds up to 1 when theirs do."""
    return {item: sum(each[item] for each in by_rater) / len(by_rater) for item in by_rater[0]}


def perturbation(weights: Mapping[str, float], change: float = 0.1) -> Perturbed | None:
    """Ranks that weights can take under a relative change of each by up to `change`, exactly (no simulation)."""
    if not weights:
        return None
    order = sorted(weights, key=lambda item: (-weights[item], item))
    best, worst = {}, {}
    for item, own in weights.items():
        high, low = own * (1 + change), own * (1 - change)
        others = [value for name, value in weights.items() if name != item]
        best[item] = 1 + sum(value * (1 - change) > high + 1e-12 for value in others)
        worst[item] = 1 + sum(value * (1 + change) > low + 1e-12 for value in others)
    first = order[0]
    rival = order[1] if len(order) > 1 else None
    needed = None
    if rival is not None and weights[first] + weights[rival] > 0:
        needed = (weights[first] - weights[rival]) / (weights[first] + weights[rival])
    return Perturbed(change, best, worst, needed is None or needed >= change, first, rival, needed)


def shared_ranks(intervals: Mapping[str, tuple[float, float]], values: Mapping[str, float]) -> dict[str, int]:
    """Ranks in which an item shares the rank of the one above it while their intervals overlap.

    Items are taken from the highest value down; a new rank starts where the interval lies wholly below that of the
    item with which the running rank began.
    """
    order = sorted(values, key=lambda item: (-values[item], item))
    ranks: dict[str, int] = {}
    head = ""
    for place, item in enumerate(order, start=1):
        if head and intervals[item][1] >= intervals[head][0]:
            ranks[item] = ranks[head]
        else:
            head, ranks[item] = item, place
    return ranks
