"""The archive files inside a file: itself, or the members of a WACZ its format names. Nothing is extracted."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from tinjau.model import InputError

_MAX_MEMBERS = 100_000  # entries of the zip; project choice
_MAX_TOTAL = 64 * 1024**3  # bytes that the archives may inflate to; project choice
_MAX_RATIO = 100  # of an archive member: WARC is compressed already, so more than this is a bomb; project choice
_FREE = 64 * 1024 * 1024  # bytes for which the ratio does not count: a small uncompressed WARC compresses well
_SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz")
_ENCRYPTED = 0x1
_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError)
_LOCAL_HEADER = 30  # bytes before an entry's name (APPNOTE 4.3.7)

Opener = Callable[[], BinaryIO]


def is_zip(path: Path) -> bool:
    """Whether the file starts as a zip archive does."""
    with path.open("rb") as stream:
        return stream.read(4) in {b"PK\x03\x04", b"PK\x05\x06"}


def archive_files(path: Path) -> list[tuple[str, Opener]]:
    """Each archive file with its name inside `path` (empty for `path` itself) and how to open it.

    Raises InputError for a zip that is no WACZ, or that could be used against the reader.
    """
    if not is_zip(path):
        return [("", lambda: path.open("rb"))]
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
            for each in members:
                if _is_archive(each.filename) and not each.flag_bits & _ENCRYPTED:
                    package.open(each).close()  # its own header says the same as the list
    except (*_ZIP_FAULTS, ValueError) as error:
        problem = f"the zip file cannot be read ({error})"
        raise InputError(str(path), "", problem, "Download or export the WACZ again") from error
    if len(members) > _MAX_MEMBERS:
        raise _refused(path, "", f"it has more than {_MAX_MEMBERS} entries")
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise _refused(path, "", "two entries have the same name")
    chosen = [each for each in members if _is_archive(each.filename)]
    if not chosen:
        problem = "the zip file holds no web archive under archive/"
        raise InputError(str(path), "", problem, "A WACZ keeps its .warc.gz files there")
    for each in chosen:
        if each.flag_bits & _ENCRYPTED:
            raise _refused(path, each.filename, "the entry is encrypted")
        if each.file_size > _FREE and each.file_size > _MAX_RATIO * max(each.compress_size, 1):
            raise _refused(path, each.filename, f"it would inflate more than {_MAX_RATIO} times")
    if sum(each.file_size for each in chosen) > _MAX_TOTAL:
        raise _refused(path, "", "its archives would inflate to more than 64 GiB")
    _refuse_overlaps(path, chosen)
    return [(each.filename, _member_opener(path, each)) for each in chosen]


def _is_archive(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith(_SUFFIXES)


def _refuse_overlaps(path: Path, members: list[zipfile.ZipInfo]) -> None:
    end = 0
    for each in sorted(members, key=lambda member: member.header_offset):
        if each.header_offset < end:
            raise _refused(path, each.filename, "entries overlap")
        end = each.header_offset + each.compress_size


def _refused(path: Path, place: str, problem: str) -> InputError:
    return InputError(str(path), place, problem, "Such a file is not read")


def _member_opener(path: Path, member: zipfile.ZipInfo) -> Opener:
    if member.compress_type == zipfile.ZIP_STORED:
        return lambda: cast(BinaryIO, io.BufferedReader(_Slice(path, member)))

    def open_member() -> BinaryIO:
        package = zipfile.ZipFile(path)
        stream = cast(BinaryIO, package.open(member.filename))
        package.close()  # the stream keeps the file open until it is closed itself
        return cast(BinaryIO, io.BufferedReader(_Guarded(stream)))

    return open_member


class _Guarded(io.RawIOBase):
    """A deflated member that ends where it cannot be inflated any further: then its last record breaks off."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        try:
            return self._stream.seek(offset, whence)
        except _ZIP_FAULTS:
            return self._stream.tell()

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except _ZIP_FAULTS:
            return 0
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Slice(io.RawIOBase):
    """A stored member as a file that can be searched: as the format wants its archives to be kept."""

    def __init__(self, path: Path, member: zipfile.ZipInfo) -> None:
        self._file = path.open("rb")
        self._file.seek(member.header_offset)
        head = self._file.read(_LOCAL_HEADER)
        if len(head) < _LOCAL_HEADER or not head.startswith(b"PK\x03\x04"):
            self._file.close()
            raise _refused(path, member.filename, "its entry is not where the package says")
        name, extra = struct.unpack("<HH", head[26:30])
        self._start = member.header_offset + _LOCAL_HEADER + name + extra
        self._size = member.file_size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        size = min(len(buffer), max(self._size - self._at, 0))
        self._file.seek(self._start + self._at)
        data = self._file.read(size)
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()
