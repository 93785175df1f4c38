"""What a panel of raters says together: intervals over raters, agreement, direct ranks, votes and Delphi rounds."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tinjau.model import Judgement, Strategy
from tinjau.stats import kendall_w, krippendorff_alpha, percentile_interval, quartiles
from tinjau.strategy.methods.delphi import SCHEIBE_STABLE_TO, net_change
from tinjau.strategy.methods.surrogate_weights import shared_ranks
from tinjau.strategy.planning.judging import Floats, Table, judged_number, matrix, numbers, round_order

DRAWS = 10_000  # project choice: half a percentage point of sampling error on a rank's share at most
SEED = 1


def bootstrap(table: Floats, names: Sequence[str]) -> dict[str, tuple[float, float]]:
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


def concordance(table: Table, names: Sequence[str]) -> dict[str, Any] | None:
    """Kendall's W over the orders that the raters' values give, largest first."""
    found = kendall_w((-matrix(table, names)).tolist())
    if found is None:
        return None
    return {"w": found.w, "p": found.p, "p_exact": found.p_exact, "raters": found.raters, "objects": found.objects}


def ratings_of(last: Sequence[Judgement], names: Sequence[str]) -> dict[str, Any] | None:
    """Each factor's mean and median rating over those who gave one, and how far raters agree (ordinal alpha)."""
    said = numbers(last, "rating", names)
    if not said:
        return None
    raters = sorted(said)
    items = []
    for name in names:
        values = [said[rater][name] for rater in raters if name in said[rater]]
        found = quartiles(values) if values else None
        if found is not None:
            items.append({"id": name, "mean": sum(values) / len(values), "median": found.median, "raters": len(values)})
    table = [[said[rater].get(name) for rater in raters] for name in names]
    return {"items": items, "alpha": krippendorff_alpha(table, "ordinal")}


def direct(last: Sequence[Judgement], strategies: Sequence[Strategy]) -> dict[str, Any] | None:
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
        spans = bootstrap(table, names)
        turned = {name: (-high, -low) for name, (low, high) in spans.items()}
        ranks = shared_ranks(turned, {name: -value for name, value in mean.items()}) if spans else {}
        answer["ranks"] = {
            "items": [
                {"id": name, "mean_rank": mean[name], "rank": ranks.get(name)}
                for name in sorted(names, key=lambda one: (mean[one], one))
            ],
            "agreement": concordance({rater: {n: -v for n, v in own.items()} for rater, own in whole.items()}, names),
        }
    return answer


def _aye(value: str) -> bool:
    return value.strip().casefold() in {"1", "yes", "ya", "setuju", "y", "x"}


def rounds_of(judgements: Sequence[Judgement]) -> list[dict[str, Any]] | None:
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
