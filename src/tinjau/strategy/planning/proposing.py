"""Factors that rules derive: strengths and weaknesses from findings, opportunities and threats from the context.

Rules never speak of the outside from inside evidence: a site shows nothing about the world around it.
"""

from collections.abc import Iterable, Iterator, Sequence

from tinjau.model import (
    Assessment,
    ContextFactor,
    Factor,
    FactorKind,
    FactorProposal,
    IndicatorResult,
    Instrument,
    Outcome,
    Text,
)
from tinjau.strategy.planning.findings import (
    ABSORPTION,
    PHASE_THEMES,
    Finding,
    Sign,
    named,
    phase_titles,
    titles_of,
)
from tinjau.strategy.planning.wording import Likeness

PREFIX = "factor:"
SAME_WORDING = 0.6  # project choice: share of the weighted content words from which two factors say the same
_SHOWN = 3  # project choice: indicators named in a proposal's text; `because` names them all
_KIND = {Sign.GOOD: FactorKind.S, Sign.BAD: FactorKind.W, Sign.MIXED: FactorKind.W}


def propose_factors(
    assessment: Assessment,
    findings: Sequence[Finding],
    context: Iterable[ContextFactor],
    instruments: Sequence[Instrument] = (),
) -> tuple[FactorProposal, ...]:
    """All factors that rules derive, in the order of the findings, then of the context; none is matched yet."""
    titles = titles_of(instruments)
    themes = {f"{pack.id}/{each.id}": each.themes for pack in instruments for each in pack.indicators}
    failed = _failed(assessment, frozenset(pack.id for pack in instruments if pack.ladder))
    found: list[FactorProposal] = []
    for finding in findings:
        if finding.id.startswith("phase:") or finding.id == ABSORPTION:
            continue
        key = finding.id.removeprefix("criterion:")
        found += _from_finding(finding, failed.pop(key, []), titles, themes)
    for key, results in failed.items():
        found.append(_from_failures(key, results, titles, themes))
    found += _from_phase(assessment, titles, themes, phase_titles(instruments))
    found += [_from_context(each) for each in context]
    return tuple(found)


def match_factors(
    proposals: Iterable[FactorProposal],
    factors: Sequence[Factor],
    findings: Sequence[Finding],
    alike: Likeness,
) -> dict[str, str]:
    """For each proposal the person's factor that says the same: of one kind, on shared evidence or in like words."""
    grounds = {each.id: named(each.support, findings) | set(each.support) for each in factors}
    found: dict[str, str] = {}
    for proposal in proposals:
        best: tuple[int, float, str] | None = None
        for factor in factors:
            if factor.kind is not proposal.kind:
                continue
            shared = len(grounds[factor.id] & set(proposal.because))
            likeness = alike.between(factor.text, proposal.text)
            if not shared and likeness < SAME_WORDING:
                continue
            rank = (-shared, -likeness, factor.id)
            best = rank if best is None else min(best, rank)
        if best is not None:
            found[proposal.id] = best[2]
    return found


def _from_finding(
    finding: Finding, failed: list[IndicatorResult], titles: dict[str, Text], themes: dict[str, tuple[str, ...]]
) -> Iterator[FactorProposal]:
    rule = finding.id.split(":", 1)[0]
    rule = f"{rule}-{finding.sign.value}" if rule == "criterion" else rule
    own = failed if finding.sign is not Sign.GOOD else []
    text = finding.text
    if own:
        tail = _listed(own, titles)
        text = Text(f"{text.id}; belum terpenuhi: {tail.id}", f"{text.en}; not met: {tail.en}")
    yield FactorProposal(
        id=f"{PREFIX}{finding.id}",
        kind=_KIND[finding.sign],
        rule=rule,
        text=_sentence(text),
        because=(finding.id, *(_indicator_id(each) for each in own)),
        themes=_joined(finding.themes, own, themes),
        actor="government",
    )
    if failed and not own:
        yield _from_failures(finding.id.removeprefix("criterion:"), failed, titles, themes)


def _from_failures(
    key: str, failed: Sequence[IndicatorResult], titles: dict[str, Text], themes: dict[str, tuple[str, ...]]
) -> FactorProposal:
    title = titles.get(key, Text(key, key))
    tail = _listed(failed, titles)
    text = Text(
        f"{title.get('id')}: {len(failed)} hal belum terpenuhi: {tail.id}",
        f"{title.get('en')}: {len(failed)} not met: {tail.en}",
    )
    return FactorProposal(
        id=f"{PREFIX}failed:{key}",
        kind=FactorKind.W,
        rule="indicators-failed",
        text=text,
        because=tuple(_indicator_id(each) for each in failed),
        themes=_joined((), failed, themes),
        actor="government",
    )


def _from_phase(
    assessment: Assessment, titles: dict[str, Text], themes: dict[str, tuple[str, ...]], phases: dict[str, Text]
) -> Iterator[FactorProposal]:
    phase = assessment.phase
    if phase is None or phase.next is None or not phase.next.missing:
        return
    keys = [_qualified(each, titles) for each in phase.next.missing]
    names = [titles.get(each, Text(each, each)) for each in keys]
    shown = _enumerated(names)
    title = phases.get(phase.next.id, Text(phase.next.id, phase.next.id))
    own = tuple(dict.fromkeys(theme for each in keys for theme in themes.get(each, ())))
    yield FactorProposal(
        id=f"{PREFIX}next-phase:{phase.next.id}",
        kind=FactorKind.W,
        rule="next-phase-missing",
        text=Text(
            f"Syarat fase {title.get('id')} belum terpenuhi: {shown.id}",
            f"Missing for the phase {title.get('en')}: {shown.en}",
        ),
        because=tuple(f"indicator:{each}" for each in keys),
        themes=own or PHASE_THEMES,
        actor="government",
    )


def _from_context(each: ContextFactor) -> FactorProposal:
    country = f"{each.country}/" if each.country else ""
    return FactorProposal(
        id=f"{PREFIX}context:{country}{each.id}",
        kind=each.kind,
        rule="context",
        text=each.text,
        because=tuple(f"source:{one.source}" for one in each.citation),
        themes=each.themes,
        actor=each.actor,
        citation=each.citation,
    )


def _failed(assessment: Assessment, ladders: frozenset[str]) -> dict[str, list[IndicatorResult]]:
    """Failed indicators of the whole site by instrument/criterion.

    Those of single services speak through the inventory, those of an instrument with a ladder through the phase.
    """
    found: dict[str, list[IndicatorResult]] = {}
    for each in assessment.indicators:
        if each.outcome is not Outcome.FAILED or each.unit not in {"", "site"} or each.instrument in ladders:
            continue
        found.setdefault(f"{each.instrument}/{each.criterion}", []).append(each)
    return found


def _indicator_id(result: IndicatorResult) -> str:
    return f"indicator:{result.instrument}/{result.id}"


def _qualified(indicator: str, titles: dict[str, Text]) -> str:
    """instrument/indicator for an indicator that the phase names by its bare id."""
    if "/" in indicator:
        return indicator
    return next((each for each in titles if each.endswith(f"/{indicator}")), indicator)


def _listed(results: Sequence[IndicatorResult], titles: dict[str, Text]) -> Text:
    return _enumerated([titles.get(f"{each.instrument}/{each.id}", Text(each.id, each.id)) for each in results])


def _enumerated(names: Sequence[Text]) -> Text:
    more = len(names) - _SHOWN
    indonesian = "; ".join(each.get("id") for each in names[:_SHOWN]) + (f"; dan {more} lainnya" if more > 0 else "")
    english = "; ".join(each.get("en") for each in names[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")
    return Text(indonesian, english)


def _joined(
    own: tuple[str, ...], results: Iterable[IndicatorResult], themes: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    found = list(own)
    for each in results:
        found += themes.get(f"{each.instrument}/{each.id}", ())
    return tuple(dict.fromkeys(found))


def _sentence(text: Text) -> Text:
    return Text(text.id[:1].upper() + text.id[1:], text.en[:1].upper() + text.en[1:])
