"""The strict check: no tear and no flipped bit goes unseen."""

import gzip
import zipfile
from pathlib import Path

import pytest
from tests.shared_paths import REASON, SHARED

from tinjau.archive import encode_record, encode_warcinfo, verify
from tinjau.model import InputError

DATE = "2026-11-25T01:00:00Z"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def pieces(*, compress: bool) -> list[bytes]:
    body = b"<title>Dinas</title>" + bytes(range(256))
    return [
        encode_warcinfo([("software", "tinjau")], date=DATE, compress=compress).data,
        *(
            encode_record(
                "response", "application/http; msgtype=response", HTTP + body, date=DATE,
                url=f"http://a.test/{number}", payload=body, compress=compress,
            ).data
            for number in range(3)
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("compress", [True, False])
def test_a_whole_archive_has_no_faults(tmp_path: Path, compress: bool) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(pieces(compress=compress)))
    result = verify(path)
    assert (result.records, result.faults) == (4, ())


@pytest.mark.parametrize("compress", [True, False])
def test_every_truncation_is_seen(tmp_path: Path, compress: bool) -> None:
    path = tmp_path / "a.warc"
    parts = pieces(compress=compress)
    whole = b"".join(parts)
    borders = {sum(map(len, parts[:number])) for number in range(len(parts) + 1)}
    unseen = []
    for size in range(20, len(whole)):
        if size in borders:
            continue  # an archive that ends between two records is whole
        path.write_bytes(whole[:size])
        if not verify(path).faults:
            unseen.append(size)
    assert unseen == []


def test_every_flipped_byte_of_a_compressed_archive_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    parts = pieces(compress=True)
    whole = b"".join(parts)
    starts = [sum(map(len, parts[:number])) for number in range(len(parts))]
    silent = {start + place for start in starts for place in range(4, 10)}  # gzip's own time, level and system
    unseen = []
    for place in range(len(whole)):
        if place in silent:
            continue
        flipped = whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :]
        path.write_bytes(flipped)
        try:
            if not verify(path).faults and gzip.decompress(flipped) != gzip.decompress(whole):
                unseen.append(place)  # bits that fill up the last byte of a stream mean nothing
        except InputError:
            assert place < 120, "only where the first five characters become others is it another format"
    assert unseen == []


@pytest.mark.parametrize(
    "change,code",
    [
        (lambda data: data + b"x", "garbage"),
        (lambda data: data + data, "id"),
        (lambda data: data + b"\x1f\x8b\x08\0\0\0\0\0\0\0garbage", "gzip"),
    ],
)
def test_what_follows_the_end(tmp_path: Path, change, code: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(change(b"".join(pieces(compress=True))))
    assert {fault.code for fault in verify(path).faults} == {code}


@pytest.mark.parametrize(
    "old,new,code",
    [
        (b"Content-Length: 320", b"Content-Length: 319", "length"),
        (b"Content-Length: 320", b"Content-Length: 321", "length"),
        (b"Content-Length: 320", b"Content-Length: xyz", "length"),
        (b"WARC/1.1\r\nWARC-Type: response", b"WARC/9.9\r\nWARC-Type: response", "version"),
        (b"WARC-Date: ", b"WARC-Dote: ", "header"),
        (b"<title>Dinas", b"<title>Kantor"[:12], "digest"),
        (b"HTTP/1.1 200 OK", b"HTML/1.1 200 OK", "http"),
    ],
)
def test_faults_of_plain_records(tmp_path: Path, old: bytes, new: bytes, code: str) -> None:
    path = tmp_path / "a.warc"
    data = b"".join(pieces(compress=False))
    assert old in data
    path.write_bytes(data.replace(old, new, 1))
    assert code in {fault.code for fault in verify(path).faults}


def test_a_wacz_is_checked_member_by_member(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    data = b"".join(pieces(compress=True))
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("archive/one.warc.gz", data)
        package.writestr("archive/two.warc.gz", data[:-3])
    result = verify(path)
    assert result.records == 8
    assert [fault.code for fault in result.faults] == ["torn"]
    assert result.faults[0].message.startswith("archive/two.warc.gz: ")


@pytest.mark.parametrize("content", [b"", b"hello", b"\0" * 100])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foreign.warc"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"foreign\.warc"):
        verify(path)


@pytest.mark.skipif(SHARED is None, reason=REASON)
def test_real_archives_are_whole() -> None:
    assert SHARED is not None
    for path in sorted((SHARED / "corpora").glob("*.warc.gz")):
        assert verify(path).faults == (), path.name
