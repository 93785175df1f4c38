"""Whether what people wrote follows from stages 1 and 2: reproduced, not derivable, or new (only the rules say it)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from tinjau.model import Derivation, Factor, FactorProposal, Strategy, StrategyProposal

P = TypeVar("P", FactorProposal, StrategyProposal)
REPRODUCED, NOT_DERIVABLE, NEW = "reproduced", "not-derivable", "new"


def derive(
    factors: Sequence[Factor],
    strategies: Sequence[Strategy],
    factor_proposals: Sequence[FactorProposal],
    strategy_proposals: Sequence[StrategyProposal],
    rests_on: Mapping[str, frozenset[str]],
    callers: Mapping[str, frozenset[str]],
) -> tuple[Derivation, ...]:
    """A verdict on each factor and strategy in the study's order, then one on each proposal that nobody wrote.

    A factor is reproduced where a rule derives it from a finding; what only a country's context says is not derivable
    from the site. A strategy is reproduced where a proposal says the same and was called for by a factor that both use
    and that rests on a finding, or by that finding itself. `by` names all proposals that say the same.
    """
    by_factor = _by_match(factor_proposals)
    by_strategy = _by_match(strategy_proposals)
    found: list[Derivation] = []
    for factor in factors:
        same = by_factor.get(factor.id, [])
        derived = any(each.rule != "context" for each in same)
        found.append(Derivation(factor.id, REPRODUCED if derived else NOT_DERIVABLE, tuple(each.id for each in same)))
    for strategy in strategies:
        like = by_strategy.get(strategy.id, [])
        grounded = any(_rests(strategy, callers.get(each.id, frozenset()), rests_on) for each in like)
        verdict = REPRODUCED if grounded else NOT_DERIVABLE
        found.append(Derivation(strategy.id, verdict, tuple(each.id for each in like)))
    open_ids = [each.id for each in factor_proposals if each.matches is None]
    open_ids += [each.id for each in strategy_proposals if each.matches is None]
    return (*found, *(Derivation(each, NEW) for each in open_ids))


def _by_match(proposals: Iterable[P]) -> dict[str, list[P]]:
    found: dict[str, list[P]] = {}
    for each in proposals:
        if each.matches is not None:
            found.setdefault(each.matches, []).append(each)
    return found


def _rests(strategy: Strategy, callers: frozenset[str], rests_on: Mapping[str, frozenset[str]]) -> bool:
    """Whether an evidenced factor that the strategy uses, or its evidence, called for the proposal."""
    for use in strategy.uses:
        grounds = rests_on.get(use.factor, frozenset())
        if grounds and (use.factor in callers or not grounds.isdisjoint(callers)):
            return True
    return False
