"""The whole flow as people go it, in a real browser, on a server of its own, in both languages; axe on every screen."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from tests.web.serving import (
    DATABASES,
    chromium_running,
    database,
    evaluated,
    expect,
    faults_of_screens,
    log_in,
    looked_at,
    needs_chromium,
    new_page,
    posted,
    sent,
    served,
    signed_in,
)

pytestmark = needs_chromium


@pytest.fixture(scope="module", params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration, once on SQLite and once on PostgreSQL."""
    with database(request.param) as address, served(tmp_path_factory.mktemp("serve"), address) as base:
        yield base


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with chromium_running() as browser:
        yield browser


def test_an_office_evaluates_its_city(server: str, chromium: Any) -> None:
    """Operator fills, coordinator evaluates, verifier returns and then accepts; each step survives a reload."""
    operator = signed_in(chromium, server, "operator", width=390)
    broken: list[str] = []
    operator.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
    sent(operator, "text=Evaluasi layanan daring Kota Arunika")
    sent(operator, "a:has-text('Transparansi')")
    first = operator.locator(".question").first
    posted(operator, first.locator("label.choice:has-text('ya')"))
    expect(first.locator(".notice-good")).to_be_visible()
    operator.reload()
    expect(operator.locator(".question").first.locator("input[value=yes]")).to_be_checked()
    assert broken == []  # nothing that the content security policy stopped

    coordinator = signed_in(chromium, server, "koordinator")
    coordinator.goto(f"{server}/o/kota-arunika/c/sample-city/")
    expect(coordinator.locator("main")).to_contain_text("Jawaban berubah setelah penilaian terakhir")
    evaluated(coordinator)
    sent(coordinator, "a:has-text('Lihat hasilnya')")
    expect(coordinator.locator("h1")).to_have_text("Fase")

    operator.goto(f"{server}/o/kota-arunika/c/sample-city/check/")
    sent(operator, "button:has-text('Kirim untuk diverifikasi')")
    verifier = signed_in(chromium, server, "verifikator")
    verifier.goto(f"{server}/o/kota-arunika/c/sample-city/check/")
    sent(verifier, "button:has-text('Kembalikan')")
    expect(verifier.locator("body")).to_contain_text("Tulis alasan pengembalian")
    verifier.fill("#reason", "Bukti anggaran belum dilampirkan")
    sent(verifier, "button:has-text('Kembalikan')")
    operator.goto(f"{server}/o/kota-arunika/c/sample-city/check/")
    sent(operator, "button:has-text('Kirim untuk diverifikasi')")
    verifier.goto(f"{server}/o/kota-arunika/c/sample-city/check/")
    sent(verifier, "button:has-text('Terima')")
    expect(verifier.locator("body")).to_contain_text("sudah diverifikasi")
    verifier.goto(f"{server}/o/kota-arunika/c/sample-city/history/")
    expect(verifier.locator("main")).to_contain_text("Bukti anggaran belum dilampirkan")
    expect(verifier.locator("main")).to_contain_text("Rantai riwayat utuh")


def test_a_link_opens_the_report_until_it_is_revoked(server: str, chromium: Any) -> None:
    coordinator = signed_in(chromium, server, "koordinator")
    coordinator.goto(f"{server}/o/kota-medan/c/medan/links/")
    coordinator.fill("#note", "DPRD")
    sent(coordinator, "button:has-text('Buat tautan')")
    address = coordinator.locator("code.address").inner_text()
    expect(coordinator.locator("svg.qr")).to_have_count(1)
    reader = new_page(chromium)
    assert reader.goto(address).status == 200
    expect(reader.locator("body")).to_contain_text("Pemerintah Kota Medan")
    with reader.expect_download() as download:
        reader.click("a.button")
    assert download.value.suggested_filename == "medan-report.html"
    sent(coordinator, "button:has-text('Cabut')")
    assert reader.goto(address).status == 404


def test_two_at_once_on_one_answer_see_each_other(server: str, chromium: Any) -> None:
    """The later one is told, sees both values, loses nothing, and may then decide."""
    one, two = (signed_in(chromium, server, "operator") for _ in range(2))
    for page in (one, two):
        page.goto(f"{server}/o/kota-medan/c/medan/criteria/sitokdana-7/update/")
    pages = [page.locator(".question form").first for page in (one, two)]
    identifier = one.locator(".question").first.get_attribute("id")
    posted(one, pages[0].locator("label.choice", has_text="ya"))
    expect(one.locator(f"#{identifier} .notice-good")).to_be_visible()
    pages[1].locator("textarea").fill("Saya melihat halaman lain")
    posted(two, pages[1].locator("label.choice", has_text="tidak").first)
    question = two.locator(f"#{identifier}")
    expect(question.locator(".notice-error")).to_contain_text("Yang sekarang tersimpan: ya")
    expect(question.locator("textarea").first).to_have_value("Saya melihat halaman lain")
    expect(question.locator("input[value=no]").first).to_be_checked()
    posted(two, question.locator("button").first)
    expect(question.locator(".notice-good")).to_be_visible()
    one.reload()
    expect(one.locator(".question input[value=no]").first).to_be_checked()


def test_each_service_is_answered_by_itself(server: str, chromium: Any) -> None:
    page = signed_in(chromium, server, "operator", width=390)
    page.goto(f"{server}/o/kota-medan/c/medan/criteria/wb-4/transaction/")
    service = "details.unit:has(label.choice)"  # comments open in the same way
    unit = page.locator(service).first
    unit.locator("> summary").click()
    posted(page, unit.locator("label.choice").first)
    page.wait_for_selector("details.unit[open] input[type=radio]:checked")
    page.wait_for_selector(".notice-good")
    page.reload()
    expect(page.locator(service).first.locator("input[type=radio]").first).to_be_checked()


PAGES = (
    "", "o/kota-medan/", "o/kota-medan/new/", "o/kota-medan/c/medan/", "o/kota-medan/c/medan/services/",
    "o/kota-medan/c/medan/criteria/sitokdana-7/services/", "o/kota-medan/c/medan/criteria/wb-4/interaction/",
    "o/kota-medan/c/medan/check/", "o/kota-medan/c/medan/phase/", "o/kota-medan/c/medan/swot/",
    "o/kota-medan/c/medan/plan/", "o/kota-medan/c/medan/evidence/", "o/kota-medan/c/medan/history/",
    "o/kota-medan/c/medan/links/", "accounts/2fa/", "accounts/password/change/", "no/such/page/",
    "o/kota-medan/c/medan/submit/", "accounts/2fa/totp/activate/", "accounts/2fa/webauthn/",
    "accounts/2fa/webauthn/add/", "accounts/2fa/recovery-codes/", "o/kota-medan/c/medan/criteria/wb-4/transaction/",
    "accounts/reauthenticate/", "accounts/3rdparty/",
)  # fmt: skip


@pytest.mark.parametrize(("lang", "width"), [("id-ID", 390), ("en-GB", 360)])
def test_every_screen_is_accessible_and_fits_a_phone(server: str, chromium: Any, lang: str, width: int) -> None:
    page = new_page(chromium, viewport={"width": width, "height": 800}, locale=lang, bypass_csp=True)
    assert looked_at(page, f"{server}/accounts/login/") == ([], 0, [])
    assert faults_of_screens(chromium, server, "koordinator", PAGES, lang, width) == []


def test_the_keyboard_reaches_everything_in_the_order_of_reading(server: str, chromium: Any) -> None:
    page = signed_in(chromium, server, "operator")
    page.goto(f"{server}/o/kota-medan/c/medan/criteria/sitokdana-7/services/")
    order = "() => [...document.querySelectorAll('*')].indexOf(document.activeElement)"
    places = []
    for _ in range(25):
        page.keyboard.press("Tab")
        places.append(page.evaluate(order))
    assert all(later > earlier for earlier, later in pairwise(places))  # as the page reads, and nothing traps the focus


def test_the_pages_work_without_scripts(server: str, chromium: Any) -> None:
    page = new_page(chromium, java_script_enabled=False, locale="id-ID")
    log_in(page, server, "operator")
    page.goto(f"{server}/o/kota-medan/c/medan/criteria/sitokdana-7/economy/")
    question = page.locator(".question").first
    question.locator("input[value=no]").check()
    sent(page, question.locator("button"))
    expect(page.locator(".question").first.locator("input[value=no]")).to_be_checked()
    assert re.search(r"/criteria/sitokdana-7/economy/$", page.url)
