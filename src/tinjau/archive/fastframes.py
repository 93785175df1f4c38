"""Frames of a sound WARC file at the speed of FastWARC, and of everything else by our own framer.

FastWARC inflates twice as fast as the standard library, but it ends at a corrupt byte run or a torn tail without a
word, and believes every Content-Length. So it reads compressed files as long as nothing is odd; from the first oddity
on, and behind its last record in any case, the framer reads again and says what is wrong.
"""

import functools
import operator
import os
from collections.abc import Iterator
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from tinjau.archive.framing import MAX_LOSSES, Frame, Framer

_PIECE = 1024 * 1024
_ANOTHER = b"\r\n\r\nWARC/1."  # inside a block: the record may have swallowed the next one
_ALL = WarcRecordType.any_type
_TYPES = {
    "response": WarcRecordType.response,
    "resource": WarcRecordType.resource,
    "conversion": WarcRecordType.conversion,
    "revisit": WarcRecordType.revisit,
    "request": WarcRecordType.request,
    "metadata": WarcRecordType.metadata,
    "warcinfo": WarcRecordType.warcinfo,
}


class FastFrames:
    """As Framer: `next`, `block` and `loss`. Of records whose type is not wanted nothing is given out."""

    def __init__(self, raw: BinaryIO, types: frozenset[str] | None) -> None:
        self._raw, self._types = raw, types
        self._slow: Framer | None = None
        self._fast: Any = None
        self._frame: Frame | None = None
        self._record: Any = None
        self._first = b""
        self._last: int | None = None  # where the record stands that was given out last
        self._own: list[str] = []
        self._size = raw.seek(0, os.SEEK_END)
        if _has_members_of_one_record(raw):
            raw.seek(0)
            mask: Any = _ALL
            if types is not None and all(name in _TYPES for name in types):
                mask = functools.reduce(operator.or_, (_TYPES[name] for name in types))
            self._fast = iter(ArchiveIterator(raw, parse_http=False, record_types=mask, max_header_len=262_144))
        else:
            self._slow = Framer(raw)

    @property
    def loss(self) -> list[str]:
        """What could not be read so far."""
        return self._own + (self._slow.loss if self._slow else [])

    def add_loss(self, offset: int, what: str) -> None:
        """Something that the caller found wrong with a record."""
        if len(self._own) < MAX_LOSSES:
            self._own.append(f"at byte {offset}: {what}")

    def next(self) -> Frame | None:
        """The next record's header; None at the end."""
        if self._slow is None:
            if self._frame is not None:
                for _ in self.block():
                    pass
            frame = self._quickly()
            if frame is not None:
                self._frame = frame
                return frame
            self._slowly()
        return self._slow.next() if self._slow else None

    def block(self) -> Iterator[bytes]:
        """The pieces of the current record's block that are left."""
        if self._slow is not None:
            yield from self._slow.block()
            return
        frame, self._frame = self._frame, None
        if frame is None:
            return
        yield self._first
        left = frame.length - len(self._first)
        while left > 0:
            piece = self._read(min(left, _PIECE))
            if not piece:
                frame.fault = "torn"
                self._slowly()
                return
            left -= len(piece)
            yield piece

    def _quickly(self) -> Frame | None:
        """The next record as FastWARC sees it; None where something is odd or the file ends."""
        try:
            record = self._record = next(self._fast, None)
            if record is None:
                return None
            offset, length = int(record.stream_pos), int(record.content_length)
            first = self._read(min(length, _PIECE))
            headers = [(str(name), str(value)) for name, value in record.headers.astuples()]
        except (OSError, ValueError, UnicodeError):
            return None
        if self._raw.tell() >= self._size:  # near the end a header may be cut and still look like one
            return None
        if len(first) < min(length, _PIECE) or _ANOTHER in first or (self._last is not None and offset <= self._last):
            return None
        self._first, self._last = first, offset
        return Frame(str(record.headers.status_line), headers, length, offset, 0)

    def _read(self, size: int) -> bytes:
        try:
            return bytes(self._record.reader.read(size))
        except OSError:
            return b""

    def _slowly(self) -> None:
        """Go on with the framer behind the record that was given out last."""
        self._fast = self._record = None
        self._slow = Framer(self._raw, self._last or 0)
        if self._last is not None:
            self._slow.next()


def _has_members_of_one_record(raw: BinaryIO) -> bool:
    """Whether the file starts as a WARC does whose records are gzip members of their own."""
    probe = Framer(raw)
    first = probe.next() if probe.compressed else None
    if first is None or not first.version.startswith("WARC/") or probe.loss:
        return False
    second = probe.next()
    return second is None or (second.offset > first.offset and not probe.loss)
