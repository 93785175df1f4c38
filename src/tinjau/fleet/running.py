"""`fleet run`: which governments are still to do, who does them, and how far it is."""

import contextlib
import fcntl
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tinjau import packs, study
from tinjau.fleet.engine import engine, hand_out, need_engine
from tinjau.fleet.failing import Failure, as_row, of_row
from tinjau.fleet.sites import Site
from tinjau.fleet.task import Order, Receipt, current_token, read_receipt, set_token
from tinjau.model import InputError, InterruptedRun

FAILURES = "failures.json"
PROGRESS = "progress.json"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class FleetOptions:
    """What a caller may choose for a fleet."""

    workers: int = 2
    cluster: str = ""
    instruments: tuple[str, ...] = ("sitokdana-7", "wb-4")
    formats: tuple[str, ...] = ("json",)
    lang: str = "id"
    max_pages: int = 200
    allow_private: bool = False
    delay: float | None = None
    contact: str = ""
    retry: bool = False


@dataclass(slots=True)
class FleetResult:
    """How a run of the fleet ended: ids by state, and how many tasks were run again."""

    total: int
    done: int = 0
    failed: dict[str, Failure] = field(default_factory=dict)
    attempts: int = 0


def run_fleet(sites: Sequence[Site], out: Path, options: FleetOptions, say: Say) -> FleetResult:
    """Evaluate every government that has no accepted result in `out`; each result is a folder `governments/<id>`.

    Failures of an earlier run are tried again only with `retry`. Raises InterruptedRun where the engine or the disk
    gave out: calling again goes on with what is left.
    """
    need_engine()
    for each in options.instruments:
        packs.load_instrument(each)
    out.mkdir(parents=True, exist_ok=True)
    with _only_one(out):
        failed_before = {} if options.retry else read_failures(out)
        result = FleetResult(len(sites), failed={k: v for k, v in failed_before.items() if k in {s.id for s in sites}})
        todo = []
        for site in sites:
            if read_receipt(out, site.id) is not None:
                result.done += 1
            elif site.id not in result.failed:
                todo.append(_order(site, out, options))
        say(f"fleet: {len(sites)} governments, {result.done} done before, {len(todo)} to do")
        _write_progress(out, result, "running", None)
        if todo:
            _go(todo, out, options, result, say)
        _write_failures(out, result.failed)
        _write_progress(out, result, "ended", None)
    return result


def read_failures(out: Path) -> dict[str, Failure]:
    """Why each government failed that failed in the last run; empty where none did."""
    try:
        document = json.loads((out / FAILURES).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        path = str(out / FAILURES)
        raise InputError(path, "", "the file cannot be read", "Delete it; failures are tried again") from None
    return {str(each["id"]): of_row(each) for each in document["failures"]}


def _go(todo: Sequence[Order], out: Path, options: FleetOptions, result: FleetResult, say: Say) -> None:
    started, times = time.monotonic(), []
    workers = options.workers

    def take(receipt: Receipt) -> None:
        times.append(receipt.seconds)
        result.attempts += 1
        if receipt.state == "failed":
            result.failed[receipt.id] = receipt.failure
            _write_failures(out, result.failed)
        else:
            result.done += 1
        median, elapsed = statistics.median(times), time.monotonic() - started
        say(progress_line(result, len(todo), len(times), median, workers, elapsed, receipt))
        left = seconds_left(len(todo), len(times), median, workers, elapsed)
        _write_progress(out, result, "running", left)

    try:
        with engine(options.workers, options.cluster) as client:
            workers = max(1, sum(client.nthreads().values()))
            hand_out(client, todo, take)
    except InterruptedRun:
        _write_failures(out, result.failed)
        _write_progress(out, result, "interrupted", None)
        raise


def seconds_left(todo: int, taken: int, median: float, workers: int, elapsed: float) -> float | None:
    """Seconds until the rest is done, from the median of the finished; None while there are too few, or no rest."""
    left = todo - taken
    if not left or taken < max(3, workers):  # project choice: fewer give no median worth saying
        return None
    return max(median * left / workers, elapsed / taken * left)


def progress_line(
    result: FleetResult, todo: int, taken: int, median: float, workers: int, elapsed: float, last: Receipt
) -> str:
    """How far the fleet is; the time left is the median of the finished ones, said only once there are a few."""
    line = f"fleet: {taken}/{todo} {last.state} {last.id}"
    if last.reason:
        line += f" ({last.reason[:120]})"
    seconds = seconds_left(todo, taken, median, workers, elapsed)
    if seconds is not None:
        line += f"; about {_spoken(seconds)} left"
    return line + (f"; {len(result.failed)} failed" if result.failed else "")


def _spoken(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def _order(site: Site, out: Path, options: FleetOptions) -> Order:
    token = current_token(out, site.id) + 1
    set_token(out, site.id, token)
    return Order(
        site=site,
        out=str(out.resolve()),
        token=token,
        instruments=options.instruments,
        formats=tuple(dict.fromkeys((*options.formats, "json"))),
        lang=options.lang,
        max_pages=options.max_pages,
        allow_private=options.allow_private,
        delay=options.delay,
        contact=options.contact,
    )


def _write_failures(out: Path, failed: dict[str, Failure]) -> None:
    document = {"failures": [as_row(name, failed[name]) for name in sorted(failed)]}
    study.write_json(out / FAILURES, document)


def _write_progress(out: Path, result: FleetResult, state: str, left: float | None) -> None:
    """How far the fleet is, for whoever looks into its folder: running, ended or interrupted; seconds or null."""
    document = {"state": state, "total": result.total, "done": result.done, "failed": len(result.failed),
                "seconds_left": None if left is None else round(left, 1)}  # fmt: skip
    with contextlib.suppress(InputError, OSError):  # a courtesy to onlookers: a full disk is told elsewhere
        study.write_json(out / PROGRESS, document)


@contextlib.contextmanager
def _only_one(out: Path) -> Iterator[None]:
    """Hold the fleet's folder; raises InputError where another run holds it."""
    path = out / ".fleet" / "lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            problem = "another fleet run works in this folder"
            raise InputError(str(out), "", problem, "Wait for it, or choose another --out") from None
        os.utime(path)
        yield
