"""Archives cut into shards: nothing lost, nothing twice, byte for byte."""

import gzip
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.shared_paths import REASON, SHARED

from tinjau.fleet.splitting import ranges_of, split_range
from tinjau.model import InputError


def record(number: int, host: str, body: bytes = b"") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + (body or b"page %d" % number)
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
        f"WARC-Target-URI: https://{host}/{number}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 6, mtime=0)


def members_of(shards: list[tuple[str, str]]) -> Counter[bytes]:
    found: Counter[bytes] = Counter()
    for _, path in shards:
        data = Path(path).read_bytes()
        text = gzip.decompress(data).replace(b"WARC/1.0\r\n", b"WARC/1.1\r\n")
        found.update(part for part in text.split(b"WARC/1.1\r\n") if part)
    return found


def cut(archive: Path, size: int, folder: Path, suffixes: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    files: list[tuple[str, str]] = []
    for part in ranges_of(str(archive), size):
        files += split_range(part, suffixes, str(folder)).files
    return files


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(50, 4000), st.lists(st.sampled_from(["a.go.id", "b.go.id", "www.a.go.id"]), min_size=1, max_size=25))
def test_every_record_lands_once_whatever_the_ranges(tmp_path: Path, size: int, hosts: list[str]) -> None:
    archive = tmp_path / "all.warc.gz"
    raw = [record(number, host) for number, host in enumerate(hosts)]
    archive.write_bytes(b"".join(raw))
    folder = tmp_path / f"shards-{size}-{len(hosts)}"
    files = cut(archive, size, folder)
    whole = Counter(part for each in raw for part in gzip.decompress(each).split(b"WARC/1.1\r\n") if part)
    assert members_of(files) == whole
    assert {host for host, _ in files} == {host.removeprefix("www.") for host in hosts}


def test_a_signature_inside_the_data_is_no_record(tmp_path: Path) -> None:
    archive = tmp_path / "trap.warc.gz"
    inner = record(99, "trap.go.id")  # a whole gzip member stored inside a record that gzip cannot shrink
    outer = gzip.compress(gzip.decompress(record(1, "a.go.id", inner)), 0, mtime=0)
    archive.write_bytes(outer + record(2, "a.go.id"))
    for size in (30, 300, 100_000):
        hosts = Counter(host for host, _ in cut(archive, size, tmp_path / str(size), ("a.go.id",)))
        assert hosts["a.go.id"] >= 1
        found = members_of(cut(archive, size, tmp_path / str(size), ("a.go.id",)))
        assert sum(found.values()) == 2 + gzip.decompress(inner).count(b"nothing")


def test_only_the_hosts_that_were_asked_for(tmp_path: Path) -> None:
    archive = tmp_path / "all.warc.gz"
    archive.write_bytes(record(1, "x.kota.go.id") + record(2, "kota.go.id.evil.example") + record(3, "kota.go.id"))
    assert [host for host, _ in cut(archive, 10_000, tmp_path / "s", ("kota.go.id",))] == ["kota.go.id", "x.kota.go.id"]


def test_a_torn_tail_is_stated(tmp_path: Path) -> None:
    archive = tmp_path / "torn.warc.gz"
    archive.write_bytes(record(1, "a.go.id") + record(2, "a.go.id", bytes(range(256)) * 40)[:-30])
    (part,) = ranges_of(str(archive))
    shards = split_range(part, (), str(tmp_path / "s"))
    assert shards.copied == 1
    assert "torn" in shards.loss


@pytest.mark.parametrize("host", ["../../etc", "a/b", "-x.go.id", "a..go.id"])
def test_no_host_leaves_the_folder(tmp_path: Path, host: str) -> None:
    archive = tmp_path / "all.warc.gz"
    archive.write_bytes(record(1, host) + record(2, "a.go.id"))
    cut(archive, 10_000, tmp_path / "s")
    assert {path.name for path in (tmp_path / "s").iterdir()} <= {"a.go.id", "a"}


@pytest.mark.parametrize("content", [b"", b"WARC/1.1\r\nplain", b"PK\x03\x04"])
def test_what_is_no_gzip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"x\.warc\.gz"):
        ranges_of(str(path))


@pytest.mark.skipif(SHARED is None, reason=REASON)
def test_real_archives_cut_into_small_ranges_lose_nothing(tmp_path: Path) -> None:
    assert SHARED is not None
    archive = SHARED / "corpora" / "lamongan.warc.gz"
    files = cut(archive, 300_000, tmp_path / "s")
    again = cut(archive, 1 << 40, tmp_path / "t")
    assert members_of(files) == members_of(again)
    assert sum(members_of(files).values()) > 38
