"""What one closed vote of a workshop says: the middle and spread of each item, agreement, stability, and who leads.

A vote is one mapping of item to number for each person; a person who left an item out does not count for it, and
counts for the group's order only with every item. Nothing here decides: `stop` is a proposal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tinjau.stats import DEFAULT_RULE, Rule, quartiles
from tinjau.strategy.methods.delphi import SCHEIBE_STABLE_TO, net_change
from tinjau.strategy.methods.surrogate_weights import point_weights, shared_ranks
from tinjau.strategy.planning.judging import matrix
from tinjau.strategy.planning.panel import bootstrap, concordance

VoteKind = Literal["weight", "rating", "rank"]
Vote = Mapping[str, float]
Stop = Literal["stop", "again", "unknown"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item's result. `median` and quartiles are of the numbers as given; `mean` and its 95 % `interval` over
    people are of shares that add up to 1 (weights), of ranks, or of ratings. `rank` is shared while intervals overlap
    (None with fewer than two whole ballots). `change` is the share of people that moved since the round before."""

    id: str
    count: int
    median: float | None
    lower: float | None
    upper: float | None
    mean: float | None
    interval: tuple[float, float] | None
    rank: int | None
    change: float | None
    stable: bool | None


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote counted. `leaders` share the first place; `clear` is true where there is one of them, false where there
    are more, None where it cannot be told. `whole` is how many ballots named every item."""

    items: tuple[Item, ...]
    ballots: int
    whole: int
    w: float | None
    p: float | None
    rule: str
    leaders: tuple[str, ...]
    clear: bool | None
    stop: Stop


def tally(
    votes: Sequence[Vote],
    items: Sequence[str],
    kind: VoteKind,
    before: Sequence[Vote] = (),
    rule: Rule = DEFAULT_RULE,
) -> Tally:
    """Count a vote; `before` are the votes of the round before, empty in the first. The order of votes is nothing.

    Stability: net change of the histogram of at most 15 % (Scheibe, Skutsch & Schofer 1975). Stop is proposed where
    every item is stable, one more round where one is not, and nothing can be said of a first round.
    """
    names = list(dict.fromkeys(items))
    whole = {str(n): {name: each[name] for name in names} for n, each in enumerate(votes) if set(names) <= set(each)}
    used = {rater: made for rater, each in whole.items() if (made := _comparable(each, kind)) is not None}
    table = matrix(used, names) if used and names else None
    means = dict(zip(names, (float(each) for each in table.mean(axis=0)), strict=True)) if table is not None else {}
    spans = bootstrap(table, names) if table is not None and names else {}
    down = kind == "rank"  # the smallest rank is the best
    ranks: Mapping[str, int] = {}
    if spans:
        turned = {name: (-high, -low) if down else (low, high) for name, (low, high) in spans.items()}
        ranks = shared_ranks(turned, {name: -value if down else value for name, value in means.items()})
    found = tuple(_item(name, votes, before, means, spans, ranks, rule) for name in names)
    order = concordance({rater: {n: -v if down else v for n, v in own.items()} for rater, own in used.items()}, names)
    leaders = tuple(name for name in names if ranks.get(name) == 1)
    return Tally(
        items=found,
        ballots=len(votes),
        whole=len(whole),
        w=order["w"] if order and len(names) > 1 else None,
        p=order["p"] if order and len(names) > 1 else None,
        rule=rule,
        leaders=leaders,
        clear=len(leaders) == 1 if leaders and len(names) > 1 else None,
        stop=_stop(found),
    )


def _comparable(vote: Vote, kind: VoteKind) -> Mapping[str, float] | None:
    """Weights as shares of the person's own sum; None for a person who gave every item nothing."""
    if kind != "weight":
        return vote
    return point_weights(vote) if sum(vote.values()) > 0 and min(vote.values()) >= 0 else None


def _item(
    name: str,
    votes: Sequence[Vote],
    before: Sequence[Vote],
    means: Mapping[str, float],
    spans: Mapping[str, tuple[float, float]],
    ranks: Mapping[str, int],
    rule: Rule,
) -> Item:
    values = [each[name] for each in votes if name in each]
    old = [each[name] for each in before if name in each]
    spread = quartiles(values, rule) if values else None
    change = net_change(old, values)
    return Item(
        id=name,
        count=len(values),
        median=spread.median if spread else None,
        lower=spread.lower if spread else None,
        upper=spread.upper if spread else None,
        mean=means.get(name),
        interval=spans.get(name),
        rank=ranks.get(name),
        change=change,
        stable=None if change is None else change <= SCHEIBE_STABLE_TO,
    )


def _stop(items: Sequence[Item]) -> Stop:
    known = [each.stable for each in items if each.stable is not None]
    if not known or len(known) < len(items):
        return "unknown"
    return "stop" if all(known) else "again"
