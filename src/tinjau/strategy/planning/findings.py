"""The findings of stages 1 and 2 that factors can rest on, each under one id with everything that names it.

Findings are kept at the level at which people argue: one for each criterion with a verdict, for the phase, and for what
the inventory shows. A single answer or observation behind one of them names it too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tinjau.model import (
    Access,
    Assessment,
    Audience,
    CriterionResult,
    Guide,
    IndicatorResult,
    Instrument,
    Outcome,
    Service,
    Study,
    Text,
    Verdict,
)
from tinjau.strategy.planning.actions import absorption

# Themes of what the inventory shows (project choice: the closed list of model.THEMES).
_INVENTORY_THEMES = ("platform",)
_ACCESS_THEMES = ("design", "platform")
_GUIDE_THEMES = ("outreach", "design")
PHASE_THEMES = ("platform", "process")

OVER = frozenset({"done", "stopped"})
ABSORPTION = "absorption"

# Sources that only repeat that something is so; a factor that rests on nothing else is not evidenced.
ASSERTING_KINDS = frozenset({"introduction", "stated", "assertion", "opinion", "claim"})


class Sign(StrEnum):
    """Which way a finding points."""

    GOOD = "good"
    BAD = "bad"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stages 1 and 2 concluded. `names` are all ids by which a factor may mean it."""

    id: str
    sign: Sign
    text: Text
    themes: tuple[str, ...]
    names: frozenset[str] = field(default_factory=frozenset)


def findings_of(study: Study, assessment: Assessment, instruments: Sequence[Instrument] = ()) -> tuple[Finding, ...]:
    """All findings: the inventory's, criteria with a verdict, the phase, and the money of actions that are over."""
    found = list(_inventory_findings(assessment))
    found += _criterion_findings(assessment, instruments, {each.id for each in study.answers})
    phase = _phase_finding(study, assessment, instruments)
    money = _money_finding(study)
    return tuple(each for each in (*found, phase, money) if each is not None)


def titles_of(instruments: Sequence[Instrument]) -> dict[str, Text]:
    """The title of each criterion and the question of each indicator, by instrument/id."""
    titles = {f"{pack.id}/{each.id}": each.title for pack in instruments for each in pack.criteria}
    for pack in instruments:
        for each in pack.indicators:
            titles.setdefault(f"{pack.id}/{each.id}", each.question)
    return titles


def phase_titles(instruments: Iterable[Instrument]) -> dict[str, Text]:
    """The title of each phase on the instruments' ladders."""
    return {gate.phase: gate.title for pack in instruments if pack.ladder for gate in pack.ladder.gates}


def named(support: Iterable[str], findings: Iterable[Finding]) -> frozenset[str]:
    """The ids of the findings that a factor's support names."""
    wanted = set(support)
    return frozenset(each.id for each in findings if each.id in wanted or not wanted.isdisjoint(each.names))


def evidence_ids(
    study: Study,
    assessment: Assessment,
    findings: Iterable[Finding],
    known_observations: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """Every id that counts as evidence: findings, answers, services, observations, and sources that show something."""
    ids = set(known_observations)
    for finding in findings:
        ids |= {finding.id, *finding.names}
    ids |= {each.id for each in study.answers}
    ids |= {name for each in study.services for name in (each.id, f"service:{each.id}")}
    ids |= {each.id for each in study.sources if each.kind not in ASSERTING_KINDS}
    ids |= {each.observation for result in assessment.indicators for each in result.evidence}
    for match in assessment.services.matches.values():
        ids |= set(match.observations)
    return frozenset(ids)


def supported(study: Study, evidence: frozenset[str]) -> tuple[str, ...]:
    """The ids of the factors with at least one piece of evidence, in the study's order."""
    return tuple(each.id for each in study.factors if not evidence.isdisjoint(each.support))


def _inventory_findings(assessment: Assessment) -> Iterable[Finding]:
    items = assessment.services.items
    public = [each for each in items if each.audience is Audience.PUBLIC]
    if not items:
        return
    yield Finding(
        "inventory",
        Sign.GOOD,
        Text(f"{len(items)} layanan daring terdaftar", f"{len(items)} online services are listed"),
        _INVENTORY_THEMES,
        frozenset({"services"}),
    )
    groups = (
        ("services-good", Sign.GOOD, [each for each in public if each.access is Access.GOOD], _ACCESS_THEMES,
         "layanan publik mudah diakses", "public services give good access"),
        ("services-lacking", Sign.BAD, [each for each in public if each.access is Access.LACKING], _ACCESS_THEMES,
         "layanan publik sulit dipakai", "public services are hard to use"),
    )  # fmt: skip
    for name, sign, members, themes, indonesian, english in groups:
        if members:
            text = Text(f"{len(members)} dari {len(public)} {indonesian}", f"{len(members)} of {len(public)} {english}")
            yield Finding(name, sign, text, themes, _service_names(members))
    without = [each for each in items if each.guide is Guide.MISSING]
    if without:
        text = Text(
            f"{len(without)} dari {len(items)} layanan tidak mempunyai panduan",
            f"{len(without)} of {len(items)} services have no user guide",
        )
        yield Finding("guides-missing", Sign.BAD, text, _GUIDE_THEMES)


def _money_finding(study: Study) -> Finding | None:
    """Absorption of the actions that are over. Whether it is too little is for people to say: it proposes nothing."""
    whole = [each for each in absorption(each for each in study.actions if each.status in OVER) if not each.strategy]
    if not whole or whole[0].share is None:
        return None
    share = round(whole[0].share * 100)
    text = Text(
        f"{share}% dari anggaran tindakan yang sudah berakhir terserap",
        f"{share}% of the budget of actions that are over was spent",
    )
    return Finding(ABSORPTION, Sign.MIXED, text, ("budget",))


def _service_names(services: Iterable[Service]) -> frozenset[str]:
    return frozenset(name for each in services for name in (each.id, f"service:{each.id}"))


def _criterion_findings(
    assessment: Assessment, instruments: Sequence[Instrument], answers: set[str]
) -> Iterable[Finding]:
    themes = {f"{pack.id}/{each.id}": each.themes for pack in instruments for each in pack.criteria}
    titles = titles_of(instruments)
    signs = {Verdict.POSITIVE: Sign.GOOD, Verdict.MIXED: Sign.MIXED, Verdict.NEGATIVE: Sign.BAD}
    indicators = _by_criterion(assessment.indicators)
    for result in assessment.criteria:
        if result.verdict is None:
            continue
        key = f"{result.instrument}/{result.id}"
        yield Finding(
            f"criterion:{key}",
            signs[result.verdict],
            _criterion_text(result, titles.get(key, Text(result.id, result.id))),
            themes.get(key, ()),
            _names_of(key, indicators.get(key, ()), answers),
        )


def _criterion_text(result: CriterionResult, title: Text) -> Text:
    verdict = result.verdict or Verdict.MIXED
    words = {
        Verdict.POSITIVE: Text("positif", "positive"),
        Verdict.MIXED: Text("campuran", "mixed"),
        Verdict.NEGATIVE: Text("negatif", "negative"),
    }[verdict]
    return Text(
        f"kriteria {title.get('id')} dinilai {words.id}", f"the criterion {title.get('en')} was judged {words.en}"
    )


def _by_criterion(results: Iterable[IndicatorResult]) -> Mapping[str, list[IndicatorResult]]:
    found: dict[str, list[IndicatorResult]] = {}
    for each in results:
        found.setdefault(f"{each.instrument}/{each.criterion}", []).append(each)
    return found


def _names_of(key: str, results: Iterable[IndicatorResult], answers: set[str]) -> frozenset[str]:
    names = {key, f"answer:{key}"}
    for each in results:
        own = f"answer:{each.instrument}/{each.id}"
        names |= {f"indicator:{each.instrument}/{each.id}", *(one.observation for one in each.evidence)}
        names |= {name for name in (own, f"{own}/{each.unit}") if name in answers}
    return frozenset(names - {""})


def _phase_finding(study: Study, assessment: Assessment, instruments: Sequence[Instrument]) -> Finding | None:
    phase = assessment.phase
    if phase is None or phase.id is None:
        return None
    ladders = {each.id for each in instruments if each.ladder is not None}
    names = {"phase", f"phase:{phase.id}"}
    for result in assessment.indicators:
        if result.instrument in ladders and result.outcome in {Outcome.PASSED, Outcome.FAILED}:
            names.add(f"indicator:{result.instrument}/{result.id}")
            names |= {each.observation for each in result.evidence if each.observation}
    names |= {each.id for each in study.answers if each.instrument in ladders and not each.unit}
    title = phase_titles(instruments).get(phase.id, Text(phase.id, phase.id))
    following = phase.next
    sign = Sign.MIXED if following is None or not following.missing else Sign.BAD
    text = Text(f"fase yang dicapai: {title.get('id')}", f"the phase reached: {title.get('en')}")
    return Finding(f"phase:{phase.id}", sign, text, PHASE_THEMES, frozenset(names))
