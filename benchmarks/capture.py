"""Speed and memory of a capture beside wget on the same local site, in the same minute, as ratios.

`python -m benchmarks.capture [--pages N] [--runs N]` prints a markdown table. Both write a compressed WARC, keep to
robots.txt and wait for nothing. Scrapy is measured where it is installed; its figures are without a WARC.
"""

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
_RUNS = 5
_PAGES = 400

_TINJAU = """
import sys
from pathlib import Path
from tinjau.capture import CaptureSettings, capture
pages = int(sys.argv[3])
settings = CaptureSettings(allow_private=True, delay=0.0, max_pages=pages + 10, max_per_shape=pages, max_depth=1000)
print(capture([sys.argv[1]], Path(sys.argv[2]), settings).pages)
"""
_SCRAPY = """
import sys, scrapy
from scrapy.crawler import CrawlerProcess
count = 0
class Spider(scrapy.Spider):
    name = "x"
    start_urls = [sys.argv[1]]
    custom_settings = {"LOG_LEVEL": "ERROR", "ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
                       "DOWNLOAD_DELAY": 0, "TELNETCONSOLE_ENABLED": False}
    def parse(self, response):
        global count
        count += 1
        return list(response.follow_all(css="a", callback=self.parse))  # no generator: its source is looked for
process = CrawlerProcess()
process.crawl(Spider)
process.start()
print(count)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One capture by one program. `cpu` and `wall` are seconds, `peak_mb` the largest resident set."""

    pages: int
    cpu: float
    wall: float
    peak_mb: float
    archive_mb: float


def main(argv: Sequence[str]) -> int:
    """Measure and print; 0 whoever is faster."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.capture", description=__doc__)
    parser.add_argument("--pages", type=int, default=_PAGES, help="of the site (%(default)s)")
    parser.add_argument("--runs", type=int, default=_RUNS, help="of which the median counts (%(default)s)")
    arguments = parser.parse_args(argv)
    command = [sys.executable, "-m", "benchmarks.capture_site", str(arguments.pages)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            url = server.stdout.readline().strip() if server.stdout else ""
            print(table(measured(url, arguments.pages, arguments.runs), arguments.pages))
        finally:
            server.kill()
    return 0


def programs(pages: int) -> dict[str, Callable[[str, Path], list[str]]]:
    """What can be measured here, by name: the command that captures a URL into a folder."""
    found: dict[str, Callable[[str, Path], list[str]]] = {
        "tinjau": lambda url, folder: [sys.executable, "-c", _TINJAU, url, str(folder / "a.warc.gz"), str(pages)]
    }
    if shutil.which("wget"):
        found["wget"] = lambda url, folder: [
            "wget", "--quiet", "--recursive", "--level=inf", "--no-parent", "--delete-after", "--warc-file=a",
            f"--directory-prefix={folder / 'files'}", f"--warc-tempdir={folder}", url,
        ]  # fmt: skip
    # Scrapy may stand in an environment of its own: TINJAU_SCRAPY_PYTHON names that environment's Python.
    python = os.environ.get("TINJAU_SCRAPY_PYTHON", "")
    if python or importlib.util.find_spec("scrapy"):
        found["scrapy"] = lambda url, _: [python or sys.executable, "-c", _SCRAPY, url]
    return found


def measured(url: str, pages: int, runs: int) -> dict[str, list[Run]]:
    """Every program in turn, `runs` times: what slows the machine slows all."""
    rows: dict[str, list[Run]] = {name: [] for name in programs(pages)}
    for _ in range(runs):
        for name, command in programs(pages).items():
            with tempfile.TemporaryDirectory(prefix="tinjau-bench-") as folder:
                rows[name].append(_measure(command(url, Path(folder)), Path(folder)))
    return rows


def _measure(command: list[str], folder: Path) -> Run:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    out = process.stdout.read() if process.stdout else ""
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    size = sum(path.stat().st_size for path in folder.glob("*.warc.gz"))
    pages = int(out) if out.strip().isdecimal() else _responses(folder)
    return Run(pages, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, size / 1e6)


def _responses(folder: Path) -> int:
    sys.path.insert(0, str(ROOT / "src"))
    from tinjau.archive import Reader  # the archive of another program is read after its clock has stopped

    return sum(record.is_html for path in folder.glob("*.warc.gz") for record in Reader(path) if record.status == 200)


def table(rows: dict[str, list[Run]], pages: int) -> str:
    """Medians, and each as a multiple of tinjau's own."""
    lines = [
        f"## Capture of {pages} local pages",
        "",
        "CPU includes the start of the program. Politeness is switched off: on a real site the pauses decide.",
        "",
        "| program | pages | CPU ms a page | wall ms a page | peak MB | archive MB | CPU ratio | memory ratio |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    base = rows["tinjau"]
    for name, runs in rows.items():
        cpu, peak = median(run.cpu for run in runs), median(run.peak_mb for run in runs)
        done = runs[0].pages or 1
        wall = 1000 * median(run.wall for run in runs) / done
        lines.append(
            f"| {name} | {runs[0].pages} | {1000 * cpu / done:.2f} | {wall:.2f} "
            f"| {peak:.0f} | {runs[0].archive_mb:.1f} | {cpu / median(run.cpu for run in base):.2f} "
            f"| {peak / median(run.peak_mb for run in base):.2f} |"
        )
    missing = [name for name in ("wget", "scrapy") if name not in rows]
    if missing:
        lines += ["", f"Not installed here and not measured: {', '.join(missing)}."]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
