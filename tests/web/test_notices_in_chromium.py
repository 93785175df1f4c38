"""Comments, private notes, due dates, sessions and erasure in a real browser, on both databases."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.web.serving import (
    DATABASES,
    chromium_running,
    database,
    expect,
    faults_of_screens,
    needs_chromium,
    sent,
    served,
    signed_in,
)

pytestmark = needs_chromium
QUESTIONS = "o/kota-medan/c/medan/criteria/sitokdana-7/services/"
PAGES = (
    "", "o/kota-medan/c/medan/due/", "account/dates/", "account/sessions/", QUESTIONS,
    "o/kota-medan/c/medan/history/", "o/kota-medan/c/medan/",
)  # fmt: skip


@pytest.fixture(scope="module", params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration, once on SQLite and once on PostgreSQL."""
    with database(request.param) as address, served(tmp_path_factory.mktemp("serve"), address) as base:
        yield base


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with chromium_running() as browser:
        yield browser


def test_two_people_talk_about_an_answer_and_one_notes_for_himself(server: str, chromium: Any) -> None:
    operator = signed_in(chromium, server, "operator", width=390)
    operator.goto(f"{server}/{QUESTIONS}")
    talk = operator.locator("details.talk").first
    talk.locator("summary").click()
    talk.locator("textarea").nth(0).fill("Bukti ada di berkas ketiga")
    sent(operator, talk.locator("button:has-text('Kirim komentar')"))
    expect(talk.locator("summary")).to_contain_text("1 komentar")
    talk.locator("summary").click()
    talk.locator("textarea").nth(1).fill("tanya Bu Ratna dulu")
    sent(operator, talk.locator("button:has-text('Simpan catatan')"))
    expect(operator.locator(".notice-good")).to_be_visible()
    verifier = signed_in(chromium, server, "verifikator")
    verifier.goto(f"{server}/{QUESTIONS}")
    expect(verifier.locator("main")).to_contain_text("Bukti ada di berkas ketiga")
    assert "Bu Ratna" not in verifier.content()
    talk = verifier.locator("details.talk").first
    talk.locator("summary").click()
    sent(verifier, talk.locator("button:has-text('Nyatakan selesai')"))
    expect(talk.locator("summary")).to_contain_text("selesai")
    operator.reload()
    expect(operator.locator("main")).to_contain_text("Bu Ratna")


def test_a_due_date_reaches_those_whom_it_concerns(server: str, chromium: Any) -> None:
    coordinator = signed_in(chromium, server, "koordinator")
    coordinator.goto(f"{server}/o/kota-medan/c/medan/due/")
    coordinator.fill("#title", "Lengkapi bukti anggaran")
    coordinator.fill("#date", "2099-03-05")
    coordinator.locator("label.choice", has_text="operator").locator("input").check()
    sent(coordinator, "button:has-text('Tambah tenggat')")
    expect(coordinator.locator("main")).to_contain_text("5 Maret 2099")
    with coordinator.expect_download() as download:
        coordinator.click("text=Unduh untuk kalender")
    assert b"SUMMARY:Lengkapi bukti anggaran" in download.value.path().read_bytes()
    operator = signed_in(chromium, server, "operator", width=390)
    operator.goto(f"{server}/account/dates/")
    expect(operator.locator("main")).to_contain_text("Lengkapi bukti anggaran")
    verifier = signed_in(chromium, server, "verifikator")
    verifier.goto(f"{server}/account/dates/")
    expect(verifier.locator("h1")).to_be_visible()
    assert "Lengkapi bukti anggaran" not in verifier.content()


@pytest.mark.parametrize(("lang", "width"), [("id-ID", 390), ("en-GB", 360)])
def test_every_screen_is_accessible_and_fits_a_phone(server: str, chromium: Any, lang: str, width: int) -> None:
    assert faults_of_screens(chromium, server, "koordinator", PAGES, lang, width) == []


def test_the_pages_of_an_administrator_are_accessible(chromium: Any, server: str) -> None:
    assert faults_of_screens(chromium, server, "verifikator", ("account/dates/", QUESTIONS), "id-ID", 360) == []
