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
    findings: frozenset[str],
) -> tuple[Derivation, ...]:
    """A verdict on each factor and strategy in the study's order, then one on each proposal that nobody wrote.

    A factor is reproduced where a rule derives it from a finding; what only a country's context says is not derivable
    from the site. A strategy is reproduced where a proposal says the same and rests, itself or through a factor of this
    study, on a finding. `by` names the proposals, those that say the same without resting on a finding too.
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
        grounded = any(_rests(each.because, rests_on, findings) for each in like)
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


def _rests(because: Iterable[str], rests_on: Mapping[str, frozenset[str]], findings: frozenset[str]) -> bool:
    return any(
        each in findings or each.startswith("indicator:") or bool(rests_on.get(each)) for each in because
    )
