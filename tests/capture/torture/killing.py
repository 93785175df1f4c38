"""Random kills: a capture is killed and called again until it is whole, as often as wanted."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.capture.torture.oracle import faults
from tests.capture.torture.site import Site

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Tally:
    """What a torture found. Only kills after the first commit and before the end count."""

    kills: int = 0
    idle_kills: int = 0
    rounds: int = 0
    pages: int = 0
    fetched_again: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def bound(self) -> float:
        """The rule of three: with no failure in n kills, a kill does harm in less than 3/n of cases (95 %)."""
        return 3 / self.kills if self.kills else 1.0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills in {self.rounds} captures of {self.pages} pages in all ({self.idle_kills} more before "
            f"a first commit): {len(self.faults)} faults; {self.fetched_again} pages were fetched again. "
            f"At 95 % confidence fewer than {self.bound:.2%} of kills do harm (3/n)."
        )


def start(url: str, out: Path, *variant: str, before: tuple[str, ...] = ()) -> "subprocess.Popen[bytes]":
    """A capture in a process of its own; `before` is a program that runs it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    command = [*before, sys.executable, "-m", "tests.capture.torture.child", url, str(out), *variant]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finish(site: Site, out: Path, *variant: str) -> int:
    """Let a capture come to its end; its exit code."""
    process = start(site.url, out, *variant)
    process.communicate(timeout=300)
    return process.returncode


def kill_at_random(kills: int, pages: int, folder: Path, seed: int, *variant: str, most_faults: int = 20) -> Tally:
    """Kill captures of a site of `pages` pages until `kills` have landed; the tally."""
    chance = random.Random(seed)
    tally = Tally()
    while tally.kills < kills and len(tally.faults) < most_faults:
        with Site(pages) as site:
            out = folder / f"round-{tally.rounds}.warc.gz"
            _round(site, out, chance, tally, kills, variant)
            tally.rounds += 1
            tally.pages += pages
            tally.fetched_again += sum(count - 1 for path, count in site.hits.items() if path.startswith("/p/"))
        for each in folder.glob(f"{out.name}*"):
            each.unlink()
    return tally


def _round(site: Site, out: Path, chance: random.Random, tally: Tally, kills: int, variant: tuple[str, ...]) -> None:
    while True:
        process = start(site.url, out, *variant)
        before = _ended(out)
        if tally.kills < kills:
            _wait_for_commit(process, out, before)
            try:
                process.wait(chance.uniform(0.0, 0.5))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
        process.communicate(timeout=300)
        if process.returncode == -signal.SIGKILL:
            if _ended(out) > 0:
                tally.kills += 1
                tally.faults += faults(out, site, complete=False)[:3]
            else:
                tally.idle_kills += 1
            continue
        if process.returncode != 0:
            tally.faults.append(f"a resumed capture ended with exit code {process.returncode}")
            return
        tally.faults += faults(out, site, complete=True)[:3]
        return


def _wait_for_commit(process: "subprocess.Popen[bytes]", out: Path, before: int) -> None:
    """Until this session has committed something, or has ended."""
    while process.poll() is None and _ended(out) <= before:
        time.sleep(0.02)


def _ended(out: Path) -> int:
    """URLs that have ended, as another process sees it."""
    path = Path(f"{out}.frontier.sqlite")
    if not path.exists():
        return 0
    try:
        base = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=1)
        try:
            return int(base.execute("SELECT count(*) FROM url WHERE state != 'pending'").fetchone()[0])
        finally:
            base.close()
    except sqlite3.Error:
        return 0
