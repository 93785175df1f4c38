"""A payload without its transfer and content encodings: streaming, bounded in bytes and in ratio."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import brotli
import zstandard

_STEP = 65_536  # bytes given to or wanted of a decoder at once
_FREE = 2 * 1024 * 1024  # decoded bytes before the ratio counts: small pages compress well; project choice
MAX_RATIO = 400  # of decoded to encoded bytes; a page of real text stays under 100; project choice
_MAX_LAYERS = 2  # encodings one upon another; more is an attack or a fault (hostile-web: triple encoding)
_ZSTD_WINDOW = 8 * 1024 * 1024  # bytes; RFC 9659 allows content encodings no larger window
_CHUNK_LINE = 4_096  # bytes that a chunk's size line may have


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body and why it is not whole: empty, `length`, `ratio` or `decode`. `note` says what was odd all the same."""

    body: bytes
    truncated: str = ""
    note: str = ""


class _Broken(Exception):
    """An encoding that cannot be read on."""


def decode(raw: bytes, transfer: str, content: str, limit: int) -> Decoded:
    """`raw` without the encodings that the two headers name; at most `limit` bytes.

    What was decoded before a fault is kept. A body that is not encoded at all though a header says so is kept as it
    is (`note` says so); an unknown encoding leaves the bytes as sent.
    """
    note = ""
    truncated = ""
    if "chunked" in transfer.lower():
        raw, fault = dechunk(raw)
        truncated = "decode" if fault == "broken" else ""
        note = "not chunked although declared so" if fault == "plain" else ""
    layers = [part.strip() for part in content.lower().split(",") if part.strip() not in {"", "identity"}]
    if not layers:
        return Decoded(raw[:limit], "length" if len(raw) > limit else truncated, note)
    if len(layers) > _MAX_LAYERS or any(layer not in _DECODERS for layer in layers):
        return Decoded(raw[:limit], "decode", f"encoding not understood: {content[:100]}")
    if not _looks_encoded(raw, layers[-1]):
        note = f"not {layers[-1]} although declared so"
        return Decoded(raw[:limit], "length" if len(raw) > limit else truncated, note)
    done = _run(raw, list(reversed(layers)), limit)
    return Decoded(done.body, done.truncated or truncated, note)


def dechunk(raw: bytes) -> tuple[bytes, str]:
    """The data of a chunked body and what is wrong: empty, `plain` (it is not chunked at all) or `broken`."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = raw.find(b"\n", at, at + _CHUNK_LINE)
        size = _chunk_size(raw[at:end]) if end >= 0 else None
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


def _chunk_size(line: bytes) -> int | None:
    digits = line.split(b";")[0].strip()
    if not digits or len(digits) > 15 or any(byte not in b"0123456789abcdefABCDEF" for byte in digits):
        return None
    return int(digits, 16)


def _looks_encoded(raw: bytes, layer: str) -> bool:
    if layer in {"gzip", "x-gzip"}:
        return raw.startswith(b"\x1f\x8b")
    if layer == "zstd":
        return raw.startswith(b"\x28\xb5\x2f\xfd")
    return not raw.lstrip().startswith((b"<", b"{"))  # brotli and deflate have no mark of their own


def _run(raw: bytes, layers: Sequence[str], limit: int) -> Decoded:
    state = _State(limit)
    pieces: Iterable[bytes] = (raw[at : at + _STEP] for at in range(0, len(raw), _STEP))
    for layer in layers:
        pieces = _DECODERS[layer](pieces)
    parts: list[bytes] = []
    size = 0
    try:
        for piece in pieces:
            parts.append(piece)
            size += len(piece)
            if size > limit:
                return state.result(parts, "length")
            if size > _FREE and size > MAX_RATIO * len(raw):
                return state.result(parts, "ratio")
    except _Broken:
        return state.result(parts, "decode")
    return state.result(parts, "")


@dataclass(frozen=True, slots=True)
class _State:
    limit: int

    def result(self, parts: list[bytes], truncated: str) -> Decoded:
        return Decoded(b"".join(parts)[: self.limit], truncated)


def _inflate(pieces: Iterable[bytes], wbits: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(wbits=wbits)
    for piece in pieces:
        data = piece
        while data:
            try:
                out = inflater.decompress(data, _STEP)
            except zlib.error as error:
                raise _Broken from error
            if out:
                yield out
            if inflater.eof:
                data = inflater.unused_data
                if not data.startswith(b"\x1f\x8b"):
                    return
                inflater = zlib.decompressobj(wbits=wbits)
            else:
                data = inflater.unconsumed_tail
    if not inflater.eof:
        rest = inflater.flush()
        if rest:
            yield rest
        raise _Broken


def _gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    return _inflate(pieces, 31)


def _deflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """zlib as RFC 9110 says, or raw deflate as many servers send."""
    source = iter(pieces)
    first = next(source, b"")
    is_zlib = len(first) > 1 and first[0] & 0x0F == 8 and (first[0] * 256 + first[1]) % 31 == 0
    return _inflate(_chain(first, source), 15 if is_zlib else -15)


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _brotli(pieces: Iterable[bytes]) -> Iterator[bytes]:
    decoder = brotli.Decompressor()
    for piece in pieces:
        data = piece
        while True:
            out = _guard(partial(decoder.process, data, output_buffer_limit=_STEP), brotli.error)
            if out:
                yield out
            data = b""
            if decoder.is_finished() or decoder.can_accept_more_data():
                break
        if decoder.is_finished():
            return
    raise _Broken


def _zstd(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Whole frames through a reader that inflates only what is asked for."""
    source = _Pull(pieces)
    reader = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).stream_reader(
        cast(Any, source), read_across_frames=True
    )
    while True:
        out = _guard(partial(reader.read, _STEP), zstandard.ZstdError)
        if not out:
            break
        yield out


def _guard(step: Callable[[], Any], fault: type[Exception]) -> bytes:
    try:
        return bytes(step())
    except fault as error:
        raise _Broken from error


class _Pull:
    """Pieces as a file that can be read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)

    def read(self, size: int = -1) -> bytes:  # noqa: ARG002 - the reader takes what comes
        return next(self._pieces, b"")


_DECODERS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
