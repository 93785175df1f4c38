"""A fleet of invented governments on loopback, undisturbed and with workers killed, and the league over them.

`python -m benchmarks.fleet [--sites N] [--kill SECONDS] [--archives N,N…]` prints markdown tables: results that were
accepted, whether they equal those of an undisturbed run, tasks run again, and how time and memory grow.
"""

import argparse
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.many_sites import serving
from benchmarks.synthetic import write_archive
from tinjau.fleet.running import FleetOptions, FleetResult, run_fleet
from tinjau.fleet.sites import Site, read_sites
from tinjau.fleet.tables import write_tables
from tinjau.fleet.task import starts_of

_PORT = 19_080


def main(argv: Sequence[str]) -> int:
    """Measure and print; 0 however it went: a benchmark states, it does not judge."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fleet", description=__doc__)
    parser.add_argument("--sites", type=int, default=200, help="governments that are captured (%(default)s)")
    parser.add_argument("--kill", type=float, default=5.0, help="seconds between two killed workers (%(default)s)")
    parser.add_argument("--archives", default="10,552,2000", help="governments from archives (%(default)s; minutes)")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="tinjau-fleet-") as folder:
        print(killed_table(arguments.sites, arguments.kill, Path(folder)))
        counts = [int(each) for each in arguments.archives.split(",")]
        print(growth_table([grown(count, Path(folder)) for count in counts]))
    return 0


def killed_table(count: int, every: float, folder: Path) -> str:
    """Two runs on the same sites, the second with a worker killed every so many seconds."""
    print(f"benchmark: {count} governments captured twice", file=sys.stderr, flush=True)
    options = FleetOptions(workers=2, allow_private=True, delay=0.0, max_pages=60)
    path = folder / "SITES.csv"
    with serving(count, _PORT, padding=6) as text:
        path.write_text(text, encoding="utf-8")
        sites = read_sites(path)
        calm, calm_seconds = timed(sites, folder / "calm", options)
        stop, killed = threading.Event(), []

        def kill() -> None:
            # Not before the first result: workers that die while the cluster starts are another fault (exit code 3).
            while not (folder / "rough/governments").is_dir():
                if stop.wait(0.05):
                    return
            while not stop.wait(every):
                pids = [pid for pid in worker_processes() if pid not in killed]
                if pids:
                    os.kill(pids[0], signal.SIGKILL)
                    killed.append(pids[0])

        threading.Thread(target=kill, daemon=True).start()
        try:
            rough, rough_seconds = timed(sites, folder / "rough", options)
        finally:
            stop.set()
    equal = concluded(folder / "calm") == concluded(folder / "rough")
    started = starts_of(folder / "rough")
    lines = [
        f"## {count} governments captured and evaluated on two workers, one killed every {every:g} s",
        "",
        "| run | accepted | failed | workers killed | equal to undisturbed | seconds |",
        "|---|---:|---:|---:|---|---:|",
        f"| undisturbed | {calm.done} | {len(calm.failed)} | 0 | | {calm_seconds:.0f} |",
        f"| disturbed | {rough.done} | {len(rough.failed)} | {len(killed)} | {'yes' if equal else 'NO'} "
        f"| {rough_seconds:.0f} |",
        "",
        f"Evaluations begun {started}, accepted {rough.done}: re-execution ratio {started / max(1, rough.done):.2f}.",
        "",
    ]
    return "\n".join(lines)


def grown(count: int, folder: Path) -> dict[str, float]:
    """`count` governments from archives of the sample city: seconds, CPU, memory, and the time to the league table."""
    archive = folder / "city.warc.gz"
    if not archive.exists():
        write_archive(archive, 3)
    sites = [
        Site(f"kota-{n:04d}", f"Kota {n}", archives=(str(archive),), code=f"{11 + n % 30}.{n:02d}")
        for n in range(count)
    ]
    out = folder / f"archives-{count}"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"benchmark: {count} governments from archives", file=sys.stderr, flush=True)
    result, seconds = timed(sites, out, FleetOptions(workers=2))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    league = write_tables(out)
    league_seconds = time.perf_counter() - started
    pages = sum(each.pages for each in league)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    row = {"governments": float(result.done), "pages": float(pages), "seconds": seconds, "cpu": cpu}
    row["league"] = league_seconds
    row["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row["worker"] = after.ru_maxrss / 1024
    shutil.rmtree(out)
    return row


def growth_table(rows: Sequence[dict[str, float]]) -> str:
    """How a fleet on archives grows."""
    lines = [
        "## Governments from archives, two workers", "",
        "| governments | pages | seconds | pages per worker CPU second | league seconds | coordinator MB | worker MB |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]  # fmt: skip
    for row in rows:
        rate = row["pages"] / max(row["cpu"], 0.01)
        lines.append(
            f"| {row['governments']:.0f} | {row['pages']:.0f} | {row['seconds']:.0f} | {rate:,.0f} "
            f"| {row['league']:.2f} | {row['peak']:.0f} | {row['worker']:.0f} |"
        )
    return "\n".join([*lines, ""])


def timed(sites: Sequence[Site], out: Path, options: FleetOptions) -> tuple[FleetResult, float]:
    """A run of the fleet and its wall seconds."""
    started = time.perf_counter()
    result = run_fleet(sites, out, options, lambda _line: None)
    return result, time.perf_counter() - started


def worker_processes() -> list[int]:
    """Processes of this one that run tasks."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = path.read_text().rsplit(")", 1)[1].split()[1]
            command = (path.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if int(parent) == os.getpid() and b"spawn_main" in command:
            found.append(int(path.parent.name))
    return found


def concluded(out: Path) -> dict[str, Any]:
    """What each government came to, without ids and dates of its capture."""
    found = {}
    for folder in sorted((out / "governments").iterdir()):
        document = json.loads((folder / "assessment.json").read_text(encoding="utf-8"))
        found[folder.name] = (
            [(each["id"], each["verdict"]["value"], each["coverage"]) for each in document["criteria"]],
            [(each["id"], each["outcome"]) for each in document["indicators"]],
            document["phase"]["id"],
            document["capture"]["pages"],
        )
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
