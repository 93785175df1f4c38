"""Bad input: one clear message, the contract's exit code, nothing half-written."""

import gzip
from pathlib import Path

import pytest

from tinjau.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def written(out: Path) -> list[str]:
    return sorted(str(path.relative_to(out)) for path in out.rglob("*")) if out.exists() else []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.warc.gz", b""),
        ("empty.warc", b""),
        ("foreign.warc.gz", gzip.compress(b"hello, this is no archive\n" * 50)),
        ("foreign.warc", b"%PDF-1.7 not an archive" * 40),
        ("plain.warc.gz", b"not even gzip"),
        ("broken.wacz", b"PK\x03\x04 broken"),
        ("letter.docx", b"PK\x03\x04"),
    ],
)
def test_a_file_that_is_no_archive_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    target = folder / name
    target.write_bytes(content)
    out = folder / "out"
    assert main(["run", str(target), "--out", str(out)]) == 2
    error = capsys.readouterr().err
    assert "Traceback" not in error
    assert name in error
    assert [each for each in written(out) if not each.endswith(".log")] == []


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["run", "no-such-thing"], "no-such-thing"),
        (["run", "http://"], "host"),
        (["strategy", "no-such.yaml"], "no-such.yaml"),
        (["check", "no-such"], "no-such"),
        (["instruments", "show", "no-such"], "no-such"),
        (["observe", "no-such.warc.gz", "--out", "x.parquet"], "no-such.warc.gz"),
    ],
)
def test_one_message_names_what_is_wrong(
    argv: list[str], words: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(argv) == 2
    error = capsys.readouterr().err.strip()
    assert words in error
    assert len([line for line in error.splitlines() if line.startswith("tinjau:")]) == 1
    assert written(tmp_path) == []
