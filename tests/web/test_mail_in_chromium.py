"""Notices by mail in a real browser and over a real mail server, on both databases: ask, confirm, be told, stop."""

import re
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from tests.web.mailing import Sink, sink_running
from tests.web.serving import (
    DATABASES,
    chromium_running,
    database,
    expect,
    faults_of_screens,
    needs_chromium,
    new_page,
    sent,
    served,
    signed_in,
)

pytestmark = needs_chromium
QUESTIONS = "o/kota-medan/c/medan/criteria/sitokdana-7/services/"


@pytest.fixture(scope="module")
def sink() -> Iterator[Sink]:
    """The mail server of the demonstration."""
    with sink_running() as server:
        yield server


@pytest.fixture(scope="module", params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, sink: Sink) -> Iterator[str]:
    """The demonstration with mail, once on SQLite and once on PostgreSQL."""
    sink.mails.clear()
    mail = {"TINJAU_MAIL_URL": f"smtp://127.0.0.1:{sink.port}/?tls=none", "TINJAU_MAIL_FROM": "tinjau@example.go.id"}
    with database(request.param) as address, served(tmp_path_factory.mktemp("serve"), address, **mail) as base:
        yield base


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with chromium_running() as browser:
        yield browser


def mail_number(sink: Sink, number: int) -> tuple[Any, str]:
    """The message of this number (from 1) as soon as it has come, and its text."""
    for _ in range(900):
        if len(sink.mails) >= number:
            return sink.mails[number - 1][1], sink.texts()[number - 1]
        time.sleep(0.2)
    pytest.fail("no mail came")


def comment(page: Any, server: str, text: str) -> None:
    """Say something about the first question."""
    page.goto(f"{server}/{QUESTIONS}")
    talk = page.locator("details.talk").first
    talk.locator("summary").click()
    talk.locator("textarea").nth(0).fill(text)
    sent(page, talk.locator("button", has_text="Kirim komentar"))
    expect(page.locator("details.talk").first).to_contain_text(text)


def test_one_asks_confirms_is_told_and_stops_with_one_click(server: str, chromium: Any, sink: Sink) -> None:
    operator = signed_in(chromium, server, "operator", width=390)
    sent(operator, operator.get_by_role("link", name="Pemberitahuan lewat surel"))
    expect(operator.locator("h1")).to_have_text("Pemberitahuan lewat surel")
    expect(operator.get_by_label("Jangan kirim surel")).to_be_checked()
    operator.fill("#address", "operator@example.go.id")
    sent(operator, operator.get_by_role("button", name="Simpan alamat"))
    expect(operator.locator("main")).to_contain_text("operator@example.go.id belum dikonfirmasi")
    _, text = mail_number(sink, 1)
    link = re.search(r"http://127\.0\.0\.1:\d+/\S+", text)
    assert link is not None
    assert link[0].startswith(f"{server}/account/notices/confirm/")
    operator.goto(link[0])
    sent(operator, operator.get_by_role("button", name="Ya, ini alamat saya"))
    expect(operator.locator("main")).to_contain_text("operator@example.go.id sudah dikonfirmasi")
    operator.get_by_label("Langsung, setiap kali ada yang baru").check()
    operator.select_option("#lang", "en")
    sent(operator, operator.get_by_role("button", name="Simpan pilihan"))
    expect(operator.locator(".notice-good")).to_contain_text("Pilihan tersimpan")

    comment(operator, server, "Buktinya ada di berkas ketiga")
    comment(signed_in(chromium, server, "verifikator"), server, "Berkas ketiga belum ditandatangani")
    mail, text = mail_number(sink, 2)
    assert "verifikator commented on the question" in text
    assert "belum ditandatangani" not in text
    page = re.search(r"http://127\.0\.0\.1:\d+/\S+#\S+", text)
    assert page is not None
    elsewhere = operator.context.new_page()
    elsewhere.goto(page[0])
    expect(elsewhere.get_by_text("Berkas ketiga belum ditandatangani")).to_be_visible()

    stop = mail["List-Unsubscribe"].strip(" <>")
    assert stop.startswith(f"{server}/s/notices/")
    stranger = new_page(chromium, locale="id-ID")
    stranger.goto(stop)
    expect(stranger.locator("h1")).to_have_text("Berhenti menerima surel")
    sent(stranger, stranger.get_by_role("button", name="Ya, berhenti"))
    expect(stranger.locator(".notice-good")).to_contain_text("sudah dihentikan")
    operator.goto(f"{server}/account/notices/")
    expect(operator.get_by_label("Jangan kirim surel")).to_be_checked()
    operator.get_by_label("Satu rangkuman setiap pagi").check()
    sent(operator, operator.get_by_role("button", name="Simpan pilihan"))
    expect(operator.get_by_label("Satu rangkuman setiap pagi")).to_be_checked()
    # What a mail program sends by itself: no cookies, no page before it (RFC 8058).
    request = urllib.request.Request(stop, b"List-Unsubscribe=One-Click", method="POST")
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert (answer.status, answer.url) == (200, stop)
    operator.reload()
    expect(operator.get_by_label("Jangan kirim surel")).to_be_checked()
    expect(operator.locator("main")).to_contain_text("Surel terakhir terkirim")


@pytest.mark.parametrize(("lang", "width"), [("id-ID", 390), ("en-GB", 390), ("id-ID", 1280)])
def test_every_screen_is_accessible_and_fits_a_phone(
    server: str, chromium: Any, sink: Sink, lang: str, width: int
) -> None:
    del sink
    pages = ("account/notices/", "", "account/dates/", "account/notices/confirm/none/", "s/notices/none/")
    assert faults_of_screens(chromium, server, "koordinator", pages, lang, width) == []


def test_the_pages_behind_the_links_are_accessible_too(server: str, chromium: Any, sink: Sink) -> None:
    before = len(sink.mails)
    page = signed_in(chromium, server, "koordinator")
    page.goto(f"{server}/account/notices/")
    page.fill("#address", f"koordinator-{'panjang-sekali-' * 3}x@kementerian.example.go.id")
    sent(page, page.get_by_role("button", name="Simpan alamat"))
    expect(page.locator("main")).to_contain_text("belum dikonfirmasi")
    _, text = mail_number(sink, before + 1)
    link = re.search(r"http://127\.0\.0\.1:\d+/(\S+)", text)
    assert link is not None
    pages = ("account/notices/", link[1])
    assert faults_of_screens(chromium, server, "koordinator", pages, "id-ID", 390) == []
    assert faults_of_screens(chromium, server, "koordinator", pages, "en-GB", 390) == []
