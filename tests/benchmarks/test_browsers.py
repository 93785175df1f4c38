"""The same pages for all programs, the cost of a whole tree of processes, and a table that says what lacks."""

import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from benchmarks.tree import Cost, cost_of, descendants

from benchmarks import browsers, synthetic
from tinjau.archive import Reader

linux = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="processes are watched through /proc")
_PARENT = """
import subprocess, sys
print("ready", flush=True)
work = "x = b'1' * 60_000_000; sum(i * i for i in range(6_000_000)); print(flush=True); input()"
child = subprocess.Popen([sys.executable, "-c", work], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
child.stdout.readline()
print("done 3", flush=True)
sys.stdin.read()
child.kill()
"""


@linux
def test_the_cost_takes_in_what_a_program_starts(tmp_path: Path) -> None:
    cost = cost_of([sys.executable, "-c", _PARENT], tmp_path, os.environ)
    assert cost.pages == 3
    assert cost.wall > 0
    assert cost.cpu >= 0.05, "the child's work"
    assert cost.peak_mb > 60, "and its memory"


@linux
def test_a_program_that_ends_before_its_work_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        cost_of([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, os.environ)


@linux
def test_descendants_are_found() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert {os.getpid(), child.pid} <= set(descendants(os.getpid()))
        child.communicate(b"\n")


def test_every_program_gets_the_same_pages(tmp_path: Path) -> None:
    bodies = browsers.pages(tmp_path, 5, tmp_path)
    assert len(bodies) == 5
    archive = tmp_path / "sample.warc.gz"
    assert synthetic.write_pages(archive, bodies) == 5
    with browsers.serving(bodies) as urls:
        served = [urllib.request.urlopen(url).read() for url in urls]
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{urls[0]}9999")
    assert served == bodies == [record.body for record in Reader(archive)]


def test_what_is_not_at_hand_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert set(browsers.programs(tmp_path / "a", [])) == {"tinjau observe"}
    table = browsers.table({"tinjau observe": Cost(50, 0.5, 1.0, 60.0)})
    assert "| tinjau observe | 50 | 100.0 | 10.0 | 1 | 60 |" in table
    assert "Not at hand here and not measured: axe-core, Lighthouse." in table


def test_a_ratio_is_by_page() -> None:
    found = {"tinjau observe": Cost(50, 0.5, 1.0, 60.0), "axe-core in Chromium": Cost(25, 25.0, 9.0, 600.0)}
    assert "| axe-core in Chromium | 25 | 1.0 | 1,000.0 | 100 | 600 |" in browsers.table(found)
