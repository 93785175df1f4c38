"""Nobody sees a vote before its round is closed: two worlds that differ in ballots alone answer every request alike."""

import gzip
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core import serializers
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse
from tests.web.focus_room import Group, prepared, with_factors
from tests.web.test_permissions import arguments_of, routes

from tinjau.web.focus import counting, sealing, sessions
from tinjau.web.management.commands.backup import canonical_export, models_kept
from tinjau.web.models import Cycle, FocusBallot, Role

TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value|name="once" value)="[^"]*"')
HEADER = re.compile(r"csrf|Date|Expires")
MOMENT = re.compile(rb"\d{8}T\d{6}Z?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?")  # a page may say what time it is
CANARY = "kenari-rahasia"
ONE = ({"S8": 61, "W7": 17, "O4": 13, "T4": 9}, {"S8": 3, "W7": 5, "O4": 29, "T4": 63})
TWO = ({"S8": 9, "W7": 13, "O4": 17, "T4": 61}, {"S8": 63, "W7": 29, "O4": 5, "T4": 3})


@pytest.fixture
def room(db: None, medan_cycle: Callable[[str], Cycle], person: Any, browser: Any) -> Group:
    cycle = medan_cycle("a")
    user = person("kori", Role.COORDINATOR, cycle.office)
    group = with_factors(prepared(cycle, browser(user), user))
    group.do("step-open", "weight")
    return group


def hand_in(room: Group, ballots: Any, reason: str) -> None:
    """Two on telephones and one on paper, typed twice, each with a reason."""
    for who, values in zip(room.people, ballots, strict=False):
        assert room.vote(who, "weight", values, reason=f"{CANARY} {reason}").status_code == 302
    typed = {f"v-{label}": value for label, value in ballots[0].items()}
    sent = {"number": 1, **typed, "reason": f"{CANARY} {reason}", "why": "Salah baca"}
    assert room.client.post(room.address("focus-paper"), sent).status_code == 302


def body_of(response: Any) -> bytes:
    """What a response says, archives unpacked, without the form's own tokens."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(name.encode() + archive.read(name) for name in sorted(archive.namelist()))
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    return MOMENT.sub(b"", TOKEN.sub(b"", content))


def everything(room: Group, clients: dict[str, Client]) -> dict[tuple[str, str], tuple[int, bytes, Any]]:
    """What every address answers to each of these people, by the resolver's own list."""
    found = {}
    for name in sorted(routes()):
        arguments = arguments_of(name, room.cycle)
        arguments |= {key: value for key, value in {"group": room.session.number, "room": room.session.pk}.items()
                      if key in arguments}  # fmt: skip
        try:
            address = reverse(name, kwargs=arguments)
        except NoReverseMatch:  # pragma: no cover - every route has its arguments
            continue
        for who, client in clients.items():
            response = client.get(address)
            headers = sorted((k, v) for k, v in response.headers.items() if not HEADER.search(k))
            found[name, who] = (response.status_code, body_of(response), [h for h in headers if h[0] != "Set-Cookie"])
    return found


def test_no_address_tells_one_set_of_ballots_from_another(room: Group, person: Any, browser: Any) -> None:
    clients = {role: browser(person(f"orang-{role}", role, room.cycle.office)) for role in (
        Role.OPERATOR, Role.VERIFIER, Role.OBSERVER, Role.OFFICE_ADMIN, Role.NATIONAL_ADMIN)}  # fmt: skip
    clients |= {"kori": room.client, "nobody": Client()}
    clients |= {f"person-{n}": each.client for n, each in enumerate(room.people)}
    hand_in(room, ONE, "satu")
    first = everything(room, clients)
    FocusBallot.objects.all().delete()
    room.session.events.filter(what="paper-corrected").delete()
    hand_in(room, TWO, "dua")
    moments = FocusBallot.objects.filter(paper=True)
    assert moments.count() == 1
    second = everything(room, clients)
    assert len(first) > 10 * 50
    for key, (status, content, headers) in first.items():
        assert CANARY.encode() not in content, key
        if key[0] == "web:focus-paper":  # says when the sheet was typed, to the minute
            assert re.sub(rb"<time.*?</time>", b"", content) == re.sub(rb"<time.*?</time>", b"", second[key][1])
            continue
        assert (status, content, headers) == second[key], key
    seen = {key[0] for key, (status, *_) in first.items() if status == 200}
    assert {"web:focus", "web:focus-state", "web:focus-screen", "web:focus-results", "web:focus-minutes",
            "web:focus-log",
            "web:focus-room", "web:focus-sheet", "web:focus-ideas", "web:history", "web:export", "api:entries",
            } <= seen  # fmt: skip


def test_no_table_and_no_backup_holds_an_open_ballot(room: Group) -> None:
    hand_in(room, ONE, "satu")
    assert CANARY.encode() not in canonical_export()
    for ballot in FocusBallot.objects.all():
        assert ballot.values is None
        assert ballot.reason == ""
        assert sealing.opened(ballot.sealed) is not None
    every = b"".join(serializers.serialize("json", model.objects.all()).encode() for model in models_kept())
    assert CANARY.encode() not in every
    sealed = [sealing.seal({"values": dict.fromkeys("SWOT", size), "reason": "x" * size}) for size in (0, 1, 25, 100)]
    assert len({len(each) for each in sealed}) == 1  # not even their length says anything


def test_only_what_is_counted_and_ones_own_shows_after_closing(room: Group) -> None:
    hand_in(room, ONE, "satu")
    room.do("round-close", "weight")
    mine, other = room.people[0].get().content.decode(), room.people[2].get().content.decode()
    assert CANARY in mine  # reasons, without a code
    assert "<strong>61</strong>" in mine
    assert "<strong>61</strong>" not in other
    assert "<strong>63</strong>" not in mine
    assert room.people[1].code not in mine
    page = room.client.get(room.address("focus-results")).content.decode()
    for each in room.people:
        assert each.code not in page


def test_a_second_round_hides_again(room: Group) -> None:
    hand_in(room, ONE, "satu")
    room.do("round-close", "weight")
    room.do("round-open", "weight")
    room.vote(room.people[0], "weight", {"S8": 88, "W7": 4, "O4": 4, "T4": 4}, reason="kenari-dua")
    for address in ("focus", "focus-results", "focus-screen", "focus-minutes", "focus-log", "focus-paper"):
        assert b"kenari-dua" not in body_of(room.client.get(room.address(address)))
        assert b">88<" not in body_of(room.client.get(room.address(address)))
    for each in room.people:
        content = each.get().content.decode()
        assert "kenari-dua" not in content
        assert 'value="88"' not in content
    with pytest.raises(ValueError, match="open round"):
        counting.outcome(room.round("weight"), {})
    assert counting.votes_of(room.round("weight")) == []


def test_a_ballot_sealed_by_another_server_is_said_to_be_unread(room: Group) -> None:
    hand_in(room, ONE, "satu")
    with override_settings(SECRET_KEY="kunci server lain " * 4):
        sessions.close_round(room.session, room.step("weight"), None)
    assert FocusBallot.objects.filter(unread=True).count() == 3
    page = room.client.get(room.address("focus-results")).content.decode()
    assert "3 suara tidak dapat dibuka" in page
    assert counting.votes_of(room.round("weight")) == []
