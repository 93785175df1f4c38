"""Idle sessions, ending sessions, the second factor, limits, passwords, the scanner."""

import hashlib
import random
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from tests.web.conftest import PASSWORD
from tests.web.test_security import manage, sign_in

from tinjau.web import environment, limits, passwords, sessions
from tinjau.web.limits import Limit
from tinjau.web.models import Cycle, Role, SignIn, Tally

QUESTION = "/o/a/c/2026/criteria/sitokdana-7/transparency/"


class Clock:
    """Moves the clock of sessions."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_700_000_000
        monkeypatch.setattr("tinjau.web.sessions.time.time", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_an_idle_session_ends_and_one_in_use_goes_on(
    db: None, person: Callable[..., Any], browser: Callable[[Any], Client], clock: Clock
) -> None:
    client = browser(person("sari"))
    assert client.get("/").status_code == 200
    key = client.session.session_key
    for _ in range(5):
        clock.now += 59 * 60
        assert client.get("/").status_code == 200
    clock.now += 60 * 60
    answer = client.get("/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/accounts/login/?next=/")
    assert "sudah lama tidak membuka" in client.get("/accounts/login/?next=/").content.decode()
    assert not Session.objects.filter(session_key=key).exists()


def test_no_session_lives_longer_than_it_may(
    db: None, person: Callable[..., Any], browser: Callable[[Any], Client], clock: Clock
) -> None:
    client = browser(person("sari"))
    client.get("/")
    for _ in range(23):
        clock.now += 30 * 60
        assert client.get("/").status_code == 200
    clock.now += 30 * 60
    assert client.get("/").status_code == 302
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("htmx", [False, True])
def test_what_was_typed_when_the_session_ended_is_given_back(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    clock: Clock, htmx: bool,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    client = browser(person("sari", Role.OPERATOR, cycle.office))
    client.get(QUESTION)
    clock.now += 2 * 3600
    before = cycle.entries.count()
    fields = {"indicator": "x", "value": "yes", "note": "<b>catatan panjang", "version": "0"}
    answer = client.post(QUESTION, fields, headers={"HX-Request": "true"} if htmx else {})
    assert answer.status_code == 401
    assert "&lt;b&gt;catatan panjang</textarea>" in answer.content.decode()
    assert ("HX-Retarget" in answer.headers) == htmx
    assert cycle.entries.count() == before
    assert client.get("/api/offices/").status_code == 403


def test_a_person_sees_and_ends_his_sessions(db: None, person: Callable[..., Any]) -> None:
    cache.clear()
    person("sari")
    person("budi")
    sign_in("budi", PASSWORD)
    clients = [Client(headers={"user-agent": f"Peramban {number}"}) for number in range(3)]
    for number, client in enumerate(clients):
        client.post("/accounts/login/", {"login": "sari", "password": PASSWORD}, REMOTE_ADDR=f"10.0.1.{number}")
        assert client.get("/").status_code == 200
    page = clients[0].get("/account/sessions/")
    assert [each.agent for each in page.context["rows"]].count("Peramban 1") == 1
    assert len(page.context["rows"]) == 3
    assert "budi" not in page.content.decode()
    asked = clients[0].post("/account/sessions/", {"which": "all"})
    assert asked.headers["Location"].startswith("/accounts/reauthenticate/")
    clients[0].post("/accounts/reauthenticate/", {"password": PASSWORD})
    second = next(each for each in page.context["rows"] if each.agent == "Peramban 1")
    clients[0].post("/account/sessions/", {"which": str(second.pk)})
    assert [client.get("/").status_code for client in clients] == [200, 302, 200]
    clients[0].post("/account/sessions/", {"which": "others"})
    assert [client.get("/").status_code for client in clients] == [200, 302, 302]
    clients[0].post("/account/sessions/", {"which": "all"})
    assert clients[0].get("/").status_code == 302
    assert SignIn.objects.filter(user__username="budi").count() <= 1


def test_ending_sessions_asks_for_the_password_again(
    db: None, person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    client = browser(person("sari"))
    assert client.get("/account/sessions/").status_code == 200
    assert client.post("/account/sessions/", {"which": "all"}).headers["Location"].startswith("/accounts/reauth")


def test_nobody_ends_the_sessions_of_another(db: None, person: Callable[..., Any]) -> None:
    cache.clear()
    person("sari")
    person("budi")
    mine, theirs = Client(), Client()
    for client, name in ((mine, "sari"), (theirs, "budi")):
        client.post("/accounts/login/", {"login": name, "password": PASSWORD})
        client.get("/")
    row = SignIn.objects.get(user__username="budi")
    mine.post("/accounts/reauthenticate/", {"password": PASSWORD})
    for which in (str(row.pk), "99999999", "-1", "x", ""):
        mine.post("/account/sessions/", {"which": which})
    assert theirs.get("/").status_code == 200


def test_an_administrator_ends_sessions_of_members_and_of_nobody_else(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    one, two = medan_cycle("a"), medan_cycle("b")
    admin = browser(person("adm", Role.OFFICE_ADMIN, one.office))
    sari, foreign = person("sari", Role.OPERATOR, one.office), person("budi", Role.OPERATOR, two.office)
    clients = {each.username: browser(each) for each in (sari, foreign)}
    for client in clients.values():
        assert client.get("/").status_code == 200
    theirs = foreign.memberships.get().pk
    assert admin.post(f"/o/a/members/{theirs}/sessions/").status_code == 404
    assert admin.post(f"/o/b/members/{theirs}/sessions/").status_code == 404
    assert admin.post(f"/o/a/members/{sari.memberships.get().pk}/sessions/").status_code == 302
    assert {name: client.get("/").status_code for name, client in clients.items()} == {"sari": 302, "budi": 200}
    own = admin.post(f"/o/a/members/{one.office.memberships.get(user__username='adm').pk}/sessions/")
    assert own.status_code == 302
    assert admin.get("/").status_code == 200  # not the one he works in


def test_sessions_that_are_over_are_forgotten(
    db: None, person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    client = browser(person("sari"))
    client.get("/")
    Session.objects.update(expire_date="2020-01-01T00:00:00Z")
    SignIn.objects.update(seen="2020-01-01T00:00:00Z")
    sessions.sweep()
    assert (Session.objects.count(), SignIn.objects.count()) == (0, 0)


def test_a_role_that_needs_a_second_factor_reaches_nothing_without_one(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    cycle = medan_cycle("a")
    admin, operator = person("adm", Role.OFFICE_ADMIN, cycle.office), person("sari", Role.OPERATOR, cycle.office)
    client, other = browser(admin), browser(operator)
    with override_settings(MFA_ROLES=("office-admin",)):
        for path in ("/", "/o/a/", "/o/a/members/", "/o/a/c/2026/export/", "/account/sessions/"):
            page = client.get(path)
            assert page.status_code == 403, path
            assert "Faktor kedua diperlukan" in page.content.decode()
        assert client.post("/o/a/members/", {"username": "x"}).status_code == 403
        assert client.get("/api/offices/").json()["detail"].startswith("Peran Anda")
        assert client.get("/accounts/2fa/totp/activate/").status_code in {200, 302}  # the way out
        assert client.post("/language/en/").status_code == 302
        assert other.get("/o/a/").status_code == 200  # a role that needs none
        Authenticator.objects.create(user=admin, type=Authenticator.Type.RECOVERY_CODES, data={})
        assert client.get("/o/a/").status_code == 403  # codes alone are no factor
        Authenticator.objects.create(user=admin, type=Authenticator.Type.TOTP, data={"secret": "x"})
        assert client.get("/o/a/").status_code == 200
    assert browser(admin).get("/o/a/").status_code == 200


def test_the_roles_of_the_setting_are_those_that_exist() -> None:
    assert set(environment.ROLES) == set(Role.values)


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Three exports an hour, three readings of a link."""
    monkeypatch.setattr(limits, "LIMITS", {"web:export": Limit(3), "web:shared": Limit(3), "api:offices": Limit(3)})
    with override_settings(LIMITS=True):
        yield


def test_a_limit_is_an_accounts_own(
    limited: None, db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any],
    browser: Callable[[Any], Client],
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    one, two = (browser(person(name, Role.OBSERVER, cycle.office)) for name in ("sari", "budi"))
    again = browser(one.get("/").wsgi_request.user)
    assert [one.get("/o/a/c/2026/export/").status_code for _ in range(3)] == [200, 200, 200]
    page = one.get("/o/a/c/2026/export/", headers={"accept-language": "en"})
    assert page.status_code == 429
    assert 0 < int(page.headers["Retry-After"]) <= 3600
    assert "Too many requests" in page.content.decode()
    assert "Terlalu banyak permintaan" in one.get("/o/a/c/2026/export/").content.decode()
    assert again.get("/o/a/c/2026/export/").status_code == 429  # a second session has no count of its own
    assert two.get("/o/a/c/2026/export/").status_code == 200  # a colleague behind the same address
    assert one.get("/o/a/c/2026/").status_code == 200  # and everything else
    assert [one.get("/api/offices/").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert one.get("/api/offices/").json()["detail"].startswith("Halaman ini")


def test_a_strangers_limit_is_his_addresss_and_reaches_nobody_signed_in(
    limited: None, db: None, person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    statuses = [Client(REMOTE_ADDR="203.0.113.1").get("/s/none/").status_code for _ in range(5)]
    assert statuses == [404, 404, 404, 429, 429]
    assert Client(REMOTE_ADDR="203.0.113.2").get("/s/none/").status_code == 404
    forged = Client(REMOTE_ADDR="203.0.113.1", HTTP_X_FORWARDED_FOR="198.51.100.1").get("/s/none/")
    assert forged.status_code == 429
    assert browser(person("sari")).get("/s/none/", REMOTE_ADDR="203.0.113.1").status_code == 404


def test_a_limit_ends_with_its_window(limited: None, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_700_000_000
    monkeypatch.setattr("tinjau.web.limits.time.time", lambda: now)
    assert [Client().get("/s/none/").status_code for _ in range(4)] == [404, 404, 404, 429]
    now += int(Client().get("/s/none/").headers["Retry-After"])
    assert Client().get("/s/none/").status_code == 404
    now += 4 * 3600
    limits.sweep()
    assert not Tally.objects.filter(window__lt=now - 3 * 3600).exists()


def test_those_who_come_at_once_are_all_counted(committed_db: None) -> None:
    faults: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(25):
                limits._count("web:x u1", 0)
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Tally.objects.get(key="web:x u1").count == 100


def test_every_limit_names_an_address(db: None) -> None:
    from tests.web.rows import EXPECTED

    assert set(limits.LIMITS) <= set(EXPECTED)


@pytest.mark.parametrize(
    ("password", "refused"),
    [
        ("tinjau-tinjau", True), ("AdminAdmin2026", True), ("koordinator-1", True), ("kota-medan-01", True),
        ("sari.medan.99", True), ("pemerintah2026", True), ("pendek-saja", True), ("password1234", True),
        ("kuda-baterai-staples", False), ("medan hujan deras pagi", False), ("x" * 11 + "…" + "y" * 100, False),
        ("ÄÖÜäöüß€–日本語キー", False),
    ],
)  # fmt: skip
def test_passwords_that_everyone_would_try_are_refused(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], password: str, refused: bool
) -> None:
    user = person("sari", Role.OPERATOR, medan_cycle("medan").office)
    if refused:
        with pytest.raises(ValidationError):
            validate_password(password, user)
    else:
        validate_password(password, user)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("number", [0, 1, 2, 3, 500])
def test_a_stolen_password_is_found_in_a_sorted_file(tmp_path: Path, number: int, ending: str) -> None:
    draw = random.Random(number)
    digests = sorted(hashlib.sha1(str(draw.random()).encode()).hexdigest().upper() for _ in range(number))
    path = tmp_path / "stolen.txt"
    path.write_bytes("".join(f"{each}:{draw.randrange(10**9)}{ending}" for each in digests).encode())
    assert all(passwords.stands_in(path, each) for each in digests)
    for _ in range(200):
        other = hashlib.sha1(str(draw.random()).encode()).hexdigest().upper()
        assert passwords.stands_in(path, other) == (other in digests)
    assert not passwords.stands_in(path, "0" * 40)
    assert not passwords.stands_in(path, "F" * 40)


def test_a_password_of_the_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "stolen.txt"
    path.write_text(f"{hashlib.sha1(b'kuda-baterai-staples').hexdigest().upper()}:12\n")
    with override_settings(STOLEN_PASSWORDS=str(path)):
        with pytest.raises(ValidationError, match="bocor"):
            validate_password("kuda-baterai-staples")
        validate_password("kuda-baterai-stapler")


@pytest.fixture
def upload(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> Callable[[], tuple[Cycle, str]]:
    cycle = medan_cycle("a")
    client = browser(person("sari", Role.OPERATOR, cycle.office))

    def send() -> tuple[Cycle, str]:
        file = SimpleUploadedFile("a.pdf", b"%PDF-1.7 EICAR")
        return cycle, client.post("/o/a/c/2026/evidence/", {"file": file}, follow=True).content.decode()

    return send


@pytest.mark.parametrize(
    ("script", "kept", "words"),
    [
        ("exit 0", 1, ""), ("exit 1", 0, "Pemindai menolak"), ("exit 2", 0, "Pemindai menolak"),
        ('grep -q EICAR "$1" && exit 1; exit 0', 0, "Pemindai menolak"),
        ("kill -9 $$", 0, "Pemindai menolak"),
    ],
)  # fmt: skip
def test_a_scanner_decides_whether_an_upload_is_kept(
    upload: Callable[[], tuple[Cycle, str]], tmp_path: Path, home: Path, script: str, kept: int, words: str
) -> None:
    path = tmp_path / "scan.sh"
    path.write_text(f"#!/bin/sh\n{script}\n")
    before = {each for each in (home / "evidence").rglob("*") if each.is_file()}
    with override_settings(SCANNER=["/bin/sh", str(path)]):
        cycle, page = upload()
    assert cycle.evidence.count() == kept
    assert words in page
    if not kept:
        assert {each for each in (home / "evidence").rglob("*") if each.is_file()} == before


def test_a_scanner_that_is_missing_or_hangs_lets_nothing_in(
    upload: Callable[[], tuple[Cycle, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with override_settings(SCANNER=["/nowhere/scanner"]):
        cycle, page = upload()
    assert (cycle.evidence.count(), "sedang tidak berfungsi" in page) == (0, True)
    monkeypatch.setattr("tinjau.web.scanning.SECONDS", 0.2)
    with override_settings(SCANNER=["/bin/sh", "-c", "sleep 20"]):
        cycle, page = upload()
    assert (cycle.evidence.count(), "sedang tidak berfungsi" in page) == (0, True)
    with patch("subprocess.run") as never:
        cycle, _ = upload()
    assert (cycle.evidence.count(), never.called) == (1, False)


ENVIRONMENTS: dict[str, tuple[dict[str, str], str]] = {
    "no role": ({"TINJAU_MFA": "operator,raja"}, "TINJAU_MFA"),
    "idle": ({"TINJAU_IDLE_MINUTES": "0"}, "TINJAU_IDLE_MINUTES"),
    "idle text": ({"TINJAU_IDLE_MINUTES": "ten"}, "TINJAU_IDLE_MINUTES"),
    "longest": ({"TINJAU_SESSION_HOURS": "9999"}, "TINJAU_SESSION_HOURS"),
    "stolen": ({"TINJAU_STOLEN_PASSWORDS": "/nowhere"}, "TINJAU_STOLEN_PASSWORDS"),
    "mail without sender": ({"TINJAU_MAIL_URL": "console:"}, "TINJAU_MAIL_FROM"),
    "mail by carrier": ({"TINJAU_MAIL_URL": "ftp://x", "TINJAU_MAIL_FROM": "a@example.go.id"}, "TINJAU_MAIL_URL"),
    "mail in the clear": (
        {"TINJAU_MAIL_URL": "smtp://mail.example.go.id?tls=none", "TINJAU_MAIL_FROM": "a@example.go.id"},
        "TINJAU_MAIL_URL",
    ),
    "sender of two lines": ({"TINJAU_MAIL_URL": "console:", "TINJAU_MAIL_FROM": "a@b\nBcc: c@d"}, "TINJAU_MAIL_FROM"),
    "address": ({"TINJAU_ADDRESS": "javascript:alert(1)"}, "TINJAU_ADDRESS"),
}


@pytest.mark.parametrize("name", sorted(ENVIRONMENTS))
def test_a_setting_that_cannot_be_used_is_one_clear_message(tmp_path: Path, name: str) -> None:
    more, words = ENVIRONMENTS[name]
    done = manage(tmp_path, more, "check")
    assert done.returncode not in {0, 70}
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_the_security_log_says_who_and_no_name_forges_a_line(
    db: None, person: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    cache.clear()
    person("sari")
    with caplog.at_level("INFO", logger="tinjau.security"):
        sign_in("sari", "salah-sekali")
        sign_in("sari\nWARNING root: palsu", "salah-sekali")
        sign_in("sari", PASSWORD)
    lines = [record.getMessage() for record in caplog.records if record.name == "tinjau.security"]
    assert [line.split(":")[0] for line in lines] == ["failed sign-in", "failed sign-in", "signed in"]
    assert "'sari\\nWARNING root: palsu'" in lines[1]
    assert not any("salah-sekali" in line or PASSWORD in line for line in lines)
