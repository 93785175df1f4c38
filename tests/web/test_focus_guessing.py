"""Guessing a focus group's secrets is slowed down, whichever of several processes the guesses reach."""

import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client, RequestFactory
from tests.web.focus_room import Group, prepared

from tinjau.web import limits
from tinjau.web.focus import invitations
from tinjau.web.models import Cycle, Office, Role, Tally

NOON = 1_800_000_030  # in the middle of a minute
ADDRESS = "10.1.2.3"
ELSEWHERE = f"""
import django
django.setup()
from types import SimpleNamespace
from django.test import RequestFactory
from tinjau.web import limits
from tinjau.web.focus import invitations
limits.time = SimpleNamespace(time=lambda: {NOON})
for number in range({limits.MISSES.most}):
    invitations.note_miss(RequestFactory(REMOTE_ADDR="{ADDRESS}").get("/"), f"{{number:032d}}")
"""


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """One moment, so that no window ends within a test; `now` may be moved."""
    moment = SimpleNamespace(now=NOON)
    monkeypatch.setattr(limits, "time", SimpleNamespace(time=lambda: moment.now))
    return moment


@pytest.fixture
def room(db: None, person: Callable[..., Any], browser: Callable[[Any], Client]) -> Group:
    """A session that is open."""
    office = Office.objects.create(slug="a", name="Kota A")
    cycle = Cycle.objects.create(office=office, slug="2026", title="Kajian", period="2026")
    user = person("kori", Role.COORDINATOR, office)
    made = prepared(cycle, browser(user), user)
    made.do("session-open")
    return made


def test_guessing_invitations_is_slowed_down(room: Group, clock: Any) -> None:
    guesser = Client(REMOTE_ADDR=ADDRESS)
    assert {guesser.get(f"/f/{n:032d}/").status_code for n in range(limits.MISSES.most)} == {404}
    assert guesser.get(f"/f/{61:032d}/").status_code == 429
    assert guesser.post(f"/g/{room.session.pk}/join/", {"invitation": "0" * 32}).status_code == 429
    right = invitations.secret_of(room.session)
    assert guesser.get(f"/f/{right}/").status_code == 429  # and a right one tells nothing in between
    room.arrive()  # from elsewhere the room stays open
    clock.now += 60
    assert guesser.get(f"/f/{right}/").status_code == 200


def test_what_cannot_be_a_secret_and_what_is_right_count_nothing(room: Group) -> None:
    client = Client(REMOTE_ADDR=ADDRESS)
    for wrong in ("x", "é" * 32, "0" * 31, "0" * 33, "%00"):
        client.get(f"/f/{wrong}/")
    for _ in range(3):
        client.get(f"/f/{invitations.secret_of(room.session)}/")
    assert not Tally.objects.filter(key__startswith="focus").exists()


def test_an_address_is_not_kept_in_words(room: Group) -> None:
    Client(REMOTE_ADDR=ADDRESS).get(f"/f/{0:032d}/")
    assert [ADDRESS in each.key for each in Tally.objects.filter(key__startswith="focus")] == [False]


def test_guesses_at_another_process_count_here_too(committed_db: None) -> None:
    request = RequestFactory(REMOTE_ADDR=ADDRESS).get("/")
    assert not invitations.is_guessing(request)
    subprocess.run([sys.executable, "-c", ELSEWHERE], check=True)
    assert invitations.is_guessing(request)
    assert not invitations.is_guessing(RequestFactory(REMOTE_ADDR="10.1.2.4").get("/"))
