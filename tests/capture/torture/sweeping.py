"""Every write-class system call as a crash point: the capture is killed at the k-th call, one sweep for each call.

The counter of strace is per call, so that a set of calls would only ever hit the most frequent one.
"""

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from tests.capture.torture.killing import finish, start
from tests.capture.torture.oracle import faults
from tests.capture.torture.site import Site

CALLS = ("pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "write")


@dataclass
class Sweep:
    """What the sweeps found: crash points by call, and faults."""

    points: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        total = sum(self.points.values())
        shown = ", ".join(f"{call} {count}" for call, count in self.points.items())
        return f"{total} crash points ({shown}): {len(self.faults)} faults"


def why_not() -> str:
    """Why no call can be made a crash point here; empty where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync", "true"], capture_output=True, check=False
    )
    return "" if done.returncode == 0 else "tracing is not permitted here"


def injected(call: str, action: str) -> tuple[str, ...]:
    """The program that runs a capture and acts on one of its calls."""
    return ("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{action}")


def sweep(
    folder: Path, pages: int, *variant: str, step: int = 1, calls: tuple[str, ...] = CALLS, most: int = 2_000
) -> Sweep:
    """Kill at each `step`-th call, until a capture is no longer reached by the kill."""
    result = Sweep()
    for call in calls:
        point = 1
        while point <= most:
            with Site(pages) as site:
                out = folder / f"{call}-{point}.warc.gz"
                process = start(site.url, out, *variant, before=injected(call, f"signal=KILL:when={point}"))
                process.communicate(timeout=300)
                reached = process.returncode != 0
                if reached:
                    result.points[call] = result.points.get(call, 0) + 1
                    result.faults += [f"{call} {point}: {each}" for each in _after(site, out, *variant)]
            for each in folder.glob(f"{out.name}*"):
                each.unlink()
            if not reached:
                break
            point += step
    return result


def _after(site: Site, out: Path, *variant: str) -> list[str]:
    """What is wrong after the kill, and after going on."""
    found = []
    if Path(f"{out}.frontier.sqlite").exists() and out.exists() and out.stat().st_size:
        found += faults(out, site, complete=False)[:2]
    code = finish(site, out, *variant)
    if code != 0:
        return [*found, f"going on ended with exit code {code}"]
    return found + faults(out, site, complete=True)[:2]
