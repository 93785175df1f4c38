"""Where records begin and end: WARC and ARC, with a new start after bytes that cannot be read.

The widely used readers stop without an error at a torn tail or a corrupt byte run, and none of them reads both formats;
here every record's declared length is held against what is there, and reading goes on at the next plausible record.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from tinjau.archive.bytestream import ByteStream, Corrupt

_HEAD_LIMIT = 262_144  # bytes of one record's header; project choice
_WARC = b"WARC/"
_STEP = 65_536
_DAMAGE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # what no header of any writer holds
MAX_LOSSES = 1_000  # places that are remembered: a file made of faults must not fill the memory
_MAX_RESCANS = 100  # of one file, so that a file made for it costs no more than a hundred readings; project choice
_LOOK = 1024 * 1024  # bytes at a file's start in which its first record must begin
_LONGEST_GAP = 64 * 1024 * 1024 * 1024  # bytes searched for a next record; as good as all
_ARC_V1, _ARC_V2 = 5, 10  # fields of an ARC header line


@dataclass(slots=True)
class Frame:
    """One record's header, and where it stands. `fault` is set while its block is read: `torn` or `length`."""

    version: str
    headers: list[tuple[str, str]]
    length: int
    offset: int
    inner: int
    fault: str = ""
    _index: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The first header of this lower-case name; empty where there is none."""
        if not self._index:
            for key, value in self.headers:
                self._index.setdefault(key.lower(), value)
        return self._index.get(name, "")


class Framer:
    """Frames of one archive from a file offset on. `loss` says what could not be read; `lost` counts the places."""

    def __init__(self, raw: BinaryIO, start: int = 0, inner: int = 0) -> None:
        self._raw = raw
        self._compressed = is_compressed(raw, start)
        self._stream = ByteStream(raw, start, compressed=self._compressed)
        self._arc_fields = _ARC_V1
        self._frame: Frame | None = None
        self._left = 0
        self._rescans = 0
        self.loss: list[str] = []
        while inner > 0:
            inner -= len(self._stream.take(inner)) or inner

    @property
    def compressed(self) -> bool:
        """Whether the file consists of gzip members."""
        return self._compressed

    def next(self) -> Frame | None:
        """The next record's header; None at the end. What was left of the last block is passed over."""
        while True:
            try:
                if self._frame is not None:
                    for _ in self.block():
                        pass
                self._frame = None
                frame = self._open()
            except Corrupt as error:
                self._frame = None
                if not self._restart(str(error)):
                    return None
                continue
            if frame is not None or (self._frame is None and self._stream.ended):
                if self._stream.torn and frame is None:
                    self._lose(self._stream.raw_offset, "the last gzip member breaks off")
                    self._stream.torn = False
                return frame

    def block(self) -> Iterator[bytes]:
        """The pieces of the current record's block that are left. Sets the frame's `fault` where it is not whole."""
        frame = self._frame
        if frame is None:
            return
        stream = self._stream
        while self._left:
            try:
                if frame.length != self._left and stream.at_border and stream.peek(5) == _WARC:
                    frame.fault = "length"
                    break
                piece = stream.take(min(self._left, _STEP))
            except Corrupt as error:
                frame.fault = "torn"
                self._left = 0
                self._frame = None
                if not self._restart(str(error)):
                    return
                return
            if not piece:
                frame.fault = "torn"
                break
            self._left -= len(piece)
            yield piece
        if not self._compressed and (frame.fault or not self._ends_well()):
            self._mistrust(frame)
        elif frame.fault:
            short = "a record is shorter than it says"
            self._lose(frame.offset, short if frame.fault == "length" else "the last record breaks off")
            stream.torn = False
        if frame.fault:
            self._left = 0
            self._frame = None

    def _mistrust(self, frame: Frame) -> None:
        """A plain record does not end where it says: what was taken for its block may hold other records."""
        self._rescans += 1
        place = next_record(self._raw, frame.offset + 1, compressed=False) if self._rescans <= _MAX_RESCANS else None
        torn = bool(frame.fault) and place is None
        frame.fault = "torn" if torn else "length"
        self._lose(frame.offset, "the last record breaks off" if torn else "a record does not end where it says")
        if place is not None:
            self._stream = ByteStream(self._raw, place, compressed=False)
        elif torn or self._rescans > _MAX_RESCANS:
            self._stream.ended = True

    def _open(self) -> Frame | None:
        stream = self._stream
        while True:
            start = stream.peek(1)
            if not start:
                return None
            if start not in {b"\r", b"\n"}:
                break
            stream.skip(1)
        offset, inner = stream.member_offset, stream.inner
        frame = self._warc(offset, inner) if stream.peek(5) == _WARC else self._arc(offset, inner)
        self._frame, self._left = frame, frame.length
        return frame

    def _ends_well(self) -> bool:
        """Whether line ends, and then another record or the end of the file, follow a plain record's block."""
        after = self._stream.peek(4_096).lstrip(b"\r\n")
        if after[: len(_WARC)] == _WARC[: len(after)]:
            return True
        return _arc_fields(after.split(b"\n", 1)[0].decode("utf-8", "replace").strip()) is not None

    def _warc(self, offset: int, inner: int) -> Frame:
        stream = self._stream
        place, length = stream.find((b"\r\n\r\n", b"\n\n"), _HEAD_LIMIT)
        if place < 0:
            if stream.ended:
                stream.torn = True
            raise Corrupt("a record's header does not end")
        raw = stream.peek(place)
        lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
        headers: list[tuple[str, str]] = []
        for line in lines[1:]:
            if line[:1] in {" ", "\t"} and headers:
                headers[-1] = (headers[-1][0], f"{headers[-1][1]} {line.strip()}")
                continue
            name, colon, value = line.partition(":")
            if colon:
                headers.append((name.strip(), value.strip()))
        frame = Frame(lines[0].strip(), headers, 0, offset, inner)
        declared = frame.get("content-length")
        if not declared.isdecimal() or len(declared) > 15:
            raise Corrupt("a record's header has no usable Content-Length")
        if _DAMAGE.search(raw):  # what looks like one header may be the start of one and the end of the next
            self._lose(offset, "a record's header is damaged")
        stream.skip(place + length)  # not before: a new start looks for records from here on
        frame.length = int(declared)
        return frame

    def _arc(self, offset: int, inner: int) -> Frame:
        stream = self._stream
        place, length = stream.find((b"\n",), _HEAD_LIMIT)
        line = stream.peek(place if place >= 0 else 0).decode("utf-8", "replace").strip()
        fields = _arc_fields(line)
        if fields is None:
            raise Corrupt("bytes that are no record")
        stream.skip(place + length)
        url, address, date, media_type, size = fields
        headers = [("WARC-Target-URI", url), ("WARC-IP-Address", address), ("WARC-Date", _arc_date(date))]
        if url.startswith("filedesc:"):
            headers.append(("WARC-Type", "warcinfo"))
        else:
            headers.append(("WARC-Type", "response"))
        headers += [("Content-Type", media_type), ("Content-Length", size)]
        return Frame("ARC", headers, int(size), offset, inner)

    def _restart(self, why: str) -> bool:
        """Go on at the next plausible record after the place that cannot be read; False where there is none."""
        broken = self._stream.raw_offset if self._compressed else self._stream.member_offset
        after = self._stream.member_offset + 1 if self._compressed else broken + 1
        found = next_record(self._raw, after, compressed=self._compressed)
        if found is None:
            self._lose(after - 1, f"{why}; nothing after it can be read")
            self._stream.ended = True
            self._frame = None
            return False
        self._lose(after - 1, f"{why}; {found - after + 1} bytes were passed over")
        self._stream = ByteStream(self._raw, found, compressed=self._compressed)
        self._frame = None
        return True

    def _lose(self, offset: int, what: str) -> None:
        if len(self.loss) < MAX_LOSSES:
            self.loss.append(f"at byte {offset}: {what}")


def is_compressed(raw: BinaryIO, start: int) -> bool:
    """Whether the file consists of gzip members, even where its first bytes are damaged."""
    raw.seek(start)
    head = raw.read(5)
    if head[:2] == b"\x1f\x8b" or head == _WARC:
        return head != _WARC
    places = [(next_record(raw, start, compressed=each, within=_LOOK), each) for each in (False, True)]
    found = [(place, each) for place, each in places if place is not None]
    return min(found)[1] if found else False


def begins(raw: BinaryIO) -> bool:
    """Whether a record begins near the start of the file."""
    return next_record(raw, 0, compressed=is_compressed(raw, 0), within=_LOOK) is not None


def next_record(raw: BinaryIO, start: int, *, compressed: bool, within: int = _LONGEST_GAP) -> int | None:
    """Where, from `start` on, the next record plausibly begins; None where none does."""
    mark = b"\x1f\x8b\x08" if compressed else b"WARC/"
    overlap = 4_096
    at, kept = start, b""
    raw.seek(start)
    while at - start < within:
        piece = raw.read(1024 * 1024)
        if not piece:
            return None
        window = kept + piece
        base = at - len(kept)
        place = 0
        while True:
            place = _next_mark(window, mark, place, compressed=compressed)
            if place < 0:
                break
            if _plausible(raw, base + place, compressed=compressed):
                return base + place
            place += 1
        at += len(piece)
        kept = window[-overlap:]
        raw.seek(at)
    return None


def _next_mark(window: bytes, mark: bytes, place: int, *, compressed: bool) -> int:
    if compressed:
        return window.find(mark, place)
    hits = [hit for hit in (window.find(mark, place), _next_arc_line(window, place)) if hit >= 0]
    return min(hits, default=-1)


def _next_arc_line(window: bytes, place: int) -> int:
    ends = (window.find(mark, max(place - 1, 0)) for mark in (b"\nhttp://", b"\nhttps://"))
    return min((end + 1 for end in ends if end >= 0), default=-1)


def _plausible(raw: BinaryIO, offset: int, *, compressed: bool) -> bool:
    stream = ByteStream(raw, offset, compressed=compressed)
    try:
        head = stream.peek(2_048)
    except Corrupt:
        return False
    if head.startswith(_WARC):
        return b"\nWARC-Type:" in head or b"\nContent-Length:" in head or b"\nwarc-type:" in head.lower()
    line = head.split(b"\n", 1)[0]
    return _arc_fields(line.decode("utf-8", "replace").strip()) is not None


def _arc_fields(line: str) -> tuple[str, str, str, str, str] | None:
    """URL, address, date, media type and length of an ARC header line (version 1 or 2); None for anything else."""
    if "://" not in line[:64]:
        return None
    for count in (_ARC_V2, _ARC_V1):
        parts = line.rsplit(" ", count - 1)
        if len(parts) == count and parts[-1].isdecimal() and len(parts[-1]) <= 12 and _is_arc_date(parts[2]):
            return parts[0], parts[1], parts[2], parts[3], parts[-1]
    return None


def _is_arc_date(text: str) -> bool:
    return text.isdecimal() and 4 <= len(text) <= 18


def _arc_date(text: str) -> str:
    padded = (text + "00000101000000"[len(text) :])[:14] if len(text) < 14 else text[:14]
    return f"{padded[:4]}-{padded[4:6]}-{padded[6:8]}T{padded[8:10]}:{padded[10:12]}:{padded[12:14]}Z"
