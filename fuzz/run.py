"""Batches of mutated pages, each written as an archive and observed twice."""

import gc
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import IO

from fuzz.mutations import mutated
from fuzz.outcome import DEAREST, Outcome, Progress, Trouble, load, save
from tinjau.model import Observation
from tinjau.observe import observe

BATCH = 200  # pages; about 1 CPU second, so that a page over the bound shows in its batch
STEADY_EVERY = 8  # of so many batches one is observed twice; project choice: it doubles the cost
SLOW = 2.0  # CPU seconds that no page may cost (issue 6, point 6)
REAL_SHARE = 0.1  # of pages that start from a real one: an ordinary page costs ten made ones
_DATE = "2026-11-23T00:00:00Z"


def batch_of(seed: int, number: int, made: Sequence[bytes], real: Sequence[bytes], size: int = BATCH) -> list[bytes]:
    """The pages of one batch: a function of seed, number and the pages they start from."""
    random = Random(f"{seed}:{number}")  # noqa: S311 - a test's generator, not a secret
    sources = [real if real and random.random() < REAL_SHARE else made for _ in range(size)]
    return [mutated(random.choice(each), random) for each in sources]


def run(
    pages: int,
    seed: int,
    made: Sequence[bytes],
    real: Sequence[bytes],
    part: int = 0,
    parts: int = 1,
    *,
    state: Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Observe `pages` mutated pages in batches; of every `STEADY_EVERY` batches the first one twice.

    Of several `parts` this one takes every batch whose number leaves `part`: together they are the same batches. With a
    `state` file the part goes on where an interrupted one stopped. `tell` gets a line of progress now and then.
    """
    batches = range(part, -(-pages // BATCH), parts)
    outcome = load(state)
    progress = Progress(len(batches), outcome.batches, tell, f"part {part + 1} of {parts}")
    with TemporaryDirectory() as folder:
        for number in batches[outcome.batches :]:
            bodies = _bodies(seed, number, pages, made, real)
            _observe_batch(f"{seed}:{number}", bodies, Path(folder), outcome, twice=number % STEADY_EVERY == 0)
            outcome.pages += len(bodies)
            outcome.batches += 1
            if progress.looks():
                outcome.sample(resident(), warm=progress.warm)
                progress.say(outcome)
                save(outcome, state)
        if progress.count:
            for _, name in outcome.dearest:
                _alone(_bodies(seed, int(name.partition(":")[2]), pages, made, real), Path(folder), outcome)
            outcome.sample(resident(), warm=True)
    save(outcome, state)
    return outcome


def _bodies(seed: int, number: int, pages: int, made: Sequence[bytes], real: Sequence[bytes]) -> list[bytes]:
    return batch_of(seed, number, made, real, min(BATCH, pages - number * BATCH))


def _alone(bodies: Sequence[bytes], folder: Path, outcome: Outcome) -> None:
    """Observe each page of a batch alone, and keep the cost of the dearest."""
    for body in bodies:
        _, cost, _ = _observed([body], folder)
        outcome.slowest = max(outcome.slowest, cost)


def _observe_batch(seed: str, bodies: Sequence[bytes], folder: Path, outcome: Outcome, *, twice: bool) -> None:
    first, cost, fault = _observed(bodies, folder)
    outcome.seconds += cost
    outcome.observed += len(bodies)
    outcome.dearest = sorted([*outcome.dearest, (cost, seed)], reverse=True)[:DEAREST]
    if fault:
        outcome.troubles.append(_smallest(seed, bodies, folder, fault))
        return
    if cost > SLOW:
        _find_slow(seed, bodies, folder, outcome)
    if not twice:
        return
    again, cost, _ = _observed(bodies, folder)
    outcome.observed += len(bodies)
    outcome.seconds += cost
    if first != again:
        outcome.troubles.append(Trouble(seed, "unsteady", _difference(first, again)))


def _observed(bodies: Sequence[bytes], folder: Path) -> tuple[tuple[Observation, ...], float, str]:
    """The observations of an archive of these pages, its CPU seconds, and what broke ("" where nothing did)."""
    path = folder / "pages.warc"
    write(bodies, path)
    started = time.process_time()
    try:
        found = observe([path]).observations
    except Exception as error:
        return (), time.process_time() - started, f"{type(error).__name__}: {error}"
    failed = next((each for each in found if each.reason.startswith("The detector failed")), None)
    return found, time.process_time() - started, f"{failed.detector}: {failed.reason}" if failed else ""


def _smallest(seed: str, bodies: Sequence[bytes], folder: Path, fault: str) -> Trouble:
    """Halve a batch as long as a half still breaks: one page where one page is enough."""
    while len(bodies) > 1:
        middle = len(bodies) // 2
        for half in (bodies[:middle], bodies[middle:]):
            _, _, found = _observed(half, folder)
            if found:
                bodies, fault = half, found
                break
        else:
            break
    return Trouble(seed, "crash", fault, bodies[0] if len(bodies) == 1 else b"")


def _find_slow(seed: str, bodies: Sequence[bytes], folder: Path, outcome: Outcome) -> None:
    """Halve a batch that took longer than one page may, down to the pages that do."""
    if len(bodies) == 1:
        _, cost, _ = _observed(bodies, folder)
        outcome.slowest = max(outcome.slowest, cost)
        if cost > SLOW:
            outcome.troubles.append(Trouble(seed, "slow", f"{cost:.1f} CPU seconds", bodies[0]))
        return
    middle = len(bodies) // 2
    for half in (bodies[:middle], bodies[middle:]):
        _, cost, _ = _observed(half, folder)
        if cost > SLOW:
            _find_slow(seed, half, folder, outcome)


def _difference(first: Sequence[Observation], again: Sequence[Observation]) -> str:
    for one, other in zip(first, again, strict=False):
        if one != other:
            return f"{one.detector} on {one.subject}: {one.value!r}, then {other.value!r}"
    return f"{len(first)} observations, then {len(again)}"


def write(bodies: Sequence[bytes], path: Path) -> None:
    """The pages as a plain archive: the first is the front page, and links of the pages may find each other.

    What the pages' links call budgets and reports is there too, under a PDF's name. It is none, so that no process has
    to open it, and all that leads to it is looked at.
    """
    with path.open("wb") as out:
        for number, body in enumerate(bodies):
            _write_record(out, number, f"http://fuzz.example/{f'p/{number}' if number else ''}", "text/html", body)
        _write_record(out, len(bodies), "http://fuzz.example/a.pdf", "application/pdf", b"none")


def _write_record(out: IO[bytes], number: int, url: str, kind: str, body: bytes) -> None:
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: {_DATE}\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    out.write(head.encode() + block + b"\r\n\r\n")


def resident() -> float:
    """The resident size of this process in MB, after a collection; 0 where the system does not say."""
    gc.collect()
    try:
        size = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return size * 4096 / 1e6
