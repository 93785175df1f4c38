"""A focus group in real browsers: three telephones in a Delphi round, one without scripts; axe on every screen."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.web.serving import (
    DATABASES,
    again,
    chromium_running,
    database,
    expect,
    faults_of_screens,
    looked_at,
    needs_chromium,
    new_page,
    sent,
    served,
    signed_in,
)

pytestmark = needs_chromium
CYCLES = "o/kota-arunika/c/sample-city/focus/"


@pytest.fixture(scope="module", params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration, once on SQLite and once on PostgreSQL."""
    with database(request.param) as address, served(tmp_path_factory.mktemp("serve"), address) as base:
        yield base


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with chromium_running() as browser:
        yield browser


class Meeting:
    """A session of the invented city, held through its pages."""

    def __init__(self, chromium: Any, server: str, title: str) -> None:
        self.chromium, self.server = chromium, server
        self.page = signed_in(chromium, server, "koordinator")
        self.broken: list[str] = []
        self.watch(self.page)
        self.page.goto(f"{server}/{CYCLES}new/")
        self.page.fill("#title", title)
        self.page.check("input[value=importance]")
        if self.page.locator("input[name=from_study]").count():
            self.page.uncheck("input[name=from_study]")
        sent(self.page, "button:has-text('Siapkan')")
        self.path = self.page.url.removeprefix(f"{server}/")
        self.press("session-open")
        self.invitation = self.page.locator("code.address").inner_text()

    def watch(self, page: Any) -> None:
        """Note what the content security policy or a script stops over."""
        page.on("console", lambda each: self.broken.append(each.text) if each.type == "error" else None)

    def press(self, event: str) -> None:
        """One of the facilitator's buttons."""
        self.page.goto(f"{self.server}/{self.path}")
        sent(self.page, self.page.locator(f"button[value={event}]").first)

    def begin(self, title: str) -> None:
        """Close what goes on and begin steps until this one."""
        for _ in range(9):
            self.page.goto(f"{self.server}/{self.path}")
            if self.page.locator("button[value=step-close]").count():
                self.press("step-close")
            self.press("step-open")
            if title in self.page.locator("section .big").inner_text():
                return
        pytest.fail(f"no step {title}")

    def phone(self, name: str, **more: Any) -> Any:
        """Someone scans the code."""
        page = new_page(self.chromium, viewport={"width": 360, "height": 740}, locale="id-ID", **more)
        self.watch(page)
        page.goto(self.invitation)
        page.fill("#name", name)
        sent(page, "button:has-text('Bergabung')")
        expect(page).to_have_url(re.compile(r"/g/\d+/$"))
        return page

    def collect(self, page: Any, box: str, text: str) -> None:
        page.check(f"input[value={box}]")
        page.fill("#text", text)
        sent(page, "button:has-text('Kirim')")
        expect(page.get_by_text(text).first).to_be_visible()

    def vote(self, page: Any, values: str, reason: str = "") -> None:
        for field, value in zip(page.locator(".votes select").all(), values, strict=True):
            field.select_option(value)
        page.fill("#why", reason)
        sent(page, ".ballot button")
        expect(page.locator("main")).to_contain_text("Suara Anda sudah diterima")

    def tells(self, text: str) -> None:
        """The facilitator's page says so."""
        expect(self.page.locator("main")).to_contain_text(text)


def with_factors(meeting: Meeting, page: Any) -> None:
    """One factor in each box, from this telephone."""
    meeting.begin("Mengumpulkan faktor")
    again(page)
    for box, text in zip("SWOT", ("Petugas terlatih", "Jaringan lambat", "Dukungan pusat", "Data dicuri"), strict=True):
        meeting.collect(page, box, text)


def test_three_telephones_in_a_delphi_round(server: str, chromium: Any) -> None:
    """From the code on the wall to the study: nobody sees a vote before closing, everybody sees the result after it."""
    meeting = Meeting(chromium, server, "Diskusi tiga ponsel")
    one, two = meeting.phone("Wulan"), meeting.phone("Adi")
    plain = meeting.phone("Sari", java_script_enabled=False)
    phones = (one, two, plain)
    assert len({page.locator("header strong").inner_text() for page in phones}) == 3
    with_factors(meeting, one)
    again(two)
    expect(two.locator("h2:has-text('Mengumpulkan faktor')")).to_be_visible()
    expect(two.locator("body")).not_to_contain_text("Petugas terlatih")
    meeting.begin("Memberi bobot faktor")
    expect(one.get_by_text("Ada langkah baru.")).to_be_visible()  # while a form stands there, it is only told
    for page in phones:
        again(page)
    meeting.vote(one, "5111", "Petugas adalah kunci")
    meeting.vote(two, "5122")
    meeting.tells("2 dari 3 surat suara masuk")  # by itself
    meeting.vote(plain, "1235")
    screen = meeting.page.context.new_page()
    screen.goto(f"{server}/{meeting.path}screen/")
    for page in (*phones, screen, meeting.page):
        again(page)
        expect(page.locator("body")).to_contain_text("Memberi bobot faktor")
        expect(page.locator("option[selected]")).to_have_count(0)
        markup = page.content()
        assert "Petugas adalah kunci" not in markup
        assert "Median" not in markup
    expect(screen.locator("svg.qr")).to_have_count(1)
    meeting.press("round-close")
    for page, own in zip(phones, "551", strict=True):
        again(page)
        row = page.locator("tr", has_text="Petugas terlatih")
        expect(row.locator("strong")).to_have_text(own)
        expect(row.locator("td").nth(1)).to_have_text("5")
        expect(page.locator("main")).to_contain_text("Petugas adalah kunci")
    expect(one.locator("main")).to_contain_text("hyndman-fan-7")
    meeting.press("round-open")
    for page, values in zip(phones, ("5111", "5122", "5122"), strict=True):
        again(page)
        expect(page.locator("main")).to_contain_text("Putaran lalu: median 5")
        meeting.vote(page, values)
    meeting.press("round-close")
    meeting.tells("satu putaran lagi")  # one of three moved
    meeting.page.fill("#reason", "Waktu habis")
    sent(meeting.page, "button[value=step-close]")
    for title in ("Menilai faktor", "Menyusun strategi"):
        meeting.begin(title)
        if title == "Menilai faktor":
            for page in phones:
                again(page)
                meeting.vote(page, "4321")
            meeting.press("round-close")
    again(one)
    for inside, outside, text in (
        ("Petugas", "Dukungan", "Latih semua petugas"),
        ("Jaringan", "Data", "Amankan jaringan"),
    ):
        for name, words in (("inside", inside), ("outside", outside)):
            value = one.locator(f"#{name} option", has_text=words).get_attribute("value")
            one.select_option(f"#{name}", value)
        one.fill("#text", text)
        sent(one, "button:has-text('Kirim')")
        expect(one.get_by_text(text).first).to_be_visible()
    meeting.begin("Mengurutkan strategi")
    for page, values in zip(phones, ("12", "12", "21"), strict=True):
        again(page)
        meeting.vote(page, values)
    meeting.press("round-close")
    meeting.tells("Tidak ada pemenang yang jelas")
    meeting.begin("Keputusan")
    meeting.page.goto(f"{server}/{meeting.path}decisions/")
    meeting.page.fill("#text", "Mulai dari pelatihan petugas")
    meeting.page.locator("label", has_text="Latih semua petugas").locator("input").check()
    sent(meeting.page, "button:has-text('Catat keputusan')")
    meeting.press("step-close")
    meeting.press("session-close")
    meeting.press("take")
    meeting.tells("Hasilnya sudah ada di kajian")
    with meeting.page.expect_download() as download:
        meeting.page.click("a:has-text('Unduh notulen')")
    assert download.value.suggested_filename == f"notulen-sample-city-{meeting.path.split('/')[-2]}.docx"
    again(one)
    expect(one.locator("main")).to_contain_text("Pertemuan sudah ditutup")
    assert new_page(chromium).goto(meeting.invitation).status == 404
    assert meeting.broken == []
    history = f"{server}/o/kota-arunika/c/sample-city/history/"
    meeting.page.goto(history)
    meeting.tells("Rantai riwayat utuh")


def test_a_waiting_telephone_goes_on_by_itself(server: str, chromium: Any) -> None:
    meeting = Meeting(chromium, server, "Diskusi menunggu")
    page = meeting.phone("")
    expect(page.locator("main")).to_contain_text("Tunggu sebentar")
    meeting.begin("Mengumpulkan faktor")
    expect(page.locator("#text")).to_be_visible()


def test_a_telephone_that_is_late_is_told_so(server: str, chromium: Any) -> None:
    meeting = Meeting(chromium, server, "Diskusi terlambat")
    page = meeting.phone("")
    with_factors(meeting, page)
    meeting.begin("Memberi bobot faktor")
    again(page)
    for field in page.locator(".votes select").all():
        field.select_option("3")
    meeting.press("round-close")
    sent(page, ".ballot button")
    expect(page.get_by_text("tidak dihitung").first).to_be_visible()
    expect(page.get_by_text("0 suara dihitung")).to_have_count(1)


@pytest.mark.parametrize(("lang", "width"), [("id-ID", 390), ("en-GB", 360)])
def test_every_screen_is_accessible_and_fits_a_phone(server: str, chromium: Any, lang: str, width: int) -> None:
    """The facilitator's pages while a vote goes on and after it, and the room's in each of its states."""
    meeting = Meeting(chromium, server, f"Diskusi layar {lang}")
    size = {"width": width, "height": 780}
    newcomer = new_page(chromium, viewport=size, locale=lang, bypass_csp=True)
    assert looked_at(newcomer, meeting.invitation) == ([], 0, [])
    page = meeting.phone("Wulan", bypass_csp=True)
    found = [looked_at(page, page.url)]
    with_factors(meeting, page)
    found.append(looked_at(page, page.url))
    ideas = (f"{meeting.path}ideas/",)
    assert faults_of_screens(chromium, server, "koordinator", ideas, lang, width) == []
    meeting.begin("Menggabungkan")
    found.append(looked_at(page, page.url))
    meeting.begin("Memberi bobot faktor")
    found.append(looked_at(page, page.url))
    meeting.vote(page, "5432", "Karena terasa setiap hari")
    found.append(looked_at(page, page.url))
    inner = ("", "paper/", "paper/sheet/?count=2", "screen/", "log/", "results/", "decisions/")
    pages = tuple(f"{meeting.path}{each}" for each in inner)
    assert faults_of_screens(chromium, server, "koordinator", pages, lang, width) == []
    meeting.press("round-close")
    found.append(looked_at(page, page.url))
    pages = (CYCLES, f"{CYCLES}new/", *pages, "o/kota-medan/c/medan/focus/1/", *ideas)
    assert faults_of_screens(chromium, server, "koordinator", pages, lang, width) == []
    assert faults_of_screens(chromium, server, "verifikator", (meeting.path,), lang, width) == []
    assert found == [([], 0, [])] * len(found)
