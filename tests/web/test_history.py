"""Append-only entries: versions, conflicts, the chain, erasure."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from tinjau.web.history import Author, ConflictError, erase, faults_in, write
from tinjau.web.models import Cycle, Entry

ME = Author(None, "test")


def test_a_change_is_a_new_version_and_the_old_one_stays(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    first = write(cycle, "answer", "k", {"value": "yes"}, ME)
    second = write(cycle, "answer", "k", {"value": "no"}, ME)
    assert first is not None
    assert second is not None
    assert (first.version, second.version, second.position) == (1, 2, first.sequence)
    assert [e.payload["value"] for e in Entry.objects.filter(cycle=cycle, key="k").order_by("version")] == ["yes", "no"]
    assert cycle.entries_of("answer").get(key="k").pk == second.pk
    assert write(cycle, "answer", "k", {"value": "no"}, ME) is None  # nothing changed, nothing written


def test_two_people_on_one_answer_get_a_conflict(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    write(cycle, "answer", "k", {"value": "yes"}, ME, expected=0)
    with pytest.raises(ConflictError) as conflict:
        write(cycle, "answer", "k", {"value": "no"}, ME, expected=0)
    assert conflict.value.theirs is not None
    assert conflict.value.theirs.payload == {"value": "yes"}
    assert write(cycle, "answer", "k", {"value": "no"}, ME, expected=1) is not None


def test_a_withdrawn_thing_can_come_back(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    write(cycle, "service", "x", {"id": "x"}, ME)
    write(cycle, "service", "x", None, ME)
    assert cycle.entries_of("service").exclude(payload=None).filter(key="x").count() == 0
    again = write(cycle, "service", "x", {"id": "x"}, ME)
    assert again is not None
    assert again.version == 3
    assert faults_in(cycle) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"payload": {"value": "forged"}}, "contents"),
        ({"author_name": "someone else"}, "does not follow"),
        ({"reason": "forged"}, "does not follow"),
        ({"digest": "0" * 64}, "does not follow"),
    ],
)
def test_whatever_is_changed_afterwards_shows(
    db: None, medan_cycle: Callable[[str], Cycle], change: dict[str, Any], words: str
) -> None:
    cycle = medan_cycle("a")
    assert faults_in(cycle) == []
    middle = cycle.entries.order_by("sequence")[5]
    Entry.objects.filter(pk=middle.pk).update(**change)
    assert any(words in each for each in faults_in(cycle))


def test_an_entry_that_was_taken_out_shows(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    Entry.objects.filter(cycle=cycle, sequence=5).delete()
    assert any("missing" in each for each in faults_in(cycle))


def test_erasure_leaves_a_tombstone_and_the_chain_holds(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    entry = write(cycle, "answer", "k", {"note": "nama dan nomor warga"}, ME)
    assert entry is not None
    erase([entry], ME)
    kept = Entry.objects.get(pk=entry.pk)
    assert (kept.payload, kept.erased, kept.digest) == (None, True, entry.digest)
    assert faults_in(cycle) == []
    assert not Entry.objects.filter(cycle=cycle, payload__icontains="nomor warga").exists()


def test_a_hundred_races_lose_nothing(committed_db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle = medan_cycle("a")
    before = cycle.entries.count()
    faults: list[BaseException] = []

    def race(number: int) -> None:
        try:
            for turn in range(25):
                write(cycle, "answer", f"k{turn % 5}", {"value": f"{number}-{turn}"}, ME)
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=race, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert cycle.entries.count() == before + 100
    assert cycle.entries_of("answer").filter(key__startswith="k").count() == 5
    assert faults_in(cycle) == []
