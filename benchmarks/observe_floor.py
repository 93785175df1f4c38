"""Full observation of an archive against the floor, and whether its memory grows with the pages.

`python -m benchmarks.observe_floor [--shared DIR] [--runs N] [--growth COPIES,COPIES]` prints two markdown tables.
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
_FLAT = 20.0  # MB that the larger archive's peak may lie above the smaller one's; project choice


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
    parser.add_argument("--growth", default="10,100", help="sizes of the made archives, in sample cities (%(default)s)")
    arguments = parser.parse_args(argv)
    small, large = (int(each) for each in arguments.growth.split(","))
    with tempfile.TemporaryDirectory(prefix="tinjau-bench-") as folder:
        made = {copies: Path(folder) / f"sample-city-x{copies}.warc.gz" for copies in (small, large)}
        for copies, path in made.items():
            synthetic.write_archive(path, copies)
        archives = sorted((arguments.shared / "corpora").glob("*.warc.gz")) or [made[small]]
        print(speed_table([(path.name, interleaved([path], arguments.runs)) for path in archives]))
        print(growth_table([(path.name, interleaved([path], 1)) for path in made.values()]))
    return 0


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


def growth_table(rows: Sequence[tuple[str, dict[str, Measured]]]) -> str:
    """Peak memory of the same pages in a small and a large archive."""
    lines = ["## Peak memory as the archive grows", ""]
    lines += ["| archive | pages | floor MB | observe MB |", "|---|---:|---:|---:|"]
    for name, both in rows:
        floor, full = both["floor"], both["observe"]
        lines.append(f"| {name} | {floor.pages} | {floor.peak_mb:.0f} | {full.peak_mb:.0f} |")
    more = rows[-1][1]["observe"].peak_mb - rows[0][1]["observe"].peak_mb
    lines += ["", f"Growth {more:+.0f} MB: {'flat' if more <= _FLAT else 'memory grows with the pages'}.", ""]
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
