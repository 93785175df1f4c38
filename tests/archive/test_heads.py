"""Heads of messages and records: lenient when read, strict when written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinjau.archive import Reader, encode_record, verify
from tinjau.archive.httphead import media_type_of, parse_head

HEADS = [
    (b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nx", 200, "OK", (("a", "b"),), 25),
    (b"HTTP/1.0 404 Not Found\nA:b\n\nx", 404, "Not Found", (("a", "b"),), 28),
    (b"HTTP/1.1 200\r\n\r\n", 200, "", (), 16),
    (b"HTTP/1.1 abc\r\n\r\n", None, "", (), 16),
    (
        b"HTTP/1.1 200 OK\r\nA: b\r\n  c\r\nno colon\r\n: no name\r\nD:\r\n\r\n",
        200,
        "OK",
        (("a", "b c"), ("d", "")),
        55,
    ),
    (b"HTTP/1.1 200 OK\r\nA: b", 200, "OK", (("a", "b"),), 21),
    (b"HTTP/2 200\r\nSet-Cookie: a\r\nset-cookie: b\r\n\r\n", 200, "", (("set-cookie", "a"), ("set-cookie", "b")), 44),
]


@pytest.mark.parametrize("block,status,reason,headers,size", HEADS)
def test_heads(block: bytes, status: int | None, reason: str, headers: tuple[tuple[str, str], ...], size: int) -> None:
    head = parse_head(block)
    assert head is not None
    assert (head.status, head.reason, head.headers, head.size) == (status, reason, headers, size)


@pytest.mark.parametrize("block", [b"", b"<html>", b"GET / HTTP/1.1\r\n\r\n"])
def test_no_heads(block: bytes) -> None:
    assert parse_head(block) is None


TYPES = [
    ("text/html; charset=UTF-8", ("text/html", "utf-8")),
    ('TEXT/HTML;charset="utf-8"', ("text/html", "utf-8")),
    ("text/html; boundary=x; charset='latin1'", ("text/html", "latin1")),
    ("html", ("", "")),
    ("", ("", "")),
    (";charset=x", ("", "x")),
]


@pytest.mark.parametrize("text,parts", TYPES)
def test_media_types(text: str, parts: tuple[str, str]) -> None:
    assert media_type_of(text) == parts


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_value_leaves_its_header(tmp_path_factory: pytest.TempPathFactory, url: str, detail: str) -> None:
    evil = f"{url}\r\nWARC-Type: response\r\n\r\n{detail}"
    path = tmp_path_factory.mktemp("w") / "a.warc.gz"
    record = encode_record(
        "metadata", "text/plain", b"x", date="2026-11-25T01:00:00Z", url=evil, extra=[("X-Detail", detail)]
    )
    path.write_bytes(record.data)
    assert verify(path).faults == ()
    (read,) = Reader(path, types=None)
    assert (read.type, read.body) == ("metadata", b"x")
    assert len(read.warc_headers) <= 8
