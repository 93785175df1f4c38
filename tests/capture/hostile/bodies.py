"""Bodies that break off, never end, lie about their encoding, or explode."""

import functools
import gzip
import io
import zlib

import brotli
import zstandard
from tests.capture.hostile.scenario import Scenario
from tests.capture.hostile.server import response
from tests.capture.hostile.speaking import OK_HEAD, PROTOCOL, bad, drips, endless, says, trickles

LENGTH, DECODE, DISCONNECT = "ok_truncated(length)", "ok_truncated(decode)", "ok_truncated(disconnect)"
BOUNDED = (LENGTH, "ok_truncated(time)")  # whichever cap a slow machine reaches first
PAGE = b"<html><title>page</title>" + b"<p>layanan publik kota " * 400 + b"<a href=/found>x</a>"
CHUNKED = OK_HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
BOMB_MB = 300  # what the bombs become; decoding stops at 10 MB, so a larger one costs no more


def encoded(body: bytes, coding: str, *headers: str) -> bytes:
    return response(body, "200 OK", f"Content-Encoding: {coding}", *headers)


@functools.cache
def bomb(coding: str) -> bytes:
    zeros = bytes(1 << 20)
    if coding == "br":
        one = brotli.Compressor(quality=5)
        return b"".join([one.process(zeros) for _ in range(BOMB_MB)] + [one.finish()])
    if coding == "zstd":
        stream = zstandard.ZstdCompressor(level=1).compressobj()
        return b"".join([stream.compress(zeros) for _ in range(BOMB_MB)] + [stream.flush()])
    if coding == "deflate":
        deflate = zlib.compressobj()
        return b"".join([deflate.compress(zeros) for _ in range(BOMB_MB)] + [deflate.flush()])
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6) as file:
        for _ in range(BOMB_MB):
            file.write(zeros)
    return out.getvalue()


FOUND = {"/bad": "ok", "/found": "http_error(404)"}
LENGTHS = [
    bad("a length too long", OK_HEAD + b"Content-Length: 500\r\n\r\nhello", DISCONNECT),
    bad("a length too short", OK_HEAD + b"Content-Length: 5\r\n\r\nhello, world and more", LENGTH),
    bad(
        "a length and chunks",
        OK_HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        "ok",
    ),
    bad("garbage for a chunk size", CHUNKED + b"5\r\nhello\r\nzz\r\n", DECODE),
    bad("chunks cut", CHUNKED + b"5\r\nhello\r\n50\r\nhel", DISCONNECT),
    bad("chunks without an end", CHUNKED + b"5\r\nhello\r\n", DISCONNECT),
    bad("a chunk size of 100,000 digits", CHUNKED + b"f" * 100_000 + b"\r\n", PROTOCOL),
    bad("a chunk size of twenty digits", CHUNKED + b"f" * 20 + b"\r\nx", PROTOCOL),
    bad("a negative chunk size", CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n", DECODE),
    bad("a chunk longer than it says", CHUNKED + b"3\r\nhello\r\n0\r\n\r\n", DECODE),
    Scenario(
        "trailers without an end",
        {"/bad": endless(CHUNKED + b"2\r\nok\r\n0\r\n", b"X: y\r\n" * 100)},
        {"/bad": (DECODE, LENGTH)},
    ),
    Scenario("a body without an end", {"/bad": endless(OK_HEAD + b"\r\n", b"<p>x</p>" * 8_000)}, {"/bad": BOUNDED}),
    Scenario("chunks for ever", {"/bad": endless(CHUNKED, b"8\r\n<p>x</p>\r\n" * 4_000)}, {"/bad": BOUNDED}),
    Scenario(
        "chunks of one byte for ever",
        {"/bad": endless(CHUNKED, b"1\r\nx\r\n" * 4_000)},
        {"/bad": BOUNDED},
    ),
    Scenario(
        "a head of one byte at a time",
        {"/bad": drips(OK_HEAD + b"X: " + b"x" * 500, 0.02)},
        {"/bad": "net_error(timeout)"},
    ),
    Scenario(
        "a body of one byte at a time", {"/bad": trickles(OK_HEAD + b"\r\n", 0.02)}, {"/bad": "ok_truncated(time)"}
    ),
    Scenario("a body that is slow but comes", {"/bad": drips(response(b"x" * 2_000), 0.002, 60)}, {"/bad": "ok"}),
    Scenario("a body that stops", {"/bad": says(OK_HEAD + b"\r\nhello", close=False)}, {"/bad": "ok_truncated(time)"}),
    bad("an empty body", response(b""), "ok"),
]

ENCODINGS = [
    Scenario(
        "gzip cut in half",
        {"/bad": encoded(gzip.compress(PAGE)[: len(gzip.compress(PAGE)) // 2], "gzip")},
        {"/bad": DECODE},
    ),
    Scenario(
        "gzip with a wrong checksum",
        {"/bad": encoded(gzip.compress(PAGE)[:-8] + b"12345678", "gzip")},
        {"/bad": DECODE},
    ),
    Scenario("gzip with bytes after it", {"/bad": encoded(gzip.compress(PAGE) + b"junk", "gzip")}, FOUND, most=9),
    Scenario("gzip that is plain", {"/bad": encoded(PAGE, "gzip")}, FOUND, most=9),
    Scenario("gzip that is an empty body", {"/bad": encoded(b"", "gzip")}, {"/bad": "ok"}),
    Scenario("brotli cut", {"/bad": encoded(brotli.compress(PAGE)[:-5], "br")}, {"/bad": DECODE}),
    Scenario("zstd cut", {"/bad": encoded(zstandard.compress(PAGE)[:-5], "zstd")}, {"/bad": DECODE}),
    Scenario(
        "zstd with a giant window",
        {"/bad": encoded(b"\x28\xb5\x2f\xfd\x00\xb8" + b"\x01\x00\x00", "zstd")},
        {"/bad": DECODE},
    ),
    Scenario("raw deflate", {"/bad": encoded(zlib.compress(PAGE)[2:-4], "deflate")}, FOUND, most=9),
    Scenario("an unknown encoding", {"/bad": encoded(PAGE, "rot13")}, {"/bad": DECODE}),
    Scenario(
        "three encodings",
        {"/bad": encoded(gzip.compress(gzip.compress(gzip.compress(PAGE))), "gzip, gzip, gzip")},
        {"/bad": DECODE},
    ),
    Scenario("two encodings", {"/bad": encoded(brotli.compress(gzip.compress(PAGE)), "gzip, br")}, FOUND, most=9),
    *[
        Scenario(f"a bomb of {coding}", {"/bad": encoded(bomb(coding), coding)}, {"/bad": LENGTH})
        for coding in ("gzip", "br", "zstd", "deflate")
    ],
    Scenario("a bomb in a bomb", {"/bad": encoded(gzip.compress(bomb("gzip")), "gzip, gzip")}, {"/bad": LENGTH}),
    Scenario(
        "a bomb that claims to be a picture",
        {"/bad": response(bomb("gzip"), "200 OK", "Content-Encoding: gzip", kind="image/png")},
        {"/bad": LENGTH},
    ),
    Scenario(
        "four bombs",
        {f"/bad{n}": encoded(bomb(c), c) for n, c in enumerate(("gzip", "br", "zstd", "deflate"))},
        {f"/bad{n}": LENGTH for n in range(4)},
        links=tuple(f"/bad{n}" for n in range(4)),
        most=11,
    ),
]

SCENARIOS = LENGTHS + ENCODINGS
