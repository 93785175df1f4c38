"""Encodings undone: every kind, in any pieces, cut, lying, and made to explode."""

import gzip
import subprocess
import sys
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tinjau.archive.decoding import BodyDecoder, dechunk, decode

LIMIT = 1_000_000
ENCODE: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
    "identity": lambda data: data,
    "gzip, br": lambda data: brotli.compress(gzip.compress(data)),
}
TEXT = b"<p>" + bytes(range(256)) * 300 + b"</p>"


@pytest.mark.parametrize("name", ENCODE)
@given(data=st.binary(max_size=3_000), cut=st.integers(1, 700))
def test_every_encoding_in_any_pieces(name: str, data: bytes, cut: int) -> None:
    encoded = ENCODE[name](data)
    decoder = BodyDecoder(name, LIMIT)
    for at in range(0, len(encoded), cut):
        decoder.feed(encoded[at : at + cut])
    done = decoder.finish()
    if data or name == "identity":
        assert (done.body, done.truncated) == (data, "")
    assert decode(encoded, "", name, LIMIT).body == data


@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd"])
def test_a_cut_encoding_keeps_what_came_and_says_so(name: str) -> None:
    encoded = ENCODE[name](TEXT)
    done = decode(encoded[: len(encoded) // 2], "", name, LIMIT)
    assert done.truncated == "decode"
    assert TEXT.startswith(done.body)


def test_raw_deflate() -> None:
    raw = zlib.compressobj(wbits=-15)
    assert decode(raw.compress(TEXT) + raw.flush(), "", "deflate", LIMIT).body == TEXT


def test_several_members() -> None:
    assert decode(gzip.compress(b"a") + gzip.compress(b"b"), "", "gzip", LIMIT).body == b"ab"
    assert decode(ENCODE["zstd"](b"a") + ENCODE["zstd"](b"b"), "", "zstd", LIMIT).body == b"ab"


@pytest.mark.parametrize("name", ["gzip", "zstd", "br", "deflate"])
def test_plain_although_declared_encoded(name: str) -> None:
    done = decode(b"<html>x</html>", "", name, LIMIT)
    assert (done.body, done.truncated, done.note) == (b"<html>x</html>", "", f"not {name} although declared so")


@pytest.mark.parametrize("name", ["rot13", "gzip, gzip, gzip", "gzip, rot13"])
def test_unknown_encodings_leave_the_bytes(name: str) -> None:
    done = decode(b"abc", "", name, LIMIT)
    assert (done.body, done.truncated) == (b"abc", "decode")


@pytest.mark.parametrize(
    "raw,body,fault",
    [
        (b"3\r\nabc\r\n0\r\n\r\n", b"abc", ""),
        (b"3;x=y\r\nabc\r\n2\nde\n0\r\n\r\n", b"abcde", ""),
        (b"<html>", b"<html>", "plain"),
        (b"3\r\nabc\r\nzz\r\n", b"abc", "broken"),
        (b"9\r\nabc", b"abc", "broken"),
        (b"3\r\nabc\r\n" + b"f" * 100_000 + b"\r\n", b"abc", "broken"),
        (b"", b"", "broken"),
    ],
)
def test_chunks(raw: bytes, body: bytes, fault: str) -> None:
    assert dechunk(raw) == (body, fault)


BOMB = """
import gzip, io, resource, sys, time, brotli, zstandard
from tinjau.archive.decoding import BodyDecoder
name, size = sys.argv[1], int(sys.argv[2])
zeros = bytes(1 << 20)
def encoded():
    if name == "gzip":
        out = io.BytesIO()
        with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6) as stream:
            for _ in range(size): stream.write(zeros)
        return out.getvalue()
    if name == "br":
        one = brotli.Compressor(quality=5)
        return b"".join([one.process(zeros) for _ in range(size)] + [one.finish()])
    one = zstandard.ZstdCompressor(level=1).compressobj()
    return b"".join([one.compress(zeros) for _ in range(size)] + [one.flush()])
bomb = encoded()
def rss():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
before, cpu = rss(), time.process_time()
decoder = BodyDecoder(name, 10 << 20)
for at in range(0, len(bomb), 65536):
    decoder.feed(bomb[at:at + 65536])
    if decoder.full: break
done = decoder.finish()
print(done.truncated, len(done.body), rss() - before, round(time.process_time() - cpu, 3))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="peak memory is read from /proc")
@pytest.mark.parametrize("name", ["gzip", "br", "zstd"])
def test_a_bomb_costs_at_most_32_megabytes_and_half_a_second(name: str) -> None:
    """Decoding stops at the cap, so what a bomb would become further on costs nothing."""
    done = subprocess.run([sys.executable, "-c", BOMB, name, "500"], capture_output=True, text=True, check=True)
    truncated, kept, grown, cpu = done.stdout.split()
    assert truncated in {"length", "ratio"}
    assert int(kept) <= 10 << 20
    assert int(grown) <= 32 * 1024
    assert float(cpu) <= 0.5
