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
    faults_of_screens,
    looked_at,
    needs_chromium,
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
    operator.click("text=Evaluasi layanan daring Kota Arunika")
    operator.click("a:has-text('Transparansi')")
    first = operator.locator(".question").first
    with operator.expect_response(lambda response: response.request.method == "POST"):
        first.locator("label.choice:has-text('ya')").click()
    operator.wait_for_selector(".notice-good")
    operator.reload()
    assert operator.locator(".question").first.locator("input[value=yes]").is_checked()
    assert broken == []  # nothing that the content security policy stopped

    coordinator = signed_in(chromium, server, "koordinator")
    coordinator.goto(f"{server}/o/kota-arunika/c/sample-city/")
    assert "Jawaban berubah setelah penilaian terakhir" in coordinator.content()
    coordinator.click("button:has-text('Nilai dengan rekaman')")
    coordinator.wait_for_selector("a:has-text('Lihat hasilnya')", timeout=60_000)
    coordinator.click("a:has-text('Lihat hasilnya')")
    assert coordinator.locator("h1").inner_text() == "Fase"

    operator.goto(f"{server}/o/kota-arunika/c/sample-city/check/")
    operator.click("button:has-text('Kirim untuk diverifikasi')")
    verifier = signed_in(chromium, server, "verifikator")
    verifier.goto(f"{server}/o/kota-arunika/c/sample-city/check/")
    verifier.click("button:has-text('Kembalikan')")
    assert "Tulis alasan pengembalian" in verifier.content()
    verifier.fill("#reason", "Bukti anggaran belum dilampirkan")
    verifier.click("button:has-text('Kembalikan')")
    operator.goto(f"{server}/o/kota-arunika/c/sample-city/check/")
    operator.click("button:has-text('Kirim untuk diverifikasi')")
    verifier.goto(f"{server}/o/kota-arunika/c/sample-city/check/")
    verifier.click("button:has-text('Terima')")
    assert "sudah diverifikasi" in verifier.content()
    verifier.goto(f"{server}/o/kota-arunika/c/sample-city/history/")
    assert "Bukti anggaran belum dilampirkan" in verifier.content()
    assert "Rantai riwayat utuh" in verifier.content()


def test_a_link_opens_the_report_until_it_is_revoked(server: str, chromium: Any) -> None:
    coordinator = signed_in(chromium, server, "koordinator")
    coordinator.goto(f"{server}/o/kota-medan/c/medan/links/")
    coordinator.fill("#note", "DPRD")
    coordinator.click("button:has-text('Buat tautan')")
    address = coordinator.locator("code.address").inner_text()
    assert coordinator.locator("svg.qr").count() == 1
    reader = chromium.new_context().new_page()
    assert reader.goto(address).status == 200
    assert "Pemerintah Kota Medan" in reader.content()
    with reader.expect_download() as download:
        reader.click("a.button")
    assert download.value.suggested_filename == "medan-report.html"
    coordinator.click("button:has-text('Cabut')")
    assert reader.goto(address).status == 404


def test_two_at_once_on_one_answer_see_each_other(server: str, chromium: Any) -> None:
    """The later one is told, sees both values, loses nothing, and may then decide."""
    one, two = (signed_in(chromium, server, "operator") for _ in range(2))
    for page in (one, two):
        page.goto(f"{server}/o/kota-medan/c/medan/criteria/sitokdana-7/update/")
    pages = [page.locator(".question form").first for page in (one, two)]
    identifier = one.locator(".question").first.get_attribute("id")
    pages[0].locator("label.choice", has_text="ya").click()
    one.wait_for_selector(f"#{identifier} .notice-good")
    pages[1].locator("textarea").fill("Saya melihat halaman lain")
    pages[1].locator("label.choice", has_text="tidak").first.click()
    two.wait_for_selector(f"#{identifier} .notice-error")
    question = two.locator(f"#{identifier}")
    assert "Yang sekarang tersimpan: ya" in question.inner_text()
    assert question.locator("textarea").first.input_value() == "Saya melihat halaman lain"
    assert question.locator("input[value=no]").first.is_checked()
    question.locator("button").first.click()
    two.wait_for_selector(f"#{identifier} .notice-good")
    one.reload()
    assert one.locator(".question input[value=no]").first.is_checked()


def test_each_service_is_answered_by_itself(server: str, chromium: Any) -> None:
    page = signed_in(chromium, server, "operator", width=390)
    page.goto(f"{server}/o/kota-medan/c/medan/criteria/wb-4/transaction/")
    service = "details.unit:has(label.choice)"  # comments open in the same way
    unit = page.locator(service).first
    unit.locator("> summary").click()
    unit.locator("label.choice").first.click()
    page.wait_for_selector("details.unit[open] input[type=radio]:checked")
    page.wait_for_selector(".notice-good")
    page.reload()
    assert page.locator(service).first.locator("input[type=radio]").first.is_checked()


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
    page = chromium.new_context(viewport={"width": width, "height": 800}, locale=lang, bypass_csp=True).new_page()
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
    context = chromium.new_context(java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    page.goto(f"{server}/")
    page.fill("#id_login", "operator")
    page.fill("#id_password", "peragaan-tinjau")
    page.click("main button")
    page.goto(f"{server}/o/kota-medan/c/medan/criteria/sitokdana-7/economy/")
    question = page.locator(".question").first
    question.locator("input[value=no]").check()
    question.locator("button").click()
    assert page.locator(".question").first.locator("input[value=no]").is_checked()
    assert re.search(r"/criteria/sitokdana-7/economy/$", page.url)
