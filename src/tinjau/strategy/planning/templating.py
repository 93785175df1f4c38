"""Strategies that the library proposes: a template is called by factors or findings, and they decide its TOWS cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tinjau.model import (
    Assessment,
    Call,
    Factor,
    FactorKind,
    FactorProposal,
    Outcome,
    Strategy,
    StrategyProposal,
    StrategyTemplate,
    Text,
)
from tinjau.strategy.planning.findings import Finding, Sign
from tinjau.strategy.planning.wording import Likeness, has_signal

PREFIX = "strategy:"
SAME_WORDING = 0.25  # project choice: share of weighted content words, given that themes and factors meet as well
INSIDE = (FactorKind.S, FactorKind.W)


@dataclass(frozen=True, slots=True)
class Ground:
    """A factor that a strategy can rest on: a person's, or a proposal that no person rejected or wrote already.

    `own` is true of people's. Only theirs call by theme and words; what rules propose speaks through its findings, and
    what a context lists not before it was taken.
    """

    id: str
    kind: FactorKind
    text: Text
    themes: tuple[str, ...]
    actor: str
    findings: frozenset[str]
    own: bool = True


@dataclass(frozen=True, slots=True)
class Called:
    """A proposed strategy and what asked for it: the factors that called, and findings that did so directly."""

    proposal: StrategyProposal
    callers: frozenset[str]


def grounds_of(
    factors: Iterable[Factor], proposals: Iterable[FactorProposal], rests_on: Mapping[str, frozenset[str]]
) -> tuple[Ground, ...]:
    """People's factors, then the open proposals that say something else. `rests_on` gives a factor's findings.

    A context's factor is left out where people named opportunities and threats themselves.
    """
    factors = list(factors)
    own_outside = any(each.kind not in INSIDE for each in factors)
    found = [
        Ground(each.id, each.kind, each.text, each.themes, each.actor, rests_on.get(each.id, frozenset()))
        for each in factors
    ]
    found += [
        Ground(each.id, each.kind, each.text, each.themes, each.actor, frozenset(each.because), own=False)
        for each in proposals
        if each.matches is None and not each.decision and (each.kind in INSIDE or not own_outside)
    ]
    return tuple(found)


def propose_strategies(
    templates: Sequence[StrategyTemplate],
    grounds: Sequence[Ground],
    findings: Sequence[Finding],
    assessment: Assessment,
) -> tuple[Called, ...]:
    """Every template that something calls for, those that evidence calls for first; none is matched yet."""
    trouble = troubles(findings, assessment)
    found: list[tuple[tuple[int, int, int], Called]] = []
    for number, template in enumerate(templates):
        callers = [each for each in grounds if each.own and any(_calls(clause, each) for clause in template.calls)]
        direct = sorted({each for clause in template.calls for each in _direct(clause, trouble)})
        holders = [each for each in grounds if each.kind in INSIDE and not each.findings.isdisjoint(direct)]
        called = list(dict.fromkeys((*callers, *holders)))
        if not direct and not _asks({each.kind for each in called}):
            continue
        proposal = _proposal(template, called, grounds, direct)
        evidenced = len(direct) + sum(1 for each in called if each.findings)
        asked = frozenset({*(each.id for each in called), *direct})
        found.append(((-min(evidenced, 1), -len(asked), number), Called(proposal, asked)))
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def match_strategies(suggested: Iterable[Called], strategies: Sequence[Strategy], alike: Likeness) -> dict[str, str]:
    """For each proposal the person's strategy that says the same: a theme, a factor and much wording in common."""
    found: dict[str, str] = {}
    for proposal in (each.proposal for each in suggested):
        best: tuple[float, int, int, str] | None = None
        for strategy in strategies:
            themes = len(set(strategy.themes) & set(proposal.themes))
            uses = len({each.factor for each in strategy.uses} & set(proposal.because))
            likeness = alike.between(strategy.text, proposal.text)
            if not themes or not uses or likeness < SAME_WORDING:
                continue
            rank = (-likeness, -uses, -themes, strategy.id)
            best = rank if best is None else min(best, rank)
        if best is not None:
            found[proposal.id] = best[3]
    return found


def troubles(findings: Iterable[Finding], assessment: Assessment) -> frozenset[str]:
    """The ids of findings that point to something lacking: mixed and bad findings, and failed indicators."""
    found = {each.id for each in findings if each.sign is not Sign.GOOD}
    found |= {
        f"indicator:{each.instrument}/{each.id}" for each in assessment.indicators if each.outcome is Outcome.FAILED
    }
    return frozenset(found)


def _calls(clause: Call, ground: Ground) -> bool:
    return (
        ground.kind in clause.kinds
        and not set(clause.themes).isdisjoint(ground.themes)
        and (not clause.actors or ground.actor in clause.actors)
        and (not clause.signals or any(has_signal(ground.text, each) for each in clause.signals))
    )


def _direct(clause: Call, trouble: frozenset[str]) -> Iterator[str]:
    for each in clause.findings:
        if each in trouble:
            yield each
    for each in clause.indicators:
        for name in (f"indicator:{each}", f"criterion:{each}"):
            if name in trouble:
                yield name


def _asks(kinds: set[FactorKind]) -> bool:
    """Whether factors of these kinds ask for a strategy: a weakness, a threat, or a strength with an opportunity."""
    return bool(kinds & {FactorKind.W, FactorKind.T}) or kinds >= {FactorKind.S, FactorKind.O}


def _proposal(
    template: StrategyTemplate, called: Sequence[Ground], grounds: Sequence[Ground], direct: Sequence[str]
) -> StrategyProposal:
    """The template as a strategy on the factors that call it; a side that does not call is the nearest by themes."""
    inside = _of(called, FactorKind.W) or _of(called, FactorKind.S)
    if not inside and not direct:
        inside = _nearest(template, _of(grounds, FactorKind.S))
    outside = _outside(template, called)
    outside = outside or _nearest(template, [each for each in grounds if each.kind not in INSIDE])
    cell = f"{inside[0].kind}{outside[0].kind}" if inside and outside else ""
    because = [each.id for each in (*inside, *outside)] + list(direct)
    return StrategyProposal(
        id=f"{PREFIX}{template.id}",
        cell=cell,
        rule=f"template:{template.id}",
        text=template.text,
        because=tuple(dict.fromkeys(because)),
        themes=template.themes,
        template=template,
    )


def _nearest(template: StrategyTemplate, grounds: Sequence[Ground]) -> list[Ground]:
    """The factor that shares most themes with the template (the first id of equals), if any shares one.

    Where people named factors of this side, only theirs count.
    """
    grounds = [each for each in grounds if each.own] or grounds
    ranked = sorted((-len(set(each.themes) & set(template.themes)), each.id) for each in grounds)
    if not ranked or ranked[0][0] == 0:
        return []
    return [each for each in grounds if each.id == ranked[0][1]]


def _of(grounds: Iterable[Ground], kind: FactorKind) -> list[Ground]:
    return [each for each in grounds if each.kind is kind]


def _outside(template: StrategyTemplate, called: Sequence[Ground]) -> list[Ground]:
    """The outside factors of one kind that share most themes with the template; opportunities where both do alike."""
    sides = {kind: _of(called, kind) for kind in (FactorKind.O, FactorKind.T)}

    def overlap(kind: FactorKind) -> int:
        return sum(len(set(each.themes) & set(template.themes)) for each in sides[kind])

    kind = FactorKind.T if overlap(FactorKind.T) > overlap(FactorKind.O) else FactorKind.O
    return sides[kind] or sides[FactorKind.T if kind is FactorKind.O else FactorKind.O]
