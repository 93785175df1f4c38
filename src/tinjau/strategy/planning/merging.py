"""Merges that like wording suggests; people decide, and what they refused is kept as refused."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from tinjau.model import Conclusion, Decision, Factor, MergeProposal, Strategy, Text
from tinjau.strategy.planning.deciding import MERGE, merge_id
from tinjau.strategy.planning.wording import likeness

LIKE = 0.45  # project choice: share of weighted content words from which two wordings are worth a person's look
RULE = "similar-wording"


def like_pairs(texts: Mapping[str, Text], threshold: float = LIKE) -> list[tuple[str, str, float]]:
    """All pairs of texts at least `threshold` alike, in the order of `texts`, with their similarity."""
    alike = likeness(texts.values())
    found = []
    for one, two in combinations(texts, 2):
        similarity = alike.between(texts[one], texts[two])
        if similarity >= threshold:
            found.append((one, two, similarity))
    return found


def propose_merges(
    factors: Sequence[Factor],
    strategies: Sequence[Strategy],
    conclusions: Sequence[Conclusion],
    decisions: Mapping[str, Decision],
) -> tuple[MergeProposal, ...]:
    """Pairs of strategies, and of factors of one kind, worded alike; and every merge that people decided on."""
    pairs = list(like_pairs({each.id: each.text for each in strategies}))
    for kind in dict.fromkeys(each.kind for each in factors):
        pairs += like_pairs({each.id: each.text for each in factors if each.kind is kind})
    joined = [frozenset(each.sources) for each in conclusions if len(each.sources) > 1]
    found = {
        merge_id((one, two)): _merge((one, two), similarity, RULE, joined, decisions) for one, two, similarity in pairs
    }
    known = {each.id: each.text for each in factors} | {each.id: each.text for each in strategies}
    for subject in decisions:
        parts = tuple(subject.removeprefix(MERGE).split("+"))
        if not subject.startswith(MERGE) or len(set(parts)) < 2 or not set(parts) <= set(known):
            continue
        name = merge_id(parts)
        if name not in found:
            texts = [known[each] for each in parts]
            alike = likeness(each.text for each in strategies)
            similarity = min(alike.between(one, two) for one, two in combinations(texts, 2))
            found[name] = _merge(parts, similarity, "person", joined, decisions)
    return tuple(found.values())


def _merge(
    subjects: tuple[str, ...],
    similarity: float,
    rule: str,
    joined: Sequence[frozenset[str]],
    decisions: Mapping[str, Decision],
) -> MergeProposal:
    name = merge_id(subjects)
    decision = decisions.get(name)
    return MergeProposal(
        id=name,
        subjects=subjects,
        similarity=round(similarity, 3),
        rule=rule,
        decision=decision.verdict if decision else "",
        done=any(set(subjects) <= each for each in joined),
    )
