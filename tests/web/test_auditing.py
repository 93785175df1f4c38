"""A report made here says how many entries it rests on, by how many people, and fixes them by their hash."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tinjau.web import running
from tinjau.web.auditing import audit_of
from tinjau.web.history import Author, head_of, write
from tinjau.web.models import Cycle, Office, Role, Run


@pytest.fixture
def cycle(db: None, medan_cycle: Callable[[str], Cycle]) -> Cycle:
    """The Medan study, as the program imported it."""
    return medan_cycle("a")


def test_people_and_roles_are_counted_without_names(cycle: Cycle, person: Callable[..., Any]) -> None:
    imported = audit_of(cycle, 10**6)
    assert imported is not None
    assert (imported.people, imported.roles) == (0, 0)
    for name, role in (("sari", Role.OPERATOR), ("tono", Role.OPERATOR), ("kori", Role.COORDINATOR)):
        write(cycle, "decision", name, {"subject": name}, Author(person(name, role, cycle.office)))
    person("diam", Role.VERIFIER, cycle.office)  # wrote nothing
    found = audit_of(cycle, 10**6)
    assert found is not None
    assert (found.entries, found.people, found.roles) == (imported.entries + 3, 3, 2)
    assert (found.entries, found.head) == head_of(cycle)
    assert audit_of(cycle, imported.entries) == imported  # what came afterwards does not change an earlier line
    assert all(name not in repr(found) for name in ("sari", "tono", "kori"))


def test_a_report_carries_the_line(cycle: Cycle, person: Callable[..., Any]) -> None:
    write(cycle, "service", "x", {"id": "x", "name": "Baru"}, Author(person("sari", Role.OPERATOR, cycle.office)))
    count, head = head_of(cycle)
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    report = (Path(cycle.results.get().folder) / "report.html").read_text(encoding="utf-8")
    assert f"{count} catatan oleh 1 orang dalam 1 peran" in report
    assert head in report


def test_an_evaluation_without_entries_has_no_line(db: None) -> None:
    office = Office.objects.create(slug="b", name="Kota B")
    assert audit_of(Cycle.objects.create(office=office, slug="2026", title="Kosong", period="2026"), 10**6) is None
