"""A ministry's round as people go it, on both databases: from opening to the correction of what was published."""

from collections.abc import Iterator
from datetime import datetime, timedelta
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
ROUND = "evaluasi-layanan-daring-provinsi-rekaan"
DEMO = f"m/r/{ROUND}/"
SATU, DUA, TIGA = "kota-sagarajaya", "kabupaten-tirtamaya", "kabupaten-wanasari"


@pytest.fixture(scope="module", params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration, once on SQLite and once on PostgreSQL."""
    with database(request.param) as address, served(tmp_path_factory.mktemp("serve"), address) as base:
        yield base


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with chromium_running() as browser:
        yield browser


def local(days: float) -> str:
    """A moment as the form takes it; the test's machine and the server may be in other time zones: days decide."""
    return (datetime.now() + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def test_a_round_from_its_opening_to_a_correction(server: str, chromium: Any) -> None:
    centre = signed_in(chromium, server, "pusat")
    centre.goto(f"{server}/m/new/")
    centre.fill("#title", "Putaran uji")
    centre.fill("#period", "2026")
    for box in centre.locator("[name=instruments]:checked").all():
        box.uncheck()
    for each in ("sitokdana-7", "wb-4"):
        centre.check(f"[name=instruments][value='{each}']")
    for kind in ("self", "documents", "interview", "visit", "decision"):
        centre.fill(f"#opens-{kind}", local(-3))
        centre.fill(f"#closes-{kind}", local(20))
    centre.click("button:has-text('Buka')")
    assert "Tambah pemerintah" in centre.locator("h1").inner_text()
    for slug in (SATU, DUA, TIGA):
        centre.check(f"[name=offices][value='{slug}']")
    centre.locator("form:has([name=offices]) button").click()
    assert centre.locator("h1").inner_text() == "Putaran uji"
    for slug in (SATU, DUA):
        hand_in(chromium, server, slug)
    late_one(centre, server)
    evaluated_by_an_evaluator(chromium, centre, server)
    heard_and_published(chromium, centre, server)
    corrected(chromium, centre, server)


def hand_in(chromium: Any, server: str, slug: str) -> None:
    """Answer, hand on, accept, evaluate, hand in."""
    cycle = f"{server}/o/{slug}/c/putaran-uji"
    coordinator = signed_in(chromium, server, "koordinator")
    coordinator.goto(f"{cycle}/criteria/sitokdana-7/transparency/")
    with coordinator.expect_response(lambda response: response.request.method == "POST"):
        coordinator.locator(".question").first.locator("label.choice").first.click()
    coordinator.wait_for_selector(".notice-good")
    coordinator.goto(f"{cycle}/check/")
    coordinator.click("button:has-text('Kirim untuk diverifikasi')")
    coordinator.goto(f"{cycle}/round/")
    coordinator.click("button:has-text('Serahkan ke kementerian')")
    assert "belum diterima verifikator" in coordinator.locator("[role=alert]").inner_text()
    verifier = signed_in(chromium, server, "verifikator")
    verifier.goto(f"{cycle}/check/")
    verifier.click("button:has-text('Terima')")
    coordinator.goto(f"{cycle}/")
    coordinator.click("button:has-text('Nilai')")
    coordinator.wait_for_selector("a:has-text('Lihat hasilnya')", timeout=60_000)
    coordinator.goto(f"{cycle}/round/")
    coordinator.click("button:has-text('Serahkan ke kementerian')")
    assert "sudah diserahkan" in coordinator.locator(".steps li").first.inner_text()
    coordinator.goto(f"{cycle}/criteria/sitokdana-7/transparency/")
    assert coordinator.locator(".question fieldset input").first.is_disabled()


def late_one(centre: Any, server: str) -> None:
    """The window moves, with a reason; who handed nothing in is late, and an answer is refused with the dates."""
    centre.goto(f"{server}/m/r/putaran-uji/windows/")
    centre.fill("#closes-self", local(-2))
    centre.fill("#reason", "Batas waktu dimajukan (uji)")
    centre.click("button:has-text('Simpan')")
    centre.goto(f"{server}/m/r/putaran-uji/?stage=self&state=late")
    assert centre.locator("tbody th").all_inner_texts() == ["Kabupaten Wanasari (rekaan)"]
    with centre.expect_download() as waiting:
        centre.click("a:has-text('Excel')")
    assert waiting.value.suggested_filename == "putaran-uji.xlsx"


def evaluated_by_an_evaluator(chromium: Any, centre: Any, server: str) -> None:
    for slug in (SATU, DUA):
        centre.goto(f"{server}/m/r/putaran-uji/g/{slug}/")
        centre.select_option("#user", label="asesor")
        centre.click("button:has-text('Tugaskan')")
    evaluator = signed_in(chromium, server, "asesor")
    evaluator.goto(f"{server}/m/r/putaran-uji/")
    assert evaluator.locator("tbody tr").count() == 2  # the third is not assigned
    for slug in (SATU, DUA):
        page = f"{server}/m/r/putaran-uji/g/{slug}/"
        evaluator.goto(page)
        evaluator.locator("button:has-text('Nyatakan cukup')").first.click()
        evaluator.click("summary:has-text('Tulis berita acara')")
        evaluator.fill("#text", "Wawancara dengan sekretaris daerah: bukti dokumen cocok.")
        paper = {"name": "berita.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n"}
        evaluator.set_input_files("#file", paper)
        evaluator.locator("form:has(#text) button").click()
        assert "bukti dokumen cocok" in evaluator.content()
        evaluator.locator("li:has(h3:text-is('Wawancara')) button:has-text('Nyatakan selesai')").click()
        evaluator.fill("#finding-reason", "Jawaban didukung bukti dan wawancara.")
        evaluator.click("button:has-text('Simpan sebagai versi baru')")
        assert "rancangan, hanya untuk kementerian" in evaluator.content()
        assert evaluator.locator("button:has-text('Sampaikan kepada pemerintah')").count() == 0


def heard_and_published(chromium: Any, centre: Any, server: str) -> None:
    coordinator = signed_in(chromium, server, "koordinator", width=390)
    coordinator.goto(f"{server}/o/{SATU}/c/putaran-uji/round/")
    assert "Belum ada hasil yang disampaikan" in coordinator.content()
    for slug in (SATU, DUA):
        centre.goto(f"{server}/m/r/putaran-uji/g/{slug}/")
        centre.click("button:has-text('Sampaikan kepada pemerintah')")
        assert "Masa hak jawab belum berakhir" in centre.content()
    coordinator.goto(f"{server}/o/{SATU}/c/putaran-uji/round/")
    coordinator.fill("#text", "Laporan anggaran ada di situs kami.")
    coordinator.click("button:has-text('Kirim jawaban')")
    centre.goto(f"{server}/m/r/putaran-uji/g/{SATU}/")
    assert "Tanggapi dahulu" in centre.content()
    centre.fill(".notice textarea", "Laporan itu dari tahun 2023.")
    centre.click("button:has-text('Tolak')")
    for slug in (SATU, DUA):
        coordinator.goto(f"{server}/o/{slug}/c/putaran-uji/round/")
        coordinator.click("button:has-text('Setujui hasil')")
        centre.goto(f"{server}/m/r/putaran-uji/g/{slug}/")
        centre.fill("#publish-why", "Keputusan 12/2026")
        centre.click("button:has-text('Umumkan versi 1')")
        assert "berlaku dan diumumkan" in centre.content()
    anyone = chromium.new_context(locale="id-ID").new_page()
    assert anyone.goto(f"{server}/p/putaran-uji/").status == 404
    centre.goto(f"{server}/m/r/putaran-uji/league/")
    centre.fill("#reason", "Keputusan 13/2026")
    centre.click("button:has-text('Umumkan tabel')")
    anyone = chromium.new_context(locale="id-ID").new_page()
    assert anyone.goto(f"{server}/p/putaran-uji/").status == 200
    assert anyone.context.cookies() == []
    assert "Kabupaten Wanasari" in anyone.locator("h2:text-is('Hasil belum diumumkan') ~ ul").first.inner_text()
    anyone.goto(f"{server}/p/putaran-uji/g/{SATU}/")
    assert "Laporan anggaran ada di situs kami" in anyone.content()  # the reply stands beside, with its answer
    assert "Laporan itu dari tahun 2023" in anyone.content()


def corrected(chromium: Any, centre: Any, server: str) -> None:
    page = f"{server}/m/r/putaran-uji/g/{SATU}/"
    centre.goto(page)
    centre.click("summary:has-text('Susun versi baru')")
    centre.fill("#finding-reason", "Pertimbangan yang diperbaiki.")
    centre.fill("#change", "Tahun laporan keliru ditulis.")
    centre.click("button:has-text('Simpan sebagai versi baru')")
    centre.click("button:has-text('Sampaikan kepada pemerintah')")
    coordinator = signed_in(chromium, server, "koordinator")
    coordinator.goto(f"{server}/o/{SATU}/c/putaran-uji/round/")
    coordinator.click("button:has-text('Setujui hasil')")
    centre.goto(page)
    centre.fill("#publish-why", "Koreksi 1/2026")
    centre.click("button:has-text('Umumkan versi 2')")
    centre.goto(f"{server}/m/r/putaran-uji/league/")
    centre.fill("#reason", "Koreksi 1/2026")
    centre.fill("#change", "Hasil Kota Sagarajaya dikoreksi.")
    centre.click("button:has-text('Umumkan tabel')")
    anyone = chromium.new_context(locale="en-GB").new_page()
    anyone.goto(f"{server}/p/putaran-uji/?lang=en")
    assert "Hasil Kota Sagarajaya dikoreksi." in anyone.content()
    anyone.goto(f"{server}/p/putaran-uji/v1/")
    assert "Ini versi lama" in anyone.content()
    anyone.goto(f"{server}/p/putaran-uji/g/{SATU}/")
    assert anyone.locator("h2").all_inner_texts()[:2] == ["Versi 2", "Versi 1 · digantikan versi yang lebih baru"]


PAGES = (
    "", "m/", "m/new/", DEMO, f"{DEMO}windows/", f"{DEMO}governments/", f"{DEMO}g/{DUA}/", f"{DEMO}g/{SATU}/",
    f"{DEMO}league/", "m/fleets/", f"o/{DUA}/c/{ROUND}/round/",
)  # fmt: skip
OWN = (f"o/{SATU}/c/{ROUND}/round/", f"o/{DUA}/c/{ROUND}/round/", f"o/{TIGA}/c/{ROUND}/submit/", "")
PUBLIC = ("p/", f"p/{ROUND}/", f"p/{ROUND}/v1/", f"p/{ROUND}/g/{DUA}/")


@pytest.mark.parametrize(("lang", "width"), [("id-ID", 390), ("en-GB", 360)])
def test_every_screen_is_accessible_and_fits_a_phone(server: str, chromium: Any, lang: str, width: int) -> None:
    assert faults_of_screens(chromium, server, "pusat", PAGES, lang, width) == []
    assert faults_of_screens(chromium, server, "koordinator", OWN, lang, width) == []
    assert faults_of_screens(chromium, server, "asesor", ("", "m/", DEMO, f"{DEMO}g/{DUA}/"), lang, width) == []
    context = chromium.new_context(viewport={"width": width, "height": 800}, locale=lang, bypass_csp=True)
    page = context.new_page()
    found = [(each, *looked_at(page, f"{server}/{each}?lang={lang[:2]}")) for each in PUBLIC]
    context.close()
    assert [each for each in found if each[1] or each[2] > 0 or each[3]] == []
