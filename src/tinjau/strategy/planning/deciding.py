"""What people decided about proposals, applied: nothing is lost, and a refusal stays on record.

`accept` takes a proposal as it stands, `edit` takes it in the words of `reason`, `reject` keeps it as refused, `merge`
joins a proposal to the person's item that `reason` names by its first word (or that it matches), or the items of a
`merge:` proposal to one. A later decision on the same subject stands over an earlier one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tinjau.model import (
    Cell,
    Conclusion,
    Decision,
    DecisionVerdict,
    Factor,
    FactorProposal,
    FactorStatus,
    MergeProposal,
    Strategy,
    StrategyProposal,
    Text,
    Use,
)

MERGE = "merge:"
TAKEN = frozenset({DecisionVerdict.ACCEPT.value, DecisionVerdict.EDIT.value})


def merge_id(subjects: Iterable[str]) -> str:
    """The id of a merge: the same whatever order the subjects are written in."""
    return MERGE + "+".join(sorted(subjects))


def standing(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that stands for each subject: the last one written. A merge is known by its parts in any order."""
    return {
        merge_id(each.subject.removeprefix(MERGE).split("+")) if each.subject.startswith(MERGE) else each.subject: each
        for each in decisions
    }


def decide_factors(
    proposals: Iterable[FactorProposal], decisions: Mapping[str, Decision], known: frozenset[str]
) -> tuple[FactorProposal, ...]:
    """Each proposal with what people decided; a merge names the factor that it went into."""
    return tuple(
        replace(each, decision=verdict, matches=_target(each.matches, decisions[each.id], known))
        if (verdict := _verdict(each.id, decisions))
        else each
        for each in proposals
    )


def decide_strategies(
    proposals: Iterable[StrategyProposal], decisions: Mapping[str, Decision], known: frozenset[str]
) -> tuple[StrategyProposal, ...]:
    """Each proposal with what people decided; a merge names the strategy that it went into."""
    return tuple(
        replace(each, decision=verdict, matches=_target(each.matches, decisions[each.id], known))
        if (verdict := _verdict(each.id, decisions))
        else each
        for each in proposals
    )


def adopted_factors(
    proposals: Iterable[FactorProposal], decisions: Mapping[str, Decision], factors: Sequence[Factor]
) -> tuple[tuple[Factor, ...], dict[str, str]]:
    """The factors that people took from proposals, with ids that follow their own, and the new id of each proposal.

    A proposal that says what a factor says already is not taken twice.
    """
    taken: list[Factor] = []
    ids: dict[str, str] = {}
    used = {each.id for each in factors}
    for each in proposals:
        if each.decision not in TAKEN or each.matches is not None:
            continue
        name = _next(each.kind.value, used)
        used.add(name)
        ids[each.id] = name
        decision = decisions[each.id]
        context = each.rule == "context"
        taken.append(
            Factor(
                id=name,
                text=_words(each.text, decision),
                themes=each.themes,
                actor=each.actor,
                support=(each.id, *each.because),
                status=FactorStatus.LITERATURE if context else FactorStatus.EVIDENCED,
                where=f"decisions.csv, {each.id}",
            )
        )
    return tuple(taken), ids


def adopted_strategies(
    proposals: Iterable[StrategyProposal],
    decisions: Mapping[str, Decision],
    strategies: Sequence[Strategy],
    factors: frozenset[str],
) -> tuple[Strategy, ...]:
    """The strategies that people took from proposals. One without a pair of factors has no cell and stays aside."""
    taken: list[Strategy] = []
    used = {each.id for each in strategies}
    for each in proposals:
        if each.decision not in TAKEN or each.matches is not None or each.cell not in set(Cell):
            continue
        name = _next(each.cell, used)
        used.add(name)
        taken.append(
            Strategy(
                id=name,
                text=_words(each.text, decisions[each.id]),
                uses=tuple(Use(one, "person") for one in each.because if one in factors),
                themes=each.themes,
                origin="person",
                where=f"decisions.csv, {each.id}",
            )
        )
    return tuple(taken)


def merged_conclusions(
    conclusions: Sequence[Conclusion], merges: Iterable[MergeProposal], decisions: Mapping[str, Decision]
) -> tuple[Conclusion, ...]:
    """The conclusions after the merges that people agreed to: the first of those joined carries all lineage."""
    found = list(conclusions)
    for merge in merges:
        if merge.done or merge.decision not in {*TAKEN, DecisionVerdict.MERGE.value}:
            continue
        parts = [each for each in found if not set(each.sources).isdisjoint(merge.subjects)]
        if len(parts) < 2 or not set(merge.subjects) <= {one for each in parts for one in each.sources}:
            continue
        decision = decisions[merge.id]
        sources = tuple(dict.fromkeys(one for each in parts for one in each.sources))
        joined = Text(*("; ".join(filter(None, (each.text.get(lang) for each in parts))) for lang in ("id", "en")))
        why = "; ".join(filter(None, (*(each.why for each in parts), decision.by)))
        first = Conclusion(parts[0].id, sources, _words(joined, decision), why)
        found = [first if each is parts[0] else each for each in found if each is parts[0] or each not in parts]
    return tuple(found)


def _verdict(subject: str, decisions: Mapping[str, Decision]) -> str:
    decision = decisions.get(subject)
    return decision.verdict if decision else ""


def _target(matches: str | None, decision: Decision, known: frozenset[str]) -> str | None:
    if decision.verdict != DecisionVerdict.MERGE.value:
        return matches
    first = decision.reason.split(maxsplit=1)[0].strip(",.;:") if decision.reason.strip() else ""
    return first if first in known else matches


def _words(text: Text, decision: Decision) -> Text:
    """A proposal's text, or the words of people where they edited it (kept in both languages as they wrote them)."""
    if decision.verdict == DecisionVerdict.EDIT.value and decision.reason:
        return Text(decision.reason, decision.reason)
    return text


def _next(prefix: str, used: set[str]) -> str:
    number = 1
    while f"{prefix}{number}" in used:
        number += 1
    return f"{prefix}{number}"
