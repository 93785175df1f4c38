"""Why a government has no result: one line for the terminal, and a code with its details for readers elsewhere.

The code names a sentence of the catalogue (`failure.<code>`), the details fill it; `why` among them is what the program
said further, in English. A failure of an earlier version has only its line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tinjau.model import InputError, InterruptedRun

_LONGEST = 500  # characters of one detail; project choice: a page shows no more


@dataclass(frozen=True, slots=True)
class Failure:
    """`reason` is the whole line, in English; `code` and `detail` are empty where nobody kept them."""

    reason: str
    code: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.reason


def failure_of(error: Exception, work: Path) -> Failure:
    """What to keep of an error. The path of the folder of the work is left out: it means nothing to readers."""
    if isinstance(error, InputError):
        file = f"{_bare(error.file, work)}, {error.place}" if error.place else _bare(error.file, work)
        return _failure(str(error), "input", file=file, why=error.problem)
    if isinstance(error, InterruptedRun):
        return _failure(f"interrupted: {error}", "stopped", why=_said(str(error), work))
    if isinstance(error, OSError):
        file = _bare(str(error.filename or ""), work) or type(error).__name__
        return _failure(str(error), "system", file=file, why=error.strerror or str(error))
    return _failure(f"{type(error).__name__}: {error}", "broke", kind=type(error).__name__, why=str(error))


def overtaken() -> Failure:
    """A worker that woke up late, after another attempt had begun."""
    return Failure("a newer attempt took over", "overtaken")


def killed(error: Exception, deaths: int) -> Failure:
    """A task under which one worker after another died."""
    return _failure(f"{type(error).__name__}: {error}", "killed", n=str(deaths))


def as_row(name: str, failure: Failure) -> dict[str, Any]:
    """A row of failures.json."""
    row: dict[str, Any] = {"id": name, "reason": failure.reason}
    return row | {"code": failure.code, "detail": dict(failure.detail)} if failure.code else row


def of_row(row: Mapping[str, Any]) -> Failure:
    """A row of failures.json, of this version or an earlier one."""
    detail = row.get("detail")
    known = {str(key): str(value) for key, value in detail.items()} if isinstance(detail, dict) else {}
    return Failure(str(row["reason"]), str(row.get("code", "")), known)


def _failure(reason: str, code: str, **detail: str) -> Failure:
    return Failure(reason, code, {key: value[:_LONGEST] for key, value in detail.items()})


def _bare(file: str, work: Path) -> str:
    """A file's name without the machine's folders; an address as it is."""
    return file if "://" in file else Path(file.removeprefix(f"{work}/")).name


def _said(text: str, work: Path) -> str:
    """What is said of a file of the work, without its path."""
    return text.partition(": ")[2] if text.startswith(f"{work}/") and ": " in text else text
