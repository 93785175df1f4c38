"""The end of retention: an archive without what people wrote, and with what is needed to prove that it existed.

The tombstone is itself a WARC file at the same place: one metadata record for each record that was, with its id, type,
address, date, length and digests, so that evidence keeps its reference and anybody who holds a copy can be checked.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tinjau.archive.digests import sha256_of
from tinjau.archive.manifest import read_manifest, sync_folder, write_manifest
from tinjau.archive.reader import Reader
from tinjau.archive.record import Record
from tinjau.archive.wacz import is_zip
from tinjau.archive.writer import encode_record, encode_warcinfo
from tinjau.model import InputError

_MARK = "tinjau-purged"
_KEPT = ("warc-block-digest", "warc-payload-digest", "content-length", "warc-ip-address", "warc-truncated")


def purge(path: Path | str) -> int:
    """Replace the archive by its tombstone; how many records it stands for (0: it was purged already).

    The manifest says when. The capture's frontier, which holds robots.txt files, is removed. The replacement is one
    step: a reader sees the archive or its tombstone. Raises InputError for a WACZ and for what is no archive.
    """
    path = Path(path)
    reader = Reader(path, types=None, max_body=1)
    if is_zip(path):
        raise InputError(str(path), "", "a WACZ is not rewritten", "Purge the WARC it was made of, and delete the WACZ")
    first = next(iter(Reader(path, types=None)), None)
    date = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    count = 0
    if first is None or _MARK.encode() not in first.body:
        count = _write_tombstone(path, reader, date)
    for each in path.parent.glob(f"{path.name}.frontier.sqlite*"):
        each.unlink()
    manifest = read_manifest(path)
    if manifest is not None and (count or not manifest.purged):
        write_manifest(path, replace(manifest, purged=date, sha256=sha256_of(path), bytes=path.stat().st_size))
    return count


def _write_tombstone(path: Path, reader: Reader, date: str) -> int:
    before = sha256_of(path)
    temporary = path.with_name(f".{path.name}.part")
    count = 0
    try:
        with temporary.open("wb") as out:
            for data in _records(path, reader, date, before):
                out.write(data)
                count += 1
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return count - 1


def _records(path: Path, reader: Reader, date: str, before: str) -> Iterator[bytes]:
    compress = path.name.lower().endswith(".gz")
    fields = [(_MARK, date), ("sha256-before", before), ("description", "bodies were purged, digests are kept")]
    yield encode_warcinfo(fields, date=date, filename=path.name, compress=compress).data
    for record in reader:
        yield _stone(record, compress=compress)


def _stone(record: Record, *, compress: bool) -> bytes:
    """The metadata record that stands for a purged one."""
    lines = [("purged-type", record.type), ("payload-digest", record.payload_digest)]
    lines += [(name, value) for name, value in record.warc_headers if name in _KEPT]
    if record.status is not None:
        lines.append(("http-status", str(record.status)))
    block = "".join(f"{name}: {value}\r\n" for name, value in dict(lines).items() if value).encode()
    extra = [("WARC-Refers-To", record.id)] if record.id.startswith("<") else []
    return encode_record(
        "metadata",
        "application/warc-fields",
        block,
        date=record.date or "1970-01-01T00:00:00Z",
        url=record.url,
        extra=extra,
        compress=compress,
    ).data
