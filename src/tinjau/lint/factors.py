"""Objections to factors: what they rest on, what they contradict, and what was found but never used."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from tinjau.lint.codes import finding
from tinjau.lint.reading import Case, in_words, named, quoted, told
from tinjau.model import THEMES, Factor, FactorKind, FactorStatus, LintFinding, Severity, Strategy, Text
from tinjau.strategy import Sign, likeness

_ALIKE = 0.75  # project choice: from here two wordings are almost the same
_SHOWN = 5  # project choice: factors that one message quotes; its ids name all
_INSIDE = {FactorKind.S: Sign.BAD, FactorKind.W: Sign.GOOD}


def unsupported(case: Case) -> Iterator[LintFinding]:
    """Each factor without evidence; one that rests on an assertion, or on what nobody settled yet, is told so."""
    sources = {each.id: each for each in case.study.sources}
    results = _results(case)
    for factor in case.plan.factors:
        if factor.id in case.plan.supported:
            continue
        name = named(factor)
        asserting = [sources[each] for each in factor.support if each in sources]
        waiting = [each for each in factor.support if each in results]
        if waiting:
            asked = [told(case, each) for each in waiting]
            message = Text(
                f"{name.id} bersandar pada pertanyaan yang belum terjawab: {'; '.join(each.id for each in asked)}",
                f"{name.en} rests on a question that nobody settled yet: {'; '.join(each.en for each in asked)}",
            )
        elif asserting:
            where = [quoted(each.text) if each.text.get("en") else Text(each.id, each.id) for each in asserting]
            message = Text(
                f"{name.id} hanya bersandar pada pernyataan: {', '.join(each.id for each in where)}",
                f"{name.en} rests only on an assertion: {', '.join(each.en for each in where)}",
            )
        else:
            message = Text(
                f"{name.id} tidak bersandar pada temuan tahap 1 dan 2 atau sumber apa pun",
                f"{name.en} rests on no finding of stages 1 and 2 and on no source",
            )
        yield finding("factor-unsupported", factor.where, message, [factor.id])
        if factor.status is FactorStatus.EVIDENCED and not waiting:
            message = Text(
                f"{name.id} berstatus didukung bukti (evidenced), tetapi buktinya tidak ada",
                f"{name.en} is called evidenced without evidence",
            )
            yield finding("factor-status", factor.where, message, [factor.id])


def against_findings(case: Case) -> Iterator[LintFinding]:
    """Strengths that rest on nothing but bad findings, and weaknesses on nothing but good ones."""
    for factor in case.plan.factors:
        wrong = _INSIDE.get(factor.kind)
        own = [each for each in case.findings if _names(factor, each.id, each.names)]
        if wrong is None or not own or any(each.sign is not wrong for each in own):
            continue
        name = named(factor)
        message = Text(
            f"{name.id} bersandar pada temuan yang menunjukkan sebaliknya: {'; '.join(each.text.id for each in own)}",
            f"{name.en} rests on findings that point the other way: {'; '.join(each.text.en for each in own)}",
        )
        yield finding("factor-against-finding", factor.where, message, [factor.id, *(each.id for each in own)])


def tensions(case: Case) -> Iterator[LintFinding]:
    """For each weakness, the strengths of the same theme and actor: both may be true, but nobody says how."""
    strengths = [each for each in case.plan.factors if each.kind is FactorKind.S and each.actor]
    for weakness in case.plan.factors:
        if weakness.kind is not FactorKind.W:
            continue
        against = [
            each for each in strengths if each.actor == weakness.actor and set(each.themes) & set(weakness.themes)
        ]
        if not against:
            continue
        themes = in_words("theme", sorted({theme for each in against for theme in each.themes} & set(weakness.themes)))
        actor = in_words("actor", [weakness.actor])
        weak, strong = named(weakness), _several(against)
        message = Text(
            f"{strong.id} berlawanan dengan {weak.id} tanpa penjelasan (tema: {themes.id}; pelaku: {actor.id})",
            f"{strong.en} against {weak.en}, unexplained (theme: {themes.en}; actor: {actor.en})",
        )
        yield finding("factor-tension", weakness.where, message, [*(each.id for each in against), weakness.id])


def _several(factors: Sequence[Factor]) -> Text:
    """Factors with their words, the first few of many."""
    names = [named(each) for each in factors[:_SHOWN]]
    more = len(factors) - _SHOWN
    rest = Text(f" dan {more} lainnya", f" and {more} more") if more > 0 else Text("", "")
    return Text(" dan ".join(each.id for each in names) + rest.id, " and ".join(each.en for each in names) + rest.en)


def alike(case: Case) -> Iterator[LintFinding]:
    """Pairs of factors worded almost alike, in one box or in two."""
    measure = likeness(each.text for each in case.plan.factors)
    for one, two in combinations(case.plan.factors, 2):
        if measure.between(one.text, two.text) < _ALIKE:
            continue
        same = one.kind is two.kind
        first, second = named(one), named(two)
        message = Text(
            f"{first.id} dan {second.id} berbunyi hampir sama" + ("" if same else " di dua kotak"),
            f"{first.en} and {second.en} are worded almost alike" + ("" if same else " in two boxes"),
        )
        yield finding("factor-duplicate" if same else "factor-in-two-boxes", two.where, message, [one.id, two.id])


def unknown_support(case: Case) -> Iterator[LintFinding]:
    """Ids under support that nothing in the study, the assessment or the capture bears."""
    known = case.evidence | {each.id for each in case.study.sources} | _results(case)
    for factor in case.study.factors:
        for each in factor.support:
            if each not in known:
                message = Text(
                    f"{factor.id} menunjuk bukti {each[:80]!r} yang tidak ada",
                    f"{factor.id} names evidence {each[:80]!r}, which does not exist",
                )
                yield finding("unknown-id", factor.where, message, [factor.id, each])


def _results(case: Case) -> set[str]:
    """Every way to name a criterion or indicator; one that nobody settled exists, but shows nothing."""
    found: set[str] = set()
    for criterion in case.assessment.criteria:
        key = f"{criterion.instrument}/{criterion.id}"
        found |= {key, f"criterion:{key}", f"answer:{key}"}
    for result in case.assessment.indicators:
        key = f"{result.instrument}/{result.id}"
        found |= {f"{kind}:{each}" for kind in ("indicator", "answer") for each in (key, f"{key}/{result.unit}")}
    return found


def unknown_themes(case: Case) -> Iterator[LintFinding]:
    """Factors and strategies with themes outside the closed list."""
    things: list[Factor | Strategy] = [*case.study.factors, *case.study.strategies]
    for each in things:
        strange = [theme for theme in each.themes if theme not in THEMES]
        if strange:
            shown = ", ".join(theme[:40] for theme in strange)
            message = Text(f"{each.id} bertema yang tidak dikenal: {shown}", f"{each.id} has unknown themes: {shown}")
            yield finding("theme-unknown", each.where, message, [each.id])


def unused_findings(case: Case) -> Iterator[LintFinding]:
    """Findings that no factor names; one that shows something lacking weighs more than one that is good."""
    if not case.plan.factors:
        return
    for each in case.findings:
        if any(_names(factor, each.id, each.names) for factor in case.plan.factors):
            continue
        message = Text(
            f"Tidak ada faktor yang memakai temuan ini: {each.text.id}",
            f"No factor uses this finding: {each.text.en}",
        )
        severity = Severity.WARNING if each.sign is Sign.BAD else None
        yield finding("finding-unused", each.id, message, [each.id], severity)


def _names(factor: Factor, name: str, names: frozenset[str]) -> bool:
    return name in factor.support or not names.isdisjoint(factor.support)
