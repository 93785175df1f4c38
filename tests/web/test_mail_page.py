"""The page of notices by mail, the link that confirms and the one that ends, the command, the turns, forgetting."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client, override_settings
from django.utils import timezone
from tests.web.mailing import NOW, Sink, due_in, mail_arrives, sent_at, wishing

from tinjau.web import periodic
from tinjau.web.history import Author
from tinjau.web.management.commands.backup import canonical_export
from tinjau.web.models import Cycle, Letter, Notice, Role, Tally, Wish
from tinjau.web.notices import letters, threads, tokens
from tinjau.web.notices.sending import send_waiting

PAGE = "/account/notices/"
ADDRESS = "sari@example.go.id"


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A mail server, and settings that lead to it."""
    with mail_arrives() as server:
        yield server


@pytest.fixture
def sari(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> SimpleNamespace:
    """A person of an office, and her client."""
    cycle = medan_cycle("a")
    user = person("sari", Role.OPERATOR, cycle.office)
    return SimpleNamespace(user=user, client=browser(user), cycle=cycle)


def set_address(client: Client, address: str = ADDRESS) -> Any:
    return client.post(PAGE, {"do": "address", "address": address}, follow=True)


def link_in(sink: Sink, number: int = -1) -> str:
    """The path of the first link of a message."""
    found = re.search(r"https://tinjau\.example\.go\.id(/\S+)", sink.texts()[number])
    assert found is not None
    return found[1]


def test_an_address_gets_one_message_until_its_owner_confirmed_it(sari: SimpleNamespace, sink: Sink) -> None:
    due_in(sari.cycle, "k", 1.4)
    page = set_address(sari.client)
    assert "sari@example.go.id belum dikonfirmasi" in page.content.decode()
    sari.client.post(PAGE, {"do": "choice", "mode": "daily", "lang": "id"})
    assert sent_at(NOW) == {"sent": 1}
    assert sent_at(NOW + timedelta(days=1)) == {}
    [(address, mail)] = sink.mails
    assert (address, mail["Subject"]) == (ADDRESS, "tinjau: konfirmasi alamat surel")
    assert mail["List-Unsubscribe"] is None
    text = sink.texts()[0]
    assert re.sub(r"https://\S+", "LINK", text).replace("\r\n", "\n") == (
        "Akun sari di tinjau meminta agar pemberitahuan dikirim ke alamat ini. Bila itu Anda, masuklah dan buka tautan "
        "ini dalam 24 jam:\n\nLINK\n\nBila bukan Anda, abaikan surel ini: tidak ada pemberitahuan yang akan dikirim.\n"
    )
    assert ADDRESS not in link_in(sink)
    asked = sari.client.get(link_in(sink))
    assert "Ya, ini alamat saya" in asked.content.decode()
    assert asked.headers["Referrer-Policy"] == "same-origin"  # without any, browsers send no Origin with the form
    assert Wish.objects.get().confirmed is None  # a scanner that opens links confirms nothing
    done = sari.client.post(link_in(sink), follow=True)
    assert "sari@example.go.id sudah dikonfirmasi" in done.content.decode()
    assert "sudah dikonfirmasi" in sari.client.get(link_in(sink), follow=True).content.decode()  # the second time
    assert Wish.objects.get().since > timezone.now() - timedelta(minutes=5)  # what was before is no news
    assert sent_at(NOW + timedelta(hours=2)) == {"sent": 1}


def test_the_link_is_one_persons_for_one_address_and_for_a_day(
    sari: SimpleNamespace, sink: Sink, person: Callable[..., Any], browser: Callable[[Any], Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    set_address(sari.client)
    assert send_waiting().ends == {"sent": 1}
    link = link_in(sink)
    token = link.split("/")[-2]
    assert browser(person("budi")).post(link).status_code == 404
    assert Client().post(link).status_code == 302  # it asks to sign in
    assert sari.client.post(f"{PAGE}confirm/{tokens.stopping(Wish.objects.get())}/").status_code == 404
    assert sari.client.post(f"{PAGE}confirm/{token[:-1]}{'a' if token[-1] != 'a' else 'b'}/").status_code == 404
    assert sari.client.post(f"{PAGE}confirm/{'x' * 900}/").status_code == 404
    assert Client().post(f"/s/notices/{token}/").status_code == 404  # and it ends nothing
    with monkeypatch.context() as patch:
        patch.setattr(tokens, "CONFIRM_WITHIN", timedelta(seconds=-1))
        assert sari.client.post(link).status_code == 404
    set_address(sari.client, "lain@example.go.id")
    assert sari.client.post(link).status_code == 404
    assert Wish.objects.get().confirmed is None
    assert send_waiting().ends == {"sent": 1}
    assert sari.client.post(link_in(sink)).status_code == 302
    assert (Wish.objects.get().address, Wish.objects.get().confirmed is None) == ("lain@example.go.id", False)


def test_nobody_is_bombed_with_confirmations(
    sari: SimpleNamespace, sink: Sink, person: Callable[..., Any], browser: Callable[[Any], Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("tinjau.web.limits.time.time", lambda: 1_900_000_000)
    stranger = "asing@example.go.id"
    for number in range(5):
        page = set_address(sari.client, stranger if number % 2 else stranger.upper())
        assert (page.status_code, "terlalu sering" in page.content.decode()) == ((200, False), (422, True))[number > 2]
        assert send_waiting().ends == ({"sent": 1} if number < 3 else {})
    other = browser(person("budi"))
    assert set_address(other, stranger).status_code == 422  # not by another account either
    assert set_address(other, "budi@example.go.id").status_code == 200
    assert [address.lower() for address, _ in sink.mails] == [stranger] * 3
    assert set_address(sari.client, "satu@example.go.id").status_code == 422  # nor to others by this one


def test_who_asks_again_gets_one_message_for_what_still_waits(sari: SimpleNamespace, sink: Sink) -> None:
    set_address(sari.client)
    set_address(sari.client)
    assert send_waiting().ends == {"sent": 1}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "a@b",
        "a@b.id\nBcc: c@d.id",
        "a@b.id, c@d.id",
        "<a@b.id>",
        "x" * 250 + "@a.id",
        "x" * 249 + "@a.id" + "x" * 90,
        "a b@c.id",
        "@a.id",
    ],
)
def test_what_is_no_address_is_said(sari: SimpleNamespace, sink: Sink, address: str) -> None:
    page = set_address(sari.client, address)
    assert (page.status_code, "Tulis satu alamat surel" in page.content.decode()) == (422, True)
    assert (Letter.objects.count(), Tally.objects.count()) == (0, 0)
    assert Wish.objects.get().address == ""


def test_the_page_says_that_this_server_sends_none(sari: SimpleNamespace) -> None:
    page = sari.client.get(PAGE).content.decode()
    assert "Server ini tidak mengirim surel" in page
    assert "/account/dates/" in page
    assert 'name="address"' not in page
    assert set_address(sari.client).status_code == 422
    assert Letter.objects.count() == 0


def test_choices_are_kept_and_nonsense_is_not(sari: SimpleNamespace, sink: Sink) -> None:
    assert "checked" in sari.client.get(PAGE).content.decode().split('value="none"')[1][:20]
    Wish.objects.create(user=sari.user, since=NOW - timedelta(days=3650))
    sari.client.post(PAGE, {"do": "choice", "mode": "each", "lang": "en"})
    wish = Wish.objects.get()
    assert (wish.mode, wish.lang) == ("each", "en")
    assert wish.since > timezone.now() - timedelta(minutes=5)
    since = wish.since
    sari.client.post(PAGE, {"do": "choice", "mode": "daily", "lang": "en"})
    assert Wish.objects.get().since == since  # only the beginning begins anew
    for fields in ({"do": "choice", "mode": "hourly", "lang": "fr"}, {"do": "x"}, {}):
        assert sari.client.post(PAGE, fields).status_code == 302
    assert (Wish.objects.get().mode, Wish.objects.get().lang) == ("daily", "en")
    wishing(sari.user)
    sari.client.post(PAGE, {"do": "remove"})
    wish = Wish.objects.get()
    assert (wish.address, wish.confirmed, wish.mode) == ("", None, "none")


def test_the_page_shows_what_was_sent_and_what_failed(sari: SimpleNamespace, sink: Sink) -> None:
    wishing(sari.user)
    assert "belum pernah" in sari.client.get(PAGE).content.decode()
    due_in(sari.cycle, "k", 1.4)
    assert sent_at(NOW) == {"sent": 1}
    page = sari.client.get(PAGE).content.decode()
    assert "3 Maret 2031, 07.00" in page
    assert "Masalah terakhir" not in page
    due_in(sari.cycle, "l", 2.4)
    sink.replies = {"RCPT": "550 5.1.1 nobody"}
    assert sent_at(NOW + timedelta(days=1)) == {"failed": 1}
    page = sari.client.get(PAGE).content.decode()
    assert "Server surel menolak sari@example.go.id" in page
    assert "server surel menolak alamat ini" in page
    sink.replies = {}
    set_address(sari.client)  # the same address again: asked anew
    assert send_waiting(NOW + timedelta(days=1)).ends == {"sent": 1}
    sari.client.post(link_in(sink))
    assert Wish.objects.get().takes_mail


def test_one_click_ends_the_mail_without_an_account(sari: SimpleNamespace, sink: Sink) -> None:
    wishing(sari.user)
    due_in(sari.cycle, "k", 1.4)
    assert sent_at(NOW) == {"sent": 1}
    link = sink.mails[0][1]["List-Unsubscribe"].strip(" <>").removeprefix("https://tinjau.example.go.id")
    stranger = Client(enforce_csrf_checks=True)
    page = stranger.get(link)
    assert (page.status_code, page.headers["X-Robots-Tag"]) == (200, "noindex")
    assert ADDRESS not in page.content.decode()
    assert Wish.objects.get().mode == "daily"  # a scanner that opens links ends nothing
    done = stranger.post(link, {"List-Unsubscribe": "One-Click"})
    assert done.status_code == 200  # RFC 8058, 3.1: no redirect
    assert Wish.objects.get().mode == "none"
    assert stranger.post(link).status_code == 200
    assert stranger.post(link.replace("/s/notices/", "/s/notices/x")).status_code == 404
    due_in(sari.cycle, "l", 2.4)
    assert sent_at(NOW + timedelta(days=1)) == {}
    Wish.objects.update(address="lain@example.go.id", mode="daily")
    assert stranger.post(link).status_code == 404  # of the address that it was sent to
    assert Wish.objects.get().mode == "daily"


def test_a_page_and_a_change_never_fail_with_the_mail(sari: SimpleNamespace) -> None:
    with override_settings(
        MAIL=True, EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1
    ):  # fmt: skip
        assert set_address(sari.client).status_code == 200
        wishing(sari.user, "each")
        threads.say_about(sari.cycle, "factor/x", "comment", "x", Author(sari.user))
        assert sari.client.get(PAGE).status_code == 200


def digest(*words: str) -> str:
    out = io.StringIO()
    call_command("digest", *words, stdout=out)
    return out.getvalue()


def test_the_command_says_what_it_sent_and_sends_it_once(sari: SimpleNamespace, sink: Sink) -> None:
    wishing(sari.user)
    due = due_in(sari.cycle, "k", 1.4)
    now = timezone.now()
    type(due).objects.update(at=now + timedelta(hours=20), changed=now - timedelta(hours=20))
    today = timezone.localdate().isoformat()
    assert digest("--dry-run") == "would send: sari daily (1)\n"
    assert (Letter.objects.count(), sink.connections) == (0, 0)
    assert digest("--date", today) == (
        "sent: sari daily\nletters of the last 90 days: waiting 0, sent 1, failed 0, unsure 0\n"
    )
    assert digest("--date", today).startswith("letters")
    assert digest("--dry-run") == "done: sari\n"
    assert len(sink.mails) == 1
    assert digest("--dry-run", "--date", (timezone.localdate() + timedelta(days=3)).isoformat()) == (
        "would send: sari daily (1)\n"  # by then it is over
    )


def test_the_command_says_what_it_cannot_do(sari: SimpleNamespace, sink: Sink) -> None:
    for words in (("--date", "kemarin"), ("--date", "2031-01-01"), ("--date", "2020-01-01"),
                  ("--dry-run", "--date", "9999-12-31")):  # fmt: skip
        with pytest.raises(CommandError):
            digest(*words)
    wishing(sari.user)
    due = due_in(sari.cycle, "k", 1.4)
    type(due).objects.update(at=timezone.now() - timedelta(hours=1), changed=timezone.now() - timedelta(hours=20))
    sink.replies = {"RCPT": "450 4.2.1 busy"}
    with pytest.raises(CommandError, match="not everything was sent"):
        digest("--date", timezone.localdate().isoformat())
    with override_settings(MAIL=False), pytest.raises(CommandError, match="TINJAU_MAIL_URL"):
        digest()


def test_turns_gather_when_something_changed_send_and_rest(sari: SimpleNamespace, sink: Sink) -> None:
    wishing(sari.user)
    due_in(sari.cycle, "k", 1.4)
    turns = periodic.Turns()
    turns.turn(NOW - timedelta(hours=2))  # five in the morning
    assert sink.connections == 0
    with override_settings(EMAIL_PORT=1):
        turns.turn(NOW)
    assert Letter.objects.get().state == "waiting"
    Letter.objects.update(not_before=NOW)
    turns.turn(NOW + timedelta(minutes=4))
    assert sink.connections == 0  # it rests: the server was away
    turns.turn(NOW + periodic.REST)
    assert len(sink.mails) == 1
    with override_settings(MAIL=False):
        due_in(sari.cycle, "l", 2.4)
        turns.turn(NOW + timedelta(days=1))
    assert Letter.objects.count() == 1


def test_each_day_forgets_what_is_over(sari: SimpleNamespace, person: Callable[..., Any]) -> None:
    Tally.objects.create(key="x", window=1)
    left = wishing(person("budi"))  # no office has a role for him
    for number, state in enumerate(("sent", "waiting")):
        letter = Letter.objects.create(user=sari.user, key=str(number), state=state, made=NOW - letters.KEPT * 2)
        Notice.objects.create(user=sari.user, key=str(number), letter=letter)
    wishing(sari.user)
    turns = periodic.Turns()
    turns.turn(NOW)
    assert Tally.objects.count() == 0
    left.refresh_from_db()
    assert (left.address, left.confirmed, left.mode) == ("", None, "none")
    assert Wish.objects.get(user=sari.user).address == ADDRESS
    assert (list(Letter.objects.values_list("state", flat=True)), Notice.objects.count()) == (["waiting"], 1)
    Tally.objects.create(key="x", window=1)
    turns.turn(NOW + timedelta(hours=3))
    assert Tally.objects.count() == 1  # once a day
    turns.turn(NOW + timedelta(hours=24))
    assert Tally.objects.count() == 0


def test_a_backup_holds_who_asked_and_what_was_told_and_an_account_takes_it_along(
    sari: SimpleNamespace, sink: Sink
) -> None:
    wishing(sari.user)
    due_in(sari.cycle, "k", 1.4)
    assert sent_at(NOW) == {"sent": 1}
    kept = canonical_export().decode()
    assert [each in kept for each in ("tinjau_web.letter", "tinjau_web.notice", ADDRESS)] == [True] * 3
    get_user_model().objects.filter(pk=sari.user.pk).delete()
    assert Wish.objects.count() == Letter.objects.count() == Notice.objects.count() == 0
    assert ADDRESS not in canonical_export().decode()


def test_the_demonstration_and_the_tests_send_nothing_by_themselves() -> None:
    assert not settings.MAIL
