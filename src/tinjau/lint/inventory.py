"""Objections to the inventory: services counted public that are not, and services that stand twice."""

from collections.abc import Iterator

from tinjau.lint.codes import finding
from tinjau.lint.reading import Case, quoted
from tinjau.lint.restriction import staff_only
from tinjau.model import Audience, LintFinding, Text


def not_public(case: Case) -> Iterator[LintFinding]:
    """Public services that the inventory's notes, or the note of an answer about them, restrict to staff."""
    said: dict[str, list[tuple[str, str]]] = {}
    for each in case.study.answers:
        said.setdefault(each.unit.removeprefix("service:"), []).append((each.where, each.note))
    for service in case.study.services:
        if service.audience is not Audience.PUBLIC:
            continue
        notes = [(case.file("services.csv", service.id), service.notes), *said.get(service.id, ())]
        for where, note in notes:
            if staff_only(note):
                name = quoted(service.name)
                message = Text(
                    f"{name.id} ({service.id}) dihitung sebagai layanan publik, padahal catatannya: “{note[:200]}”",
                    f"{name.en} ({service.id}) is counted as a public service, but its note says: “{note[:200]}”",
                )
                yield finding("service-not-public", where, message, [service.id])
                break


def twice(case: Case) -> Iterator[LintFinding]:
    """Services whose name another service bears already, in either language."""
    seen: dict[str, str] = {}
    for service in case.study.services:
        names = {" ".join(each.casefold().split()) for each in (service.name.id, service.name.en)} - {""}
        first = next((seen[each] for each in sorted(names) if each in seen), None)
        if first is not None:
            message = Text(
                f"{first} dan {service.id} bernama sama: “{service.name.get('id')}”",
                f"{first} and {service.id} have the same name: “{service.name.get('en')}”",
            )
            yield finding("service-duplicate", case.file("services.csv", service.id), message, [first, service.id])
        for each in names:
            seen.setdefault(each, service.id)
