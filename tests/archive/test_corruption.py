"""Damaged archives: what stands outside the damage is read, and the damage is told."""

import gzip
import hashlib
import random
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinjau.archive import Reader, encode_record
from tinjau.model import InputError

DATE = "2026-11-25T01:00:00Z"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
COUNT = 12


def parts(*, compress: bool, size: int = 3_000) -> list[bytes]:
    chance = random.Random(7)
    return [
        encode_record(
            "response", "application/http; msgtype=response", HEAD + body, date=DATE, url=f"http://a.test/{number}",
            payload=body, compress=compress,
        ).data
        for number in range(COUNT)
        for body in [chance.randbytes(size)]
    ]  # fmt: skip


PARTS = {compress: parts(compress=compress) for compress in (True, False)}


def read(path: Path) -> tuple[list[str], list[str], str]:
    reader = Reader(path)
    records = list(reader)
    return [r.url for r in records if not r.truncated], [r.truncated for r in records if r.truncated], reader.loss


@pytest.mark.parametrize("compress", [True, False])
@settings(max_examples=150, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), length=st.integers(1, 5_000), seed=st.integers(0, 9))
def test_records_outside_a_corrupt_run_are_read(
    tmp_path_factory: pytest.TempPathFactory, compress: bool, place: float, length: int, seed: int
) -> None:
    path = tmp_path_factory.mktemp("corrupt") / "a.warc"
    members = PARTS[compress]
    whole = b"".join(members)
    start = int(place * len(whole))
    end = min(start + length, len(whole))
    noise = random.Random(seed).randbytes(end - start)
    path.write_bytes(whole[:start] + noise + whole[end:])
    untouched = set()
    at = 0
    for number, member in enumerate(members):
        if at + len(member) <= start or at >= end:
            untouched.add(f"http://a.test/{number}")
        at += len(member)
    good, _, loss = read(path)
    assert untouched - set(good) == set()
    if not compress and length < 400:
        return  # a header of a plain record has no checksum: another address or type in it cannot be seen
    assert loss or set(good) == {f"http://a.test/{number}" for number in range(COUNT)}


@pytest.mark.parametrize("compress", [True, False])
def test_a_torn_tail_is_told_at_every_length(tmp_path: Path, compress: bool) -> None:
    path = tmp_path / "a.warc"
    members = PARTS[compress][:3]
    whole = b"".join(members)
    borders = {sum(map(len, members[:number])) for number in range(4)}
    slack = {border - back for border in borders for back in range(1, 5)} if not compress else set()
    for size in range(400, len(whole), 7):
        path.write_bytes(whole[:size])
        good, cut, loss = read(path)
        complete = sum(1 for border in borders if 0 < border <= size)
        if size in borders or size in slack:  # only line ends are missing: the record is whole
            continue
        ends_soon = any(0 < border - size < 24 for border in borders)  # only the member's checksum is missing
        assert len(good) in ({complete, complete + 1} if ends_soon and compress else {complete}), size
        assert loss, size
        assert cut in ([], ["torn"]), size


def test_a_record_that_claims_too_much_does_not_eat_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    first = gzip.decompress(PARTS[True][0])
    length = first.split(b"Content-Length: ")[1].split(b"\r\n")[0]
    first = first.replace(b"Content-Length: " + length, b"Content-Length: 9999999")
    path.write_bytes(gzip.compress(first) + PARTS[True][1] + PARTS[True][2])
    good, cut, loss = read(path)
    assert good == ["http://a.test/1", "http://a.test/2"]
    assert cut == ["torn"]
    assert "shorter than it says" in loss


def test_a_header_made_of_two_is_told(tmp_path: Path) -> None:
    """The run begins in one plain record's header and ends in the next one's: together they look like one record."""
    path = tmp_path / "a.warc"
    whole = b"".join(PARTS[False])
    first = len(PARTS[False][0]) + whole[len(PARTS[False][0]) :].index(b"WARC-Date")
    second = first + len(PARTS[False][1])
    path.write_bytes(whole[:first] + random.Random(1).randbytes(second - first) + whole[second:])
    good, _, loss = read(path)
    assert "http://a.test/1" not in good
    assert "header is damaged" in loss


def test_a_file_of_one_gzip_member(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(b"".join(PARTS[False])))
    good, cut, loss = read(path)
    assert (len(good), cut, loss) == (COUNT, [], "")


def test_nothing_but_noise_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"\x1f\x8b\x08" + random.Random(1).randbytes(20_000))
    with pytest.raises(InputError):
        Reader(path)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(copies: int) -> int:
        path = tmp_path / f"{copies}.warc.gz"
        path.write_bytes(b"".join(PARTS[True]) * copies)
        tracemalloc.start()
        count = sum(1 for _ in Reader(path))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == COUNT * copies
        return found

    peak(1)
    assert peak(60) < peak(6) + 300_000


def test_a_record_larger_than_what_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    body = bytes(3_000_000)
    head = HEAD + b""
    path.write_bytes(
        encode_record("response", "application/http", head + body, date=DATE, url="http://a.test/").data
        + PARTS[True][1]
    )
    reader = Reader(path, max_body=1_000_000)
    large, other = reader
    assert (len(large.body), large.truncated, reader.loss) == (1_000_000, "length", "")
    assert large.payload_digest == f"sha256:{hashlib.sha256(body).hexdigest()}"
    assert other.truncated == ""
