"""A failure keeps a code and its details beside the line; every code has its sentence in both languages."""

from pathlib import Path
from typing import Any

import pytest

from tinjau import capture
from tinjau.archive import Reader
from tinjau.capture import CaptureSettings
from tinjau.fleet.failing import Failure, as_row, failure_of, killed, of_row, overtaken
from tinjau.model import InputError, InterruptedRun
from tinjau.texts import known_reason, say
from tinjau.texts.catalogue.failing import SENTENCES

WORK = Path("/mesin/rahasia/kerja/kota-a")
FAILURES = [
    failure_of(InputError(f"{WORK}/archive.warc.gz", "", "the file is empty", "Give a WARC"), WORK),
    failure_of(InputError("http://10.0.0.1/", "", "10.0.0.1 is a private address"), WORK),
    failure_of(InputError("/mesin/lain/x.wacz", "data/a", "the entry is encrypted", "Such a file is not read"), WORK),
    failure_of(InterruptedRun(f"{WORK}/archive.warc.gz: the disk is full. Nothing committed is lost; call the same "
                              "command again to go on"), WORK),
    failure_of(InterruptedRun(f"{WORK}/archive.warc.gz: stopped after 12 pages with 340 addresses waiting; call the "
                              "same command again to go on"), WORK),
    failure_of(PermissionError(13, "Permission denied", f"{WORK}/attempt-1/assessment.json"), WORK),
    failure_of(RecursionError("maximum recursion depth exceeded"), WORK),
    overtaken(),
    killed(RuntimeError("Attempted to run task on 10 workers"), 10),
]  # fmt: skip


@pytest.mark.parametrize("failure", FAILURES, ids=lambda each: each.code)
def test_a_failure_says_itself_in_both_languages_without_the_machine(failure: Failure) -> None:
    for lang in ("id", "en"):
        said = say(f"failure.{failure.code}", lang, **failure.detail)
        assert "/mesin" not in said
    assert "/mesin" not in failure.detail.get("why", "")
    assert failure.code == "broke" or known_reason(failure.detail.get("why", ""))
    assert str(failure) == failure.reason


def test_every_code_has_its_case() -> None:
    assert {each.code for each in FAILURES} == {each.split(".")[1] for each in SENTENCES}


@pytest.mark.parametrize("failure", FAILURES, ids=lambda each: each.code)
def test_a_row_comes_back_whole(failure: Failure) -> None:
    assert of_row(as_row("a", failure)) == failure


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"id": "a", "reason": "x.warc.gz: the file is empty."}, Failure("x.warc.gz: the file is empty.")),
        ({"id": "a", "reason": "r", "code": "input", "detail": "kata"}, Failure("r", "input")),
        ({"id": "a", "reason": 7, "code": 3, "detail": {"n": 4}}, Failure("7", "3", {"n": "4"})),
    ],
)
def test_an_old_or_strange_row_is_still_read(row: dict[str, Any], expected: Failure) -> None:
    assert of_row(row) == expected
    assert of_row(as_row("a", expected)) == expected


@pytest.mark.parametrize("name, data", [("a.warc.gz", b""), ("b.warc.gz", b"no archive"), ("c.wacz", b"PK\x03\x04x")])
def test_what_the_archive_room_refuses_is_said_in_indonesian(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        list(Reader(tmp_path / name))
    failure = failure_of(caught.value, tmp_path)
    assert failure.detail["file"] == name
    assert known_reason(failure.detail["why"]), failure.detail


@pytest.mark.parametrize("address", ["http://10.0.0.1/", "ftp://kota.go.id/", "https://kota.go.id:99999/", "kata"])
def test_what_the_capture_refuses_is_said_in_indonesian(tmp_path: Path, address: str) -> None:
    with pytest.raises(InputError) as caught:
        capture.capture([address], tmp_path / "a.warc.gz", CaptureSettings(), lambda _: None)
    assert known_reason(failure_of(caught.value, tmp_path).detail["why"]), str(caught.value)
