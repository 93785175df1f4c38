"""A cycle's captures on disk: numbered, the old ones kept, the newest whole one used.

`event` entries say how many were asked for. Capture 1 stands in the cycle's folder itself, the others in `capture-N`.
Where a worker that only sleeps still holds the lock of an archive, whoever takes its run over goes on in a copy
(`capture-N.rRtT`, run and token): the sleeper wakes up to a file that nobody reads any more.
"""

import fcntl
import os
import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from tinjau.archive import Manifest, manifest_path, read_manifest
from tinjau.capture.urls import Unusable, parse
from tinjau.model import InputError
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, Run

NAME = "archive.warc.gz"
SUFFIXES = (".warc.gz", ".warc", ".wacz", ".arc", ".arc.gz")
_GENERATION = re.compile(r"capture-([0-9]{1,6})(?:\.r([0-9]{1,12})t([0-9]{1,9}))?")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture: its number, its archives, and what its manifest says (None where there is none)."""

    number: int
    archives: tuple[Path, ...]
    manifest: Manifest | None

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be captured; an archive that came from elsewhere is what it is."""
        return self.manifest.complete if self.manifest else not self.can_go_on

    @property
    def can_go_on(self) -> bool:
        """Whether a frontier of ours stands beside it, in which a capture could go on."""
        return any(_frontier(each).is_file() for each in self.archives)

    @property
    def pages(self) -> int | None:
        """Pages that were captured; None where nobody counted."""
        return self.manifest.pages if self.manifest else None

    @property
    def size(self) -> int:
        """Bytes of its archives."""
        return sum(each.stat().st_size for each in self.archives)


def root_of(cycle: Cycle) -> Path:
    """The folder of all captures of a cycle."""
    return Path(settings.HOME) / "archives" / f"cycle-{cycle.pk}"


def captures_of(cycle: Cycle) -> list[Capture]:
    """The captures that hold something, newest first."""
    found: dict[int, tuple[tuple[int, int], Path]] = {}
    for number, generation, folder in _folders(cycle):
        if _archives_in(folder) and (number not in found or found[number][0] < generation):
            found[number] = (generation, folder)
    return [_capture(number, found[number][1]) for number in sorted(found, reverse=True)]


def used(cycle: Cycle) -> Capture | None:
    """The capture that an evaluation rests on: the newest whole one, else the newest; None where there is none."""
    every = captures_of(cycle)
    return next((each for each in every if each.complete), every[0] if every else None)


def number_of(cycle: Cycle) -> int:
    """The number of the capture that was asked for last (1 where none was asked for anew)."""
    return 1 + cycle.entries.filter(kind="event", key__startswith="capture-").count()


def newest(cycle: Cycle) -> Capture | None:
    """The capture that was asked for last, where it holds something already."""
    number = number_of(cycle)
    return next((each for each in captures_of(cycle) if each.number == number), None)


def begin(cycle: Cycle, sites: Sequence[str], author: Author, *, anew: bool) -> None:
    """Note a new capture where one is asked for, or where the last one cannot go on: it came from elsewhere, or it is
    of other addresses. To be called in the transaction that makes the run, under the cycle's lock."""
    last = newest(cycle)
    if last is None or not (anew or not last.can_go_on or _of_others(last, sites)):
        return
    number = last.number + 1
    write(cycle, "event", f"capture-{number}", {"event": "capture", "number": number}, author)


def is_of_other_sites(capture: Capture, sites: Sequence[str]) -> bool:
    """Whether it is known to be the capture of other addresses than these."""
    return bool(sites) and _of_others(capture, sites)


def place_for(run: Run) -> Path:
    """The archive that this run writes: where the last worker was, or a copy where that one still holds the lock.

    Raises InputError where the copy cannot be made.
    """
    number = number_of(run.cycle)
    generations = [(at, folder) for each, at, folder in _folders(run.cycle) if each == number]
    folder = max(generations)[1] if generations else _folder(run.cycle, number)
    archive = folder / NAME
    if archive.is_file() and _is_held(archive):
        target = root_of(run.cycle) / f"capture-{number}.r{run.pk}t{run.token}"
        _copy(archive, target)
        return target / NAME
    folder.mkdir(parents=True, exist_ok=True)
    return archive


def _folder(cycle: Cycle, number: int) -> Path:
    root = root_of(cycle)
    return root if number == 1 else root / f"capture-{number}"


def _folders(cycle: Cycle) -> list[tuple[int, tuple[int, int], Path]]:
    """(number, run and token of the copy, folder) of everything that is there."""
    root = root_of(cycle)
    if not root.is_dir():
        return []
    found = [(1, (0, 0), root)]
    for path in root.iterdir():
        match = _GENERATION.fullmatch(path.name)
        if match and path.is_dir():
            found.append((int(match[1]), (int(match[2] or 0), int(match[3] or 0)), path))
    return found


def _archives_in(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(each for each in folder.iterdir() if each.name.lower().endswith(SUFFIXES)
                        and each.is_file() and each.stat().st_size))  # fmt: skip


def _capture(number: int, folder: Path) -> Capture:
    archives = _archives_in(folder)
    manifests = [_manifest(each) for each in archives]
    return Capture(number, archives, next((each for each in manifests if each is not None), None))


def _manifest(archive: Path) -> Manifest | None:
    try:
        return read_manifest(archive)
    except InputError:  # it may have come from elsewhere; the archive itself is what counts
        return None


def _of_others(capture: Capture, sites: Sequence[str]) -> bool:
    urls = capture.manifest.urls if capture.manifest else ()
    return bool(urls) and sorted({_normal(each) for each in sites}) != sorted({_normal(each) for each in urls})


def _normal(site: str) -> str:
    try:
        return str(parse(site).text)
    except Unusable:
        return site


def _frontier(archive: Path) -> Path:
    return archive.with_name(f"{archive.name}.frontier.sqlite")


def _is_held(archive: Path) -> bool:
    """Whether another process (or another open file of this one) holds the archive's lock."""
    descriptor = os.open(archive, os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _copy(archive: Path, target: Path) -> None:
    """What was committed of a capture, in a folder of its own, whole or not at all.

    The frontier first, by SQLite's own backup, then the archive: it holds at least what that frontier speaks of.
    """
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        with (
            closing(sqlite3.connect(_frontier(archive))) as old,
            closing(sqlite3.connect(_frontier(part / NAME))) as new,
        ):
            old.backup(new)
        _copy_bytes(archive, part / NAME)
        if manifest_path(archive).is_file():
            _copy_bytes(manifest_path(archive), manifest_path(part / NAME))
        part.rename(target)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(part, ignore_errors=True)
        raise InputError(
            archive.name, "", f"another worker holds it and it cannot be copied ({error})", "Ask for the capture again"
        ) from None


def _copy_bytes(source: Path, target: Path) -> None:
    with source.open("rb") as old, target.open("wb") as new:
        shutil.copyfileobj(old, new, _CHUNK)
        new.flush()
        os.fsync(new.fileno())


def described(cycle: Cycle) -> list[dict[str, Any]]:
    """Every capture for a page: the newest first, with which one an evaluation rests on."""
    chosen = used(cycle)
    return [{"number": each.number, "pages": each.pages, "complete": each.complete, "size": each.size,
             "at": each.manifest.ended if each.manifest else "", "used": bool(chosen and chosen.number == each.number)}
            for each in captures_of(cycle)]  # fmt: skip
