"""Full observation of an archive against the floor, how it grows with the pages, and what documents cost.

`python -m benchmarks.observe_floor [--shared DIR] [--runs N] [--growth PAGES,PAGES] [--documents N]` prints three
markdown tables.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import synthetic

ROOT = Path(__file__).resolve().parents[1]
JOBS = ("floor", "observe")
_RUNS = 5  # the fewest of which a median is worth printing
_GOAL, _LIMIT = 4.0, 8.0  # of the CPU ratio, as the project set them
_MEMORY = 300.0  # MB that observation may take, as the project set them
_FLAT = 10.0  # MB more from 1,000 to 100,000 pages: what is remembered for speed fills up; project choice
_DOCUMENTS = 40  # as many as are opened of one site
_LONG_DOCUMENT = 60  # pages of each


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians of several runs of one job on one archive."""

    pages: int
    cpu: float
    peak_mb: float

    @property
    def pages_per_second(self) -> float:
        """Pages for each second of CPU."""
        return self.pages / self.cpu if self.cpu else 0.0


def main(argv: Sequence[str]) -> int:
    """Measure and print; 0 however fast it was: a benchmark states, it does not judge."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.observe_floor", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("TINJAU_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--runs", type=int, default=_RUNS, help="of which the median counts (%(default)s)")
    parser.add_argument("--growth", default="1000,10000,100000", help="pages of the made archives (%(default)s)")
    parser.add_argument("--documents", type=int, default=_DOCUMENTS, help="PDFs of the made archive (%(default)s)")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="tinjau-bench-") as folder:
        made = Path(folder) / "made.warc.gz"
        archives = sorted((arguments.shared / "corpora").glob("*.warc.gz"))
        if not archives:
            synthetic.write_archive(made, 10)
            archives = [made]
        print(speed_table([(path.name, interleaved([path], arguments.runs)) for path in archives]), flush=True)
        rows = []
        for pages in (int(each) for each in arguments.growth.split(",")):
            synthetic.write_archive(made, -(-pages // synthetic.PAGES))  # one at a time: the largest has half a GB
            rows.append((made.stat().st_size / 1e6, interleaved([made], 1)))
        print(growth_table(rows), flush=True)
        print(documents_table(*documents(arguments.documents, made)))
    return 0


def documents(count: int, path: Path) -> tuple[int, dict[str, Measured]]:
    """As many PDFs of sixty pages with tables, observed and not: their size, and both measurements."""
    body = synthetic.document(_LONG_DOCUMENT)
    synthetic.write_documents(path, [body] * count)
    with_them = interleaved([path], 1)["observe"]
    synthetic.write_documents(path, [])
    return len(body), {"with": with_them, "without": interleaved([path], 1)["observe"]}


def documents_table(size: int, both: dict[str, Measured], count: int = _DOCUMENTS) -> str:
    """What it costs to open the documents of a site, apart from its pages."""
    cpu = both["with"].cpu - both["without"].cpu
    lines = [
        "## Documents, apart from the pages", "",
        f"| PDFs of {_LONG_DOCUMENT} pages | kB each | CPU ms each, their process included | MB above none |",
        "|---:|---:|---:|---:|",
        f"| {count} | {size / 1000:.0f} | {1000 * cpu / max(1, count):.1f} "
        f"| {both['with'].peak_mb - both['without'].peak_mb:.0f} |", "",
    ]  # fmt: skip
    return "\n".join(lines)


def interleaved(paths: Sequence[Path], runs: int) -> dict[str, Measured]:
    """The jobs in turn, `runs` times, each in a fresh process: what slows the machine slows both."""
    rows: dict[str, list[dict[str, float]]] = {job: [] for job in JOBS}
    for _ in range(runs):
        for job in JOBS:
            rows[job].append(_child(job, paths))
    return {
        job: Measured(int(done[0]["pages"]), median(r["cpu"] for r in done), median(r["peak_mb"] for r in done))
        for job, done in rows.items()
    }


def speed_table(rows: Sequence[tuple[str, dict[str, Measured]]]) -> str:
    """Pages for each second of CPU, and observation as a multiple of the floor."""
    lines = [
        "## Observation against the floor (decompress and parse the same archive once)",
        "",
        "Pages are those per second of CPU.",
        "",
        "| archive | pages | floor pages/s | observe pages/s | CPU ratio | floor MB | observe MB | memory ratio |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, both in rows:
        floor, full = both["floor"], both["observe"]
        lines.append(
            f"| {name} | {floor.pages} | {floor.pages_per_second:,.0f} | {floor.pages / full.cpu:,.0f} "
            f"| {full.cpu / floor.cpu:.1f} | {floor.peak_mb:.0f} | {full.peak_mb:.0f} "
            f"| {full.peak_mb / floor.peak_mb:.1f} |"
        )
    pages = sum(both["floor"].pages for _, both in rows)
    floor_cpu = sum(both["floor"].cpu for _, both in rows)
    full_cpu = sum(both["observe"].cpu for _, both in rows)
    ratio = full_cpu / floor_cpu
    lines += [
        f"| **all** | {pages} | {pages / floor_cpu:,.0f} | {pages / full_cpu:,.0f} | {ratio:.1f} | | | |",
        "",
        f"Goal {_GOAL:g}, limit {_LIMIT:g}: {_against_goal(ratio)}.",
        "",
    ]
    return "\n".join(lines)


def _against_goal(ratio: float) -> str:
    if ratio <= _GOAL:
        return "met"
    return "within the limit" if ratio < _LIMIT else "missed"


def growth_table(rows: Sequence[tuple[float, dict[str, Measured]]]) -> str:
    """Speed and peak memory of ever larger archives; each row is its size in MB and what was measured."""
    lines = ["## As the archive grows", "", "No page and no text comes again.", ""]
    lines += ["| pages | archive MB | observe pages/s | CPU ratio | floor MB | observe MB |",
              "|---:|---:|---:|---:|---:|---:|"]  # fmt: skip
    for size, both in rows:
        floor, full = both["floor"], both["observe"]
        lines.append(
            f"| {floor.pages:,} | {size:.0f} | {full.pages_per_second:,.0f} | {full.cpu / floor.cpu:.1f} "
            f"| {floor.peak_mb:.0f} | {full.peak_mb:.0f} |"
        )
    most, first, last = max(both["observe"].peak_mb for _, both in rows), rows[0][1]["observe"], rows[-1][1]["observe"]
    grown = last.peak_mb - first.peak_mb
    more = 1000 * grown / max(1, last.pages - first.pages)
    lines += [
        "",
        f"Limit {_MEMORY:.0f} MB: {'met' if most < _MEMORY else 'missed'}; {more:.2f} kB more for each page. From the "
        f"smallest to the largest {grown:.0f} MB more, of {_FLAT:.0f} that count as flat.",
        "",
    ]
    return "\n".join(lines)


def _child(job: str, paths: Sequence[Path]) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.job", job, *map(str, paths)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr}")
    row: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
