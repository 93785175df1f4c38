"""Whoever takes the newest entries out of a history is found out, by what is held outside of it."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client

from tinjau.web import running
from tinjau.web.history import Author, anchor, erase, faults_in, head_of, write
from tinjau.web.models import Anchor, Cycle, Entry, Result, Role, Run

ME = Author(None, "test")


def said(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def cut(cycle: Cycle, number: int) -> None:
    """Take the newest entries out, as someone with the database in his hands would, and mend what points to them."""
    last = cycle.entries.order_by("-sequence")[:number]
    Entry.objects.filter(pk__in=[each.pk for each in last]).delete()


def test_a_result_and_every_step_hold_the_head(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any],
    browser: Callable[[Any], Client],
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    head = head_of(cycle)
    running.work(running.ask_for(cycle, Run.Kind.EVALUATE, None).pk)
    held = Anchor.objects.get(cycle=cycle)
    assert ((held.sequence, held.hash), held.what) == (head, f"result-{Result.objects.get().pk}")
    browser(person("sari", Role.OPERATOR, cycle.office)).post("/o/a/c/2026/submit/")
    assert Anchor.objects.filter(cycle=cycle).count() == 2
    assert faults_in(cycle) == []
    cut(cycle, 1)
    assert any("taken out" in each for each in faults_in(cycle))


def test_the_newest_entries_cannot_go_unseen(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    write(cycle, "answer", "k", {"value": "no"}, ME)
    anchor(cycle, "test")
    before = cycle.entries.count()
    cut(cycle, 2)
    assert faults_in(cycle) == [f"the entries after {before - 2} were taken out: there were {before}"]
    write(cycle, "answer", "k", {"value": "yes"}, ME)  # others in their place
    write(cycle, "answer", "l", {"value": "yes"}, ME)
    assert faults_in(cycle) == [f"entry {before} is another than the one that was held"]


def test_a_kept_line_finds_what_was_cut_along_with_its_anchors(
    db: None, medan_cycle: Callable[[str], Cycle], tmp_path: Path
) -> None:
    cycle = medan_cycle("a")
    medan_cycle("b")
    kept = tmp_path / "lines.txt"
    kept.write_text("# kept by the office\n\n" + said("anchor"))
    assert len(kept.read_text().splitlines()) == 4
    assert "whole: 2 histories, 2 kept lines agree" in said("verifyhistory", str(kept))
    write(cycle, "answer", "k", {"value": "no"}, ME)
    assert "2 kept lines agree" in said("verifyhistory", str(kept))  # what was added since changes nothing
    cut(cycle, 3)
    Anchor.objects.all().delete()
    assert "whole" in said("verifyhistory")  # the database alone knows nothing of it
    out = StringIO()
    with pytest.raises(CommandError, match="1 faults"):
        call_command("verifyhistory", str(kept), stdout=out)
    assert "a/2026: the entries after" in out.getvalue()


@pytest.mark.parametrize(
    "text", ["x", "2026 a/b 3", "2026 a/b drei " + "0" * 64, "2026 a/b 3 xyz", "2026 a/b ٣ " + "0" * 64]
)
def test_a_file_of_something_else_is_refused(db: None, tmp_path: Path, text: str) -> None:
    (tmp_path / "f").write_text(text)
    with pytest.raises(CommandError, match="line 1"):
        call_command("verifyhistory", str(tmp_path / "f"))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("verifyhistory", str(tmp_path / "none"))


def test_an_evaluation_that_is_gone_is_named(db: None, tmp_path: Path) -> None:
    (tmp_path / "f").write_text(f"2026-01-01T00:00:00+00:00 a/2026 3 {'0' * 64}\n")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("verifyhistory", str(tmp_path / "f"), stdout=out)
    assert "a/2026: the evaluation is gone" in out.getvalue()


def test_nobody_empties_an_entry_by_himself(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    entry = write(cycle, "answer", "k", {"value": "no"}, ME)
    assert entry is not None
    with transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(payload=None, erased=True)
        assert faults_in(cycle) == [f"entry {entry.sequence} was emptied without a trace of who did it"]
        transaction.set_rollback(True)
    erase([entry], ME)
    assert faults_in(cycle) == []
    Entry.objects.filter(pk=entry.pk).update(author_name="someone else")  # the seal is over what stays
    assert faults_in(cycle) == [f"entry {entry.sequence} was emptied without a trace of who did it"]


def test_the_history_page_shows_the_line_to_keep(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    cycle = medan_cycle("a")
    page = browser(person("sari", Role.OBSERVER, cycle.office)).get("/o/a/c/2026/history/").content.decode()
    count, head = head_of(cycle)
    assert f"{count} entri, {head}" in page
    cut(cycle, 1)
    anchor(cycle, "later")
    Anchor.objects.create(cycle=cycle, sequence=count, hash=head, what="before")
    broken = browser(person("budi", Role.OBSERVER, cycle.office)).get("/o/a/c/2026/history/").content.decode()
    assert "were taken out" in broken
