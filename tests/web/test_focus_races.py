"""Two and more at once, hostile texts, and a full room: every ballot is counted or refused, none is lost silently."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.web.focus_room import Group, Person, prepared, with_factors
from tests.web.test_hostile import naughty

from tinjau.web.focus import ballots, counting, invitations, taking
from tinjau.web.focus.sessions import RefusedError
from tinjau.web.history import faults_in
from tinjau.web.models import Cycle, FocusBallot, FocusIdea, FocusParticipant, FocusSession, Office, Role

HUGE = "9" * 5_000


def made(person: Any, browser: Any, **more: Any) -> Group:
    office = Office.objects.create(slug="kosong", name="Kota Kosong")
    cycle = Cycle.objects.create(office=office, slug="2026", title="Kajian", period="2026")
    user = person("kori", Role.COORDINATOR, office)
    return prepared(cycle, browser(user), user, **more)


@pytest.fixture
def room(db: None, person: Any, browser: Any) -> Group:
    return made(person, browser)


@pytest.fixture
def kept(committed_db: None, person: Any, browser: Any) -> Group:
    """On a database that keeps what is committed, for threads."""
    return made(person, browser, most=30)


def at_once(*things: Callable[[], Any]) -> list[Any]:
    """What each of these gives when all begin together, each on a connection of its own."""
    start, found = threading.Barrier(len(things)), [None] * len(things)

    def run(place: int, thing: Callable[[], Any]) -> None:
        try:
            start.wait(30)
            found[place] = thing()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(things)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(120)
    return found


def test_a_vote_at_the_moment_of_closing_is_counted_or_refused(kept: Group) -> None:
    with_factors(kept, people=6)
    for _ in range(3):
        kept.do("step-open", "weight") if not kept.step("weight").rounds.exists() else kept.do("round-open", "weight")
        found = kept.round("weight")
        fields = {f"v-{each}": 25 for each in found.items}

        def cast(person: Person, number: int = found.pk, fields: Any = fields) -> int:
            return int(person.post("vote", round=number, **fields).status_code)

        things: list[Callable[[], Any]] = [lambda each=each: cast(each) for each in kept.people]  # type: ignore[misc]
        things.insert(3, lambda: kept.do("round-close", "weight").status_code)
        answers = at_once(*things)
        assert set(answers) <= {302, 409}
        taken = [*answers[:3], *answers[4:]].count(302)
        assert ballots.handed_in(found) == taken
        found.refresh_from_db()
        tally = counting.counted(found)
        assert tally is not None
        assert tally["ballots"] == taken
        assert not FocusBallot.objects.filter(round=found).exclude(sealed="").exists()


def test_the_same_ballot_from_two_windows_is_one(kept: Group) -> None:
    with_factors(kept, people=2)
    kept.do("step-open", "weight")
    answers = at_once(*[lambda: kept.vote(kept.people[0], "weight", [25, 25, 25, 25]).status_code] * 4)
    assert answers == [302] * 4
    assert FocusBallot.objects.filter(current=True).count() == FocusBallot.objects.count() == 1


def test_joining_at_once_gives_everyone_a_code_and_the_room_no_more_than_it_holds(kept: Group) -> None:
    kept.session.most = 5
    kept.session.save()
    kept.do("session-open")
    secret = invitations.secret_of(FocusSession.objects.get())
    clients = [Client() for _ in range(8)]
    for each in clients:
        each.get(f"/f/{secret}/")

    def come(client: Client) -> int:
        return int(client.post(f"/g/{kept.session.pk}/join/", {"invitation": secret}).status_code)

    answers = at_once(*[lambda each=each: come(each) for each in clients])
    assert sorted(answers) == [302] * 5 + [409] * 3
    assert len(set(FocusParticipant.objects.values_list("code", flat=True))) == 5


def test_taking_the_results_twice_at_once_writes_them_once(kept: Group) -> None:
    with_factors(kept, people=2)
    kept.do("session-close")

    def take() -> int:
        try:
            return taking.take(kept.session, None)
        except RefusedError:
            return 0

    answers = at_once(take, take)
    assert sorted(answers) == [0, 4]
    assert faults_in(kept.cycle) == []


def test_someone_who_is_taken_out_while_voting_is_in_or_out(kept: Group) -> None:
    with_factors(kept, people=2)
    kept.do("step-open", "weight")
    person, found = kept.people[0], kept.round("weight")
    out = {"code": person.code, "reason": "Hadir dua kali"}
    at_once(
        lambda: kept.client.post(kept.address("focus-people"), out).status_code,
        lambda: kept.vote(person, "weight", [25, 25, 25, 25]).status_code,
    )
    assert ballots.handed_in(found) == 0


def test_two_hundred_people_vote(room: Group) -> None:
    room.session.most = 200
    room.session.save()
    with_factors(room, people=1)
    for number in range(199):
        FocusParticipant.objects.create(session=room.session, code=f"X{number}", digest=f"{number:064d}")
    room.do("step-open", "weight")
    found = room.round("weight")
    people = list(FocusParticipant.objects.all())
    for number, each in enumerate(people):
        values = dict(zip(found.items, ((40, 30, 20, 10), (10, 20, 30, 40))[number % 2], strict=True))
        ballots.hand_in(found, each, values, "")
    assert "200 dari 200" in room.client.get(room.address("focus-state")).content.decode()
    room.do("round-close", "weight")
    room.do("step-close", "weight")
    room.do("session-close")
    assert room.do("take").status_code == 302
    assert room.cycle.entries_of("judgement").count() == 800
    assert faults_in(room.cycle) == []


def test_whatever_people_write_is_kept_as_text(room: Group) -> None:
    """Titles, names, factors, reasons, decisions: no text makes an element, an attribute or a fault of ours."""
    room.do("session-open")
    texts = [each for each in naughty() if each.replace("\x00", "").strip()]
    joined = [" ".join(texts[at : at + 40])[:1800] for at in range(0, len(texts), 40)]
    room.session.title = room.session.place = joined[0].replace("\x00", "")[:200]
    room.session.save()
    people = [room.arrive(each[:80]) for each in texts[:4]]
    room.do("step-open", "collect")
    for number, text in enumerate([*texts[:19], *joined]):
        who = people[number % len(people)]
        assert who.post("propose", box="SWOT"[number % 4], text=text, once=f"n{number}").status_code in {302, 409, 422}
        page = HTMLParser(who.get().content.decode())
        assert not page.css("script:not([src]), img, iframe, b, svg")
    room.do("step-close", "collect")
    room.do("note", "collect", reason=joined[0])
    for name in ("focus", "focus-ideas", "focus-results", "focus-log", "focus-screen", "focus-state"):
        page = HTMLParser(room.client.get(room.address(name)).content.decode())
        assert not page.css("main script, main img, main iframe, main b"), name
    assert room.client.get(room.address("focus-minutes")).status_code == 200
    assert not any("\x00" in each for each in FocusIdea.objects.values_list("text", flat=True))


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("propose", {"box": "X", "text": "a"}), ("propose", {"box": "S", "text": ""}), ("propose", {}),
        ("propose", {"box": "S", "text": "a", "once": HUGE}), ("propose", {"inside": HUGE, "text": "a"}),
        ("withdraw", {"idea": HUGE}), ("withdraw", {}), ("withdraw", {"idea": "9" * 18}),
        ("vote", {"round": HUGE}), ("vote", {"round": "9" * 18}), ("vote", {}), ("vote", {"round": "²"}),
    ],
)  # fmt: skip
def test_no_field_of_the_room_makes_a_fault_of_ours(room: Group, what: str, fields: dict[str, str]) -> None:
    room.do("session-open")
    person = room.arrive()
    room.do("step-open", "collect")
    assert person.post(what, **fields).status_code in {302, 404, 409, 422}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("focus-do", {"event": "semua"}), ("focus-do", {"event": "step-open", "step": HUGE}),
        ("focus-do", {"event": "step-open"}), ("focus-do", {"event": "round-close", "step": "9" * 18}),
        ("focus-do", {"event": "session-open", "hours": HUGE}), ("focus-agenda", {"action": "x"}),
        ("focus-agenda", {"action": "add", "kind": "x"}), ("focus-agenda", {"action": "up"}),
        ("focus-agenda", {"action": "add", "kind": "talk", "minutes": HUGE, "title": "x" * 900}),
        ("focus-ideas", {"action": "merge", "idea": HUGE}), ("focus-ideas", {"action": "x"}),
        ("focus-ideas", {"action": "add", "box": "S", "text": "x"}), ("focus-paper", {"number": HUGE}),
        ("focus-decide", {"text": "x", "strategy": HUGE}), ("focus-decide", {}), ("focus-people", {"code": HUGE}),
    ],
)  # fmt: skip
def test_no_field_of_the_facilitator_makes_a_fault_of_ours(room: Group, name: str, fields: dict[str, str]) -> None:
    assert room.client.post(room.address(name), fields).status_code < 500
    room.do("session-open")
    assert room.client.post(room.address(name), fields).status_code < 500


def test_an_address_of_the_room_takes_any_number(room: Group) -> None:
    for number in ("0", "9" * 18, HUGE):
        assert Client().get(f"/g/{number}/").status_code == 404
        assert room.client.get(f"/o/kosong/c/2026/focus/{number}/").status_code == 404
    assert Client().get("/f/" + "x" * 3_000 + "/").status_code == 404
    assert Client().get("/f/%00%ff/").status_code in {400, 404}
