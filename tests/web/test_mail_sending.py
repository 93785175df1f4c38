"""What a letter comes to: taken, refused for now or for good, a server that is away, silent or breaks off, a sender
that died; and that no two send the same."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from tests.web.mailing import NOW, Sink, due_in, mail_arrives, sent_at, wishing

from tinjau.web.models import Cycle, Letter, Notice, Role, Wish
from tinjau.web.notices import letters, sending
from tinjau.web.notices.letters import MOST_TRIES, STALE, WAITS
from tinjau.web.notices.sending import send_waiting
from tinjau.web.notices.writing import notice_mail


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A mail server, and settings that lead to it."""
    with mail_arrives() as server:
        yield server


def one_letter(
    medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], names: tuple[str, ...] = ("sari",)
) -> None:
    """People who want a digest, each with something to be told."""
    cycle = medan_cycle("a")
    for name in names:
        wishing(person(name, Role.OPERATOR, cycle.office))
    due_in(cycle, "k", 1.4)
    assert letters.gather(NOW) == len(names)


# command → what the server answers; the state, the fault, whether it is tried again, whether the address is closed
OUTCOMES: dict[str, tuple[dict[str, str], str, str, bool]] = {
    "taken": ({}, "sent", "", False),
    "mailbox busy": ({"RCPT": "450 4.2.1 busy"}, "waiting", "later", False),
    "greylisted": ({"RCPT": "451 4.7.1 come later"}, "waiting", "later", False),
    "full for now": ({"END": "452 4.3.1 full"}, "waiting", "later", False),
    "data not now": ({"DATA": "421 4.3.2 going down"}, "waiting", "later", False),
    "no such address": ({"RCPT": "550 5.1.1 nobody"}, "failed", "refused", True),
    "old server, no such address": ({"RCPT": "550 nobody here"}, "failed", "refused", True),
    "mailbox closed": ({"END": "554 5.2.1 closed"}, "failed", "refused", True),
    "relaying refused": ({"RCPT": "550 5.7.1 relaying denied"}, "failed", "policy", False),
    "taken for rubbish": ({"END": "554 5.7.1 rubbish"}, "failed", "policy", False),
    "our sender refused": ({"MAIL": "553 5.1.8 who are you"}, "waiting", "sender", False),
    "no greeting": ({"EHLO": "550 no", "HELO": "550 no"}, "waiting", "sender", False),
    "breaks off before": ({"RCPT": "break"}, "waiting", "unreachable", False),
    "breaks off after": ({"END": "break"}, "unsure", "unsure", False),
    "silent before": ({"MAIL": "silent"}, "waiting", "unreachable", False),
    "nonsense before": ({"RCPT": "what?"}, "waiting", "unreachable", False),
    "nonsense after": ({"END": "what?"}, "unsure", "unsure", False),
}


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_what_the_server_says_decides(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink, name: str,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    replies, state, fault, closed = OUTCOMES[name]
    one_letter(medan_cycle, person)
    sink.replies = dict(replies)
    timeout = 3 if "silent" in replies.values() else 30
    with caplog.at_level("DEBUG", logger="tinjau.mail"), override_settings(EMAIL_TIMEOUT=timeout):
        assert send_waiting(NOW).ends == {state: 1}
    letter = Letter.objects.get()
    assert (letter.state, letter.fault, letter.tries) == (state, fault, 1)
    assert (Wish.objects.get().refused is not None) == closed
    assert "example.go.id" not in caplog.text  # the log names no address
    assert "Isi semua" not in caplog.text
    sink.replies = {}
    ends = send_waiting(NOW + WAITS[0]).ends
    assert ends == ({"sent": 1} if state == "waiting" else {})
    assert len(sink.mails) == (state in {"waiting", "sent"})
    assert sent_at(NOW + timedelta(hours=3)) == {}


def test_a_server_that_is_away_is_tried_again_with_growing_waits_and_not_for_ever(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    one_letter(medan_cycle, person)
    with override_settings(EMAIL_PORT=1):
        moment = NOW
        for wait in (*WAITS, None):
            assert send_waiting(moment).stopped
            if wait is not None:
                assert send_waiting(moment + wait - timedelta(seconds=1)).ends == {}
                moment += wait
        assert list(WAITS) == sorted(WAITS)
        letter = Letter.objects.get()
        assert (letter.state, letter.fault, letter.tries) == ("failed", "unreachable", MOST_TRIES)
        assert send_waiting(moment + timedelta(days=1)).ends == {}
    assert Notice.objects.count() == 0  # so that the next morning tells it
    assert sent_at(NOW + timedelta(days=1)) == {"sent": 1}


def test_a_turn_ends_at_a_server_that_is_away_or_silent(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    one_letter(medan_cycle, person, ("sari", "budi", "tono"))
    sink.replies = {"END": "silent"}
    with override_settings(EMAIL_TIMEOUT=3):
        done = send_waiting(NOW)
    assert (done.stopped, done.ends, sink.connections) == (True, {"unsure": 1}, 1)
    sink.replies = {}
    assert send_waiting(NOW).ends == {"sent": 2}  # the first may have arrived, and is not sent twice


def test_a_refusal_stops_one_address_and_no_other(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    one_letter(medan_cycle, person, ("sari", "budi"))
    sink.replies = {"RCPT": "550 5.1.1 nobody"}
    first = Letter.objects.order_by("pk").first()
    Letter.objects.exclude(pk=first.pk).update(not_before=NOW + timedelta(minutes=5))
    assert send_waiting(NOW).ends == {"failed": 1}
    sink.replies = {}
    assert send_waiting(NOW + timedelta(minutes=5)).ends == {"sent": 1}
    assert Wish.objects.filter(refused__isnull=True).count() == 1
    due_in(Cycle.objects.get(), "l", 2.4)
    assert sent_at(NOW + timedelta(days=1)) == {"sent": 1}  # the other one


def test_a_sender_that_died_before_handing_over_is_followed_by_another(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    one_letter(medan_cycle, person)
    number = Letter.objects.get().pk
    dead = letters.claim(number, NOW)
    assert dead is not None
    assert send_waiting(NOW + STALE).ends == {}  # it may be at work
    assert send_waiting(NOW + STALE * 2).ends == {"sent": 1}
    assert not letters.move(dead, "claimed", "handing")  # woken up, it sends nothing
    assert (Letter.objects.get().tries, len(sink.mails)) == (2, 1)


def test_a_sender_that_only_slept_sends_nothing_of_what_another_took_over(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any]
) -> None:
    one_letter(medan_cycle, person)
    number = Letter.objects.get().pk
    slept = letters.claim(number, NOW)
    letters.recover(NOW + STALE * 2)
    second = letters.claim(number, NOW + STALE * 2)
    assert slept is not None
    assert second is not None
    assert not letters.move(slept, "claimed", "handing")
    assert letters.move(second, "claimed", "handing")


@pytest.mark.parametrize("mode", ["daily", "each"])
def test_who_gathers_second_finds_what_the_first_one_made(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture, mode: str,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    wishing(person("sari", Role.OPERATOR, cycle.office), mode)
    due_in(cycle, "k", 1.4)
    fresh, made = letters.fresh, list[int]()

    def overtaken(wish: Wish, now: Any) -> Any:
        """What is new, as it was before another process gathered it."""
        found = fresh(wish, now)
        monkeypatch.setattr(letters, "fresh", fresh)
        made.append(letters.gather(NOW))
        return found

    monkeypatch.setattr(letters, "fresh", overtaken)
    assert (letters.gather(NOW), made) == (0, [1])
    assert (Letter.objects.count(), Notice.objects.count(), caplog.records) == (1, 1, [])


def test_a_sender_that_died_again_and_again_is_not_followed_for_ever(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    one_letter(medan_cycle, person)
    number, moment = Letter.objects.get().pk, NOW
    for _ in range(MOST_TRIES):
        assert letters.claim(number, moment) is not None
        moment += STALE * 2
        letters.recover(moment)
    assert letters.claim(number, moment) is None
    assert (Letter.objects.get().state, Letter.objects.get().fault) == ("failed", "gone")
    assert sink.connections == 0


def test_a_sender_that_died_while_handing_over_leaves_what_nobody_knows(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    one_letter(medan_cycle, person)
    letter = letters.claim(Letter.objects.get().pk, NOW)
    assert letter is not None
    assert letters.move(letter, "claimed", "handing", taken=NOW)
    assert send_waiting(NOW + STALE * 2).ends == {}
    assert (Letter.objects.get().state, sink.connections) == ("unsure", 0)


def test_a_fault_of_ours_stops_one_letter_and_writes_no_contents_into_the_log(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink,
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    one_letter(medan_cycle, person, ("sari", "budi"))
    write = notice_mail

    def torn(letter: Letter, wish: Wish, *more: Any) -> Any:
        if wish.user.get_username() == "sari":
            raise ValueError(wish.address)
        return write(letter, wish, *more)

    monkeypatch.setattr(sending, "notice_mail", torn)
    assert send_waiting(NOW).ends == {"failed": 1, "sent": 1}
    assert "cannot be written (ValueError at test_mail_sending.py" in caplog.text
    assert "sari@" not in caplog.text


def test_a_copy_of_a_letter_has_the_same_name(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    one_letter(medan_cycle, person)
    assert send_waiting(NOW).ends == {"sent": 1}
    Letter.objects.update(state="waiting")
    assert send_waiting(NOW).ends == {"sent": 1}
    assert len({mail["Message-ID"] for _, mail in sink.mails}) == 1


def test_threads_that_come_at_once_send_one_letter_a_person(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    names = tuple(f"orang-{number}" for number in range(6))
    cycle = medan_cycle("a")
    for number, name in enumerate(names):
        wishing(person(name, Role.OPERATOR, cycle.office), "daily" if number % 2 else "each")
    due_in(cycle, "k", 1.4)
    ready, faults = threading.Barrier(4), list[BaseException]()

    def turn() -> None:
        try:
            ready.wait(30)
            for _ in range(3):
                sent_at(NOW)
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=turn) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert sorted(address for address, _ in sink.mails) == [f"{each}@example.go.id" for each in names]
    assert Letter.objects.filter(state="sent").count() == Notice.objects.count() == len(names)


def test_processes_that_come_at_once_send_one_letter_a_person(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], sink: Sink
) -> None:
    names = [f"orang-{number}" for number in range(5)]
    cycle = medan_cycle("a")
    due = due_in(cycle, "k", 1.4)
    type(due).objects.update(at=timezone.now() + timedelta(hours=20), changed=timezone.now() - timedelta(hours=20))
    for name in names:
        wishing(person(name, Role.OPERATOR, cycle.office))
    environment = {
        **os.environ, "TINJAU_HOME": str(settings.HOME), "PYTHONPATH": os.pathsep.join(sys.path),
        "TINJAU_MAIL_URL": f"smtp://127.0.0.1:{sink.port}/?tls=none", "TINJAU_MAIL_FROM": "tinjau@example.go.id",
        "TINJAU_SECRET_KEY": settings.SECRET_KEY,
    }  # fmt: skip
    code = "import sys; from tinjau.cli import main; sys.exit(main())"
    day = timezone.localdate().isoformat()
    senders = [
        subprocess.Popen([sys.executable, "-c", code, "manage", "digest", "--date", day], env=environment,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]  # fmt: skip
    said = [sender.communicate(timeout=300) for sender in senders]
    assert [sender.returncode for sender in senders] == [0, 0, 0], said
    assert sorted(address for address, _ in sink.mails) == [f"{each}@example.go.id" for each in names]
    lines = "".join(out for out, _ in said)
    assert [lines.count(f"sent: {each} daily") for each in names] == [1] * len(names)
