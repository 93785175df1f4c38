"""A workbook's container, bounded before anything is parsed: an .xlsx is a zip of XML, and may be a bomb."""

import struct
import zipfile
import zlib
from pathlib import Path

from tinjau.model import InputError

MAX_BYTES = 16 << 20
"""Bytes of the file; project choice: a filled workbook of the largest pack has a hundredth of it."""

MAX_UNPACKED = 16 << 20
"""Bytes of all parts unpacked; project choice."""

MAX_MEMBERS = 400
"""Parts in the container; project choice: a workbook has three or four for each sheet."""

MAX_RATIO = 200
"""Unpacked over packed bytes of a part above a megabyte; project choice: sheets of text reach 20."""

_CHUNK = 1 << 16
_SAFE = "Save it again as .xlsx in a spreadsheet program, without macros"
_DAMAGE = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError,
    RuntimeError, ValueError,
)  # fmt: skip
_MARKS = (b"<!DOCTYPE", b"<!ENTITY")


def check_container(path: Path) -> None:
    """Raise InputError where the file is no plain workbook: too large, a bomb, with macros, external parts or a DTD."""
    file = str(path)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputError(file, "", f"it cannot be read ({error.strerror})", "Check its name and rights") from None
    if size > MAX_BYTES:
        raise InputError(file, "", f"the workbook is larger than {MAX_BYTES >> 20} MiB", "Split it")
    try:
        with zipfile.ZipFile(path) as container:
            _check_members(container, file)
    except _DAMAGE as error:
        raise InputError(file, "", f"this is no workbook ({error})", _SAFE) from None


def _check_members(container: zipfile.ZipFile, file: str) -> None:
    members = container.infolist()
    names = [each.filename for each in members]
    if len(members) > MAX_MEMBERS:
        raise InputError(file, "", f"it holds more than {MAX_MEMBERS} parts", _SAFE)
    if len(set(names)) < len(names):
        raise InputError(file, "", "a part stands in it twice", _SAFE)
    if not any(name.startswith("xl/") for name in names):
        raise InputError(file, "", "this is no workbook", _SAFE)
    unpacked = 0
    for each in members:
        place = each.filename[:80]
        if each.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise InputError(file, place, "it is packed in a way that workbooks do not use", _SAFE)
        if each.flag_bits & 0x1:
            raise InputError(file, place, "it is locked with a password", "Save it without a password")
        if "vbaProject" in each.filename or "externalLink" in each.filename or "activeX" in each.filename:
            raise InputError(file, place, "it holds macros or links to other workbooks", _SAFE)
        unpacked += _check_part(container, each, file, MAX_UNPACKED - unpacked)


def _check_part(container: zipfile.ZipFile, member: zipfile.ZipInfo, file: str, left: int) -> int:
    """The bytes of one part, counted while it is unpacked: what its header says is not believed."""
    count, tail, text = 0, b"", member.filename.endswith((".xml", ".rels", ".vml"))
    with container.open(member) as part:
        while chunk := part.read(_CHUNK):
            count += len(chunk)
            ratio = count / max(member.compress_size, 1)
            if count > left or (count > 1 << 20 and ratio > MAX_RATIO):
                raise InputError(file, member.filename[:80], "it unpacks to far more than a workbook needs", _SAFE)
            if not tail and text and (b"\0" in chunk[:4] or chunk[:2] in {b"\xff\xfe", b"\xfe\xff"}):
                raise InputError(file, member.filename[:80], "the part is not UTF-8", _SAFE)
            if any(mark in tail + chunk for mark in _MARKS):
                raise InputError(file, member.filename[:80], "it declares a document type", _SAFE)
            tail = chunk[-16:]
    return count
