"""The result folders of `tinjau fleet run` that lie in TINJAU_HOME/fleet, read as plain files and believed in nothing.

A folder is chosen by name from what lies there; a name never becomes a path in any other way, and links are not
followed. Files are read up to a limit; what is no document of the expected shape is passed over and counted.
"""

import json
import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from tinjau import packs
from tinjau.packs.governments import kind_of
from tinjau.scoring.league import Facts, facts_of, official_indices, rank
from tinjau.web.ministry.league import Row

MOST_GOVERNMENTS = 5_000  # read of one folder; project choice: the growth that was measured ends at 2,000
MOST_FOLDERS = 100
_MOST_BYTES = 8 << 20  # of one assessment.json; the largest seen has 1.5 MiB
_SMALL_BYTES = 1 << 20
_MOST_DETAILS = 10  # of one failure; project choice
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")
_SILENT = 15 * 60  # seconds without a sign of life after which a run is not called live; project choice


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fleet is, from its own files. `left` and `seconds` (of the estimate) are None where nobody can say."""

    done: int
    failed: int
    total: int | None
    state: str  # running | ended | interrupted | silent | unknown
    touched: datetime | None = None
    seconds: float | None = None

    @property
    def left(self) -> int | None:
        """Governments that are neither done nor failed."""
        return None if self.total is None else max(0, self.total - self.done - self.failed)


@dataclass(frozen=True, slots=True)
class Failing:
    """Why a government has no result: the run's line, and the code and details that name it in any language."""

    reason: str
    code: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Fleet:
    """What a folder holds: its league, its failures with their reasons, and how many files could not be used."""

    name: str
    rows: list[Row] = field(default_factory=list)
    failures: dict[str, Failing] = field(default_factory=dict)
    instruments: tuple[str, ...] = ()
    unusable: int = 0
    progress: Progress = field(default_factory=lambda: Progress(0, 0, None, "unknown"))


def root() -> Path:
    """Where fleets' folders are looked for."""
    return Path(settings.HOME) / "fleet"


def folders() -> list[str]:
    """The names of the folders that lie there and look like a fleet's, in order."""
    try:
        with os.scandir(root()) as found:
            names = sorted(each.name for each in found if each.is_dir(follow_symlinks=False) and _NAME.match(each.name))
    except OSError:
        return []
    return [each for each in names if (root() / each / "governments").is_dir()][:MOST_FOLDERS]


def folder(name: str) -> Path | None:
    """The folder of this name; None for what does not lie there."""
    return root() / name if name in folders() else None


def progress_of(path: Path) -> Progress:
    """How far the fleet is: from progress.json where the run wrote one, else from receipts, tokens and failures."""
    failures = _failures(path)
    receipts = [each for each in _governments(path) if (path / "governments" / each / "receipt.json").is_file()]
    told = _document(path / "progress.json", _SMALL_BYTES) or {}
    total = _number(told.get("total"))
    if total is None:
        tokens = _count(path / ".fleet", ".token")
        total = max(tokens, len(receipts) + len(failures)) or None
    touched = _touched(path / "progress.json") or _touched(path / "governments")
    state = str(told.get("state", "unknown"))
    if state not in {"running", "ended", "interrupted"}:
        state = "unknown"
    if state == "running" and (touched is None or (datetime.now(UTC) - touched).total_seconds() > _SILENT):
        state = "silent"
    seconds = told.get("seconds_left")
    usable = isinstance(seconds, int | float) and not isinstance(seconds, bool) and 0 <= seconds < 10**8
    estimate = float(seconds) if usable and seconds is not None and state == "running" else None
    return Progress(len(receipts), len(failures), total, state, touched, estimate)


def read_fleet(name: str) -> Fleet | None:
    """Everything that the page of a fleet shows; None where no such folder lies there."""
    path = folder(name)
    if path is None:
        return None
    found = Fleet(name, failures=_failures(path), progress=progress_of(path))
    facts: dict[str, Facts] = {}
    used: dict[str, None] = {}
    for each in _governments(path):
        if not (path / "governments" / each / "receipt.json").is_file():
            continue
        file = path / "governments" / each / "assessment.json"
        try:
            seen = file.stat()
            kept = _facts(str(file), seen.st_mtime_ns, seen.st_size)
        except OSError:
            kept = None
        if kept is None:
            found.unusable += 1
        else:
            used |= dict.fromkeys(kept[0])
            facts[each] = kept[1]
    found.instruments = tuple(used)
    found.rows = [
        Row(
            slug=each.id, name=each.name, code=each.code, kind=kind_of(each.name), province=each.code[:2],
            phase=each.phase, coverage=each.coverage, criteria=each.criteria, complete=each.complete, rank=each.rank,
            pages=each.pages, reason=each.reason, version=1,
        )
        for each in rank(facts.items())
    ]  # fmt: skip
    return found


@lru_cache(maxsize=2 * MOST_GOVERNMENTS)
def _facts(file: str, modified: int, size: int) -> tuple[tuple[str, ...], Facts] | None:
    """The instruments and facts of one accepted result; such a file never changes, so it is read once."""
    del modified, size
    document = _document(Path(file), _MOST_BYTES)
    try:
        if document is None:
            return None
        names = {str(each["id"]) for each in document["instruments"]} & set(packs.instrument_ids())
        known = [packs.load_instrument(each) for each in sorted(names)]
        return tuple(each.id for each in known), _bounded(facts_of(document, official_indices(known)))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def read_government(name: str, government: str) -> dict[str, Any] | None:
    """The assessment.json of one government; None where there is none that can be used."""
    path = folder(name)
    if path is None or government not in _governments(path):
        return None
    return _document(path / "governments" / government / "assessment.json", _MOST_BYTES)


def file_of(name: str, government: str, file: str) -> Path | None:
    """A report of one government that lies there as a plain file."""
    path = folder(name)
    if path is None or government not in _governments(path):
        return None
    found = path / "governments" / government / file
    return found if found.is_file() and not found.is_symlink() and found.stat().st_size <= 8 * _MOST_BYTES else None


def _governments(path: Path) -> list[str]:
    try:
        with os.scandir(path / "governments") as found:
            names = [each.name for each in found if each.is_dir(follow_symlinks=False) and _NAME.match(each.name)]
    except OSError:
        return []
    return sorted(names)[:MOST_GOVERNMENTS]


def _document(path: Path, most: int) -> dict[str, Any] | None:
    """A JSON object of bounded size from a plain file; None for anything else."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > most:
            return None
        with path.open("rb") as handle:
            found = json.loads(handle.read(most))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _failures(path: Path) -> dict[str, Failing]:
    rows = (_document(path / "failures.json", _MOST_BYTES) or {}).get("failures")
    if not isinstance(rows, list):
        return {}
    usable = [each for each in rows[:MOST_GOVERNMENTS] if isinstance(each, dict)]
    return {str(each.get("id", ""))[:80]: _failing(each) for each in usable}


def _failing(row: dict[str, Any]) -> Failing:
    """A row of failures.json; of an earlier version it has the line alone."""
    detail = row.get("detail")
    texts = list(detail.items())[:_MOST_DETAILS] if isinstance(detail, dict) else []
    known = {str(name)[:20]: str(text)[:500] for name, text in texts}
    return Failing(str(row.get("reason", ""))[:500], str(row.get("code", ""))[:20], known)


def _bounded(each: Facts) -> Facts:
    """The facts with texts cut to what a row may hold; raises where a value is of the wrong kind."""
    criteria = {str(name)[:80]: _value(value) for name, value in list(each.criteria.items())[:200]}
    for low, high in each.dimensions.values():
        if not all(bound is None or (isinstance(bound, int | float) and math.isfinite(bound)) for bound in (low, high)):
            raise ValueError("a bound is no number")
        if low is not None and high is not None and low > high:
            raise ValueError("bounds are crossed")
    coverage = each.coverage if isinstance(each.coverage, int | float) else None
    pages = _number(each.pages) or 0
    return Facts(
        str(each.name)[:200], str(each.code)[:20], None if each.phase is None else str(each.phase)[:80], None, coverage,
        criteria, bool(each.complete), dict(each.dimensions), pages, str(each.reason)[:500],
    )  # fmt: skip


def _value(value: Any) -> str | float | None:
    if value is None or isinstance(value, bool):
        return None
    return float(value) if isinstance(value, int | float) else str(value)[:80]


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None


def _count(path: Path, suffix: str) -> int:
    try:
        with os.scandir(path) as found:
            return sum(each.name.endswith(suffix) for each in found)
    except OSError:
        return 0


def _touched(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
