"""A WACZ is read member by member, never unpacked, and not at any price."""

import struct
import zipfile
from pathlib import Path

import pytest
from tests.archive.test_verifying import pieces

from tinjau.archive import Reader, encode_record
from tinjau.model import InputError

WARC = b"".join(pieces(compress=True))


def package(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", method) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return path


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_all_archives_of_a_package_are_read(tmp_path: Path, method: int) -> None:
    members = {
        "datapackage.json": b"{}",
        "archive/a.warc.gz": WARC,
        "archive/b.warc": b"".join(pieces(compress=False)),
        "pages/pages.jsonl": b"",
    }
    reader = Reader(package(tmp_path / "a.wacz", members, method))
    assert len(list(reader)) == 6
    assert reader.loss == ""
    assert len(list(reader)) == 6, "and again"


def test_a_torn_member_is_named(tmp_path: Path) -> None:
    reader = Reader(package(tmp_path / "a.wacz", {"archive/a.warc.gz": WARC, "archive/b.warc.gz": WARC[:-20]}))
    assert len(list(reader)) == 6
    assert reader.loss.startswith("archive/b.warc.gz, ")


def test_a_revisit_finds_its_original_in_another_member(tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    kind, date, url = "application/http; msgtype=response", "2026-11-25T01:00:00Z", "http://a.test/"
    original = encode_record("response", kind, head + b"body", date=date, url=url, payload=b"body")
    extra = [("WARC-Payload-Digest", original.payload_digest)]
    revisit = encode_record("revisit", kind, head, date=date, url=url, extra=extra)
    members = {"archive/a.warc.gz": revisit.data, "archive/b.warc.gz": original.data}
    first, second = Reader(package(tmp_path / "a.wacz", members))
    assert (first.body, first.revisit_of, first.type) == (b"body", original.id, "response")
    assert second.body == b"body"


def bad_packages(folder: Path) -> dict[str, Path]:
    folder.mkdir()
    with zipfile.ZipFile(folder / "twice.wacz", "w") as out:
        out.writestr("archive/a.warc.gz", WARC)
        with pytest.warns(UserWarning, match="Duplicate name"):
            out.writestr("archive/a.warc.gz", WARC)
    package(folder / "bomb.wacz", {"archive/a.warc": b"\0" * (80 << 20)}, zipfile.ZIP_DEFLATED)
    package(folder / "none.wacz", {"a.warc.gz": WARC})
    package(folder / "empty.wacz", {})
    package(folder / "foreign.wacz", {"archive/a.warc.gz": b"hello"})
    locked = package(folder / "locked.wacz", {"archive/a.warc.gz": WARC})
    data = bytearray(locked.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.rindex(mark) + place
        data[at : at + 2] = struct.pack("<H", 1)
    locked.write_bytes(data)
    (folder / "torn.wacz").write_bytes((folder / "none.wacz").read_bytes()[:-30])
    overlap = package(folder / "overlap.wacz", {"archive/a.warc.gz": WARC, "archive/b.warc.gz": WARC})
    data = bytearray(overlap.read_bytes())
    at = data.rindex(b"PK\x01\x02") + 42  # the second entry's offset: that of the first
    data[at : at + 4] = struct.pack("<I", 0)
    overlap.write_bytes(data)
    return {path.stem: path for path in folder.iterdir()}


def test_packages_that_are_refused(tmp_path: Path) -> None:
    for name, path in bad_packages(tmp_path / "bad").items():
        with pytest.raises(InputError, match=name):
            list(Reader(path))


def test_names_that_lead_out_of_the_package_are_only_names(tmp_path: Path) -> None:
    path = package(tmp_path / "a.wacz", {"archive/../../evil.warc.gz": WARC, "/archive/x.warc.gz": WARC})
    before = sorted(tmp_path.parent.iterdir())
    assert len(list(Reader(path))) == 3
    assert sorted(tmp_path.parent.iterdir()) == before
