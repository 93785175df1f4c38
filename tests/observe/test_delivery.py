"""An archive that says what it was asked for was not unpacked when it was written: what is not compressed was not."""

from pathlib import Path

from evaluation.archiving import write_archive

from tinjau.model import State
from tinjau.observe.engine.observing import observe_with
from tinjau.observe.response.redirects_and_compression import RedirectsAndCompression


def test_a_capture_of_our_own_can_tell_that_nothing_is_compressed(tmp_path: Path) -> None:
    body = b"<!doctype html><p>" + b"Kantor melayani warga setiap hari kerja. " * 50
    archive = write_archive(
        tmp_path / "own.warc.gz", "http://kota.go.id", {"/": (200, "text/html; charset=utf-8", body)}
    )
    fact = observe_with([archive], [RedirectsAndCompression])[0][0]
    assert (fact.state, fact.value) == (State.NOT_SEEN, 0.0)
    assert "0 of 1 pages come compressed" in fact.reason
