"""One program on the pages of a local server: `python -m benchmarks.browsers_job observe|axe …`.

Prints `ready` when it stands, works, prints `done N` and waits until its input ends (benchmarks/tree.py).
"""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)  # fmt: skip
_AXE = "async () => (await axe.run(document, {resultTypes: ['violations', 'incomplete']})).violations.length"


def main(argv: Sequence[str]) -> int:
    """Run the job that the first argument names."""
    job, *rest = argv
    if job == "observe":
        _observe(Path(rest[0]))
    else:
        _axe(rest[0], rest[1:])
    return 0


def _end(pages: int) -> None:
    print(f"done {pages}", flush=True)
    sys.stdin.read()


def _observe(archive: Path) -> None:
    observing = importlib.import_module("tinjau.observe")
    print("ready", flush=True)
    _end(observing.observe([archive]).capture.pages)


def _axe(chromium: str, urls: Sequence[str]) -> None:
    script = Path(str(importlib.import_module("axe_playwright_python").__file__)).with_name("axe.min.js")
    playwright = importlib.import_module("playwright.sync_api")
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=list(FLAGS))
        print("ready", flush=True)
        for url in urls:
            tab = browser.new_page()
            tab.goto(url, wait_until="load")
            tab.evaluate(script.read_text(encoding="utf-8"))
            tab.evaluate(_AXE)
            tab.close()
        _end(len(urls))
        browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
