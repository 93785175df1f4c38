"""The archive files inside a file: itself, or the members of a WACZ its format names. Nothing is extracted."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

from tinjau.model import InputError

_MAX_MEMBERS = 100_000  # entries of the zip; project choice
_MAX_TOTAL = 64 * 1024**3  # bytes that the archives may inflate to; project choice
_MAX_RATIO = 100  # of an archive member: WARC is compressed already, so more than this is a bomb; project choice
_FREE = 64 * 1024 * 1024  # bytes for which the ratio does not count: a small uncompressed WARC compresses well
_SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz")
_ENCRYPTED = 0x1

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
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
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
    return [(each.filename, _member_opener(path, each.filename)) for each in chosen]


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


def _member_opener(path: Path, name: str) -> Opener:
    def open_member() -> BinaryIO:
        package = zipfile.ZipFile(path)
        stream = cast(BinaryIO, package.open(name))
        package.close()  # the stream keeps the file open until it is closed itself
        return stream

    return open_member
