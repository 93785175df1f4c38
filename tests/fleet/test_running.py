"""A fleet on real sites: resumed, fenced, killed, and the same in the end."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks.many_sites import serving

from tinjau.cli import main
from tinjau.fleet.engine import hand_out
from tinjau.fleet.running import FleetOptions, run_fleet
from tinjau.fleet.sites import Site, SiteFaults, read_sites
from tinjau.fleet.task import Order, Receipt, evaluate_government, read_receipt, set_token
from tinjau.model import InputError, InterruptedRun

OPTIONS = FleetOptions(workers=2, allow_private=True, delay=0.0, max_pages=30)


@pytest.fixture(scope="module")
def port() -> int:
    return 21_000 + os.getpid() % 9_000


@pytest.fixture(scope="module")
def sites_csv(port: int, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("fleet") / "SITES.csv"
    with serving(8, port) as text:
        path.write_text(text, encoding="utf-8")
        yield path


def concluded(out: Path) -> dict[str, Any]:
    """What each government came to, without what differs between two captures of the same site (ids, dates)."""
    found = {}
    for folder in sorted((out / "governments").iterdir()):
        document = json.loads((folder / "assessment.json").read_text())
        found[folder.name] = (
            [(each["id"], each["verdict"]["value"], each["coverage"]) for each in document["criteria"]],
            [(each["id"], each["outcome"]) for each in document["indicators"]],
            document["phase"]["id"],
            document["capture"]["pages"],
        )
    return found


def quiet(_line: str) -> None:
    return None


def test_killed_workers_change_nothing(sites_csv: Path, tmp_path: Path) -> None:
    sites = read_sites(sites_csv)
    calm = run_fleet(sites, tmp_path / "calm", OPTIONS, quiet)
    assert (calm.done, calm.failed) == (8, {})
    stop = threading.Event()
    killed: list[int] = []

    def kill() -> None:
        """Kill one Dask worker of ours after another, once the first result is there."""
        while not (tmp_path / "rough/governments").is_dir():
            if stop.wait(0.02):
                return
        while len(killed) < 3:
            for pid in worker_processes():
                if pid not in killed:
                    os.kill(pid, signal.SIGKILL)
                    killed.append(pid)
                    break
            if stop.wait(0.5):
                return

    thread = threading.Thread(target=kill)
    thread.start()
    try:
        rough = run_fleet(sites, tmp_path / "rough", replace(OPTIONS, max_pages=30), quiet)
    finally:
        stop.set()
        thread.join()
    assert killed
    assert (rough.done, rough.failed) == (8, {})
    assert concluded(tmp_path / "rough") == concluded(tmp_path / "calm")


def worker_processes() -> list[int]:
    """The processes of our own cluster that run tasks."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
            command = (path.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and b"spawn_main" in command:
            found.append(int(path.parent.name))
    return found


def test_what_is_done_is_not_done_again(sites_csv: Path, tmp_path: Path) -> None:
    sites = read_sites(sites_csv)
    first = run_fleet(sites[:2], tmp_path, OPTIONS, quiet)
    again = run_fleet(sites[:3], tmp_path, OPTIONS, quiet)
    assert (first.attempts, again.attempts, again.done) == (2, 1, 3)


def order_for(site: Site, out: Path, token: int) -> Order:
    return Order(site, str(out), token, ("sitokdana-7", "wb-4"), ("json",), "id", 30, True, 0.0, "")


def test_a_worker_that_wakes_up_late_cannot_overwrite(sites_csv: Path, tmp_path: Path) -> None:
    site = read_sites(sites_csv)[0]
    set_token(tmp_path, site.id, 2)
    late = evaluate_government(order_for(site, tmp_path, 1))
    assert late.state == "failed"
    assert read_receipt(tmp_path, site.id) is None
    done = evaluate_government(order_for(site, tmp_path, 2))
    assert done.state == "done"
    before = (tmp_path / "governments" / site.id / "assessment.json").read_bytes()
    assert evaluate_government(order_for(site, tmp_path, 2)) == done
    assert evaluate_government(order_for(site, tmp_path, 3)) == done
    assert (tmp_path / "governments" / site.id / "assessment.json").read_bytes() == before


def test_a_site_that_is_not_there_is_assessed_as_unknown(tmp_path: Path, port: int) -> None:
    gone = Site("gone", "Kota Hilang", site=f"http://127.1.9.9:{port}/")
    receipt = evaluate_government(order_for(gone, tmp_path, 1))
    assert receipt.state == "done"
    document = json.loads((tmp_path / "governments/gone/assessment.json").read_text())
    assert {each["verdict"]["value"] for each in document["criteria"]} == {None}
    assert receipt.reason


def test_failures_are_listed_and_tried_again_on_request(sites_csv: Path, tmp_path: Path) -> None:
    broken = tmp_path / "x.warc.gz"
    broken.write_bytes(b"no archive")
    sites = (Site("bad", "Kota Rusak", archives=(str(broken),)), read_sites(sites_csv)[0])
    first = run_fleet(sites, tmp_path / "out", OPTIONS, quiet)
    assert (first.done, list(first.failed)) == (1, ["bad"])
    kept = first.failed["bad"]
    assert ("x.warc.gz" in kept.reason, kept.code, kept.detail["file"]) == (True, "input", "x.warc.gz")
    again = run_fleet(sites, tmp_path / "out", OPTIONS, quiet)
    assert (again.attempts, again.failed) == (0, {"bad": kept})  # its code is kept over a run that does not retry
    retried = run_fleet(sites, tmp_path / "out", replace(OPTIONS, retry=True), quiet)
    assert (retried.attempts, list(retried.failed)) == (1, ["bad"])


def test_one_host_is_never_asked_by_two_workers(sites_csv: Path, tmp_path: Path) -> None:
    """Governments on one host form one chain: the second is submitted only when the first is back."""
    first = read_sites(sites_csv)[0]
    orders = [order_for(replace(first, id=name), tmp_path, 1) for name in ("a", "b", "c")]
    open_at_once: list[int] = []

    class OneAtATime:
        """Counts what is with the engine."""

        def __init__(self) -> None:
            self.client = __import__("distributed").Client(
                processes=False, n_workers=1, threads_per_worker=4, dashboard_address=None
            )

        def __getattr__(self, name: str) -> Any:
            return getattr(self.client, name)

        def submit(self, *args: Any, **kwargs: Any) -> Any:
            future = self.client.submit(*args, **kwargs)
            open_at_once.append(
                sum(not each.done() for each in self.client.futures.values()) if self.client.futures else 1
            )
            return future

    client = OneAtATime()
    receipts: list[Receipt] = []
    hand_out(client, orders, receipts.append)  # type: ignore[arg-type]
    client.client.close()
    assert [each.id for each in receipts] == ["a", "b", "c"]
    assert max(open_at_once) == 1


def test_a_second_run_in_the_same_folder_is_refused(sites_csv: Path, tmp_path: Path) -> None:
    import fcntl

    (tmp_path / ".fleet").mkdir()
    with (tmp_path / ".fleet" / "lock").open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(InputError, match="another fleet run"):
            run_fleet(read_sites(sites_csv), tmp_path, OPTIONS, quiet)


def test_when_the_scheduler_is_killed_it_ends_with_3_and_goes_on(sites_csv: Path, tmp_path: Path) -> None:
    python, file = sys.executable, str(tmp_path / "s.json")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    scheduler = subprocess.Popen(
        [python, "-m", "distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", file],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(3000):
            if (tmp_path / "s.json").exists():
                break
            time.sleep(0.1)
        address = json.loads((tmp_path / "s.json").read_text())["address"]
        worker = subprocess.Popen(
            [python, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment,
        )  # fmt: skip
        out = tmp_path / "out"

        def kill_after_first_result() -> None:
            for _ in range(6000):
                if (out / "governments").is_dir() and any((out / "governments").iterdir()):
                    break
                time.sleep(0.05)
            scheduler.kill()

        thread = threading.Thread(target=kill_after_first_result)
        thread.start()
        code = main(
            ["fleet", "run", str(sites_csv), "--out", str(out), "--cluster", address, "--allow-private", "--delay", "0"]
        )
        thread.join()
        assert code == 3
        worker.kill()
        worker.wait()
    finally:
        scheduler.kill()
        scheduler.wait()
    assert main(["fleet", "run", str(sites_csv), "--out", str(out), "--allow-private", "--delay", "0"]) == 0
    assert len(list((out / "governments").iterdir())) == 8


def test_a_cluster_that_does_not_answer_is_said(
    sites_csv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tinjau.fleet.engine.CONNECT_SECONDS", 1)
    with pytest.raises(InputError, match="no scheduler answers"):
        run_fleet(read_sites(sites_csv), tmp_path, replace(OPTIONS, cluster="tcp://127.0.0.1:9"), quiet)


def test_a_full_disk_stops_the_fleet_and_loses_nothing(
    sites_csv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tinjau.pipeline.evaluate", full)
    with pytest.raises(OSError, match="No space"):
        evaluate_government(order_for(read_sites(sites_csv)[0], tmp_path, 1))
    assert not (tmp_path / "governments").exists()


def test_every_bad_line_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "SITES.csv"
    path.write_text(
        "id,name,site,archive\na,Kota A,http://a.go.id,\na,Kota B,b.go.id,\nc,Kota C,,\nd,Kota D,ftp://x,\ne,,e.go.id,\n"
    )
    with pytest.raises(SiteFaults) as fault:
        read_sites(path)
    assert [each.place.split(",")[0] for each in fault.value.faults] == ["line 3", "line 4", "line 5", "line 6"]
    assert "nothing was started" in str(fault.value)


def test_without_the_engine_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"tinjau\[fleet\]"):
        run_fleet((Site("a", "A", site="http://a.go.id"),), tmp_path, OPTIONS, quiet)


def test_archives_are_cut_by_host_and_evaluated(sites_csv: Path, tmp_path: Path) -> None:
    sites = read_sites(sites_csv)[:2]
    run_fleet(sites, tmp_path / "one", OPTIONS, quiet)
    whole = tmp_path / "all.warc.gz"
    whole.write_bytes(
        b"".join((tmp_path / "one/governments" / each.id / "archive.warc.gz").read_bytes() for each in sites)
    )
    code = main(["fleet", "run", "--archives", str(whole), "--out", str(tmp_path / "two")])
    assert code == 0
    assert sorted(each.name for each in (tmp_path / "two/governments").iterdir()) == ["127.1.0.1", "127.1.0.2"]
    split, direct = concluded(tmp_path / "two"), concluded(tmp_path / "one")
    assert split["127.1.0.1"][2:] == direct["kota-000"][2:]


def test_interrupted_runs_are_no_input_errors() -> None:
    assert InterruptedRun("x").exit_code == 3
