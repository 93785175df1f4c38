"""Headers, sign-in, lock-out, links, members, sessions and settings: what holds whoever asks."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import timezone
from tests.web.conftest import PASSWORD

from tinjau.web import running
from tinjau.web.history import Author, ClosedError, write
from tinjau.web.models import Cycle, Membership, Role, Run, ShareLink

AXES = ["axes.backends.AxesStandaloneBackend", *settings.AUTHENTICATION_BACKENDS[1:]]
POLICY = ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
ADDRESSES = (
    "/", "/accounts/login/", "/health/", "/no/such/page/", "/static/web/tinjau.css", "/static/web/tinjau.svg",
    "/static/none.css", "/api/offices/", "/s/no-such-secret/", "/accounts/signup/", "/o/a/c/2026/submit/", "/o/a/",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("signed_in", [False, True])
def test_every_response_carries_the_headers(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    address: str, signed_in: bool,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    client = browser(person("sari", Role.OPERATOR, cycle.office)) if signed_in else Client()
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert all(each in headers["Content-Security-Policy"] for each in POLICY)
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "Access-Control-Allow-Origin" not in headers
    if not address.startswith("/static/"):
        assert headers["Cache-Control"].startswith(("no-store", "max-age=0"))


def test_a_foreign_host_name_is_refused_with_the_headers(db: None) -> None:
    response = Client().get("/", headers={"host": "jahat.example"})
    assert response.status_code == 400
    assert "jahat" not in response.content.decode()
    assert response.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch"])
def test_the_page_of_a_form_leads_on(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    method: str,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    client = browser(person("sari", Role.OPERATOR, cycle.office))
    response = getattr(client, method)("/o/a/c/2026/services/preview/")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert "dari formulirnya" in response.content.decode()


def test_nothing_is_written_without_the_forms_own_token(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any]
) -> None:
    cycle = medan_cycle("a")
    client = Client(enforce_csrf_checks=True)
    client.force_login(person("sari", Role.OPERATOR, cycle.office), backend=settings.AUTHENTICATION_BACKENDS[-1])
    response = client.post("/o/a/c/2026/submit/", {})
    assert response.status_code == 403
    assert "terlalu lama terbuka" in response.content.decode()
    cycle.refresh_from_db()
    assert cycle.state == Cycle.State.OPEN


def sign_in(name: str, password: str, address: str = "10.0.0.1") -> Any:
    client = Client(REMOTE_ADDR=address)
    return client.post("/accounts/login/", {"login": name, "password": password})


def test_guessing_locks_the_guesser_and_not_the_person(db: None, person: Callable[..., Any]) -> None:
    """Wherever the guesses come from, the owner signs in from elsewhere; from the guesser's place nobody does."""
    cache.clear()
    person("sari")
    with override_settings(AUTHENTICATION_BACKENDS=AXES):
        first = sign_in("sari", "salah", "203.0.113.9")
        assert first.status_code == 200
        for number in range(40):
            sign_in("sari", f"salah-{number}", f"203.0.113.{10 + number // 10}")
        assert sign_in("sari", PASSWORD, "203.0.113.10").status_code in {403, 429}  # even with the right password
        owner = sign_in("sari", PASSWORD, "198.51.100.7")
        assert (owner.status_code, owner.headers.get("Location")) == (302, "/")
    cache.clear()


def test_a_forged_forwarded_address_changes_nothing(db: None, person: Callable[..., Any]) -> None:
    cache.clear()
    person("sari")
    with override_settings(AUTHENTICATION_BACKENDS=AXES):
        for number in range(10):
            client = Client(REMOTE_ADDR="203.0.113.77", HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")
            last = client.post("/accounts/login/", {"login": "sari", "password": "salah"})
        assert last.status_code in {403, 429}
    cache.clear()


def test_an_unknown_name_and_a_wrong_password_look_alike(db: None, person: Callable[..., Any]) -> None:
    cache.clear()
    person("sari")
    pages = [sign_in(name, "salah-sekali").content.decode().replace(name, "NAMA") for name in ("sari", "tiada")]
    token = "csrfmiddlewaretoken"
    assert [line for line in pages[0].splitlines() if token not in line] == [
        line for line in pages[1].splitlines() if token not in line
    ]


def test_names_that_differ_in_capitals_are_one_account(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    one, two = medan_cycle("a").office, medan_cycle("b").office
    person("sari", Role.OPERATOR, one)
    client = browser(person("admin-b", Role.OFFICE_ADMIN, two))
    for name in ("SARI", "sari", "ｓari", "sаri"):
        fields = {"username": name, "role": "operator", "password": "kata-sandi-panjang-1"}
        assert client.post("/o/b/members/", fields).status_code == 422, name
    assert get_user_model().objects.count() == 2
    assert two.memberships.count() == 1


def test_an_administrator_takes_no_account_over(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    """Neither a colleague's password, nor a member of another office, nor a national role, nor the own last admin."""
    one, two = medan_cycle("a").office, medan_cycle("b").office
    victim = person("sari", Role.OPERATOR, one)
    admin = person("admin-a", Role.OFFICE_ADMIN, one)
    client = browser(admin)
    client.post("/o/a/members/", {"username": "sari", "role": "verifier", "password": "rebut-akun-ini-1"})
    victim.refresh_from_db()
    assert victim.check_password(PASSWORD)
    assert Membership.objects.get(user=victim).role == "verifier"
    fields = {"username": "pusat", "role": "national-admin", "password": "kata-sandi-panjang-1"}
    assert client.post("/o/a/members/", fields).status_code == 422
    assert client.post("/o/a/members/", {"username": "admin-a", "role": "observer"}).status_code == 422
    foreign = Membership.objects.create(user=person("budi"), office=two, role=Role.OPERATOR)
    assert client.post(f"/o/a/members/{foreign.pk}/remove/").status_code == 404
    own = Membership.objects.get(user=admin)
    client.post(f"/o/a/members/{own.pk}/remove/")
    assert Membership.objects.filter(pk=own.pk).exists()


def test_a_national_administrator_reads_and_names_members_but_fills_nothing(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    medan_cycle("a")
    client = browser(person("pusat", Role.NATIONAL_ADMIN))
    assert client.get("/o/a/c/2026/criteria/sitokdana-7/services/").status_code == 200
    assert client.post("/o/a/c/2026/criteria/sitokdana-7/services/", {"indicator": "x"}).status_code == 403
    for path in ("submit", "accept", "runs", "decide", "services/preview", "links"):
        assert client.post(f"/o/a/c/2026/{path}/").status_code == 403, path
    fields = {"username": "baru", "role": "operator", "password": "kata-sandi-panjang-1"}
    assert client.post("/o/a/members/", fields).status_code == 302


def test_a_member_who_was_taken_out_sees_nothing_at_once(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    cycle = medan_cycle("a")
    user = person("sari", Role.OPERATOR, cycle.office)
    client = browser(user)
    assert client.get("/o/a/").status_code == 200
    Membership.objects.filter(user=user).delete()
    assert client.get("/o/a/").status_code == 404
    user.is_active = False
    user.save()
    assert client.get("/").status_code == 302  # the session ends with the account


def test_a_new_password_ends_the_other_sessions(db: None, person: Callable[..., Any]) -> None:
    cache.clear()
    person("sari")
    clients = [Client(), Client()]
    for client in clients:
        client.post("/accounts/login/", {"login": "sari", "password": PASSWORD})
        assert client.get("/").status_code == 200
    weak = {"oldpassword": PASSWORD, "password1": "password", "password2": "password"}
    assert clients[0].post("/accounts/password/change/", weak).status_code == 200
    new = "kata-sandi-baru-dan-panjang"
    wrong = {"oldpassword": "bukan-ini", "password1": new, "password2": new}
    assert clients[0].post("/accounts/password/change/", wrong).status_code == 200
    assert clients[1].get("/").status_code == 200
    right = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert clients[0].post("/accounts/password/change/", right).status_code == 302
    assert clients[0].get("/").status_code == 200
    assert clients[1].get("/").status_code == 302


def test_a_link_opens_one_result_until_it_ends_or_is_revoked(
    committed_db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any],
    browser: Callable[[Any], Client],
) -> None:  # fmt: skip
    cycle, other = medan_cycle("a"), medan_cycle("b")
    for each in (cycle, other):
        running.work(running.ask_for(each, Run.Kind.EVALUATE, None).pk)
    client = browser(person("kori", Role.COORDINATOR, cycle.office))
    page = client.post("/o/a/c/2026/links/", {"days": "7", "note": "DPRD"})
    shown = page.context["shown"]["address"]
    path = shown[shown.index("/s/") :]
    stranger = Client()
    response = stranger.get(path)
    assert (response.status_code, response.headers["X-Robots-Tag"]) == (200, "noindex")
    assert "Studi b" not in response.content.decode()
    report = stranger.get(f"{path}report/")
    assert report.status_code == 200
    assert report.headers["Content-Disposition"].startswith("attachment")
    assert report.headers["Content-Security-Policy"].startswith("sandbox")
    assert stranger.get("/o/a/").status_code == 302  # it opens nothing else
    link = ShareLink.objects.get()
    assert link.digest not in shown  # a stolen database opens no link
    foreign = browser(person("kora", Role.COORDINATOR, other.office))
    foreign.post(f"/o/b/c/2026/links/{link.pk}/revoke/")
    assert stranger.get(path).status_code == 200  # another office revokes nothing here
    ShareLink.objects.filter(pk=link.pk).update(expires=timezone.now() - timedelta(seconds=1))
    assert stranger.get(path).status_code == 404
    ShareLink.objects.filter(pk=link.pk).update(expires=timezone.now() + timedelta(days=1))
    client.post(f"/o/a/c/2026/links/{link.pk}/revoke/")
    assert stranger.get(path).status_code == stranger.get(f"{path}report/").status_code == 404


QUESTION = "/o/a/c/2026/criteria/sitokdana-7/transparency/"


@pytest.mark.parametrize("htmx", [False, True])
def test_a_conflict_shows_both_values_and_keeps_what_was_typed(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client],
    htmx: bool,
) -> None:  # fmt: skip
    cycle = medan_cycle("a")
    client = browser(person("sari", Role.OPERATOR, cycle.office))
    first = client.get(QUESTION).context["rows"][0]["indicator"].id
    fields = {"indicator": first, "version": "0", "value": "yes", "note": "yang pertama"}
    assert client.post(QUESTION, fields).status_code == 302
    headers = {"HX-Request": "true"} if htmx else {}
    late = {**fields, "value": "no", "note": "yang kedua"}
    page = client.post(QUESTION, late, headers=headers)
    text = page.content.decode()
    assert page.status_code == 409
    assert "belum disimpan" in text
    assert "yang pertama" in text  # theirs
    assert ">yang kedua</textarea>" in text  # mine, still in the form
    assert cycle.entries_of("answer").get(key__contains=first).payload["value"] == "yes"
    again = {**late, "version": "1"}
    assert client.post(QUESTION, again).status_code == 302
    assert cycle.entries_of("answer").get(key__contains=first).payload["value"] == "no"


def test_no_answer_is_written_past_the_handing_on(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    cycle = medan_cycle("a")
    client = browser(person("sari", Role.OPERATOR, cycle.office))
    first = client.get(QUESTION).context["rows"][0]["indicator"].id
    stale = Cycle.objects.get(pk=cycle.pk)  # as a request that began before the handing-on
    client.post("/o/a/c/2026/submit/")
    with pytest.raises(ClosedError):
        write(stale, "answer", "k", {"value": "yes"}, Author(None), open_only=True)
    assert client.post(QUESTION, {"indicator": first, "version": "0", "value": "yes"}).status_code == 403
    assert client.post("/o/a/c/2026/evidence/", {}).status_code == 403


def test_a_preview_that_is_too_old_is_refused(
    db: None, medan_cycle: Callable[[str], Cycle], person: Callable[..., Any], browser: Callable[[Any], Client]
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    cycle = medan_cycle("a")
    client = browser(person("sari", Role.OPERATOR, cycle.office))
    table = SimpleUploadedFile("layanan.csv", b"id,name_id,name_en\nsatu,Satu,One\n")
    sealed = client.post("/o/a/c/2026/services/preview/", {"table": table}).context["sealed"]
    write(cycle, "service", "baru", {"id": "baru", "name": "Baru"}, Author(None, "orang lain"))
    page = client.post("/o/a/c/2026/services/apply/", {"sealed": sealed}, follow=True)
    assert "berubah setelah pratinjau" in page.content.decode()
    assert cycle.entries_of("service").exclude(payload=None).count() == 26


ENVIRONMENTS: dict[str, tuple[dict[str, str], str]] = {
    "any host": ({"TINJAU_HOSTS": "*"}, "TINJAU_HOSTS"),
    "public demo": ({"TINJAU_DEMO": "1", "TINJAU_HOSTS": "example.go.id"}, "TINJAU_DEMO"),
    "short key": ({"TINJAU_SECRET_KEY": "pendek"}, "TINJAU_SECRET_KEY"),
    "foreign database": ({"TINJAU_DATABASE": "mysql://x/y"}, "TINJAU_DATABASE"),
    "port": ({"TINJAU_DATABASE": "postgres://x:99999/y"}, "TINJAU_DATABASE"),
    "time zone": ({"TINJAU_TIME_ZONE": "Asia/Medan"}, "TINJAU_TIME_ZONE"),
    "half a provider": ({"TINJAU_OIDC_URL": "https://sso.go.id"}, "TINJAU_OIDC_CLIENT_ID"),
    "open provider": (
        {"TINJAU_OIDC_URL": "http://sso.go.id", "TINJAU_OIDC_CLIENT_ID": "a", "TINJAU_OIDC_SECRET": "b"},
        "TINJAU_OIDC_URL",
    ),
    "home": ({"TINJAU_HOME": "/dev/null/tinjau"}, "TINJAU_HOME"),
}


def manage(tmp_path: Path, more: dict[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("TINJAU_", "DJANGO_"))}
    environment = {**kept, "TINJAU_HOME": str(tmp_path / "h"), "PYTHONPATH": os.pathsep.join(sys.path), **more}
    code = "import sys; from tinjau.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, "manage", *words], env=environment, cwd=tmp_path, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", sorted(ENVIRONMENTS))
def test_a_setting_that_cannot_be_used_is_one_clear_message(tmp_path: Path, name: str) -> None:
    more, words = ENVIRONMENTS[name]
    done = manage(tmp_path, more, "check")
    assert done.returncode not in {0, 70}
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 2


def test_a_deployment_is_clean(tmp_path: Path) -> None:
    more = {"TINJAU_HOSTS": "example.go.id", "TINJAU_HTTPS": "1", "TINJAU_SECRET_KEY": "aB3-" * 20 + "xyzw"}
    done = manage(tmp_path, more, "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr


def test_a_deployments_cookies_and_transport(tmp_path: Path) -> None:
    code = (
        "from django.test import Client; from tinjau.web.wsgi import application; "
        "r = Client().get('/accounts/login/', secure=True, headers={'host': 'example.go.id'}); "
        "print(r.headers['Strict-Transport-Security']); print(r.cookies.output()); "
        "print(Client().get('/health/', headers={'host': 'example.go.id', 'x-forwarded-proto': 'https'}).status_code)"
    )
    more = {"TINJAU_HOSTS": "example.go.id", "TINJAU_SECRET_KEY": "aB3-" * 20}
    assert manage(tmp_path, more, "migrate", "--verbosity", "0").returncode == 0
    manage(tmp_path, more, "collectstatic", "--noinput", "--verbosity", "0")
    done = manage(tmp_path, more, "shell", "--no-imports", "-c", code)
    assert "max-age=31536000" in done.stdout, done.stderr
    assert "__Host-csrf" in done.stdout
    assert "Secure" in done.stdout
    assert "SameSite=Lax" in done.stdout
    assert done.stdout.strip().endswith("301")  # whoever says so of himself did not come over TLS


def test_one_sign_in_page_for_the_identity_provider(tmp_path: Path) -> None:
    """The provider is offered, and the policy lets the form go there and nowhere else."""
    more = {"TINJAU_OIDC_URL": "https://sso.example.go.id/realms/a", "TINJAU_OIDC_CLIENT_ID": "tinjau",
            "TINJAU_OIDC_SECRET": "rahasia"}  # fmt: skip
    code = (
        "from django.test import Client; r = Client().get('/accounts/login/', headers={'host': 'localhost'}); "
        "print(r.headers['Content-Security-Policy']); print(r.content.decode())"
    )
    assert manage(tmp_path, more, "migrate", "--verbosity", "0").returncode == 0
    manage(tmp_path, more, "collectstatic", "--noinput", "--verbosity", "0")
    done = manage(tmp_path, more, "shell", "--no-imports", "-c", code)
    assert "form-action 'self' https://sso.example.go.id" in done.stdout, done.stderr
    assert "/accounts/oidc/office/login/" in done.stdout
    assert "rahasia" not in done.stdout
