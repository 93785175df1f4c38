"""A purge takes the bodies and keeps the proof."""

from pathlib import Path

from tests.archive.test_verifying import pieces

from tinjau.archive import Manifest, Reader, purge, read_manifest, sha256_of, verify, write_manifest


def manifest(path: Path) -> Manifest:
    return Manifest(
        archive=path.name, urls=("http://a.test/",), settings={}, started="", ended="", complete=True, pages=3,
        discovered=3, states={"ok": 3}, completeness=1.0, sha256=sha256_of(path),
    )  # fmt: skip


def test_a_tombstone_has_digests_and_no_bodies(tmp_path: Path) -> None:
    for name, compress in (("a.warc.gz", True), ("b.warc", False)):
        path = tmp_path / name
        path.write_bytes(b"".join(pieces(compress=compress)))
        write_manifest(path, manifest(path))
        (tmp_path / f"{name}.frontier.sqlite").write_bytes(b"robots")
        before = list(Reader(path, types=None))
        assert purge(path) == 4
        after = list(Reader(path, types=None))
        assert verify(path).faults == ()
        assert list(Reader(path)) == [], "nothing to evaluate is left"
        assert [dict(record.warc_headers).get("warc-refers-to") for record in after[1:]] == [r.id for r in before]
        for old, new in zip(before, after[1:], strict=True):
            assert old.payload_digest in new.body.decode()
            assert old.url == new.url
            assert dict(old.warc_headers)["warc-block-digest"] in new.body.decode()
            assert f"content-length: {dict(old.warc_headers)['content-length']}" in new.body.decode()
            assert b"Dinas" not in new.body
        assert b"Dinas" not in path.read_bytes()
        told = read_manifest(path)
        assert told is not None
        assert told.purged
        assert told.sha256 == sha256_of(path)
        assert not (tmp_path / f"{name}.frontier.sqlite").exists()


def test_a_second_purge_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(pieces(compress=True)))
    purge(path)
    before = path.read_bytes()
    assert purge(path) == 0
    assert path.read_bytes() == before
