"""How many respondents answered, beside how many a survey needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tinjau.model import LintFinding, Severity, Text
from tinjau.scoring.tabular.plan import Plan
from tinjau.scoring.tabular.rows import Table, unit_mapping
from tinjau.scoring.tabular.sample_size import sample_size
from tinjau.scoring.tabular.values import Blank, UnitKey


@dataclass(frozen=True, slots=True)
class SampleOfUnit:
    """A unit's respondents (people with at least one answer), its population and the sample that this asks for."""

    unit: Mapping[str, str]
    respondents: int
    population: int | None
    needed: int | None


def samples_of(plan: Plan, table: Table) -> tuple[SampleOfUnit, ...]:
    """The samples of all units, in order of name; empty where the instrument asks no respondents."""
    if plan.sample is None or plan.assessors != "respondents":
        return ()
    people: dict[UnitKey, set[str]] = {}
    population: dict[UnitKey, int] = {}
    for answers in table.answers.values():
        for unit, questions in answers.items():
            for question, repeats in questions.items():
                known = {repeat: cell for repeat, cell in repeats.items() if not isinstance(cell, Blank)}
                if question == plan.sample.population:
                    population[unit] = int(max(known.values(), default=0)) or population.get(unit, 0)
                else:
                    people.setdefault(unit, set()).update(known)
    found = []
    for unit in sorted({*people, *population}):
        size = population.get(unit) or None
        needed = None if size is None else sample_size(size)
        found.append(SampleOfUnit(unit_mapping(plan, unit), len(people.get(unit, ())), size, needed))
    return tuple(found)


def lint_samples(samples: tuple[SampleOfUnit, ...]) -> Iterator[LintFinding]:
    """A sample that is too small, or of which no one can say whether it is."""
    for each in samples:
        where = " / ".join(each.unit.values())
        if each.needed is None:
            yield LintFinding(
                "population-unknown", Severity.NOTICE, where,
                Text(
                    f"{each.respondents} responden menjawab; jumlah pengguna layanan tidak dinyatakan, jadi kecukupan "
                    "sampel tidak dapat dinilai.",
                    f"{each.respondents} respondents answered; the number of service users is not stated, so whether "
                    "the sample is large enough cannot be said.",
                ),
            )  # fmt: skip
        elif each.respondents < each.needed:
            yield LintFinding(
                "sample-too-small", Severity.WARNING, where,
                Text(
                    f"{each.respondents} responden menjawab dari {each.population} pengguna; "
                    f"Krejcie dan Morgan meminta {each.needed}.",
                    f"{each.respondents} respondents answered of {each.population} users; Krejcie and Morgan ask for "
                    f"{each.needed}.",
                ),
            )  # fmt: skip
