"""A handle on the process that opens PDFs: one document at a time, each within bounds, and a new process after a
broken one.
"""

import contextlib
import importlib.util
import json
import os
import signal
import struct
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

MAX_BYTES = 8 << 20  # of one document; these and the bounds below are project choices
MEMORY = 768  # MB of address space
CPU = 5  # seconds a document
WALL = 20.0  # seconds a document: what holds where the system counts no CPU seconds
PAGES = 3  # first pages that are read
CHARACTERS = 6_000  # of them
PASSWORD = "The document is protected with a password"  # noqa: S105 - a sentence
PAGE = "The file is a web page, not a PDF"
NO_PDF = "The file is no PDF"
SHUT = frozenset({PASSWORD, PAGE})  # nobody can read what a link promises; all other reasons are this program's own
_DAMAGED = "The document is damaged"
_LARGE = f"The document is larger than {MAX_BYTES >> 20} MiB"
_LONG = "The document takes too long to read"
_MEMORY = "The document takes too much memory to read"
_BROKE = "The document broke the program that reads it"
_ABSENT = "Documents cannot be read on this machine"
_FAULTS = {"password": PASSWORD, "damaged": _DAMAGED, "memory": _MEMORY}
_LENGTH = struct.Struct(">I")
_ANSWER = 1 << 20  # bytes of an answer: the process may be in the hands of a document
_HEAD = 1024  # bytes in which a PDF names itself
_CHILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a document says: its title, number of pages, the first pages' text (parted by form feeds).

    `scanned` where these pages are pictures without any text, `tagged` where the document declares a structure for
    assistive technology. `why` is empty where it was read, else a sentence; all else is then empty.
    """

    title: str = ""
    pages: int = 0
    text: str = ""
    scanned: bool = False
    tagged: bool = False
    why: str = ""


class PdfProcess:
    """Opens documents in a process of its own. Use as a context; the process starts with the first document."""

    def __init__(self, *, memory: int = MEMORY, cpu: int = CPU, wall: float = WALL) -> None:
        self._command = [sys.executable, "-P", str(_CHILD), str(memory), str(cpu), str(PAGES), str(CHARACTERS)]
        self._wall = wall
        self._process: subprocess.Popen[bytes] | None = None
        self._late = False
        self._able = _CHILD.is_file() and importlib.util.find_spec("pypdfium2") is not None
        self.slow = 0  # documents that were given up because of time

    def __enter__(self) -> "PdfProcess":
        """Open until the block ends."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._end()

    def read(self, body: bytes) -> PdfText:
        """What the document says, or why it was not read. Never raises for anything a document may hold."""
        if b"%PDF-" not in body[:_HEAD]:
            start = body[:_HEAD].lstrip().lower()
            return PdfText(why=PAGE if start.startswith((b"<!doctype html", b"<html")) else NO_PDF)
        if len(body) > MAX_BYTES:
            return PdfText(why=_LARGE)
        if not self._able:
            return PdfText(why=_ABSENT)
        answer = self._asked(body)
        if answer is None:
            return PdfText(why=self._cause())
        return _text(answer)

    def _asked(self, body: bytes) -> bytes | None:
        """The process's answer; None where it broke or took too long, and is no more."""
        try:
            process = self._running()
        except OSError:
            self._able = False
            return None
        self._late = False
        clock = threading.Timer(self._wall, self._give_up)
        clock.daemon = True
        clock.start()
        try:
            assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101 - they are pipes
            process.stdin.write(_LENGTH.pack(len(body)) + body)
            process.stdin.flush()
            head = process.stdout.read(_LENGTH.size)
            size = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
            answer = process.stdout.read(size) if 0 < size <= _ANSWER else b""
        except (OSError, ValueError):
            return None
        finally:
            clock.cancel()
        return answer if answer and len(answer) == size else None

    def _give_up(self) -> None:
        self._late = True
        if self._process is not None:
            self._process.kill()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            # Nothing of this process's surroundings goes in but where libraries are.
            kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
            places = os.pathsep.join(each for each in sys.path if each)
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell, fixed arguments
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env={**kept, "PYTHONPATH": places}, start_new_session=True,
            )  # fmt: skip
        return self._process

    def _cause(self) -> str:
        """End a process that did not answer, and say why it did not."""
        code = self._end()
        if self._late or code == -getattr(signal, "SIGXCPU", 0):
            self.slow += 1
            return _LONG
        return _BROKE if self._able else _ABSENT

    def _end(self) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError, ValueError):
                if pipe is not None:
                    pipe.close()
        try:
            return process.wait(1.0)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _text(answer: bytes) -> PdfText:
    """The answer as a value; what is not of the agreed kind comes from a process that no longer is ours."""
    try:
        found: Any = json.loads(answer)
    except (ValueError, RecursionError):
        return PdfText(why=_BROKE)
    if not isinstance(found, dict):
        return PdfText(why=_BROKE)
    if "fault" in found:
        return PdfText(why=_FAULTS.get(str(found["fault"]), _BROKE))
    title, pages, text = found.get("title"), found.get("pages"), found.get("text")
    if not isinstance(title, str) or not isinstance(pages, int) or not isinstance(text, str):
        return PdfText(why=_BROKE)
    return PdfText(title, pages, text[:CHARACTERS], found.get("scanned") is True, found.get("tagged") is True)
