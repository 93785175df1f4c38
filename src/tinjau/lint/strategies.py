"""Objections to strategies and conclusions: their cell, what they answer, what they contradict, what got lost."""

from collections.abc import Iterator
from itertools import combinations

from tinjau.lint.codes import finding
from tinjau.lint.reading import Case, named
from tinjau.model import FactorKind, LintFinding, Strategy, Text
from tinjau.strategy import Sign, breaks_cell, likeness

_ALIKE = 0.75  # project choice, the same as for factors
_SERVES = {
    "SO": ("kekuatan atau peluang", "strength or opportunity"),
    "WO": ("kelemahan atau peluang", "weakness or opportunity"),
    "ST": ("kekuatan atau ancaman", "strength or threat"),
    "WT": ("kelemahan atau ancaman", "weakness or threat"),
}
_KINDS = {
    "S": ("kekuatan", "strength"), "W": ("kelemahan", "weakness"),
    "O": ("peluang", "opportunity"), "T": ("ancaman", "threat"),
}  # fmt: skip


def cells(case: Case) -> Iterator[LintFinding]:
    """Strategies without a factor, with factors of another cell, or with factors that do not exist."""
    known = {each.id for each in case.plan.factors}
    for strategy in case.plan.strategies:
        name = named(strategy)
        unknown = [each.factor for each in strategy.uses if each.factor not in known]
        for each in unknown:
            message = Text(
                f"{strategy.id} memakai faktor {each[:40]!r} yang tidak ada",
                f"{strategy.id} uses the factor {each[:40]!r}, which does not exist",
            )
            yield finding("unknown-id", strategy.where, message, [strategy.id, each])
        used = [each.factor for each in strategy.uses if each.factor in known]
        if not strategy.uses:
            what = Text(*_SERVES[strategy.cell.value])
            message = Text(
                f"{name.id} tidak menjawab {what.id} mana pun dalam daftar", f"{name.en} answers no listed {what.en}"
            )
            yield finding("strategy-without-factor", strategy.where, message, [strategy.id])
        elif used:
            yield from _cell(strategy, name, used)


def _cell(strategy: Strategy, name: Text, used: list[str]) -> Iterator[LintFinding]:
    missing, foreign = breaks_cell(strategy.cell.value, used)
    if not missing and not foreign:
        return
    indonesian, english = [], []
    if missing:
        indonesian.append(f"tanpa {' dan '.join(_KINDS[each][0] for each in missing)}")
        english.append(f"without a {' and a '.join(_KINDS[each][1] for each in missing)}")
    if foreign:
        indonesian.append(f"memakai {', '.join(foreign)}")
        english.append(f"uses {', '.join(foreign)}")
    message = Text(
        f"{name.id} tidak sesuai dengan sel {strategy.cell.value}: {', '.join(indonesian)}",
        f"{name.en} breaks the cell {strategy.cell.value}: {', '.join(english)}",
    )
    yield finding("strategy-breaks-cell", strategy.where, message, [strategy.id, *used])


def unanswered(case: Case) -> Iterator[LintFinding]:
    """Weaknesses and threats that no strategy uses, and strengths and opportunities that lie idle."""
    if not case.plan.strategies:
        return
    used = {each.factor for strategy in case.plan.strategies for each in strategy.uses}
    codes = {FactorKind.W: "weakness-unanswered", FactorKind.T: "threat-unanswered"}
    for factor in case.plan.factors:
        if factor.id in used:
            continue
        name = named(factor)
        near = [each.id for each in case.plan.strategies if set(each.themes) & set(factor.themes)]
        hint = Text("", "")
        if near and factor.kind in codes:
            hint = Text(f"; yang bertema sama: {', '.join(near)}", f"; of the same theme: {', '.join(near)}")
        message = Text(
            f"Tidak ada strategi yang memakai {name.id}{hint.id}", f"No strategy uses {name.en}{hint.en}"
        )
        yield finding(codes.get(factor.kind, "factor-unused"), factor.where, message, [factor.id])


def against_findings(case: Case) -> Iterator[LintFinding]:
    """Strategies that repair what was judged good, where nothing of the same theme was found lacking."""
    lacking = {theme for each in case.findings if each.sign is not Sign.GOOD for theme in each.themes}
    for strategy in case.plan.strategies:
        if not strategy.cell.value.startswith("W") or set(strategy.themes) & lacking:
            continue
        good = [
            each
            for each in case.findings
            if each.id.startswith("criterion:") and each.sign is Sign.GOOD and each.themes
            and set(each.themes) <= set(strategy.themes)
        ]  # fmt: skip
        if not good:
            continue
        name = named(strategy)
        message = Text(
            f"{name.id} memperbaiki sesuatu yang menurut temuan sudah baik: {'; '.join(each.text.id for each in good)}",
            f"{name.en} repairs what was found good: {'; '.join(each.text.en for each in good)}",
        )
        yield finding("strategy-against-finding", strategy.where, message, [strategy.id, *(each.id for each in good)])


def alike(case: Case) -> Iterator[LintFinding]:
    """Pairs of strategies worded almost alike that no conclusion joins."""
    measure = likeness(each.text for each in case.plan.strategies)
    joined = [set(each.sources) for each in case.plan.conclusions]
    for one, two in combinations(case.plan.strategies, 2):
        if measure.between(one.text, two.text) < _ALIKE or any({one.id, two.id} <= each for each in joined):
            continue
        first, second = named(one), named(two)
        message = Text(
            f"{first.id} dan {second.id} berbunyi hampir sama", f"{first.en} and {second.en} are worded almost alike"
        )
        yield finding("strategy-duplicate", two.where, message, [one.id, two.id])


def lineage(case: Case) -> Iterator[LintFinding]:
    """Conclusions from nowhere, from strategies that do not exist, and strategies that no conclusion carries."""
    known = {each.id for each in case.plan.strategies}
    carried: set[str] = set()
    for conclusion in case.plan.conclusions:
        where = case.file("strategies.yaml", f"conclusion {conclusion.id}")
        carried |= set(conclusion.sources)
        if not conclusion.sources:
            message = Text(
                f"Kesimpulan {conclusion.id} tidak menyebut strategi asalnya",
                f"Conclusion {conclusion.id} names no strategy that it comes from",
            )
            yield finding("conclusion-without-lineage", where, message, [conclusion.id])
        for each in conclusion.sources:
            if each not in known:
                message = Text(
                    f"Kesimpulan {conclusion.id} berasal dari strategi {each[:40]!r} yang tidak ada",
                    f"Conclusion {conclusion.id} comes from the strategy {each[:40]!r}, which does not exist",
                )
                yield finding("unknown-id", where, message, [conclusion.id, each])
    if case.plan.conclusions:
        for strategy in case.plan.strategies:
            if strategy.id not in carried:
                name = named(strategy)
                message = Text(
                    f"{name.id} tidak masuk ke kesimpulan mana pun", f"{name.en} is carried by no conclusion"
                )
                yield finding("strategy-not-concluded", strategy.where, message, [strategy.id])
