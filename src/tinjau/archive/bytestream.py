"""The bytes of an archive in one pass: plain, or out of gzip members whose borders stay known."""

import zlib
from collections import deque
from typing import BinaryIO

_CHUNK = 65_536  # bytes read and inflated at once; project choice
_GZIP = b"\x1f\x8b"


class Corrupt(Exception):
    """The compressed bytes cannot be read on from here."""


class ByteStream:
    """Decompressed bytes from `start` on. Holds at most a few chunks, whatever a member inflates to.

    `member_offset` is where, in the file, the gzip member starts in which the next byte lies (for plain files: the
    next byte itself), `inner` how many bytes of that member lie before it.
    """

    def __init__(self, raw: BinaryIO, start: int, *, compressed: bool) -> None:
        raw.seek(start)
        self._raw, self._compressed = raw, compressed
        self._raw_at = start
        self._pending = b""
        self._buffer = b""
        self._at = 0  # in the buffer
        self._total = 0  # decompressed bytes before the buffer's start
        self._inflater: zlib._Decompress | None = None
        self._borders: deque[tuple[int, int]] = deque()  # (decompressed position, file offset) of members ahead
        self._member = (0, start)
        self.torn = False
        self.ended = False

    @property
    def position(self) -> int:
        """Decompressed bytes given out so far."""
        return self._total + self._at

    @property
    def member_offset(self) -> int:
        """Where the member of the next byte starts in the file."""
        self._settle()
        return self._member[1] if self._compressed else self._member[1] + self.position

    @property
    def inner(self) -> int:
        """How far into its member the next byte lies."""
        self._settle()
        return self.position - self._member[0] if self._compressed else 0

    @property
    def raw_offset(self) -> int:
        """How far the file has been read: from here on nothing was looked at."""
        return self._raw_at - len(self._pending)

    def peek(self, size: int) -> bytes:
        """The next bytes without taking them; fewer only at the end."""
        while len(self._buffer) - self._at < size and self._fill():
            pass
        return self._buffer[self._at : self._at + size]

    def take(self, size: int) -> bytes:
        """Up to `size` bytes, none of them beyond the next member's border; empty only at the end."""
        if self._at >= len(self._buffer) and not self._fill():
            return b""
        self._settle()
        size = min(size, len(self._buffer) - self._at)
        if self._borders and self._borders[0][0] > self.position:
            size = min(size, self._borders[0][0] - self.position)
        piece = self._buffer[self._at : self._at + size]
        self._at += size
        return piece

    def skip(self, size: int) -> None:
        """Take bytes that `peek` has shown."""
        self._at += size

    def find(self, marks: tuple[bytes, ...], limit: int) -> tuple[int, int]:
        """How far the nearest of `marks` is and how long it is; (-1, 0) where none lies within `limit` bytes."""
        while True:
            nearest, size = -1, 0
            end = self._at + limit
            for mark in marks:  # each is looked for only before the one that was found
                place = self._buffer.find(mark, self._at, end)
                if place >= 0:
                    nearest, size, end = place, len(mark), place + len(mark)
            if nearest >= 0:
                return nearest - self._at, size
            if len(self._buffer) - self._at >= limit or not self._fill():
                return -1, 0

    @property
    def at_border(self) -> bool:
        """Whether the next byte is the first of a gzip member."""
        if self._at >= len(self._buffer):
            self._fill()
        self._settle()
        return self._compressed and self._member[0] == self.position

    def _settle(self) -> None:
        while self._borders and self._borders[0][0] <= self.position:
            self._member = self._borders.popleft()

    def _fill(self) -> bool:
        """More bytes into the buffer; False at the end of the file. Raises Corrupt."""
        if self.ended:
            return False
        piece = self._inflated() if self._compressed else self._read()
        if not piece:
            self.ended = True
            return False
        if self._at:
            self._settle()
            self._total += self._at
            self._buffer = self._buffer[self._at :]
            self._at = 0
        self._buffer = self._buffer + piece if self._buffer else piece
        return True

    def _read(self) -> bytes:
        piece = self._raw.read(_CHUNK)
        self._raw_at += len(piece)
        return piece

    def _inflated(self) -> bytes:
        while True:
            if self._inflater is None and not self._next_member():
                return b""
            inflater = self._inflater
            if inflater is None:
                raise AssertionError("a member was opened")
            data = self._pending or self._read()
            if not data:
                self.torn = True
                return b""
            try:
                piece = inflater.decompress(data, _CHUNK)
            except zlib.error as error:
                raise Corrupt(str(error)) from error
            if inflater.eof:
                self._pending = inflater.unused_data
                self._inflater = None
            else:
                self._pending = inflater.unconsumed_tail
            if piece:
                return piece

    def _next_member(self) -> bool:
        """Open the member at hand; False where the file ends. Zero bytes between members are padding."""
        while True:
            if len(self._pending) < 2:
                self._pending += self._read()
            if not self._pending:
                return False
            if self._pending.startswith(_GZIP):
                break
            stripped = self._pending.lstrip(b"\0")
            if stripped == self._pending:
                raise Corrupt("bytes that are no gzip member")
            self._pending = stripped
        border = (self._total + len(self._buffer), self.raw_offset)
        self._borders.append(border)
        self._inflater = zlib.decompressobj(wbits=31)
        return True
