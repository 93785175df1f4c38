"""A manifest is whole or not there, and what is read is what was written."""

import json
from pathlib import Path

import pytest

from tinjau.archive import Failure, HostReport, Manifest, manifest_path, read_manifest, write_manifest, write_whole
from tinjau.model import InputError

MANIFEST = Manifest(
    archive="a.warc.gz", urls=("http://a.test/",), settings={"max_pages": 3}, started="2026-11-25T01:00:00Z",
    ended="2026-11-25T01:00:09Z", complete=True, pages=2, discovered=3, states={"ok": 2, "net_error(dns)": 1},
    completeness=0.5, failures=(Failure("http://a.test/é", "net_error(dns)", "tidak ada"),), hosts=("a.test",),
    host_reports=(HostReport("a.test", 2, "robots.txt", ""),), notes=("catatan",), bytes=10, suppressed={"budget": 1},
)  # fmt: skip


def test_there_and_back(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    assert read_manifest(archive) is None
    assert write_manifest(archive, MANIFEST) == manifest_path(archive)
    assert read_manifest(archive) == MANIFEST


def test_what_a_later_version_adds_is_passed_over(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    write_manifest(archive, MANIFEST)
    data = json.loads(manifest_path(archive).read_text())
    manifest_path(archive).write_text(json.dumps({**data, "weather": "fair"}))
    assert read_manifest(archive) == MANIFEST


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", '{"states": 1}', '{"archive": "x"}', '{"states": {}, "settings": {}}', "[" * 100_000, "\0"],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    archive = tmp_path / "a.warc.gz"
    manifest_path(archive).write_text(text)
    with pytest.raises(InputError, match=r"a\.warc\.gz\.manifest\.json"):
        read_manifest(archive)


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.mkdir()
    (target / "x").touch()
    with pytest.raises(OSError):
        write_whole(target, b"new")  # a folder with something in it cannot be replaced by a file
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
