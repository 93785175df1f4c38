"""Observation beside axe-core in Chromium and beside Lighthouse, on the same pages from the same local server.

`python -m benchmarks.browsers [--pages N] [--shared DIR]` prints a markdown table. Each program's clock starts when it
stands (modules read, browser open) and takes in every process below it. Lighthouse is measured where TINJAU_LIGHTHOUSE
names a folder whose `node_modules` holds it. They do not answer the same questions: axe and Lighthouse judge what is
rendered, by some hundred rules of accessibility; observation reads what the server sent, for all criteria.
"""

import argparse
import importlib.util
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

from benchmarks import synthetic
from benchmarks.tree import Cost, cost_of

ROOT = Path(__file__).resolve().parents[1]
_PAGES = 50
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main(argv: Sequence[str]) -> int:
    """Measure and print; 0 whoever is faster."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browsers", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("TINJAU_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--pages", type=int, default=_PAGES, help="(%(default)s)")
    arguments = parser.parse_args(argv)
    if not Path("/proc").is_dir():
        print("Not measured: processes are watched through /proc, which this system does not have.\n")
        return 0
    with tempfile.TemporaryDirectory(prefix="tinjau-bench-") as folder:
        bodies = pages(arguments.shared, arguments.pages, Path(folder))
        archive = Path(folder) / "sample.warc.gz"
        synthetic.write_pages(archive, bodies)
        with serving(bodies) as urls:
            found = {name: cost_of(command, ROOT, environment)
                     for name, (command, environment) in programs(archive, urls).items()}  # fmt: skip
    print(table(found))
    return 0


def pages(shared: Path, count: int, folder: Path) -> list[bytes]:
    """As many pages of each shared archive as of any other, `count` in all; the sample city's where there are none."""
    sys.path.insert(0, str(ROOT / "src"))
    from tinjau.archive import Reader  # the programs that are measured load their own

    archives = sorted((shared / "corpora").glob("*.warc.gz"))
    if not archives:
        archives = [folder / "city.warc.gz"]
        synthetic.write_archive(archives[0], 1)
    each = -(-count // len(archives))
    found: list[bytes] = []
    for path in archives:
        bodies = (one.body for one in Reader(path) if one.is_html and one.status == 200 and one.body)
        found += islice(bodies, each)
    return found[:count]


def programs(archive: Path, urls: Sequence[str]) -> dict[str, tuple[list[str], Mapping[str, str]]]:
    """What can be measured here, by name: command and environment."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    job = [sys.executable, "-m", "benchmarks.browsers_job"]
    found: dict[str, tuple[list[str], Mapping[str, str]]] = {
        "tinjau observe": ([*job, "observe", str(archive)], environment)
    }
    chromium = next((path for name in _CHROMIUM if (path := shutil.which(name))), "")
    extra = all(importlib.util.find_spec(name) for name in ("playwright", "axe_playwright_python"))
    if chromium and extra:
        found["axe-core in Chromium"] = ([*job, "axe", chromium, *urls], environment)
    modules, node = os.environ.get("TINJAU_LIGHTHOUSE", ""), shutil.which("node")
    if chromium and modules and node:
        script = str(ROOT / "benchmarks" / "lighthouse.mjs")
        found["Lighthouse, accessibility alone"] = ([node, script, modules, chromium, *urls], environment)
    return found


@contextmanager
def serving(bodies: Sequence[bytes]) -> Iterator[list[str]]:
    """The addresses of the pages, while a thread serves them; everything else that they ask for is missing."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            number = self.path.strip("/")
            known = number.isdigit() and int(number) < len(bodies)
            body = bodies[int(number)] if known else b""
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield [f"http://127.0.0.1:{server.server_address[1]}/{number}" for number in range(len(bodies))]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def table(found: Mapping[str, Cost]) -> str:
    """Pages for each second of CPU, memory, and each as a multiple of observation."""
    base = found["tinjau observe"]
    lines = [
        f"## The same {base.pages} pages in browsers", "",
        "Each program stands before its clock starts; CPU and memory are of all its processes.", "",
        "| program | pages | pages per CPU second | CPU ms a page | CPU ratio | peak MB |",
        "|---|---:|---:|---:|---:|---:|",
    ]  # fmt: skip
    for name, cost in found.items():
        each = cost.cpu / max(1, cost.pages)
        lines.append(
            f"| {name} | {cost.pages} | {1 / each if each else 0:,.1f} | {1000 * each:,.1f} "
            f"| {each / (base.cpu / base.pages) if base.cpu else 0:,.0f} | {cost.peak_mb:,.0f} |"
        )
    missing = [name for name in ("axe-core", "Lighthouse") if not any(each.startswith(name) for each in found)]
    if missing:
        lines += ["", f"Not at hand here and not measured: {', '.join(missing)}."]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
