"""What is known of a capture beside the records: FILE.manifest.json."""

import dataclasses
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tinjau.model import InputError

MANIFEST_VERSION = 1

_MEND = "Remove it: the archive is read without it"
_MAX_SIZE = 64 * 1024 * 1024  # bytes of a manifest that is read; project choice


@dataclass(frozen=True, slots=True)
class Failure:
    """A URL that was not captured whole: its end state as in `Manifest.states`, and in words why."""

    url: str
    state: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class HostReport:
    """What one host let us do: pages captured, what robots.txt said, and why nothing was captured where that is so."""

    host: str
    pages: int
    robots: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A capture, told honestly.

    `states` counts every discovered URL in exactly one end state (`ok`, `ok_truncated(length)`, `http_error(404)`,
    `net_error(dns)`, `blocked(robots)`, `suppressed(budget)`, …) or as `pending`; `discovered` is their sum.
    `completeness` is the share, 0 to 1, of the pages in scope that were discovered and are known to have been captured
    whole or to be absent (404, 410): what a budget or a trap rule left out counts as not captured; null when nothing
    was discovered. `failures` lists at most the first thousand. `complete` is False while a capture can go on.
    `pages` counts HTML pages with a 2xx status. Times are UTC, ISO 8601. `purged` is set by a purge.
    """

    archive: str
    urls: tuple[str, ...]
    settings: Mapping[str, Any]
    started: str
    ended: str
    complete: bool
    pages: int
    discovered: int
    states: Mapping[str, int]
    completeness: float | None
    failures: tuple[Failure, ...] = ()
    hosts: tuple[str, ...] = ()
    host_reports: tuple[HostReport, ...] = ()
    notes: tuple[str, ...] = ()
    bytes: int = 0
    sha256: str = ""
    sessions: int = 1
    purged: str = ""
    version: int = MANIFEST_VERSION
    tool: str = ""
    suppressed: Mapping[str, int] = field(default_factory=dict)


def manifest_path(archive: Path | str) -> Path:
    """Where the manifest of an archive stands: beside it."""
    path = Path(archive)
    return path.with_name(f"{path.name}.manifest.json")


def read_manifest(archive: Path | str) -> Manifest | None:
    """The manifest of an archive; None where it has none. Raises InputError for one that cannot be read."""
    path = manifest_path(archive)
    if not path.is_file():
        return None
    if path.stat().st_size > _MAX_SIZE:
        raise InputError(str(path), "", "the manifest is larger than 64 MiB", _MEND)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return _from_json(data)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError(str(path), "", f"the manifest cannot be read ({error})", _MEND) from error


def write_manifest(archive: Path | str, manifest: Manifest) -> Path:
    """Write the manifest beside its archive, whole or not at all; where it stands."""
    path = manifest_path(archive)
    text = json.dumps(dataclasses.asdict(manifest), ensure_ascii=False, indent=1) + "\n"
    write_whole(path, text.encode("utf-8"))
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` so that a reader sees the old file or the new one, never a part."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _from_json(data: Any) -> Manifest:
    known = {each.name for each in dataclasses.fields(Manifest)}
    values = {key: value for key, value in data.items() if key in known}
    values["failures"] = tuple(Failure(**each) for each in data.get("failures", ()))
    values["host_reports"] = tuple(HostReport(**each) for each in data.get("host_reports", ()))
    for key in ("urls", "hosts", "notes"):
        values[key] = tuple(str(each) for each in data.get(key, ()))
    if not isinstance(values.get("states"), dict) or not isinstance(values.get("settings"), dict):
        raise TypeError("states and settings are mappings")
    return Manifest(**values)
