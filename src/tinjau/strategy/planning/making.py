"""Stage 3 in order: what people wrote, what rules derive beside it, what people decided, and what can be counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tinjau.model import (
    Assessment,
    Cell,
    Conclusion,
    ContextFactor,
    Factor,
    FactorKind,
    FactorProposal,
    Instrument,
    Plan,
    Strategy,
    StrategyTemplate,
    Study,
)
from tinjau.strategy.planning.actions import absorption
from tinjau.strategy.planning.choosing import choose_portfolio
from tinjau.strategy.planning.deciding import (
    adopted_factors,
    adopted_strategies,
    decide_factors,
    decide_strategies,
    merged_conclusions,
    standing,
)
from tinjau.strategy.planning.deriving import derive
from tinjau.strategy.planning.findings import Finding, evidence_ids, findings_of, named, supported
from tinjau.strategy.planning.library import read_context, read_templates
from tinjau.strategy.planning.merging import propose_merges
from tinjau.strategy.planning.prioritising import prioritise
from tinjau.strategy.planning.proposing import match_factors, propose_factors
from tinjau.strategy.planning.templating import grounds_of, match_strategies, propose_strategies
from tinjau.strategy.planning.wording import likeness

_KIND_NAMES = {
    FactorKind.S: "strengths", FactorKind.W: "weaknesses", FactorKind.O: "opportunities", FactorKind.T: "threats",
}  # fmt: skip


def make_plan(
    study: Study,
    assessment: Assessment,
    templates: Sequence[StrategyTemplate | Mapping[str, Any]],
    *,
    context: Sequence[ContextFactor | Mapping[str, Any]] | Mapping[str, Any] = (),
    instruments: Sequence[Instrument] = (),
    known_observations: frozenset[str] = frozenset(),
) -> Plan:
    """The plan of a study: pure, the same for the same inputs; lint is left to those who object.

    People's factors, strategies and conclusions stand in their own order, followed by what they took from proposals;
    proposals stand beside. `context` gives the outside of a country, `instruments` the words and themes of criteria,
    `known_observations` the ids that a capture left. Priorities stay None until people gave judgements, the portfolio
    until they gave costs; raises InputError where options.yaml cannot be read.
    """
    decisions = standing(study.decisions)
    findings = findings_of(study, assessment, instruments)
    evidence = evidence_ids(study, assessment, findings, known_observations)
    outside = read_context(context, study.government.country)
    rests_on = {each.id: named(each.support, findings) for each in study.factors}
    proposed = _matched_factors(study, propose_factors(assessment, findings, outside, instruments), findings)
    proposed = decide_factors(proposed, decisions, frozenset(each.id for each in study.factors))
    taken, new_ids = adopted_factors(proposed, decisions, study.factors)
    factors = (*study.factors, *taken)
    rests_on |= {each.id: named(each.support, findings) for each in taken}
    grounds = grounds_of(factors, proposed, rests_on)
    called = propose_strategies(read_templates(templates), grounds, findings, assessment)
    alike = likeness([*(each.text for each in study.strategies), *(each.proposal.text for each in called)])
    matches = match_strategies(called, study.strategies, alike)
    suggested = decide_strategies(
        (replace(each.proposal, matches=matches.get(each.proposal.id)) for each in called),
        decisions,
        frozenset(each.id for each in study.strategies),
    )
    strategies = (
        *study.strategies,
        *adopted_strategies(suggested, decisions, study.strategies, frozenset(each.id for each in factors)),
    )
    merges = propose_merges(factors, strategies, study.conclusions, decisions)
    conclusions = merged_conclusions(study.conclusions, merges, decisions)
    evidenced = supported(replace(study, factors=factors), evidence | set(new_ids))
    return Plan(
        factors=factors,
        strategies=strategies,
        conclusions=conclusions,
        factor_proposals=proposed,
        strategy_proposals=suggested,
        derivation=derive(
            study.factors,
            study.strategies,
            proposed,
            suggested,
            rests_on,
            {each.proposal.id: each.callers for each in called},
        ),
        support=len(evidenced) / len(factors) if factors else None,
        used=_used(findings, rests_on.values()) if factors else None,
        priorities=prioritise(study, factors, strategies),
        portfolio=choose_portfolio(study, factors, strategies),
        actions=study.actions,
        supported=evidenced,
        counts=_counts(factors, strategies, conclusions),
        merge_proposals=merges,
        absorption=absorption(study.actions),
    )


def _matched_factors(
    study: Study, proposals: Sequence[FactorProposal], findings: Sequence[Finding]
) -> tuple[FactorProposal, ...]:
    alike = likeness([*(each.text for each in study.factors), *(each.text for each in proposals)])
    matches = match_factors(proposals, study.factors, findings, alike)
    return tuple(replace(each, matches=matches.get(each.id)) for each in proposals)


def _used(findings: Sequence[Finding], named_by_factors: Iterable[frozenset[str]]) -> float | None:
    """The share of findings that at least one factor names; None where there is no finding to name."""
    if not findings:
        return None
    used = frozenset[str]().union(*named_by_factors)
    return sum(1 for each in findings if each.id in used) / len(findings)


def _counts(
    factors: Sequence[Factor], strategies: Sequence[Strategy], conclusions: Sequence[Conclusion]
) -> Mapping[str, int]:
    counts = {_KIND_NAMES[kind]: sum(1 for each in factors if each.kind is kind) for kind in FactorKind}
    counts |= {cell.value.lower(): sum(1 for each in strategies if each.cell is cell) for cell in Cell}
    return counts | {"identified": len(strategies), "concluded": len(conclusions)}
