"""A coordinator changes an evaluation in a real browser, on both databases: from the settings to the plan and back."""

import http.server
import io
import re
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
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
    needs_chromium,
    new_page,
    sent,
    served,
    signed_in,
)

pytestmark = needs_chromium
CITY = "o/kota-arunika/c/sample-city"
MEDAN = "o/kota-medan/c/medan"
HOME_PAGE = (
    "<!doctype html><html lang=id><title>Kota Arunika</title><main><h1>Selamat datang</h1>"
    "<form role=search action=/cari><label>Cari <input name=q></label></form>"
    "<p><a href=/kontak>Kontak kami</a></p><p>Kantor wali kota: Jalan Merdeka 1</p></main></html>"
)


@pytest.fixture(scope="module", params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration, once on SQLite and once on PostgreSQL."""
    with database(request.param) as address, served(tmp_path_factory.mktemp("serve"), address) as base:
        yield base


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with chromium_running() as browser:
        yield browser


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A site of one page, on loopback."""

    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.path in {"/", "/kontak", "/cari?q="}
            body = (HOME_PAGE if known else "tidak ada").encode()
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            del args

    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_address[1]}/"
    listening.shutdown()


def test_a_coordinator_changes_an_evaluation(server: str, chromium: Any, site: str, tmp_path: Path) -> None:
    """Settings, capture, finding, trace, proposal, factor, strategy, conclusion, action, evaluation, export."""
    page = signed_in(chromium, server, "koordinator")
    page.goto(f"{server}/{CITY}/settings/")
    page.fill("#f-sites", site)
    page.fill("#reason", "alamat yang baru")
    sent(page, "main button:has-text('Simpan')")
    main = page.locator("main")
    expect(main).to_contain_text("Rekam situs lagi")
    evaluated(page, "button:has-text('Rekam situs, lalu nilai')")

    page.goto(f"{server}/{CITY}/criteria/sitokdana-7/appearance/")
    ignored = page.locator(".finding").first
    identifier = page.locator(".question:has(.finding)").first.get_attribute("id")
    ignored.locator("summary").click()
    ignored.locator("input[name=reason]").fill("bukan kolom cari warga")
    sent(page, ignored.locator("button:has-text('Abaikan temuan ini')"))
    expect(page.locator(f"#{identifier}")).to_contain_text("Diabaikan oleh koordinator")
    accept = page.locator(".finding button:has-text('Jadikan jawaban saya')").first
    question = page.locator(".question:has(button:has-text('Jadikan jawaban saya'))").first.get_attribute("id")
    sent(page, accept)
    expect(page.locator(f"#{question} input[name=evidence]")).to_have_value(re.compile("http"))
    taken = page.locator(f"#{question} input[type=radio]:checked").first
    expect(taken).to_have_attribute("value", re.compile(r"^(yes|no)$"))

    sent(page, page.locator("a:has-text('jejak')").first)
    sent(page, "a:has-text('Baca teks halaman arsip')")
    expect(page.locator(".archived:has-text('Selamat datang'), .archived mark").first).to_be_visible()

    page.goto(f"{server}/{CITY}/swot/")
    save = "main button:has-text('Simpan')"
    sent(page, page.locator("a.button:has-text('Terima')").first)
    sent(page, save)
    expect(main).to_contain_text("Diterima sebagai")
    sent(page, "a:has-text('Tambah peluang')")
    page.fill("#text-id", "Pelatihan dari provinsi tersedia")
    page.fill("#q", "kota")
    sent(page, "button:has-text('Cari')")
    expect(page.locator("#text-id")).to_have_value("Pelatihan dari provinsi tersedia")
    sent(page, save)
    expect(main).to_contain_text("Pelatihan dari provinsi tersedia")
    sent(page, "a:has-text('Tambah strategi WO')")
    page.fill("#text-id", "Ikuti pelatihan provinsi")
    page.locator("input[name=uses]").first.check()
    sent(page, save)
    sent(page, "a:has-text('Tambah kesimpulan')")
    page.fill("#text-id", "Bangun kemampuan pengelola")
    page.locator("label:has-text('Ikuti pelatihan provinsi') input").check()
    sent(page, save)
    page.goto(f"{server}/{CITY}/plan/")
    sent(page, "section:has-text('Bangun kemampuan pengelola') a:has-text('Tambah aksi')")
    page.fill("#f-owner", "Diskominfo")
    page.fill("#f-budget", "dua juta")
    sent(page, save)
    expect(page.locator("#x-budget")).to_contain_text("bukan jumlah uang")
    page.fill("#f-budget", "2000000")
    sent(page, save)
    expect(main).to_contain_text("2.000.000")

    page.goto(f"{server}/{CITY}/")
    evaluated(page)
    page.goto(f"{server}/{CITY}/export/")
    page.check("input[value=archives]")
    with page.expect_download() as download:
        page.click("button:has-text('Unduh ZIP')")
    download.value.save_as(tmp_path / "kota.zip")
    names = zipfile.ZipFile(io.BytesIO((tmp_path / "kota.zip").read_bytes())).namelist()
    assert "sample-city/actions.csv" in names
    assert "sample-city/archive/archive.warc.gz" in names


PAGES = (
    f"{MEDAN}/settings/", f"{MEDAN}/swot/", f"{MEDAN}/plan/", f"{MEDAN}/phase/", f"{MEDAN}/export/",
    f"{MEDAN}/factors/new/?box=W", f"{MEDAN}/factors/S1/", f"{MEDAN}/strategies/new/?cell=SO",
    f"{MEDAN}/strategies/SO1/",
    f"{MEDAN}/conclusions/new/", f"{MEDAN}/conclusions/1/", f"{MEDAN}/actions/new/", f"{CITY}/actions/1/",
    f"{CITY}/plan/",
    f"{MEDAN}/trace/S1", f"{MEDAN}/trace/inventory", f"{MEDAN}/trace/criterion:sitokdana-7/services",
    f"{MEDAN}/trace/phase:interaction", f"{CITY}/", f"{CITY}/swot/", f"{CITY}/criteria/sitokdana-7/appearance/",
)  # fmt: skip


@pytest.mark.parametrize(("lang", "width"), [("id-ID", 390), ("en-GB", 360)])
def test_every_screen_is_accessible_and_fits_a_phone(server: str, chromium: Any, lang: str, width: int) -> None:
    assert faults_of_screens(chromium, server, "koordinator", PAGES, lang, width) == []


def test_a_factor_is_written_without_scripts(server: str, chromium: Any) -> None:
    page = new_page(chromium, java_script_enabled=False, locale="id-ID")
    log_in(page, server, "koordinator")
    page.goto(f"{server}/{MEDAN}/factors/new/?box=T")
    page.fill("#text-id", "Serangan siber meningkat")
    sent(page, "main button[name=action]")
    expect(page.locator("main")).to_contain_text("Serangan siber meningkat")
