"""The sample city, captured whole, in parts, and again."""

from dataclasses import replace
from pathlib import Path

import pytest

from tinjau.archive import Reader, read_manifest
from tinjau.capture import CaptureSettings, capture
from tinjau.demo.server import serve_sample_city
from tinjau.model import InputError

SETTINGS = replace(CaptureSettings(), allow_private=True, delay=0.0)


def bodies(path: Path) -> dict[str, bytes]:
    return {record.url: record.body for record in Reader(path)}


def test_the_whole_city(tmp_path: Path) -> None:
    out = tmp_path / "city.warc.gz"
    with serve_sample_city() as city:
        manifest = capture([f"{city.url}/"], out, SETTINGS)
        served = {f"{city.url}{place}" for place in city.city.pages}
    captured = bodies(out)
    assert manifest.complete
    assert manifest.completeness == 1.0
    assert manifest == read_manifest(out)
    assert manifest.discovered == sum(manifest.states.values())
    assert served - set(captured) == set(), "every page that is linked from somewhere"
    assert Reader(out).loss == ""


def test_a_budget_leaves_out_and_says_so_and_a_larger_one_goes_on(tmp_path: Path) -> None:
    out = tmp_path / "city.warc.gz"
    with serve_sample_city() as city:
        few = capture([f"{city.url}/"], out, replace(SETTINGS, max_pages=10))
        assert few.pages == 10
        assert few.complete
        assert few.completeness is not None
        assert few.completeness < 0.5
        assert few.suppressed["budget"] > 10
        more = capture([f"{city.url}/"], out, SETTINGS)
        assert more.completeness == 1.0
        whole = capture([f"{city.url}/"], tmp_path / "whole.warc.gz", SETTINGS)
    assert more.pages == whole.pages
    assert bodies(out) == bodies(tmp_path / "whole.warc.gz")


def test_a_finished_capture_asks_nothing_again(tmp_path: Path) -> None:
    out = tmp_path / "city.warc.gz"
    with serve_sample_city() as city:
        url = f"{city.url}/"
        first = capture([url], out, SETTINGS)
    before = out.read_bytes()
    assert capture([url], out, SETTINGS) == first, "the server is gone, and nobody noticed"
    assert out.read_bytes() == before


def test_another_target_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "city.warc.gz"
    with serve_sample_city() as city:
        capture([f"{city.url}/"], out, replace(SETTINGS, max_pages=1))
        with pytest.raises(InputError, match="other addresses"):
            capture([f"{city.url}/profil"], out, SETTINGS)


def test_a_foreign_file_is_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "mine.txt"
    out.write_text("dear diary")
    with pytest.raises(InputError, match=r"mine\.txt"):
        capture(["http://127.0.0.1:9/"], out, SETTINGS)
    assert out.read_text() == "dear diary"


@pytest.mark.parametrize(
    "url", ["", "kota.go.id", "ftp://kota.go.id/", "file:///etc/hostname", "http://", "http://[::1"]
)
def test_addresses_that_cannot_be_captured(tmp_path: Path, url: str) -> None:
    with pytest.raises(InputError):
        capture([url], tmp_path / "a.warc.gz", SETTINGS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/", "http://2130706433/", "http://a.go.id:8080/"]
)
def test_private_addresses_need_a_word(tmp_path: Path, url: str) -> None:
    if url == "http://localhost/":
        assert capture([url], tmp_path / "a.warc.gz").states == {"blocked(ssrf)": 2}
        return
    with pytest.raises(InputError, match="--allow-private"):
        capture([url], tmp_path / "a.warc.gz")
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_is_not_there_is_told_not_raised(tmp_path: Path) -> None:
    out = tmp_path / "a.warc.gz"
    manifest = capture(["http://127.0.0.1:9/"], out, SETTINGS)
    assert manifest.pages == 0
    assert manifest.completeness == 0.0
    assert "refuse" in manifest.host_reports[0].robots
    assert manifest.states == {"net_error(refused)": 2}, "the page and robots.txt"
    assert [record.type for record in Reader(out, types=None)] == ["warcinfo", "metadata", "metadata"]
