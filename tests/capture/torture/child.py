"""The capture that is killed: `python -m tests.capture.torture.child URL OUT [VARIANT | die=PLACE:N] …`.

Exit codes are tinjau's. PLACE is where in the N-th commit it kills itself: `half` of the archive's bytes are written,
`between` archive and frontier, `after` both. `limit=N` bounds the size of a file, in bytes.
"""

import os
import resource
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from tinjau.capture import CaptureSettings, capture, reporting
from tinjau.capture.crawl import Crawl
from tinjau.capture.frontier import End, Frontier
from tinjau.capture.store import Store
from tinjau.model import TinjauError

SETTINGS = replace(
    CaptureSettings(), allow_private=True, delay=0.0, max_pages=1_000_000, max_per_shape=1_000_000, max_depth=1_000,
    back_off=0.01,
)  # fmt: skip


def append_without_truncating() -> None:
    """Broken: what a killed session left behind its last commit stays, and is written after."""

    def cut(self: Store, size: int) -> None:
        self._length = size

    Store._cut = cut  # type: ignore[method-assign]


def frontier_before_archive() -> None:
    """Broken: URLs have ended before their records are on the disk."""
    append = Store._append
    commit = Store.commit

    def late(self: Store, data: bytes) -> None:
        self.late = data  # type: ignore[attr-defined]

    def both(self: Store, **meta: object) -> object:
        rows = commit(self, **meta)
        length = self._length
        self._length = length - len(self.late)  # type: ignore[attr-defined]
        append(self, self.late)  # type: ignore[attr-defined]
        self._length = length
        return rows

    def grow(self: Store, size: int) -> None:
        if size > self._length:
            os.ftruncate(self._file, self._length)
        self._length = min(size, self._length)

    Store._append = late  # type: ignore[method-assign]
    Store.commit = both  # type: ignore[assignment,method-assign]
    Store._cut = grow  # type: ignore[method-assign]


def done_when_begun() -> None:
    """Broken: a URL counts as fetched as soon as it is under way, as a persisted queue has it."""
    take = Crawl._take

    async def early(self: Crawl, row: object) -> None:
        base = self.store.frontier._base
        base.execute("UPDATE url SET state = 'ok' WHERE url = ?", (row.url,))  # type: ignore[attr-defined]
        await take(self, row)  # type: ignore[arg-type]

    def end(self: object, end: End, sequence: int) -> None:
        self._base.execute(  # type: ignore[attr-defined]
            "UPDATE url SET state = ?, offset = ?, length = ?, record_id = ?, digest = ?, sequence = ? WHERE url = ?",
            (end.state, end.offset, end.length, end.record_id, end.digest, sequence, end.url),
        )

    Crawl._take = early  # type: ignore[method-assign]
    Frontier._end = end  # type: ignore[method-assign]
    reporting.assert_conservation = lambda frontier: frontier.counts()


def die(place: str, number: int) -> None:
    """Kill this process in the `number`-th commit."""
    pwrite, commit = os.pwrite, Frontier.commit
    writes = commits = 0

    def kill() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def halved(descriptor: int, data: memoryview, at: int) -> int:
        nonlocal writes
        writes += 1
        if place == "half" and writes == number:
            pwrite(descriptor, data[: len(data) // 2], at)
            kill()
        return pwrite(descriptor, data, at)

    def committed(self: Frontier, *args: object, **more: object) -> object:
        nonlocal commits
        commits += 1
        if place == "between" and commits == number:
            kill()
        rows = commit(self, *args, **more)  # type: ignore[arg-type]
        if place == "after" and commits == number:
            kill()
        return rows

    os.pwrite = halved  # type: ignore[assignment]
    Frontier.commit = committed  # type: ignore[assignment,method-assign]


VARIANTS: Mapping[str, Callable[[], None]] = {
    "append": append_without_truncating,
    "order": frontier_before_archive,
    "begun": done_when_begun,
}


def main(argv: list[str]) -> int:
    """Capture, or go on."""
    url, out, *variant = argv
    for name in variant:
        key, _, value = name.partition("=")
        if key == "die":
            place, _, number = value.partition(":")
            die(place, int(number))
        elif key == "limit":
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(value), int(value)))
        else:
            VARIANTS[name]()
    try:
        capture([url], Path(out), SETTINGS)
    except TinjauError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
