"""Due dates: made, moved and taken back by key; whom they concern; limits; two at once."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tinjau.model import Text
from tinjau.web.models import Cycle, Due, Role
from tinjau.web.notices import due
from tinjau.web.notices.due import TooManyError, due_dates, set_due, standing, take_back

TITLE = Text("Penilaian mandiri selesai", "Self-assessment finished")


def test_a_due_date_is_made_moved_and_taken_back_under_one_key(db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle, moment = medan_cycle("a"), timezone.now() + timedelta(days=3)
    first = set_due(cycle, "stage-self", moment, TITLE)
    assert (first.revision, set_due(cycle, "stage-self", moment, TITLE).revision) == (0, 0)  # nothing changed
    moved = set_due(cycle, "stage-self", moment + timedelta(days=1), TITLE)
    assert (moved.pk, moved.uid, moved.revision) == (first.pk, first.uid, 1)
    assert take_back(cycle, "stage-self")
    assert not take_back(cycle, "stage-self")
    assert standing(cycle) == []
    again = set_due(cycle, "stage-self", moment, TITLE)
    assert (again.uid, again.revision, again.withdrawn) == (first.uid, 3, False)


def test_it_concerns_those_whose_role_it_names_and_those_it_names_themselves(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any]
) -> None:
    own, other, moment = medan_cycle("a"), medan_cycle("b"), timezone.now() + timedelta(days=3)
    people = {
        "operator": person("sari", Role.OPERATOR, own.office), "verifier": person("vera", Role.VERIFIER, own.office),
        "foreign": person("budi", Role.OPERATOR, other.office), "nobody": person("tamu"),
        "evaluator": person("eva", Role.OBSERVER, other.office),
    }  # fmt: skip
    set_due(own, "all", moment, TITLE)
    set_due(own, "verify", moment + timedelta(days=1), TITLE, roles=[Role.VERIFIER])
    set_due(own, "visit", moment + timedelta(days=2), TITLE, roles=["nobody"], persons=[people["evaluator"].pk])
    found = {name: [each.key for each in due_dates(user)] for name, user in people.items()}
    assert found == {
        "operator": ["all"], "verifier": ["all", "verify"], "foreign": [], "nobody": [], "evaluator": ["visit"],
    }  # fmt: skip
    assert [each.key for each in due_dates(people["verifier"], after=moment + timedelta(hours=1))] == ["verify"]
    assert [each.key for each in due_dates(people["verifier"], before=moment + timedelta(hours=1))] == ["all"]


def test_a_persons_number_inside_another_number_is_no_name(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any]
) -> None:
    user = person("sari")
    set_due(medan_cycle("a"), "visit", timezone.now(), TITLE, roles=["nobody"], persons=[user.pk * 10 + 7])
    assert due_dates(user) == []


def test_a_cycle_has_no_more_due_dates_than_it_may(
    db: None, medan_cycle: Callable[[str], Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    cycle = medan_cycle("a")
    monkeypatch.setattr(due, "MOST", 3)
    for number in range(3):
        set_due(cycle, f"k{number}", timezone.now(), TITLE)
    with pytest.raises(TooManyError):
        set_due(cycle, "k3", timezone.now(), TITLE)
    take_back(cycle, "k0")
    set_due(cycle, "k3", timezone.now(), TITLE)


def test_two_who_plan_at_once_make_one_due_date(committed_db: None, medan_cycle: Callable[[str], Cycle]) -> None:
    cycle, faults = medan_cycle("a"), list[BaseException]()
    moment = timezone.now()

    def plan(number: int) -> None:
        try:
            for turn in range(10):
                set_due(cycle, f"k{turn}", moment + timedelta(days=number), TITLE)
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=plan, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Due.objects.filter(cycle=cycle).count() == 10
