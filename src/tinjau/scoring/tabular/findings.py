"""What a careful reader would object to in tabular answers and their scores."""

from collections.abc import Iterable, Mapping

from tinjau.model import LintFinding, Severity, Text
from tinjau.scoring.tabular.engine import Results
from tinjau.scoring.tabular.finish import Finish, band_of
from tinjau.scoring.tabular.plan import Node, Plan
from tinjau.scoring.tabular.rows import DECIDED, Table
from tinjau.scoring.tabular.values import Result, UnitKey

_GIVEN_TOLERANCE = 0.005
"""Half of the last decimal that instruments print (two decimals); project choice."""

_MANY = 50
"""Findings of one code that are listed one by one; the rest is counted (project choice)."""


def lint_results(plan: Plan, table: Table, results: Results) -> tuple[LintFinding, ...]:
    """Every objection, in a stable order."""
    found: list[LintFinding] = []
    if plan.assessors != "respondents":
        found += _one_opinion(table)
    found += _undecided(table)
    found += _without_reason(table)
    found += _unknown_units(plan, table)
    found += _given_differs(plan, table, results)
    found += _alternatives(plan, results)
    found += _partial(plan, results)
    return tuple(_shortened(found))


def _name(unit: UnitKey) -> str:
    return " / ".join(unit)


def _one_opinion(table: Table) -> Iterable[LintFinding]:
    named = table.assessors
    if len(named) == 1 and DECIDED not in table.answers:
        who = named[0] or "-"
        yield LintFinding(
            "one-opinion", Severity.NOTICE, "answers",
            Text(
                f"Hanya ada satu penilai ({who}): hasil ini adalah satu pendapat, dan kesepakatan "
                "antarpenilai tidak dapat dihitung.",
                f"There is one assessor only ({who}): this result is one opinion, and agreement cannot be computed.",
            ),
        )  # fmt: skip


def _undecided(table: Table) -> Iterable[LintFinding]:
    for (unit, question, repeat), written in sorted(table.written.items()):
        values = {_cell(table, name, unit, question, repeat) for name in written if name != DECIDED}
        if len(values) > 1 and DECIDED not in written:
            told = "; ".join(f"{name or '-'}: {value}" for name, value in sorted(written.items()))
            yield LintFinding(
                "assessors-disagree", Severity.NOTICE, f"{_name(unit)}, {question}",
                Text(
                    f"Penilai berbeda pendapat tentang {question} ({told}); belum ada keputusan, jadi "
                    "nilai tiap penilai dirata-ratakan.",
                    f"The assessors differ on {question} ({told}); nothing was decided, so their scores are averaged.",
                ),
                (question,),
            )  # fmt: skip


def _cell(table: Table, name: str, unit: UnitKey, question: str, repeat: str) -> str:
    return str(table.answers[name][unit][question][repeat])


def _without_reason(table: Table) -> Iterable[LintFinding]:
    for each in table.decided:
        if not each.by or not each.why:
            yield LintFinding(
                "decision-without-reason", Severity.WARNING, f"{_name(each.unit)}, {each.question}",
                Text(
                    f"Keputusan atas {each.question} tidak menyebut siapa yang memutuskan atau alasannya.",
                    f"The decision on {each.question} does not say who decided or why.",
                ),
                (each.question,),
            )  # fmt: skip


def _unknown_units(plan: Plan, table: Table) -> Iterable[LintFinding]:
    """Units with answers, of a level that has attributes, for which no attribute is stated: often a misspelt name."""
    required = {len(plan.units[each.unit]) for each in plan.attributes.values() if not each.default}
    if not table.attributes:
        return
    for unit in sorted(table.units):
        if len(unit) in required and not table.attributes.get(unit):
            yield LintFinding(
                "unit-not-described", Severity.WARNING, _name(unit),
                Text(
                    "Ada jawaban untuk unit ini, tetapi sifatnya tidak dinyatakan; mungkin namanya "
                    "salah tulis. Jawabannya tidak dinilai.",
                    "This unit has answers but its attributes are not stated; its name may be "
                    "misspelt. Its answers are not scored.",
                ),
            )  # fmt: skip


def _given_differs(plan: Plan, table: Table, results: Results) -> Iterable[LintFinding]:
    """A value handed in for a node that can be computed, and differs."""
    for node in plan.nodes:
        for unit, given in sorted(table.given.get(node.key.id, {}).items()):
            result = results[node.key].get(unit)
            if result is None or result.value is None or result.reason.startswith("given"):
                continue
            if abs(result.value - given) <= _GIVEN_TOLERANCE:
                continue
            why = _explained(plan, results, node, unit, given)
            yield LintFinding(
                "given-value-differs", Severity.ERROR, f"{_name(unit)}, {node.key.id}",
                Text(
                    f"Nilai yang dinyatakan untuk {node.key.id} adalah {_comma(f'{given:g}')}, sedangkan "
                    f"hitungan dari jawaban menghasilkan {_comma(f'{result.value:.4f}')}.{why.id}",
                    f"The value stated for {node.key.id} is {given:g}; the answers give {result.value:.4f}.{why.en}",
                ),
                (node.key.id,),
            )  # fmt: skip


def _explained(plan: Plan, results: Results, node: Node, unit: UnitKey, given: float) -> Text:
    for other in plan.nodes:
        if other.alternative_to != node.key.id:
            continue
        result = results[other.key].get(unit)
        if result is not None and result.value is not None and abs(result.value - given) <= _GIVEN_TOLERANCE:
            title = other.title
            name = other.key.id
            return Text(f" Nilai itu sama dengan: {title.id or name}.", f" It equals: {title.en or name}.")
    return Text("", "")


def _alternatives(plan: Plan, results: Results) -> Iterable[LintFinding]:
    """Another reading of the same index: the difference is shown, and whether it moves the band."""
    by_id: Mapping[str, Node] = {node.key.id: node for node in plan.nodes}
    for other in plan.nodes:
        node = by_id.get(other.alternative_to)
        if node is None:
            continue
        for unit, result in sorted(results[other.key].items()):
            exact = results[node.key].get(unit)
            if exact is None or exact.value is None or result.value is None or exact.value == result.value:
                continue
            moved = exact.band != result.band
            yield LintFinding(
                "other-reading", Severity.WARNING if moved else Severity.NOTICE, f"{_name(unit)}, {node.key.id}",
                Text(
                    f"{other.title.id or other.key.id}: {_shown(result, other.finish).id}; "
                    f"{node.title.id or node.key.id}: {_shown(exact, node.finish).id}."
                    + (" Predikatnya berubah." if moved else ""),
                    f"{other.title.en or other.key.id}: {_shown(result, other.finish).en}; "
                    f"{node.title.en or node.key.id}: {_shown(exact, node.finish).en}."
                    + (" The grade changes." if moved else ""),
                ),
                (node.key.id, other.key.id),
            )  # fmt: skip


def _shown(result: Result, how: Finish) -> Text:
    """The number as published, with its band."""
    value = result.rounded if result.rounded is not None else result.value
    number, band = f"{value:g}", band_of(value or 0.0, how.bands)
    if band is None:
        return Text(_comma(number), number)
    return Text(f"{_comma(number)} ({band.title.id or band.id})", f"{number} ({band.title.en or band.id})")


def _comma(number: str) -> str:
    """The number as Indonesian writes it."""
    return number.replace(".", ",")


def _partial(plan: Plan, results: Results) -> Iterable[LintFinding]:
    """A banded index over incomplete answers is not the official index."""
    for node in plan.nodes:
        if not node.finish.bands:
            continue
        for unit, result in sorted(results[node.key].items()):
            if result.value is not None and result.coverage < 1 - 1e-9:
                share = f"{result.coverage:.0%}"
                yield LintFinding(
                    "index-incomplete", Severity.WARNING, f"{_name(unit)}, {node.key.id}",
                    Text(
                        f"{node.key.id} dihitung dari {share} bobot yang terjawab; indeks resmi "
                        "menuntut semua jawaban.",
                        f"{node.key.id} rests on {share} of the weights; the official index needs every answer.",
                    ),
                    (node.key.id,),
                )  # fmt: skip


def _shortened(found: list[LintFinding]) -> Iterable[LintFinding]:
    counts: dict[str, int] = {}
    for each in found:
        counts[each.code] = counts.get(each.code, 0) + 1
        if counts[each.code] <= _MANY:
            yield each
    for code, count in counts.items():
        if count > _MANY:
            yield LintFinding(
                code, Severity.NOTICE, "answers",
                Text(
                    f"… dan {count - _MANY} temuan lain dengan kode {code}.",
                    f"… and {count - _MANY} more findings with the code {code}.",
                ),
            )  # fmt: skip
