"""Make the pictures of the tour: `python docs/tour/make.py` with the extras `web` and `browser` and a Chromium.

Starts `tinjau serve --demo` in a temporary folder, goes the way of docs/tour/README.md as the three demo logins, and
writes the pictures beside this file. Nothing outside this machine is asked.
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

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
PASSWORD = "peragaan-tinjau"  # noqa: S105 - the demo's, shown on its login page
CITY = "o/kota-arunika/c/sample-city"
# name, login, width, path, height of the picture in pixels
PICTURES = (
    ("1-masuk", "", 390, "accounts/login/", 620),
    ("2-tugas", "operator", 1280, "", 620),
    ("3-evaluasi", "koordinator", 1280, f"{CITY}/", 1150),
    ("4-kriteria", "operator", 1280, f"{CITY}/criteria/sitokdana-7/transparency/", 900),
    ("5-kriteria-ponsel", "operator", 390, f"{CITY}/criteria/sitokdana-7/services/", 1000),
    ("6-fase", "verifikator", 1280, f"{CITY}/phase/", 1100),
    ("7-swot", "koordinator", 1280, "o/kota-medan/c/medan/swot/", 860),
    ("8-bagikan-ponsel", "koordinator", 390, f"{CITY}/links/", 1150),
)


@contextmanager
def served() -> Iterator[str]:
    """The address of a demo server of its own, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="tinjau-tour-") as home:
        code = "import sys; from tinjau.cli import main; sys.exit(main())"
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", code, "serve", "--demo", "--port", str(port)],
            env={**os.environ, "TINJAU_HOME": home}, cwd=home,
        )  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"{address}/health/", timeout=1).read()  # noqa: S310 - loopback
                    break
                except OSError:
                    time.sleep(0.5)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def page_of(browser: Any, address: str, login: str, width: int, height: int) -> Any:
    """A page of this width, signed in where a login is named."""
    page = browser.new_context(viewport={"width": width, "height": height}, locale="id-ID").new_page()
    if login:
        page.goto(f"{address}/accounts/login/")
        page.fill("#id_login", login)
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")
        page.wait_for_url(f"{address}/")
    return page


def main() -> int:
    """Make every picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with served() as address, sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"])
        for name, login, width, path, height in PICTURES:
            page = page_of(browser, address, login, width, height)
            page.goto(f"{address}/{path}")
            if name.startswith("8"):
                page.fill("#note", "Sekretaris Daerah")
                page.click("main form.form button")
                page.wait_for_selector("svg.qr")
            if "/criteria/" in path:
                first = page.locator(".question form").first
                with page.expect_response(lambda answer: answer.request.method == "POST"):
                    first.locator("label.choice").first.click()
                page.wait_for_selector(".notice-good")
            page.screenshot(path=HERE / f"{name}.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
