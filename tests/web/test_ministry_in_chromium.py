"""A ministry's round as people go it, on both databases: from opening to the correction of what was published."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.web.serving import (
    DATABASES,
    chromium_running,
    database,
    evaluated,
    expect,
    faults_of_screens,
    looked_at,
    needs_chromium,
    new_page,
    posted,
    sent,
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
    sent(centre, "button:has-text('Buka')")
    expect(centre.locator("h1")).to_contain_text("Tambah pemerintah")
    for slug in (SATU, DUA, TIGA):
        centre.check(f"[name=offices][value='{slug}']")
    sent(centre, "form:has([name=offices]) button")
    expect(centre.locator("h1")).to_have_text("Putaran uji")
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
    posted(coordinator, coordinator.locator(".question").first.locator("label.choice").first)
    expect(coordinator.locator(".notice-good")).to_be_visible()
    coordinator.goto(f"{cycle}/check/")
    sent(coordinator, "button:has-text('Kirim untuk diverifikasi')")
    coordinator.goto(f"{cycle}/round/")
    sent(coordinator, "button:has-text('Serahkan ke kementerian')")
    expect(coordinator.locator("[role=alert]")).to_contain_text("belum diterima verifikator")
    verifier = signed_in(chromium, server, "verifikator")
    verifier.goto(f"{cycle}/check/")
    sent(verifier, "button:has-text('Terima')")
    coordinator.goto(f"{cycle}/")
    evaluated(coordinator, "button:has-text('Nilai')")
    coordinator.goto(f"{cycle}/round/")
    sent(coordinator, "button:has-text('Serahkan ke kementerian')")
    expect(coordinator.locator(".steps li").first).to_contain_text("sudah diserahkan")
    coordinator.goto(f"{cycle}/criteria/sitokdana-7/transparency/")
    expect(coordinator.locator(".question fieldset input").first).to_be_disabled()


def late_one(centre: Any, server: str) -> None:
    """The window moves, with a reason; who handed nothing in is late, and an answer is refused with the dates."""
    centre.goto(f"{server}/m/r/putaran-uji/windows/")
    centre.fill("#closes-self", local(-2))
    centre.fill("#reason", "Batas waktu dimajukan (uji)")
    sent(centre, "button:has-text('Simpan')")
    centre.goto(f"{server}/m/r/putaran-uji/?stage=self&state=late")
    expect(centre.locator("tbody th")).to_have_text(["Kabupaten Wanasari (rekaan)"])
    with centre.expect_download() as waiting:
        centre.click("a:has-text('Excel')")
    assert waiting.value.suggested_filename == "putaran-uji.xlsx"


def evaluated_by_an_evaluator(chromium: Any, centre: Any, server: str) -> None:
    for slug in (SATU, DUA):
        centre.goto(f"{server}/m/r/putaran-uji/g/{slug}/")
        centre.select_option("#user", label="asesor")
        sent(centre, "button:has-text('Tugaskan')")
    evaluator = signed_in(chromium, server, "asesor")
    evaluator.goto(f"{server}/m/r/putaran-uji/")
    expect(evaluator.locator("tbody tr")).to_have_count(2)  # the third is not assigned
    for slug in (SATU, DUA):
        page = f"{server}/m/r/putaran-uji/g/{slug}/"
        evaluator.goto(page)
        sent(evaluator, evaluator.locator("button:has-text('Nyatakan cukup')").first)
        evaluator.click("summary:has-text('Tulis berita acara')")
        evaluator.fill("#text", "Wawancara dengan sekretaris daerah: bukti dokumen cocok.")
        paper = {"name": "berita.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n"}
        evaluator.set_input_files("#file", paper)
        sent(evaluator, "form:has(#text) button")
        expect(evaluator.locator("main")).to_contain_text("bukti dokumen cocok")
        sent(evaluator, "li:has(h3:text-is('Wawancara')) button:has-text('Nyatakan selesai')")
        evaluator.fill("#finding-reason", "Jawaban didukung bukti dan wawancara.")
        sent(evaluator, "button:has-text('Simpan sebagai versi baru')")
        expect(evaluator.locator("main")).to_contain_text("rancangan, hanya untuk kementerian")
        expect(evaluator.locator("button:has-text('Sampaikan kepada pemerintah')")).to_have_count(0)


def heard_and_published(chromium: Any, centre: Any, server: str) -> None:
    coordinator = signed_in(chromium, server, "koordinator", width=390)
    coordinator.goto(f"{server}/o/{SATU}/c/putaran-uji/round/")
    expect(coordinator.locator("main")).to_contain_text("Belum ada hasil yang disampaikan")
    for slug in (SATU, DUA):
        centre.goto(f"{server}/m/r/putaran-uji/g/{slug}/")
        sent(centre, "button:has-text('Sampaikan kepada pemerintah')")
        expect(centre.locator("main")).to_contain_text("Masa hak jawab belum berakhir")
    coordinator.goto(f"{server}/o/{SATU}/c/putaran-uji/round/")
    coordinator.fill("#text", "Laporan anggaran ada di situs kami.")
    sent(coordinator, "button:has-text('Kirim jawaban')")
    centre.goto(f"{server}/m/r/putaran-uji/g/{SATU}/")
    expect(centre.locator("main")).to_contain_text("Tanggapi dahulu")
    centre.fill(".notice textarea", "Laporan itu dari tahun 2023.")
    sent(centre, "button:has-text('Tolak')")
    for slug in (SATU, DUA):
        coordinator.goto(f"{server}/o/{slug}/c/putaran-uji/round/")
        sent(coordinator, "button:has-text('Setujui hasil')")
        centre.goto(f"{server}/m/r/putaran-uji/g/{slug}/")
        centre.fill("#publish-why", "Keputusan 12/2026")
        sent(centre, "button:has-text('Umumkan versi 1')")
        expect(centre.locator("main")).to_contain_text("berlaku dan diumumkan")
    anyone = new_page(chromium, locale="id-ID")
    assert anyone.goto(f"{server}/p/putaran-uji/").status == 404
    centre.goto(f"{server}/m/r/putaran-uji/league/")
    centre.fill("#reason", "Keputusan 13/2026")
    sent(centre, "button:has-text('Umumkan tabel')")
    anyone = new_page(chromium, locale="id-ID")
    assert anyone.goto(f"{server}/p/putaran-uji/").status == 200
    assert anyone.context.cookies() == []
    unpublished = anyone.locator("h2:text-is('Hasil belum diumumkan') ~ ul").first
    expect(unpublished).to_contain_text("Kabupaten Wanasari")
    anyone.goto(f"{server}/p/putaran-uji/g/{SATU}/")
    main = anyone.locator("main")
    expect(main).to_contain_text("Laporan anggaran ada di situs kami")  # the reply stands beside, with its answer
    expect(main).to_contain_text("Laporan itu dari tahun 2023")


def corrected(chromium: Any, centre: Any, server: str) -> None:
    page = f"{server}/m/r/putaran-uji/g/{SATU}/"
    centre.goto(page)
    centre.click("summary:has-text('Susun versi baru')")
    centre.fill("#finding-reason", "Pertimbangan yang diperbaiki.")
    centre.fill("#change", "Tahun laporan keliru ditulis.")
    sent(centre, "button:has-text('Simpan sebagai versi baru')")
    sent(centre, "button:has-text('Sampaikan kepada pemerintah')")
    coordinator = signed_in(chromium, server, "koordinator")
    coordinator.goto(f"{server}/o/{SATU}/c/putaran-uji/round/")
    sent(coordinator, "button:has-text('Setujui hasil')")
    centre.goto(page)
    centre.fill("#publish-why", "Koreksi 1/2026")
    sent(centre, "button:has-text('Umumkan versi 2')")
    centre.goto(f"{server}/m/r/putaran-uji/league/")
    centre.fill("#reason", "Koreksi 1/2026")
    centre.fill("#change", "Hasil Kota Sagarajaya dikoreksi.")
    sent(centre, "button:has-text('Umumkan tabel')")
    anyone = new_page(chromium, locale="en-GB")
    anyone.goto(f"{server}/p/putaran-uji/?lang=en")
    expect(anyone.locator("main")).to_contain_text("Hasil Kota Sagarajaya dikoreksi.")
    anyone.goto(f"{server}/p/putaran-uji/v1/")
    expect(anyone.locator("main")).to_contain_text("Ini versi lama")
    anyone.goto(f"{server}/p/putaran-uji/g/{SATU}/")
    expect(anyone.locator("h2").nth(0)).to_have_text("Versi 2")
    expect(anyone.locator("h2").nth(1)).to_have_text("Versi 1 · digantikan versi yang lebih baru")


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
    page = new_page(chromium, viewport={"width": width, "height": 800}, locale=lang, bypass_csp=True)
    found = [(each, *looked_at(page, f"{server}/{each}?lang={lang[:2]}")) for each in PUBLIC]
    page.context.close()
    assert [each for each in found if each[1] or each[2] > 0 or each[3]] == []
