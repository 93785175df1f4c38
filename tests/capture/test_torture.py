"""Nothing committed is lost, nothing stands twice: after kills, crash points, full disks and second writers.

This is the small run; `python -m tests.capture.torture --kills 500` is the whole one. TINJAU_KILLS sets the count here.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.capture.hostile.running import worlds
from tests.capture.hostile.speaking import says
from tests.capture.torture.child import SETTINGS
from tests.capture.torture.killing import finish, kill_at_random, start
from tests.capture.torture.oracle import faults
from tests.capture.torture.site import Site
from tests.capture.torture.sweeping import injected, sweep, why_not

from tinjau.archive import Reader, read_manifest
from tinjau.capture import capture
from tinjau.capture.store import Store
from tinjau.model import InputError

KILLS = int(os.environ.get("TINJAU_KILLS", "8"))
PAGES = 60
WHERE = [f"die={place}:{number}" for place in ("half", "between", "after") for number in (1, 2, 3)]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="locks and signals as Linux has them")


def killed_and_resumed(folder: Path, where: str, *variant: str) -> list[str]:
    with Site(PAGES) as site:
        out = folder / "a.warc.gz"
        process = start(site.url, out, *variant, where)
        process.communicate(timeout=300)
        assert process.returncode == -signal.SIGKILL
        found = faults(out, site, complete=False)
        code = finish(site, out, *variant)
        return found + ([f"exit code {code}"] if code else faults(out, site, complete=True))


@pytest.mark.parametrize("where", WHERE)
def test_a_kill_inside_a_commit_loses_nothing(tmp_path: Path, where: str) -> None:
    assert killed_and_resumed(tmp_path, where) == []


@pytest.mark.parametrize("variant,where", [("append", "die=half:2"), ("order", "die=after:3"), ("begun", "die=half:2")])
def test_broken_protocols_are_caught(tmp_path: Path, variant: str, where: str) -> None:
    assert killed_and_resumed(tmp_path, where, variant) != []


def test_random_kills(tmp_path: Path) -> None:
    tally = kill_at_random(KILLS, 250, tmp_path, seed=7)
    assert tally.faults == [], str(tally)
    assert tally.kills == KILLS


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_crash_points_of_system_calls(tmp_path: Path) -> None:
    result = sweep(tmp_path, 6, step=29)
    assert result.faults == []
    assert result.points["pwrite64"] >= 1


@pytest.mark.skipif(bool(why_not()), reason=why_not())
@pytest.mark.parametrize("call", ["fsync", "pwrite64"])
def test_a_disk_that_fails_stops_the_capture(tmp_path: Path, call: str) -> None:
    with Site(PAGES) as site:
        out = tmp_path / "a.warc.gz"
        process = start(site.url, out, before=injected(call, "error=EIO:when=9+"))
        _, errors = process.communicate(timeout=300)
        assert process.returncode == 3, errors
        assert b"call the same command again" in errors
        assert faults(out, site, complete=False) == []
        assert finish(site, out) == 0
        assert faults(out, site, complete=True) == []


def test_a_file_that_may_not_grow_stops_the_capture(tmp_path: Path) -> None:
    with Site(300) as site:
        out = tmp_path / "a.warc.gz"
        process = start(site.url, out, "limit=150000")
        _, errors = process.communicate(timeout=300)
        assert process.returncode == 3, errors
        assert b"Traceback" not in errors
        assert faults(out, site, complete=False) == []
        assert finish(site, out) == 0
        assert faults(out, site, complete=True) == []


def test_a_full_disk_stops_the_capture(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        with Site(500) as site:
            out = disk / "a.warc.gz"
            process = start(site.url, out)
            _, errors = process.communicate(timeout=300)
            assert process.returncode == 3, errors
            assert b"again" in errors
            subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
            assert faults(out, site, complete=False) == []
            assert finish(site, out) == 0
            assert faults(out, site, complete=True) == []
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_a_second_writer_is_refused_even_while_the_first_is_stopped(tmp_path: Path) -> None:
    with Site(3_000) as site:  # so many that it cannot be done before it is stopped, also where this test is held up
        out = tmp_path / "a.warc.gz"
        process = start(site.url, out)
        while not Path(f"{out}.frontier.sqlite").exists():  # the archive is locked before there is a frontier
            time.sleep(0.02)
        process.send_signal(signal.SIGSTOP)
        try:
            assert process.poll() is None
            with pytest.raises(InputError, match="another capture"):
                capture([site.url], out, SETTINGS)
        finally:
            process.send_signal(signal.SIGCONT)
        process.communicate(timeout=300)
        assert process.returncode == 0
        assert faults(out, site, complete=True) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_polite_stop_says_how_to_go_on(tmp_path: Path, number: signal.Signals) -> None:
    with Site(2_000) as site:
        out = tmp_path / "a.warc.gz"
        process = start(site.url, out)
        while not (Path(f"{out}.frontier.sqlite").exists() and out.stat().st_size > 20_000):
            time.sleep(0.02)
        process.send_signal(number)
        _, errors = process.communicate(timeout=300)
        assert process.returncode == 3, errors
        assert b"call the same command again" in errors
        told = read_manifest(out)
        assert told is not None
        assert not told.complete
        assert told.states["pending"] > 0
        assert sum(told.states.values()) == told.discovered
        assert faults(out, site, complete=False) == []


def test_a_stop_does_not_wait_for_a_silent_server(tmp_path: Path) -> None:
    with worlds() as world:
        world.site(1, lambda path: None if path == "/robots.txt" else says(b"", close=False))
        out = tmp_path / "a.warc.gz"
        process = start(f"http://127.0.1.1:{world.port}/", out)
        while not world.hits["s1.test"]["/"]:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)  # the server may be silent for thirty seconds
        assert process.returncode == 3, errors


def test_a_disturbed_capture_says_the_same_as_an_undisturbed_one(tmp_path: Path) -> None:
    with Site(PAGES) as site:
        whole, cut = tmp_path / "whole.warc.gz", tmp_path / "cut.warc.gz"
        assert finish(site, whole) == 0
        for where in WHERE:
            start(site.url, cut, where).communicate(timeout=300)
        assert finish(site, cut) == 0
        pages = [{(r.url, r.status, r.payload_digest) for r in Reader(path)} for path in (whole, cut)]
        assert pages[0] == pages[1]
        told = [read_manifest(path) for path in (whole, cut)]
        assert told[0] is not None
        assert told[1] is not None
        assert (told[0].states, told[0].completeness) == (told[1].states, told[1].completeness)
        assert told[1].sessions > 3


def test_what_stands_behind_the_last_commit_is_cut_off(tmp_path: Path) -> None:
    with Site(PAGES) as site:
        out = tmp_path / "a.warc.gz"
        assert finish(site, out) == 0
        size = out.stat().st_size
        with out.open("ab") as archive:
            archive.write(b"half a record")
        Store(out).close()
        assert out.stat().st_size == size


def test_an_archive_that_became_shorter_is_refused(tmp_path: Path) -> None:
    with Site(PAGES) as site:
        out = tmp_path / "a.warc.gz"
        assert finish(site, out) == 0
        size = out.stat().st_size
        os.truncate(out, size - 1)
        with pytest.raises(InputError, match="shorter"):
            Store(out)
        assert out.stat().st_size == size - 1
