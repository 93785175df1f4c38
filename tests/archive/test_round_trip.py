"""What the writer writes, the reader, warcio and FastWARC read alike."""

import gzip
import io
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from tinjau.archive import Reader, encode_record, encode_warcinfo
from tinjau.model import InputError

DATE = "2026-11-25T01:00:00Z"
BODY = b"<!doctype html><title>Dinas</title><p>" + b"layanan " * 200
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def write(path: Path, *blocks: tuple[str, bytes]) -> Path:
    data = encode_warcinfo([("software", "tinjau")], date=DATE).data
    for url, block in blocks:
        payload = block[block.index(b"\r\n\r\n") + 4 :]
        data += encode_record(
            "response", "application/http; msgtype=response", block, date=DATE, url=url, payload=payload
        ).data
    path.write_bytes(data)
    return path


def test_three_readers_agree(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.warc.gz",
        ("http://a.test/", HEAD + b"\r\n" + BODY),
        ("http://a.test/gz", HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(BODY)),
    )
    reader = Reader(path)
    records = list(reader)
    assert [(r.url, r.status, r.media_type, r.charset, r.body, r.truncated) for r in records] == [
        ("http://a.test/", 200, "text/html", "utf-8", BODY, ""),
        ("http://a.test/gz", 200, "text/html", "utf-8", BODY, ""),
    ]
    assert reader.loss == ""
    fast = [r for r in ArchiveIterator(io.BytesIO(path.read_bytes())) if r.http_headers]
    assert [r.record_id for r in fast] == [r.id for r in records]
    assert all(
        r.verify_block_digest()
        for r in ArchiveIterator(io.BytesIO(path.read_bytes()), parse_http=False)
        if r.headers.get("WARC-Block-Digest")
    )
    with path.open("rb") as stream:
        assert [
            r.rec_headers.get_header("WARC-Target-URI") for r in WarcioIterator(stream) if r.rec_type == "response"
        ] == [r.url for r in records]


def test_each_record_can_be_read_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc.gz", ("http://a.test/1", HEAD + b"\r\n1"), ("http://a.test/2", HEAD + b"\r\n2"))
    second = list(Reader(path))[1]
    assert gzip.decompress(path.read_bytes()[second.offset :]).endswith(b"\r\n\r\n2\r\n\r\n")


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"\x1f\x8b", b"PK\x03\x04nothing", gzip.compress(b"hello"), b"\0" * 3000]
)
def test_foreign_files_are_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "foreign.warc.gz"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"foreign\.warc\.gz"):
        Reader(path)
