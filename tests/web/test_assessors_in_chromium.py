"""Three assessors at once in three browsers, the coordinator closes, settles and gives away; and the year after."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
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
    chief.click("a:has-text('Putaran penilaian')")
    chief.click("a:has-text('Siapkan putaran')")
    chief.fill("#title", "Putaran uji")
    chief.fill("#due", "2027-03-31")
    chief.locator("fieldset:has(legend:has-text('Transparansi')) label:has-text('Semua pertanyaan')").click()
    for name in ASSESSORS:
        chief.locator(f"label:has-text('{name}') >> input[name=assessors]").check()
    chief.click("button:has-text('Simpan rancangan')")
    chief.click("button:has-text('Buka putaran')")
    chief.wait_for_selector("button:has-text('Tutup putaran')")
    assert "sedang dinilai" in chief.locator(".lead").first.inner_text()
    place = chief.url

    pages = [signed_in(chromium, server, name, width=390) for name in ASSESSORS]
    for page, words in zip(pages, (("ya", "ya"), ("ya", "tidak"), ("tidak", "ya")), strict=True):
        page.click("a:has-text('Putaran uji')")
        page.click("main a:has-text('Transparansi')")
        for number, word in enumerate(words):
            question = page.locator(".question").nth(number)
            with page.expect_response(lambda response: response.request.method == "POST"):
                question.locator(f"label.choice:has-text('{word}')").first.click()
            page.wait_for_selector(f".question:nth-of-type({number + 1}) .notice-good")
        page.reload()
        assert page.locator(".question").nth(0).locator("input:checked").get_attribute("value") != ""
        assert page.locator("text=Jawaban orang lain").count() == 0
    shut = pages[0].goto(f"{server}/{CYCLE}/check/")
    assert shut.status == 403  # an assessor opens nothing but the own sheet
    offline = pages[2]
    offline.goto(place.replace("/rounds/", "/sheets/"))
    with offline.expect_download() as download:
        offline.click("a:has-text('Unduh lembar saya')")
    book = _filled(download.value.path().read_bytes(), 3, "ya")
    offline.set_input_files("#table", {"name": "lembar.xlsx", "mimeType": "application/zip", "buffer": book})
    offline.click("button:has-text('Lihat perubahannya')")
    assert offline.locator("ins").all_inner_texts() == ["ya"]
    offline.click("button:has-text('Simpan semua perubahan')")
    offline.click("button:has-text('Saya selesai menilai')")
    offline.wait_for_selector("button:has-text('Saya belum selesai')")

    chief.goto(place)
    text = chief.locator("main").inner_text()
    assert re.search(r"penilai-3\s+3 dari \d+ · selesai menilai", text), text
    assert re.search(r"penilai-1\s+2 dari \d+ · masih menilai", text)
    chief.fill("#reason", "Batas waktu tercapai")
    chief.click("button:has-text('Tutup putaran')")
    chief.wait_for_selector("h2:has-text('Seberapa jauh')")
    text = chief.locator("main").inner_text()
    assert "2 pertanyaan berbeda: 0 sudah diputuskan, 2 belum" in text
    assert "Alfa Krippendorff" in text
    late = pages[1].locator(".question").nth(2).locator("label.choice:has-text('ya')").first
    with pages[1].expect_response(lambda response: response.request.method == "POST") as answer:
        late.click()
    assert answer.value.status == 403  # after closing

    other = signed_in(chromium, server, "koordinator")
    chief.locator("main table a").first.click()
    other.goto(chief.url)
    for page, value, reason in ((chief, "yes", "Dokumennya terbit"), (other, "no", "Dokumennya lama")):
        page.locator(f"input[name=value][value={value}]").check()
        page.fill("#reason", reason)
        page.click("button:has-text('Putuskan')")
        page.wait_for_selector(".notice-good")
    other.wait_for_selector(".notice-error")
    assert "Orang lain memutuskan pertanyaan ini" in other.locator("main").inner_text()
    assert other.locator("#reason").input_value() == "Dokumennya lama"
    other.click("button:has-text('Ubah putusan')")
    other.wait_for_selector("text=Putusan yang berlaku: tidak")
    assert "Dokumennya lama" in other.locator("main").inner_text()
    other.locator("summary:has-text('Buka lagi')").click()
    other.fill("#again", "Menunggu dokumen asli")
    other.click("button:has-text('Buka lagi')")
    other.wait_for_selector("button:text-is('Putuskan')")
    assert "Putusan yang berlaku" not in other.locator("main").inner_text()
    other.locator("input[name=value][value=yes]").check()
    other.fill("#reason", "Dokumen asli ada")
    other.click("button:has-text('Putuskan')")
    other.wait_for_selector(".notice-good")
    chief.goto(f"{server}/{CYCLE}/")
    chief.click("button:has-text('Nilai dengan rekaman')")
    chief.wait_for_selector("a:has-text('Lihat hasilnya')", timeout=120_000)
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
    with page.expect_response(lambda response: response.request.method == "POST"):
        question.locator("label.choice", has_text=re.compile(rf"^\s*{word}\s*$")).first.click()
    page.wait_for_selector(f"#{identifier} .notice-good")
    return identifier


def evaluated(page: Any, address: str) -> None:
    """The evaluation of this address, made anew."""
    page.goto(address)
    page.click("button:has-text('Nilai dengan rekaman')")
    page.wait_for_selector("a:has-text('Lihat hasilnya')", timeout=120_000)


def test_the_next_year_follows_and_says_what_moved(server: str, chromium: Any) -> None:
    """Clone, see last year beside the question, answer, evaluate, compare, download."""
    chief = signed_in(chromium, server, "koordinator")
    answered(chief, f"{server}/{CYCLE}/criteria/sitokdana-7/economy/", "tidak")
    evaluated(chief, f"{server}/{CYCLE}/")
    chief.goto(f"{server}/{CYCLE}/")
    chief.click("a:has-text('Mulai evaluasi tahun berikutnya')")
    assert chief.locator("#period").input_value() == "2027"
    chief.fill("#title", "Arunika uji 2027")
    chief.locator("input[value=actions]").check()
    chief.click("button:has-text('Buat evaluasi baru')")
    chief.wait_for_selector("text=Kelanjutan dari")
    place = chief.url
    assert "Kelanjutan dari" in chief.locator("main").inner_text()
    identifier = answered(chief, f"{place}criteria/sitokdana-7/economy/", "ya")
    assert "Tahun lalu (2026)" in chief.locator(f"#{identifier}").inner_text()
    evaluated(chief, place)
    chief.goto(f"{place}years/")
    main = chief.locator("main")
    assert "naik" in main.inner_text()
    assert "Rp180.000.000" in main.inner_text()
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
    context = chromium.new_context(java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    page.goto(f"{server}/")
    page.fill("#id_login", "penilai-2")
    page.fill("#id_password", "peragaan-tinjau")
    page.click("main button")
    page.goto(f"{server}/{NEXT}/sheets/1/sitokdana-7/transparency/")
    question = page.locator(".question").first
    question.locator("input[value=no]").check()
    question.locator("button").click()
    assert page.locator(".question").first.locator("input[value=no]").is_checked()
