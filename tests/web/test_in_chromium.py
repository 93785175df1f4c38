"""The whole flow as people go it, in a real browser, on a server of its own, in both languages; axe on every screen."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

axe_package = pytest.importorskip("axe_playwright_python", reason="the extra `browser` is not installed")
playwright_api = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install the system's package chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
AXE = Path(str(axe_package.__file__)).with_name("axe.min.js").read_text(encoding="utf-8")
SMALL = """() => [...document.querySelectorAll('a,button,input,select,textarea,summary')].filter(e => {
  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  return r.width && r.height && r.height < 43.5 && s.display !== 'inline' && !e.matches('[type=radio],[type=hidden]');
}).map(e => e.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`tinjau serve --demo` as a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("serve")
    environment = {**os.environ, "TINJAU_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    code = "import sys; from tinjau.cli import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--demo", "--port", str(port)],
        env=environment, cwd=home, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/health/", timeout=1).read()
            break
        except OSError:
            time.sleep(0.5)
    else:
        process.kill()
        pytest.fail(f"the server did not start: {process.stderr.read() if process.stderr else ''}")
    yield address
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with playwright_api.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def signed_in(chromium: Any, server: str, name: str, width: int = 1280, lang: str = "id-ID") -> Any:
    context = chromium.new_context(viewport={"width": width, "height": 900}, locale=lang, bypass_csp=False)
    page = context.new_page()
    page.goto(f"{server}/")
    page.fill("#id_login", name)
    page.fill("#id_password", "peragaan-tinjau")
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{server}/")
    return page


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
    unit = page.locator("details.unit").first
    unit.locator("summary").click()
    unit.locator("label.choice").first.click()
    page.wait_for_selector("details.unit[open] input[type=radio]:checked")
    page.wait_for_selector(".notice-good")
    page.reload()
    assert page.locator("details.unit").first.locator("input[type=radio]").first.is_checked()


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
    context = chromium.new_context(viewport={"width": width, "height": 800}, locale=lang, bypass_csp=True)
    page = context.new_page()
    found = [(each, *looked_at(page, f"{server}/{each}")) for each in ("accounts/login/",)]
    page.fill("#id_login", "koordinator")
    page.fill("#id_password", "peragaan-tinjau")
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{server}/")
    found += [(each, *looked_at(page, f"{server}/{each}")) for each in PAGES]
    assert [(name, rules) for name, rules, _, _ in found if rules] == []
    assert [(name, over) for name, _, over, _ in found if over > 0] == []
    assert [(name, small) for name, _, _, small in found if small] == []


def looked_at(page: Any, address: str) -> tuple[list[str], int, list[str]]:
    """axe's violations, pixels that stand out, and targets that are too small."""
    page.goto(address)
    page.evaluate(AXE)
    rules = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
        ".map(v => v.id + ' ' + v.nodes[0].target)"
    )
    over = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return rules, int(over), page.evaluate(SMALL)


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
