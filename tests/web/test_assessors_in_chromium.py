"""Three assessors at once in three browsers, the coordinator closes, settles and gives away; and the year after."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import openpyxl
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
    posted,
    sent,
    served,
    signed_in,
)

pytestmark = needs_chromium
CYCLE = "o/kota-arunika/c/sample-city"
NEXT = "o/kota-arunika/c/kota-arunika-tahun-berikutnya-rekaan"
ASSESSORS = ("penilai-1", "penilai-2", "penilai-3")


@pytest.fixture(scope="module", params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration, once on SQLite and once on PostgreSQL."""
    with database(request.param) as address, served(tmp_path_factory.mktemp("serve"), address) as base:
        yield base


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with chromium_running() as browser:
        yield browser


def test_three_assessors_score_blind_and_their_differences_are_settled(server: str, chromium: Any) -> None:
    """Set up, three sheets at once (one of them offline), progress without values, close, settle, evaluate, package."""
    chief = signed_in(chromium, server, "koordinator")
    broken: list[str] = []
    chief.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
    chief.goto(f"{server}/{CYCLE}/")
    sent(chief, "a:has-text('Putaran penilaian')")
    sent(chief, "a:has-text('Siapkan putaran')")
    chief.fill("#title", "Putaran uji")
    chief.fill("#due", (date.today() + timedelta(days=120)).isoformat())
    chief.locator("fieldset:has(legend:has-text('Transparansi')) label:has-text('Semua pertanyaan')").click()
    for name in ASSESSORS:
        chief.locator(f"label:has-text('{name}') >> input[name=assessors]").check()
    sent(chief, "button:has-text('Simpan rancangan')")
    sent(chief, "button:has-text('Buka putaran')")
    expect(chief.locator("button:has-text('Tutup putaran')")).to_be_visible()
    expect(chief.locator(".lead").first).to_contain_text("sedang dinilai")
    place = chief.url

    pages = [signed_in(chromium, server, name, width=390) for name in ASSESSORS]
    for page, words in zip(pages, (("ya", "ya"), ("ya", "tidak"), ("tidak", "ya")), strict=True):
        sent(page, "a:has-text('Putaran uji')")
        sent(page, "main a:has-text('Transparansi')")
        for number, word in enumerate(words):
            question = page.locator(".question").nth(number)
            posted(page, question.locator(f"label.choice:has-text('{word}')").first)
            expect(question.locator(".notice-good")).to_be_visible()
        page.reload()
        value = {"ya": "yes", "tidak": "no"}[words[0]]
        expect(page.locator(".question").nth(0).locator(f"input[value={value}]")).to_be_checked()
        expect(page.locator("text=Jawaban orang lain")).to_have_count(0)
    shut = pages[0].goto(f"{server}/{CYCLE}/check/")
    assert shut.status == 403  # an assessor opens nothing but the own sheet
    offline = pages[2]
    offline.goto(place.replace("/rounds/", "/sheets/"))
    with offline.expect_download() as download:
        offline.click("a:has-text('Unduh lembar saya')")
    book = _filled(download.value.path().read_bytes(), 3, "ya")
    offline.set_input_files("#table", {"name": "lembar.xlsx", "mimeType": "application/zip", "buffer": book})
    sent(offline, "button:has-text('Lihat perubahannya')")
    expect(offline.locator("ins")).to_have_text(["ya"])
    sent(offline, "button:has-text('Simpan semua perubahan')")
    sent(offline, "button:has-text('Saya selesai menilai')")
    expect(offline.locator("button:has-text('Saya belum selesai')")).to_be_visible()

    chief.goto(place)
    main = chief.locator("main")
    expect(main).to_contain_text(re.compile(r"penilai-3\s+3 dari \d+ · selesai menilai"))
    expect(main).to_contain_text(re.compile(r"penilai-1\s+2 dari \d+ · masih menilai"))
    chief.fill("#reason", "Batas waktu tercapai")
    sent(chief, "button:has-text('Tutup putaran')")
    expect(chief.locator("h2:has-text('Seberapa jauh')")).to_be_visible()
    expect(main).to_contain_text("2 pertanyaan berbeda: 0 sudah diputuskan, 2 belum")
    expect(main).to_contain_text("Alfa Krippendorff")
    late = pages[1].locator(".question").nth(2).locator("label.choice:has-text('ya')").first
    assert posted(pages[1], late).status == 403  # after closing

    other = signed_in(chromium, server, "koordinator")
    sent(chief, chief.locator("main table a").first)
    other.goto(chief.url)
    for page, value, reason in ((chief, "yes", "Dokumennya terbit"), (other, "no", "Dokumennya lama")):
        page.locator(f"input[name=value][value={value}]").check()
        page.fill("#reason", reason)
        sent(page, "button:has-text('Putuskan')")
        expect(page.locator(".notice-good")).to_be_visible()
    expect(other.locator(".notice-error")).to_contain_text("Orang lain memutuskan pertanyaan ini")
    expect(other.locator("#reason")).to_have_value("Dokumennya lama")
    sent(other, "button:has-text('Ubah putusan')")
    expect(other.locator("main")).to_contain_text("Putusan yang berlaku: tidak")
    expect(other.locator("main")).to_contain_text("Dokumennya lama")
    other.locator("summary:has-text('Buka lagi')").click()
    other.fill("#again", "Menunggu dokumen asli")
    sent(other, "button:has-text('Buka lagi')")
    expect(other.locator("button:text-is('Putuskan')")).to_be_visible()
    expect(other.locator("main")).not_to_contain_text("Putusan yang berlaku")
    other.locator("input[name=value][value=yes]").check()
    other.fill("#reason", "Dokumen asli ada")
    sent(other, "button:has-text('Putuskan')")
    expect(other.locator(".notice-good")).to_contain_text("Dokumen asli ada")
    chief.goto(f"{server}/{CYCLE}/")
    evaluated(chief)
    chief.goto(f"{server}/{CYCLE}/package/")
    chief.locator("label:has-text('Semua teks')").click()
    with chief.expect_download() as download:
        chief.click("button:has-text('Unduh paket')")
    with zipfile.ZipFile(download.value.path()) as packed:
        whole = "\n".join(packed.read(name).decode() for name in packed.namelist() if name.startswith("study/"))
    assert "Dokumen asli ada" in whole
    assert not re.search("penilai-[123]|koordinator", whole)
    assert broken == []


def _filled(book: bytes, row: int, word: str) -> bytes:
    """The sheet with this answer in the row of this question."""
    opened = openpyxl.load_workbook(io.BytesIO(book))
    opened.worksheets[0][f"E{row + 2}"] = word
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def answered(page: Any, address: str, word: str) -> str:
    """The first question of the page, answered; its id."""
    page.goto(address)
    question = page.locator(".question").first
    identifier = str(question.get_attribute("id"))
    posted(page, question.locator("label.choice", has_text=re.compile(rf"^\s*{word}\s*$")).first)
    page.wait_for_selector(f"#{identifier} .notice-good")
    return identifier


def test_the_next_year_follows_and_says_what_moved(server: str, chromium: Any) -> None:
    """Clone, see last year beside the question, answer, evaluate, compare, download."""
    chief = signed_in(chromium, server, "koordinator")
    answered(chief, f"{server}/{CYCLE}/criteria/sitokdana-7/economy/", "tidak")
    chief.goto(f"{server}/{CYCLE}/")
    evaluated(chief)
    chief.goto(f"{server}/{CYCLE}/")
    sent(chief, "a:has-text('Mulai evaluasi tahun berikutnya')")
    expect(chief.locator("#period")).to_have_value("2027")
    chief.fill("#title", "Arunika uji 2027")
    chief.locator("input[value=actions]").check()
    sent(chief, "button:has-text('Buat evaluasi baru')")
    expect(chief.locator("main")).to_contain_text("Kelanjutan dari")
    place = chief.url
    identifier = answered(chief, f"{place}criteria/sitokdana-7/economy/", "ya")
    expect(chief.locator(f"#{identifier}")).to_contain_text("Tahun lalu (2026)")
    chief.goto(place)
    evaluated(chief)
    chief.goto(f"{place}years/")
    main = chief.locator("main")
    expect(main).to_contain_text("naik")
    expect(main).to_contain_text("Rp180.000.000")
    links = [each.get_attribute("href") for each in main.locator("table a").all()]
    assert any("/sample-city/trace/" in each for each in links)
    with chief.expect_download() as download:
        chief.click("a:has-text('PDF')")
    assert download.value.path().read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("lang", "width"), [("id-ID", 390), ("en-GB", 360)])
def test_every_screen_is_accessible_and_fits_a_phone(server: str, chromium: Any, lang: str, width: int) -> None:
    """After the flows above: rounds draft to closed, sheets open and closed, package, years with and without a past."""
    mine = (
        f"{NEXT}/rounds/1/", f"{NEXT}/rounds/", f"{NEXT}/rounds/new/", f"{CYCLE}/rounds/",
        f"{CYCLE}/rounds/1/", f"{CYCLE}/rounds/1/questions/1/", f"{CYCLE}/package/",
        f"{CYCLE}/next/", f"{CYCLE}/years/", "o/kota-arunika/c/arunika-uji-2027/years/", f"{NEXT}/years/",
        f"{NEXT}/criteria/sitokdana-7/transparency/", f"{CYCLE}/rounds/99/",
    )  # fmt: skip
    assert faults_of_screens(chromium, server, "koordinator", mine, lang, width) == []
    theirs = ("", f"{NEXT}/sheets/1/", f"{NEXT}/sheets/1/sitokdana-7/transparency/", f"{CYCLE}/sheets/1/",
              f"{NEXT}/sheets/1/sitokdana-7/economy/", f"{NEXT}/check/")  # fmt: skip
    assert faults_of_screens(chromium, server, "penilai-1", theirs, lang, width) == []


def test_a_sheet_works_without_scripts(server: str, chromium: Any) -> None:
    page = new_page(chromium, java_script_enabled=False, locale="id-ID")
    log_in(page, server, "penilai-2")
    page.goto(f"{server}/{NEXT}/sheets/1/sitokdana-7/transparency/")
    question = page.locator(".question").first
    question.locator("input[value=no]").check()
    sent(page, question.locator("button"))
    expect(page.locator(".question").first.locator("input[value=no]")).to_be_checked()
