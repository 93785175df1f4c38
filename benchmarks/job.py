"""One measured run in a process of its own: `python -m benchmarks.job floor|observe ARCHIVE…` prints one JSON line."""

import importlib
import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.floor import read_and_parse

_STATUS = Path("/proc/self/status")


def main(argv: Sequence[str]) -> int:
    """Run the job; print its pages, CPU seconds (children included), wall seconds and peak memory in MB."""
    name, *rest = argv
    paths = [Path(each) for each in rest]
    # Only the observing process loads tinjau, before its clock starts: the floor must not pay for that memory, and
    # neither side is measured with its imports.
    observing = importlib.import_module("tinjau.observe") if name == "observe" else None
    cpu, wall = _cpu_seconds(), time.perf_counter()
    pages = observing.observe(paths).capture.pages if observing else read_and_parse(paths)
    row = {"pages": pages, "cpu": _cpu_seconds() - cpu, "wall": time.perf_counter() - wall, "peak_mb": _peak_mb()}
    print(json.dumps(row))
    return 0


def _cpu_seconds() -> float:
    """User and system seconds of this process and its finished children, to the microsecond."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak_mb() -> float:
    """The high-water mark of this process, plus the largest child's where there was one."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    if _STATUS.exists():  # getrusage's own mark survives exec and would show the parent's
        marks = [line.split()[1] for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM")]
        return int(marks[0]) / 1024 + children
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 + children


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
