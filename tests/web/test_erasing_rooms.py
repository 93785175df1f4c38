"""A person is erased from rounds of assessors and from focus groups too; what was counted stays, without the name."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from tests.web.focus_room import prepared, with_factors
from tests.web.rounds_at_hand import assessors, made, score

from tinjau.web import erasure
from tinjau.web.assessors import package, rounds
from tinjau.web.assessors.items import questions_of
from tinjau.web.assessors.reconciling import disputes_of
from tinjau.web.erasing_rooms import ERASED, SPOTS, find_rows, take_rows
from tinjau.web.focus import counting
from tinjau.web.focus.sessions import note
from tinjau.web.history import Author, faults_in
from tinjau.web.management.commands.backup import canonical_export
from tinjau.web.models import AssessmentRound, AssessmentScore, AssessmentSeat, Cycle, FocusIdea, FocusStep, Role

CANARY = "kenari-5512"
ME = Author(None, "diminta")
People = Callable[..., Any]
Browser = Callable[[Any], Client]


@pytest.fixture
def cycle(db: None, medan_cycle: Callable[[str], Cycle]) -> Cycle:
    """The Medan study in the office `a`."""
    return medan_cycle("a")


def scored(cycle: Cycle, person: People, naming: str, *, close: bool = True) -> AssessmentRound:
    """A round in which an assessor has the canary as a name, and another writes of it."""
    people = assessors(person, cycle, [CANARY, "budi"])
    found = made(cycle, people, naming=naming)
    score(found, people[0], 1, "yes", "catatan sendiri", "berkas sendiri")
    score(found, people[1], 1, "no", f"menurut {CANARY.upper()} sudah ada")
    score(found, people[1], 2, "positive", "tanpa nama")
    return rounds.close(found, ME) if close else found


def talked(cycle: Cycle, person: People, browser: Browser) -> Any:
    """A focus group whose texts name the canary everywhere, with a vote counted."""
    user = person("kori", Role.COORDINATOR, cycle.office)
    titles = dict.fromkeys(FocusStep.Kind.values, f"Acara {CANARY}")
    group = prepared(cycle, browser(user), user, title=f"Rapat {CANARY}", purpose=f"Bersama {CANARY}", place=CANARY,
                     titles=titles)  # fmt: skip
    with_factors(group)
    guest = group.arrive(f"Ibu {CANARY}")
    group.do("step-open", "weight")
    for person_in, reason in ((group.people[0], f"kata {CANARY}"), (guest, "")):
        group.vote(person_in, "weight", [40, 30, 20, 10], reason)
    group.do("round-close", "weight")
    FocusIdea.objects.filter(session=group.session, box="S").update(text=f"Faktor {CANARY}")
    note(group.session, "removed", user, text=f"permintaan {CANARY}", data={"why": [f"x {CANARY}"], "n": 4})
    return group


@pytest.mark.parametrize("naming", ["name", "code"])
def test_a_person_leaves_a_round_and_its_agreement_stays(cycle: Cycle, person: People, naming: str) -> None:
    found = scored(cycle, person, naming)
    before = found.agreement
    assert before is not None
    trace = erasure.find([cycle], author=CANARY)
    assert {each.spot.kind for each in trace.rows} == {"seat", "score"}
    erasure.take_out(trace.entries, trace.files, trace.results, ME)
    assert take_rows([each.id for each in trace.rows], [cycle], ME) == len(trace.rows) == 2
    mentions = erasure.find([cycle], text=CANARY)
    erasure.take_out(mentions.entries, (), (), ME)
    take_rows([each.id for each in mentions.rows], [cycle], ME, text=CANARY)
    AssessmentSeat.objects.get(round=found, user=None)
    assert "menurut" not in "".join(AssessmentScore.objects.values_list("note", flat=True))
    assert AssessmentScore.objects.filter(note="tanpa nama").exists()
    assert sorted(AssessmentScore.objects.filter(indicator=questions_of(found)[0].id).values_list(
        "value", flat=True)) == ["no", "yes"]  # fmt: skip
    found.refresh_from_db()
    after = found.agreement
    assert after is not None
    assert (after["by_instrument"], len(after["items"]), len(after["assessors"])) == (
        before["by_instrument"], len(before["items"]), 2,
    )  # fmt: skip
    assert faults_in(cycle) == []
    exported = canonical_export().decode().casefold()
    kept = {f'"username": "{CANARY}"', f'"author_name": "{CANARY}"'}  # the account itself, and what the office keeps
    for each in kept:
        exported = exported.replace(each, "").replace(each.replace(": ", ":"), "")
    assert CANARY not in exported
    assert disputes_of(found)  # the page of the round still opens on it


@pytest.mark.parametrize("naming", ["name", "code"])
def test_the_package_does_not_get_an_erased_name_back(cycle: Cycle, person: People, naming: str) -> None:
    scored(cycle, person, naming)

    def packed() -> str:
        the_study = package.study_of(cycle)
        return f"{the_study!r} {package.free_texts(the_study)!r}".casefold()

    assert CANARY not in packed()
    for wanted in ({"author": CANARY}, {"text": CANARY}):
        trace = erasure.find([cycle], **wanted)
        erasure.take_out(trace.entries, trace.files, trace.results, ME)
        take_rows([each.id for each in trace.rows], [cycle], ME, text=CANARY)
    person(CANARY).delete()  # the account is gone, and with it the last list on which the name stood
    assert CANARY not in packed()


def test_a_person_leaves_a_focus_group_and_the_count_stays(cycle: Cycle, person: People, browser: Browser) -> None:
    group = talked(cycle, person, browser)
    tally = counting.counted(group.round("weight"))
    admin = browser(person("adm", Role.OFFICE_ADMIN, cycle.office))
    page = admin.post("/o/a/erase/", {"step": "find", "text": CANARY})
    rows = page.context["found"].rows
    assert {each.spot.kind for each in rows} == {"meeting", "step", "guest", "idea", "ballot", "log"}
    assert "Nama peserta" in page.content.decode()
    entries = [each.pk for each, _ in page.context["entries"]]  # the meeting's title stands in the history too
    fields = {"step": "erase", "entry": entries, "row": [each.id for each in rows], "text": CANARY,
              "reason": "diminta"}  # fmt: skip
    done = admin.post("/o/a/erase/", fields, follow=True).content.decode()
    assert f"{len(rows)} baris dari putaran dan diskusi" in done
    assert find_rows([cycle], text=CANARY) == []
    assert CANARY not in canonical_export().decode().casefold()
    assert counting.counted(group.round("weight")) == tally
    assert group.session.events.filter(data={"why": [ERASED], "n": 4}, text=ERASED).count() == 1
    assert faults_in(cycle) == []
    event = cycle.entries.filter(kind="event").last()
    assert event.payload["rows"]["guest"] == 1
    assert (event.author_name, event.reason) == ("adm", "diminta")
    for name in ("focus", "focus-ideas", "focus-results", "focus-log", "focus-minutes"):
        assert group.client.get(group.address(name)).status_code == 200, name


def test_an_open_round_shows_nothing_and_keeps_its_seats(cycle: Cycle, person: People, browser: Browser) -> None:
    found = scored(cycle, person, "code", close=False)
    admin = browser(person("adm", Role.OFFICE_ADMIN, cycle.office))
    page = admin.post("/o/a/erase/", {"step": "find", "text": CANARY})
    rows = page.context["found"].rows
    assert [each.spot.kind for each in rows] == ["score"]
    assert "menurut" not in page.content.decode()
    seat = found.seats.get(user_name=CANARY)
    assert take_rows([f"seat:{seat.pk}"], [cycle], ME) == 0
    assert take_rows([each.id for each in rows], [cycle], ME) == 1
    rounds.close(found, ME)
    assert CANARY.upper() not in canonical_export().decode()


@pytest.mark.parametrize(
    "ids",
    [["seat:x"], ["kata:1"], ["seat:-1"], ["seat:"], [""], ["seat:99999999999999999999"], ["score:¹"], ["guest:0"]],
)
def test_strange_ids_empty_nothing(cycle: Cycle, ids: list[str]) -> None:
    before = cycle.entries.count()
    assert take_rows(ids, [cycle], ME) == 0
    assert cycle.entries.count() == before


def test_rows_of_a_foreign_office_are_neither_found_nor_emptied(
    cycle: Cycle, medan_cycle: Callable[[str], Cycle], person: People, browser: Browser
) -> None:
    group = talked(cycle, person, browser)
    other = medan_cycle("b")
    admin = browser(person("lain", Role.OFFICE_ADMIN, other.office))
    assert list(admin.post("/o/b/erase/", {"step": "find", "text": CANARY}).context["found"].rows) == []
    rows = [each.id for each in find_rows([cycle], text=CANARY)]
    admin.post("/o/b/erase/", {"step": "erase", "row": rows, "text": CANARY, "reason": "x"})
    group.session.refresh_from_db()
    assert CANARY in group.session.title


def test_the_command_reaches_them_too(cycle: Cycle, person: People, browser: Browser) -> None:
    talked(cycle, person, browser)
    scored(cycle, person, "name")
    out = StringIO()
    call_command("erase", "a", "--text", CANARY, stdout=out)
    assert {line.split()[2].split(":")[0] for line in out.getvalue().splitlines() if line.startswith("row ")} == {
        each.kind for each in SPOTS
    } - {"round"}
    assert find_rows([cycle], text=CANARY)
    call_command("erase", "a", "--text", CANARY, "--yes", "--reason", "diminta", stdout=out)
    assert find_rows([cycle], text=CANARY) == []
    assert faults_in(cycle) == []
