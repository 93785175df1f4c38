"""A huge archive into one small archive a host, by ranges of bytes that workers take one at a time.

Members of a `.warc.gz` are copied as they stand, never packed again: what a shard holds is byte for byte what the
archive held. A range owns the records that begin in it; a reader finds the first one by trying each gzip signature.
"""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tinjau.model import InputError

if TYPE_CHECKING:
    from fsspec.spec import AbstractFileSystem

_SIGNATURE = b"\x1f\x8b\x08"
_CHUNK = 1 << 20
_HEADER_BYTES = 16_384  # a WARC header block is far smaller; project choice
_LARGEST_MEMBER = 256 << 20  # compressed bytes; larger ones are passed over and counted; project choice
_OPEN_SHARDS = 100  # files held open at a time


@dataclass(frozen=True, slots=True)
class Range:
    """A part of an archive: records that begin at `start` or later and before `end` (byte offsets)."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shards:
    """What one range gave: the shard of each host, records copied and passed over, and what could not be read."""

    files: tuple[tuple[str, str], ...]
    copied: int
    others: int
    loss: str = ""


def ranges_of(source: str, size: int = 64 << 20) -> list[Range]:
    """The archive cut into ranges of about `size` bytes. Raises InputError where it cannot be opened or is not gzip."""
    system, path = _located(source)
    try:
        total = int(system.size(path))
        with system.open(path, "rb") as stream:
            head = stream.read(len(_SIGNATURE))
    except (OSError, ValueError) as error:
        raise InputError(source, "", f"it cannot be opened ({error})", "Give a path or an fsspec address") from None
    if head != _SIGNATURE:
        raise InputError(source, "", "only .warc.gz archives can be split", "Give it as archive in SITES.csv instead")
    return [Range(source, start, min(start + size, total)) for start in range(0, total, size)]


def split_range(part: Range, suffixes: tuple[str, ...], folder: str) -> Shards:
    """Copy the records of this range whose host ends in one of `suffixes` (all where none is given) into shards.

    A shard is `folder/HOST/START.warc.gz`, written beside and renamed; doing it again gives the same files.
    """
    system, path = _located(part.source)
    copied = others = 0
    writers: dict[str, IO[bytes]] = {}
    finished: dict[str, Path] = {}
    members = _Members(system, path, part)
    with ExitStack() as stack:
        for raw, head in members:
            host = _host_of(head)
            if host is None or not _wanted(host, suffixes):
                others += 1
                continue
            if host not in writers:
                if len(writers) >= _OPEN_SHARDS:
                    _name, oldest = next(iter(writers.items()))
                    oldest.close()
                    del writers[_name]
                target = Path(folder) / host / f"{part.start}.warc.gz"
                target.parent.mkdir(parents=True, exist_ok=True)
                mode = "ab" if host in finished else "wb"
                writers[host] = stack.enter_context(target.with_suffix(".part").open(mode))
                finished[host] = target
            writers[host].write(raw)
            copied += 1
    for target in finished.values():
        target.with_suffix(".part").replace(target)
    files = tuple(sorted((host, str(target)) for host, target in finished.items()))
    return Shards(files, copied, others, members.loss)


class _Members:
    """The gzip members that begin in a range, each with the first bytes of what it holds."""

    def __init__(self, system: "AbstractFileSystem", path: str, part: Range) -> None:
        self.system, self.path, self.part = system, path, part
        self.loss = ""

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        with self.system.open(self.path, "rb") as stream:
            stream.seek(self.part.start)
            window = _Window(stream, self.part.start)
            while window.find_signature() and window.offset < self.part.end:
                taken = window.member()
                if taken is None:
                    window.skip(1)
                    continue
                raw, head = taken
                if not head.startswith(b"WARC/"):
                    # A signature inside compressed data that happened to unpack: no record begins here.
                    window.skip(1)
                    continue
                window.skip(len(raw))
                yield raw, head
            self.loss = window.loss


class _Window:
    """A buffer over a stream: the bytes from `offset` on, read as they are needed."""

    def __init__(self, stream: Any, offset: int) -> None:
        self.stream, self.offset = stream, offset
        self.buffer, self.place = b"", 0
        self.loss = ""

    def _more(self) -> bool:
        chunk: bytes = self.stream.read(_CHUNK)
        if self.place:  # what was skipped is dropped only here, so that a record costs no copy of the rest
            self.buffer, self.place = self.buffer[self.place :], 0
        self.buffer += chunk
        return bool(chunk)

    def find_signature(self) -> bool:
        """Move to the next gzip signature; False at the end of the stream."""
        while True:
            found = self.buffer.find(_SIGNATURE, self.place)
            if found >= 0:
                self.skip(found - self.place)
                return True
            self.skip(max(0, len(self.buffer) - self.place - 2))
            if not self._more():
                return False

    def skip(self, count: int) -> None:
        """Drop `count` bytes."""
        self.place += count
        self.offset += count

    def member(self) -> tuple[bytes, bytes] | None:
        """The member that begins here and the first bytes it holds; None where there is none or it is torn."""
        unpacker = zlib.decompressobj(31)
        head, fed = b"", 0
        try:
            while not unpacker.eof:
                if self.place + fed == len(self.buffer) and not self._more():
                    if head.startswith(b"WARC/"):
                        self.loss = f"the record at byte {self.offset} is torn"
                    return None
                piece = self.buffer[self.place + fed : self.place + fed + _CHUNK]
                fed += len(piece)
                while piece and not unpacker.eof:
                    out = unpacker.decompress(piece, _CHUNK)
                    piece = unpacker.unconsumed_tail
                    head += out[: max(0, _HEADER_BYTES - len(head))]
                    if not head.startswith(b"WARC/"[: len(head)]):
                        return None
                if fed > _LARGEST_MEMBER:
                    self.loss = f"the record at byte {self.offset} is larger than {_LARGEST_MEMBER >> 20} MiB"
                    return None
        except zlib.error:
            return None
        return self.buffer[self.place : self.place + fed - len(unpacker.unused_data)], head


def _host_of(head: bytes) -> str | None:
    for line in head.split(b"\r\n\r\n", 1)[0].split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"warc-target-uri":
            try:
                host = urlsplit(value.strip(b" <>").decode("ascii", "replace")).hostname
            except ValueError:
                return None
            return _safe(host) if host else None
    return None


def _safe(host: str) -> str | None:
    """The host as a folder's name without `www.`; None for what is no host name."""
    name = host.lower().removeprefix("www.").rstrip(".")
    good = name and len(name) <= 253 and all(c.isascii() and (c.isalnum() or c in "-.") for c in name)
    return name if good and not name.startswith((".", "-")) and ".." not in name else None


def _wanted(host: str, suffixes: Sequence[str]) -> bool:
    return not suffixes or any(host == each or host.endswith(f".{each}") for each in suffixes)


def _located(source: str) -> tuple["AbstractFileSystem", str]:
    try:
        from fsspec.core import url_to_fs  # heavy optional dependency: the extra `fleet`
    except ModuleNotFoundError:
        raise InputError(
            "tinjau fleet", "", "fsspec is not installed", "Install it with: pip install 'tinjau[fleet]'"
        ) from None
    try:
        system, path = url_to_fs(source)
    except (ImportError, ValueError) as error:
        raise InputError(source, "", f"it cannot be opened ({error})", "Give a path or an fsspec address") from None
    return system, str(path)
