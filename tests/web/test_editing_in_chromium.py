"""A coordinator changes an evaluation in a real browser, on both databases: from the settings to the plan and back."""

import http.server
import io
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
    faults_of_screens,
    needs_chromium,
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
    page.click("main button:has-text('Simpan')")
    assert "Rekam situs lagi" in page.content()
    page.click("button:has-text('Rekam situs, lalu nilai')")
    page.wait_for_selector("a:has-text('Lihat hasilnya')", timeout=120_000)

    page.goto(f"{server}/{CITY}/criteria/sitokdana-7/appearance/")
    ignored = page.locator(".finding").first
    identifier = page.locator(".question:has(.finding)").first.get_attribute("id")
    ignored.locator("summary").click()
    ignored.locator("input[name=reason]").fill("bukan kolom cari warga")
    ignored.locator("button:has-text('Abaikan temuan ini')").click()
    assert "Diabaikan oleh koordinator" in page.locator(f"#{identifier}").inner_text()
    accept = page.locator(".finding button:has-text('Jadikan jawaban saya')").first
    question = page.locator(".question:has(button:has-text('Jadikan jawaban saya'))").first.get_attribute("id")
    accept.click()
    assert page.locator(f"#{question} input[type=radio]:checked").first.get_attribute("value") in {"yes", "no"}
    assert "http" in page.locator(f"#{question} input[name=evidence]").input_value()

    page.locator("a:has-text('jejak')").first.click()
    page.click("a:has-text('Baca teks halaman arsip')")
    assert "Selamat datang" in page.locator(".archived").inner_text() or page.locator(".archived mark").count()

    page.goto(f"{server}/{CITY}/swot/")
    page.locator("a.button:has-text('Terima')").first.click()
    page.click("main button:has-text('Simpan')")
    assert "Diterima sebagai" in page.content()
    page.click("a:has-text('Tambah peluang')")
    page.fill("#text-id", "Pelatihan dari provinsi tersedia")
    page.fill("#q", "kota")
    page.click("button:has-text('Cari')")
    assert page.input_value("#text-id") == "Pelatihan dari provinsi tersedia"
    page.click("main button:has-text('Simpan')")
    assert "Pelatihan dari provinsi tersedia" in page.content()
    page.click("a:has-text('Tambah strategi WO')")
    page.fill("#text-id", "Ikuti pelatihan provinsi")
    page.locator("input[name=uses]").first.check()
    page.click("main button:has-text('Simpan')")
    page.click("a:has-text('Tambah kesimpulan')")
    page.fill("#text-id", "Bangun kemampuan pengelola")
    page.locator("label:has-text('Ikuti pelatihan provinsi') input").check()
    page.click("main button:has-text('Simpan')")
    page.goto(f"{server}/{CITY}/plan/")
    page.locator("section:has-text('Bangun kemampuan pengelola') a:has-text('Tambah aksi')").click()
    page.fill("#f-owner", "Diskominfo")
    page.fill("#f-budget", "dua juta")
    page.click("main button:has-text('Simpan')")
    assert "bukan jumlah uang" in page.locator("#x-budget").inner_text()
    page.fill("#f-budget", "2000000")
    page.click("main button:has-text('Simpan')")
    assert "2.000.000" in page.content()

    page.goto(f"{server}/{CITY}/")
    page.click("button:has-text('Nilai dengan rekaman')")
    page.wait_for_selector("a:has-text('Lihat hasilnya')", timeout=120_000)
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
    page = chromium.new_context(java_script_enabled=False, locale="id-ID").new_page()
    page.goto(f"{server}/")
    page.fill("#id_login", "koordinator")
    page.fill("#id_password", "peragaan-tinjau")
    page.click("main button")
    page.goto(f"{server}/{MEDAN}/factors/new/?box=T")
    page.fill("#text-id", "Serangan siber meningkat")
    page.click("main button[name=action]")
    assert "Serangan siber meningkat" in page.content()
