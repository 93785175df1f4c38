"""Days of a round as due dates: whose they are, how they move, when they go."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.ministry_making import ADMIN, a_round, found, handed_in, part_of, windows

from tinjau.web.history import Author
from tinjau.web.ministry import findings, moving
from tinjau.web.ministry.opening import Window, change_windows
from tinjau.web.ministry.planning import plan_stages
from tinjau.web.models import Assignment, Due, Membership, Participation, Reply, Role, Stage
from tinjau.web.notices.due import due_dates

Person = Callable[..., Any]
Browser = Callable[[Any], Client]
GOOD = ["positive"] * 7
BOTH = {"round-interview", "round-visit"}


def due(part: Participation) -> dict[str, datetime]:
    return {each.key: each.at for each in Due.objects.filter(cycle=part.cycle, withdrawn=False)}


def keys(person: Any) -> set[str]:
    return {each.key for each in due_dates(person)}


@pytest.fixture
def people(db: None, person: Person) -> dict[str, Any]:
    the_round = a_round(["Kota Satu", "Kota Dua"])
    part = part_of(the_round, "kota-satu")
    found = {"round": the_round, "part": part, "admin": person("pusat", Role.NATIONAL_ADMIN)}
    found |= {key: person(key, Role.NATIONAL_EVALUATOR) for key in ("eva", "other")}
    for name in (Role.COORDINATOR, Role.OPERATOR):
        found[str(name)] = person(f"{name}-satu", name, part.office)
    Assignment.objects.create(participation=part, user=found["eva"], by_name="pusat")
    return found


def test_each_window_concerns_those_who_work_in_it_and_nobody_else(people: dict[str, Any]) -> None:
    assert keys(people["coordinator"]) == {"round-self", "round-documents", *BOTH}
    assert keys(people["eva"]) == {*BOTH, "round-decision"}
    assert keys(people["operator"]) == keys(people["other"]) == keys(people["admin"]) == set()
    other = part_of(people["round"], "kota-dua")
    assert set(due(other)) == {"round-self", "round-documents", *BOTH}  # nobody decides there yet
    titles = {each.key: (each.title_id, each.title_en) for each in due_dates(people["eva"])}
    assert titles["round-interview"] == ("Wawancara Kota Satu: hari terakhir", "Interview, Kota Satu: last day")


def test_they_move_with_the_windows_and_with_an_extension(people: dict[str, Any]) -> None:
    the_round, part = people["round"], people["part"]
    moved = {
        each.kind: Window(each.kind, each.opens, each.closes + timedelta(days=3)) for each in windows(open_days=20)
    }
    change_windows(the_round, moved, Author(None, "libur nasional"))
    assert due(part) == {f"round-{kind}": each.closes for kind, each in moved.items()}
    until = moved["visit"].closes + timedelta(days=9)
    moving.move(part, "visit", moving.EXTEND, Author(None, "banjir"), until=until)
    assert due(part)["round-visit"] == until
    assert due(part)["round-interview"] == moved["interview"].closes


def test_what_is_handed_in_has_no_due_date_for_who_did_it_and_one_for_who_looks_at_it(people: dict[str, Any]) -> None:
    part = people["part"]
    handed_in(part, GOOD)
    assert "round-self" not in keys(people["coordinator"])
    assert "round-self-look" in keys(people["eva"])
    moving.move(part, "self", moving.SETTLE, ADMIN)
    assert "round-self-look" not in due(part)
    moving.move(part, "self", moving.RETURN, Author(None, "bukti kurang"))
    assert "round-self" in keys(people["coordinator"])
    moving.move(part, "interview", moving.HAND_IN, ADMIN)
    moving.move(part, "visit", moving.SKIP, Author(None, "tidak perlu"))
    assert not BOTH & (keys(people["coordinator"]) | keys(people["eva"]))


def test_reply_and_decision_follow_the_draft(people: dict[str, Any]) -> None:
    part, eva, coordinator = people["part"], people["eva"], people["coordinator"]
    handed_in(part, GOOD)
    draft = found(part)
    assert "round-decision" in keys(eva)
    assert "round-reply" not in keys(coordinator)
    findings.share(draft, ADMIN)
    draft.refresh_from_db()
    assert due(part)["round-reply"] == draft.reply_until
    assert "round-reply" in keys(coordinator) - keys(eva)
    assert "round-decision" not in keys(eva)
    findings.reply(draft, "Keberatan", ADMIN, agrees=False)
    findings.answer(Reply.objects.get(), "accepted", Author(None, "benar"))
    second = findings.draft(part, Author(None, "diperbaiki"), 1, "angka")
    assert "round-decision" in keys(eva)
    assert "round-reply" not in keys(coordinator)
    findings.share(second, ADMIN)
    assert "round-reply" in keys(coordinator)
    findings.reply(second, "", ADMIN, agrees=True)
    findings.publish(second, Author(None, "keputusan"))
    assert not {"round-reply", "round-decision"} & set(due(part))


def test_who_leaves_is_named_no_more_and_who_comes_is(people: dict[str, Any], browser: Browser) -> None:
    the_round, part, eva, other = (people[each] for each in ("round", "part", "eva", "other"))
    step = reverse("web:round-step", args=[the_round.slug, part.office.slug, "assign"])
    browser(people["admin"]).post(step, {"user": other.pk})
    assert keys(other) == keys(eva) == {*BOTH, "round-decision"}
    given = Assignment.objects.get(user=other)
    browser(people["admin"]).post(step.replace("/assign/", "/unassign/"), {"assignment": given.pk})
    assert keys(other) == set()
    joined = Membership.objects.create(user=eva, office=part.office, role=Role.OPERATOR)  # works for it now
    assert keys(eva) == set()
    assert "round-decision" not in due(part)
    joined.delete()
    assert keys(eva) == {*BOTH, "round-decision"}
    Membership.objects.filter(user=eva).delete()
    assert keys(eva) == set()


def test_a_page_of_an_evaluators_due_date_opens_for_both_sides(people: dict[str, Any], browser: Browser) -> None:
    part = people["part"]
    address = next(each.address for each in due_dates(people["eva"]) if each.key == "round-interview")
    assert browser(people["coordinator"]).get(address).status_code == 200
    sent_on = browser(people["eva"]).get(address, follow=True)
    assert sent_on.redirect_chain[-1][0] == reverse("web:round-government", args=[part.round.slug, part.office.slug])
    assert sent_on.status_code == 200
    assert browser(people["other"]).get(address).status_code == 404
    shown = browser(people["eva"]).get(reverse("web:own-dates")).content.decode()
    assert "Wawancara Kota Satu: hari terakhir" in shown


def test_a_whole_round_has_its_due_dates_once(people: dict[str, Any]) -> None:
    """Planning again changes nothing: no revision goes up, so that calendars hear of nothing."""
    before = list(Due.objects.order_by("pk").values())
    for part in people["round"].participations.select_related("office", "cycle"):
        plan_stages(part)
    assert list(Due.objects.order_by("pk").values()) == before
    assert timezone.now() < min(each["at"] for each in before)
    assert {each.kind for each in Stage.objects.all()} == {"self", "documents", "interview", "visit", "decision"}
