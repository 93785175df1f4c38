"""A payload without its transfer and content encodings: in small steps, bounded in bytes and in ratio."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import brotli
import zstandard

_STEP = 65_536  # bytes given to or wanted of a decoder at once
_FREE = 2 * 1024 * 1024  # decoded bytes before the ratio counts: small pages compress well; project choice
MAX_RATIO = 400  # of decoded to encoded bytes; a page of real text stays under 100; project choice
_MAX_LAYERS = 2  # encodings one upon another; more is an attack or a fault
_ZSTD_WINDOW = 8 * 1024 * 1024  # bytes; RFC 9659 allows content encodings no larger window
_ZSTD_STEP = 64  # bytes given to zstd at once: 4 bytes can mean a block of 128 KiB (RFC 8878), so 2 MiB at the most
_MARK = 4  # bytes by which an encoding shows
_CHUNK_LINE = 4_096  # bytes that a chunk's size line may have

Sink = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body and why it is not whole: empty, `length`, `ratio` or `decode`. `note` says what was odd all the same.

    `size` is how many bytes were decoded, also where fewer were kept.
    """

    body: bytes
    truncated: str = ""
    note: str = ""
    size: int = 0


class _Broken(Exception):
    """An encoding that cannot be read on."""


class _Full(Exception):
    """A cap was reached."""


class _Layer(Protocol):
    """One encoding taken off: `feed` hands what it decodes to a sink, in small pieces."""

    finished: bool

    def feed(self, data: bytes, sink: Sink) -> None: ...


class BodyDecoder:
    """Takes a body as it arrives, without transfer encoding, and undoes what Content-Encoding names.

    `limit` bounds the decoded bytes, `keep` those that stay in memory. When `full` is true, a cap was reached and
    nothing more needs to be fed. A body that is not encoded although declared so is kept as it is.
    """

    def __init__(self, content: str, limit: int, keep: int | None = None) -> None:
        self._content, self._limit = content, limit
        self._keep = limit if keep is None else min(keep, limit)
        self._names = [part.strip() for part in content.lower().split(",") if part.strip() not in {"", "identity"}]
        self._known = len(self._names) <= _MAX_LAYERS and all(name in _LAYERS for name in self._names)
        self._layers: list[_Layer] | None = None
        self._parts: list[bytes] = []
        self._kept = self._size = self._fed = 0
        self._truncated = self._note = ""
        self._start = b""
        if self._names and not self._known:
            self._truncated, self._note = "decode", f"encoding not understood: {content[:100]}"

    @property
    def full(self) -> bool:
        """Whether a cap was reached."""
        return self._truncated in {"length", "ratio"}

    @property
    def size(self) -> int:
        """Decoded bytes so far."""
        return self._size

    def feed(self, data: bytes) -> None:
        """The next bytes of the body."""
        if not data or (self._truncated and self._known):
            return
        if self._layers is None:
            data = self._start + data
            if len(data) < _MARK:
                self._start = data
                return
            self._start = b""
            self._layers = self._chosen(data)
        self._take_steps(data)

    def finish(self) -> Decoded:
        """The body, after its last byte was fed."""
        if self._start:
            self._layers = self._chosen(self._start)
            self._take_steps(self._start)
        if not self._truncated and self._layers and not all(layer.finished for layer in self._layers):
            self._truncated = "decode"
        return Decoded(b"".join(self._parts)[: self._keep], self._truncated, self._note, self._size)

    def _take_steps(self, data: bytes) -> None:
        for at in range(0, len(data), _STEP):
            step = data[at : at + _STEP]
            self._fed += len(step)
            try:
                self._through(step, 0)
            except _Broken:
                self._truncated = "decode"
                return
            except _Full:
                return

    def _chosen(self, start: bytes) -> list[_Layer]:
        if not self._names or not self._known:
            return []
        if not _looks_encoded(start, self._names[-1]):
            self._note = f"not {self._names[-1]} although declared so"
            return []
        return [_LAYERS[name]() for name in reversed(self._names)]

    def _through(self, data: bytes, number: int) -> None:
        if self._layers is None or number >= len(self._layers):
            self._take(data)
        else:
            self._layers[number].feed(data, partial(self._through, number=number + 1))

    def _take(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._kept < self._keep:
            self._parts.append(piece)
            self._kept += len(piece)
        if self._size > self._limit:
            self._truncated = "length"
            raise _Full
        if self._size > _FREE and self._size > MAX_RATIO * self._fed:
            self._truncated = "ratio"
            raise _Full


def decode(raw: bytes, transfer: str, content: str, limit: int) -> Decoded:
    """`raw` without the encodings that the two headers name; at most `limit` bytes.

    What was decoded before a fault is kept; an unknown encoding leaves the bytes as sent.
    """
    if not content and not transfer:
        return Decoded(raw[:limit], "length" if len(raw) > limit else "", size=len(raw))
    fault = ""
    if "chunked" in transfer.lower():
        raw, fault = dechunk(raw)
    decoder = BodyDecoder(content, limit)
    decoder.feed(raw)
    done = decoder.finish()
    if fault == "broken" and not done.truncated:
        return Decoded(done.body, "decode", "the chunks break off", done.size)
    if fault == "plain":
        return Decoded(done.body, done.truncated, "not chunked although declared so", done.size)
    return done


def dechunk(raw: bytes) -> tuple[bytes, str]:
    """The data of a chunked body and what is wrong: empty, `plain` (it is not chunked at all) or `broken`."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = raw.find(b"\n", at, at + _CHUNK_LINE)
        size = chunk_size(raw[at:end]) if end >= 0 else None
        if size is None:
            return (raw, "plain") if at == 0 and raw else (b"".join(parts), "broken")
        if size == 0:
            return b"".join(parts), ""
        start = end + 1
        part = raw[start : start + size]
        parts.append(part)
        if len(part) < size:
            return b"".join(parts), "broken"
        at = start + size
        at += 2 if raw[at : at + 2] == b"\r\n" else 1


def chunk_size(line: bytes) -> int | None:
    """The size that a chunk's first line gives (RFC 9112, 7.1); None where it is none."""
    digits = line.split(b";", 1)[0].strip()
    if not digits or len(digits) > 15 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def _looks_encoded(start: bytes, layer: str) -> bool:
    if layer in {"gzip", "x-gzip"}:
        return start.startswith(b"\x1f\x8b"[: len(start)])
    if layer == "zstd":
        return start.startswith((b"\x28\xb5\x2f\xfd"[: len(start)], b"\x50\x2a\x4d\x18"[: len(start)]))
    return not start.lstrip().startswith((b"<", b"{"))  # brotli and deflate have no mark of their own


class _Inflate:
    """gzip (also several members), zlib, or the raw deflate that many servers send for RFC 9110's zlib."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._inflater: zlib._Decompress | None = None
        self.finished = False

    def feed(self, data: bytes, sink: Sink) -> None:
        if self._inflater is None:
            if self._wbits == zlib.MAX_WBITS and not _is_zlib(data):
                self._wbits = -zlib.MAX_WBITS
            self._inflater = zlib.decompressobj(wbits=self._wbits)
        while data:
            if self.finished:
                if not data.startswith(b"\x1f\x8b") or self._wbits < zlib.MAX_WBITS + 1:
                    return  # whatever follows the end is no part of the body
                self._inflater, self.finished = zlib.decompressobj(wbits=self._wbits), False
            try:
                out = self._inflater.decompress(data, _STEP)
            except zlib.error as error:
                raise _Broken from error
            if out:
                sink(out)
            self.finished = self._inflater.eof
            data = self._inflater.unused_data if self.finished else self._inflater.unconsumed_tail


def _is_zlib(data: bytes) -> bool:
    return len(data) > 1 and data[0] & 0x0F == 8 and (data[0] * 256 + data[1]) % 31 == 0


class _Brotli:
    def __init__(self) -> None:
        self._decoder = brotli.Decompressor()
        self.finished = False

    def feed(self, data: bytes, sink: Sink) -> None:
        while not self.finished:
            try:
                out = self._decoder.process(data, output_buffer_limit=_STEP)
            except brotli.error as error:
                raise _Broken from error
            data = b""
            if out:
                sink(out)
            self.finished = self._decoder.is_finished()
            if self._decoder.can_accept_more_data():
                return


class _Zstd:
    def __init__(self) -> None:
        self._context = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        self._decoder = self._context.decompressobj()
        self.finished = False

    def feed(self, data: bytes, sink: Sink) -> None:
        at = 0
        while at < len(data):
            if self.finished:
                self._decoder, self.finished = self._context.decompressobj(), False
            step = data[at : at + _ZSTD_STEP]
            at += len(step)
            try:
                out = self._decoder.decompress(step)
            except zstandard.ZstdError as error:
                raise _Broken from error
            for start in range(0, len(out), _STEP):
                sink(out[start : start + _STEP])
            if self._decoder.eof:
                self.finished = True
                at -= len(self._decoder.unused_data)


_LAYERS: dict[str, Callable[[], _Layer]] = {
    "gzip": partial(_Inflate, zlib.MAX_WBITS + 16),
    "x-gzip": partial(_Inflate, zlib.MAX_WBITS + 16),
    "deflate": partial(_Inflate, zlib.MAX_WBITS),
    "br": _Brotli,
    "zstd": _Zstd,
}
