"""CPU seconds and memory of a program with everything it starts: browsers are a dozen processes.

Linux alone: read from /proc. Memory is proportional (PSS): what processes share counts once.
"""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_TICK = os.sysconf("SC_CLK_TCK")
_OFTEN = 0.25  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Cost:
    """Of the work between the program's lines `ready` and `done N`: N, CPU and wall seconds; memory from its start."""

    pages: int
    cpu: float
    wall: float
    peak_mb: float


def cost_of(command: Sequence[str], cwd: Path, environment: Mapping[str, str], seconds: float = 900) -> Cost:
    """Run a program that prints `ready`, works, prints `done N` and waits until its input ends.

    Raises RuntimeError where it ends without saying so, or takes longer than `seconds`.
    """
    with (
        tempfile.TemporaryFile("w+") as said,
        subprocess.Popen(
            command, cwd=cwd, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said,
            text=True, start_new_session=True,
        ) as process,
    ):  # fmt: skip
        clock = threading.Timer(seconds, process.kill)
        clock.start()
        watch = _Watch(process.pid)
        try:
            ready, done = _line(process, "ready", watch), _line(process, "done", watch)
            if not ready or not done:
                said.seek(0)
                raise RuntimeError(f"{command[0]} ended before its work: {said.read()[-2000:]}")
        finally:
            watch.stop()
            clock.cancel()
        process.communicate(timeout=60)  # the end of its input is its end
        return Cost(int(done[0].split()[1]), done[1] - ready[1], done[2] - ready[2], watch.peak / 1e6)


def _line(process: "subprocess.Popen[str]", word: str, watch: "_Watch") -> tuple[str, float, float] | None:
    for line in process.stdout or ():
        if line.startswith(word):
            return line, watch.cpu(), time.perf_counter()
    return None


class _Watch:
    """Looks at a process and its descendants again and again."""

    def __init__(self, root: int) -> None:
        self.peak = 0
        self._root, self._seen = root, dict[int, float]()
        self._lock, self._ended = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def cpu(self) -> float:
        """Seconds so far, those of ended processes up to the last look at them."""
        self._look()
        with self._lock:
            return sum(self._seen.values())

    def _run(self) -> None:
        while not self._ended.wait(_OFTEN):
            self._look()

    def _look(self) -> None:
        size = 0
        for pid in descendants(self._root):
            try:
                fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
                size += _pss(pid)
            except (OSError, IndexError):
                continue
            with self._lock:
                self._seen[pid] = (int(fields[11]) + int(fields[12])) / _TICK
        self.peak = max(self.peak, size)


def descendants(root: int) -> list[int]:
    """The process and everything below it."""
    parents: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    found = [root]
    for pid in found:
        found += parents.get(pid, ())
    return found


def _pss(pid: int) -> int:
    for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
