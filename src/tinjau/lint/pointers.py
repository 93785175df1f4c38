"""Objections to what points nowhere: decisions, judgements, actions and options about things that do not exist."""

import difflib
from collections.abc import Iterator

from tinjau.lint.codes import finding
from tinjau.lint.reading import Case, told
from tinjau.model import Cell, DecisionVerdict, LintFinding, Text
from tinjau.strategy import amount, judged_number

_TAKEN = {DecisionVerdict.ACCEPT.value, DecisionVerdict.EDIT.value}
OPTION_KEYS = (
    "ratings", "costs", "budget", "serious", "serious_from", "precedence", "exclusions", "goal", "open_round",
    "illustrative",
)  # fmt: skip
_PAIR = "/"
_RESULTS = ("answer", "indicator", "criterion", "service", "match")


def decisions(case: Case) -> Iterator[LintFinding]:
    """Decisions about something that is no longer proposed, and strategies that were taken without a cell."""
    plan = case.plan
    strategies = {each.id: each for each in plan.strategy_proposals}
    known = {each.id for each in plan.factor_proposals} | set(strategies) | {each.id for each in plan.merge_proposals}
    answered = {each.id for each in case.study.answers} | _results(case)
    for each in case.study.decisions:
        subject = each.subject
        kind, _, rest = subject.partition(":")
        if subject in known or subject in answered or (kind in _RESULTS and rest in answered):
            taken = strategies.get(subject)
            if taken and taken.decision in _TAKEN and taken.matches is None and taken.cell not in set(Cell):
                words = told(case, subject)
                message = Text(
                    f"{words.id} diterima, tetapi tidak mempunyai pasangan faktor",
                    f"{words.en} was taken without a pair",
                )
                yield finding("decision-without-cell", case.file("decisions.csv"), message, [subject])
            continue
        if subject.startswith("merge:") and _joins_known(case, subject):
            continue
        message = Text(
            f"Keputusan atas {subject[:80]!r} tidak menyangkut usulan atau jawaban yang ada",
            f"The decision on {subject[:80]!r} is about no proposal or answer that exists",
        )
        yield finding("decision-without-proposal", case.file("decisions.csv"), message, [subject])


def judgements(case: Case) -> Iterator[LintFinding]:
    """Judgements of what does not exist, or that are not numbers where numbers are meant."""
    known = {each.id for each in case.plan.factors} | {each.id for each in case.plan.strategies}
    for each in case.study.judgements:
        parts = each.subject.split(_PAIR)
        if not set(parts) <= known:
            message = Text(
                f"{each.assessor} menilai {each.subject[:60]!r} yang tidak ada",
                f"{each.assessor} judged {each.subject[:60]!r}, which does not exist",
            )
            yield finding("unknown-id", each.where, message, [each.subject])
        elif each.kind != "vote" and judged_number(each.value) is None:
            words = told(case, each.subject)
            message = Text(
                f"Penilaian {each.assessor} atas {words.id} bukan angka: {each.value[:40]!r}",
                f"{each.assessor}'s judgement of {words.en} is not a number: {each.value[:40]!r}",
            )
            yield finding("amount-unreadable", each.where, message, [each.subject])


def actions(case: Case) -> Iterator[LintFinding]:
    """Actions for strategies that do not exist, with amounts that are no numbers, overspent, or ending too early."""
    known = {each.id for each in case.plan.strategies} | {each.id for each in case.plan.conclusions}
    for number, each in enumerate(case.study.actions, start=1):
        where = case.file("actions.csv", f"action {number}")
        if each.strategy not in known:
            message = Text(
                f"Aksi untuk strategi {each.strategy[:40]!r} yang tidak ada",
                f"An action for the strategy {each.strategy[:40]!r}, which does not exist",
            )
            yield finding("unknown-id", where, message, [each.strategy])
        budget, spent = amount(each.budget), amount(each.spent)
        for written, value in ((each.budget, budget), (each.spent, spent)):
            if written and value is None:
                message = Text(f"{written[:40]!r} bukan jumlah uang", f"{written[:40]!r} is not an amount")
                yield finding("amount-unreadable", where, message, [each.strategy])
        if budget is not None and spent is not None and spent > budget:
            message = Text(
                f"{each.strategy}: realisasi {each.spent} melebihi anggaran {each.budget}",
                f"{each.strategy}: {each.spent} spent of {each.budget} planned",
            )
            yield finding("action-overspent", where, message, [each.strategy])
        if _is_date(each.start) and _is_date(each.end) and each.end < each.start:
            message = Text(
                f"{each.strategy}: berakhir {each.end}, sebelum dimulai {each.start}",
                f"{each.strategy}: ends {each.end}, before it starts {each.start}",
            )
            yield finding("action-dates", where, message, [each.strategy])


def options(case: Case) -> Iterator[LintFinding]:
    """Keys of options.yaml that nothing reads, and costs of strategies that do not exist."""
    given = case.study.options
    for key in given:
        if key not in OPTION_KEYS:
            near = difflib.get_close_matches(str(key), OPTION_KEYS, 1)
            hint = Text(f"; mungkin maksudnya {near[0]}", f"; perhaps {near[0]} is meant") if near else Text("", "")
            shown = str(key)[:60]
            message = Text(f"Kunci {shown!r} tidak dikenal{hint.id}", f"The key {shown!r} is not known{hint.en}")
            yield finding("option-unknown", case.file("options.yaml"), message, [shown])
    costs = given.get("costs")
    known = {each.id for each in case.plan.strategies}
    for name in costs if isinstance(costs, dict) else ():
        if name not in known:
            shown = str(name)[:60]
            message = Text(
                f"Biaya untuk strategi {shown!r} yang tidak ada",
                f"A cost for the strategy {shown!r}, which does not exist",
            )
            yield finding("unknown-id", case.file("options.yaml", "costs"), message, [shown])


def _results(case: Case) -> set[str]:
    """Services, criteria and indicators, as a decision may name them after `answer:` and so on."""
    names = {each.id for each in case.study.services}
    names |= {f"{each.instrument}/{each.id}" for each in case.assessment.criteria}
    for each in case.assessment.indicators:
        names |= {f"{each.instrument}/{each.id}", f"{each.instrument}/{each.id}/{each.unit}"}
    return names


def _joins_known(case: Case, subject: str) -> bool:
    known = {each.id for each in case.plan.factors} | {each.id for each in case.plan.strategies}
    return set(subject.removeprefix("merge:").split("+")) <= known


def _is_date(written: str) -> bool:
    parts = written.split("-")
    return [len(each) for each in parts] == [4, 2, 2] and all(each.isdigit() for each in parts)
