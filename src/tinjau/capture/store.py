"""Archive and frontier under one protocol: after a kill both tell the same, and nothing committed is gone.

1. What is in flight is nowhere: a URL waits until its end is committed.
2. A batch of records is appended to the archive as whole gzip members, then fsync.
3. Then one transaction of the frontier: new URLs, ends with their places, and the archive's length.
4. At the start the archive is cut to the committed length; an archive that is shorter is refused.
5. The folder is synced once after the files were made.
After an fsync that failed nothing is written any more: what the disk holds is no longer known.
"""

import errno
import fcntl
import os
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tinjau.archive import Encoded, sync_folder
from tinjau.capture.frontier import End, Found, Frontier, KeptRobots, Row
from tinjau.model import InputError, InterruptedRun

BATCH = 64  # ends that are committed at once at the most
INTERVAL = 0.02  # seconds after which a batch is committed even if it is small

_AGAIN = "call the same command again to go on"


class Store:
    """The archive being written and its frontier, held by a lock against a second capture."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self.frontier_path = archive.with_name(f"{archive.name}.frontier.sqlite")
        had_frontier = self.frontier_path.exists()
        self._file = _opened(archive)
        try:
            size = os.fstat(self._file).st_size
            _refuse_foreign(archive, size=size, had_frontier=had_frontier)
            self.frontier = _opened_frontier(self.frontier_path)
            sync_folder(archive.parent)
            self._length = int(self.frontier.meta().get("warc_len", 0))
            self._cut(size)
        except BaseException:
            os.close(self._file)
            raise
        self._found: dict[str, Found] = {}
        self._ends: list[End] = []
        self._data: list[bytes] = []
        self._robots: list[KeptRobots] = []
        self._pending = 0
        self._last = time.monotonic()
        self._broken = False

    @property
    def length(self) -> int:
        """Bytes of the archive that are committed."""
        return self._length

    def discover(self, found: Iterable[Found]) -> None:
        """URLs for the next commit; one that is known already stays as it is."""
        for each in found:
            self._found.setdefault(each.url, each)

    def write(self, encoded: Iterable[Encoded]) -> None:
        """Records for the next commit that belong to no URL's end."""
        for each in encoded:
            self._data.append(each.data)
            self._pending += len(each.data)

    def end(self, end: End, encoded: tuple[Encoded, ...] = ()) -> None:
        """A URL's end for the next commit, with its records; the first of them is the one that counts."""
        if encoded:
            first = encoded[0]
            end = replace(
                end,
                record_id=first.id,
                digest=end.digest or first.payload_digest,
                offset=self._length + self._pending,
                length=len(first.data),
            )
        self._ends.append(end)
        self.write(encoded)

    def keep_robots(self, robots: KeptRobots) -> None:
        """An answer to a request for robots.txt, for the next commit: with its record, or not at all."""
        self._robots.append(robots)

    @property
    def due(self) -> bool:
        """Whether a commit should not wait longer."""
        return len(self._ends) >= BATCH or time.monotonic() - self._last >= INTERVAL

    def commit(self, **meta: Any) -> list[Row]:
        """Make everything so far durable; the URLs that are new and wait. Raises InterruptedRun if the disk fails."""
        if self._broken:
            raise InterruptedRun(f"{self.archive}: writing failed before; {_AGAIN}")
        try:
            self._append(b"".join(self._data))
            facts = {**meta, "warc_len": self._length + self._pending}
            rows = self.frontier.commit(self._found.values(), self._ends, facts, self._robots)
        except (OSError, sqlite3.Error) as error:
            self._broken = True
            raise InterruptedRun(f"{self.archive}: {_why(error)}. Nothing committed is lost; {_AGAIN}") from error
        self._length += self._pending
        self._found, self._ends, self._data, self._robots, self._pending = {}, [], [], [], 0
        self._last = time.monotonic()
        return rows

    def close(self) -> None:
        """Let go of both files."""
        self.frontier.close()
        os.close(self._file)

    def _append(self, data: bytes) -> None:
        if not data:
            return
        at = self._length
        rest = memoryview(data)
        while rest:  # a write may take less than it is given
            written = os.pwrite(self._file, rest, at)
            at += written
            rest = rest[written:]
        os.fsync(self._file)

    def _cut(self, size: int) -> None:
        if size < self._length:
            raise InputError(
                str(self.archive), f"byte {size}",
                f"the archive is shorter than what was committed ({self._length} bytes)",
                f"Restore it, or remove it together with {self.frontier_path.name} to start anew",
            )  # fmt: skip
        if size > self._length:
            os.ftruncate(self._file, self._length)
            os.fsync(self._file)


def _opened(archive: Path) -> int:
    if not archive.parent.is_dir():
        archive.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(archive, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        if error.errno not in {errno.EWOULDBLOCK, errno.EACCES}:
            raise
        raise InputError(
            str(archive),
            "",
            "another capture is writing this archive",
            "Wait until it ends, or give --out another name",
        ) from error
    return descriptor


def _refuse_foreign(archive: Path, *, size: int, had_frontier: bool) -> None:
    if size and not had_frontier:
        problem = "the file is there already and no capture of ours goes on in it"
        raise InputError(str(archive), "", problem, "Give --out another name")


def _opened_frontier(path: Path) -> Frontier:
    try:
        return Frontier(path)
    except sqlite3.OperationalError as error:
        if "unable to open" in str(error):
            raise InputError(
                str(path), "", "the frontier cannot be opened", "Give --out a folder to write in"
            ) from error
        raise InterruptedRun(f"{path}: {_why(error)}. Nothing committed is lost; {_AGAIN}") from error
    except sqlite3.DatabaseError as error:
        raise InputError(
            str(path), "", f"the frontier cannot be read ({error})", "Remove it together with the archive to start anew"
        ) from error


def _why(error: OSError | sqlite3.Error) -> str:
    if isinstance(error, OSError):
        if error.errno == errno.ENOSPC:
            return "the disk is full"
        if error.errno == errno.EFBIG:
            return "the file would become larger than the system allows"
        return error.strerror or str(error)
    return f"the frontier cannot be written ({error})"
