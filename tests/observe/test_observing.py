"""What holds for all detectors together: order, repetition, gaps, hostile pages, memory of nothing."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.observe.sites import LONG, write_site
from tests.shared_paths import REASON, SHARED

from tinjau.archive import Manifest, write_manifest
from tinjau.model import InputError, Observation, Scope, State
from tinjau.observe import (
    OWNER_ONLY,
    ObservationResult,
    nothing_observed,
    observe,
    read_observations,
    write_observations,
)
from tinjau.observe.engine.guard import MAX_DEPTH, bounded
from tinjau.observe.engine.reading import read_page

CITY: dict[str, Any] = {
    "/": (
        "<html lang=id><head><title>Kota Contoh</title></head><body><nav><a href=/profil>Profil</a>"
        "<a href=/layanan>Layanan</a><a href=/faq>FAQ</a><a href=/aduan>Pengaduan</a></nav>"
        "<form action=/cari><input type=search name=q placeholder=Cari></form><p>Selamat datang</p>"
        "<footer>Jl. Merdeka No. 1, Telp. (0281) 891898, 0813 9990 1234</footer></body></html>"
    ),
    "/profil": "<h1>Profil</h1><h2>Visi</h2><p>{long}</p>",
    "/layanan": "<h1>Layanan</h1><ul><li><a href=/ktp>KTP elektronik</a><li><a href=/kk>Kartu keluarga</a></ul>",
    "/ktp": "<h1>KTP elektronik</h1><h3>Persyaratan</h3><p>Kartu keluarga</p><h3>Biaya</h3><p>Gratis</p>",
    "/kk": "<h1>Kartu keluarga</h1><p>{long}</p><a href=/f.pdf>Formulir F-1.01</a>",
    "/f.pdf": {"type": "application/pdf", "body": "%PDF-1.4"},
    "/faq": {"status": 404},
    "/aduan": "<h1>Pengaduan</h1><p>Segera hadir</p>",
    "/cari": "<h1>Pencarian</h1>",
}


_PIECES = [
    "<div>", "</div>", "<a href='/a'>", "</a>", "<h1>Profil</h1>", "<form>", "<input name=q>", "<p>", "<b>", "<li>",
    "<table><tr><td>", "Layanan", "<button>", "<label for=x>", "<nav>", "</nav>", "<select><option>", "3 Maret 2025",
    "<img alt>", "<iframe src=x>", "<noscript>", "<svg>", LONG,
]  # fmt: skip


def _states(result: ObservationResult) -> dict[str, str]:
    return {o.detector: str(o.state) for o in result.observations if o.scope == Scope.SITE and o.subject == "site"}


def _of(folder: Path, pages: Any, name: str = "site.warc.gz") -> ObservationResult:
    return observe([write_site(folder / name, pages)])


def test_the_answers_of_a_made_up_city(tmp_path: Path) -> None:
    result = _of(tmp_path, CITY)
    states = _states(result)
    for name in ("institution_profile", "service_catalogue", "service_cards", "downloadable_form", "fees_published",
                 "contact_details", "search_form", "dead_links", "stale_content"):  # fmt: skip
        assert states[name] == "seen", name
    for name in ("faq", "complaint_channel", "budget_document", "citizen_login", "online_payment", "social_accounts"):
        assert states[name] == "not_seen", name
    assert {(each.name, each.stage) for each in result.services} == {
        ("KTP elektronik", "presence"), ("Kartu keluarga", "interaction"),
    }  # fmt: skip
    assert result.capture is not None
    assert result.capture.pages == 7
    assert result.capture.completeness == 1.0
    assert result.capture.hosts == ("kota.go.id",)


def test_every_service_points_to_its_fact(tmp_path: Path) -> None:
    result = _of(tmp_path, CITY)
    facts = {each.id: each for each in result.observations}
    for service in result.services:
        assert [facts[each].value for each in service.observations] == [service.stage]


def test_the_same_archive_says_the_same_twice(tmp_path: Path) -> None:
    path = write_site(tmp_path / "site.warc.gz", CITY)
    assert observe([path]) == observe([path])


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_pages_does_not_matter(tmp_path: Path, seed: int) -> None:
    places = list(CITY.items())
    random.Random(seed).shuffle(places)
    assert _states(_of(tmp_path, dict(places), "other.warc.gz")) == _states(_of(tmp_path, CITY))


def test_several_archives_are_one_site(tmp_path: Path) -> None:
    half = len(CITY) // 2
    first = write_site(tmp_path / "a.warc.gz", dict(list(CITY.items())[:half]))
    second = write_site(tmp_path / "b.warc.gz", dict(list(CITY.items())[half:]))
    assert _states(observe([first, second])) == _states(_of(tmp_path, CITY))


@pytest.mark.parametrize(
    "pages, reason",
    [
        ({"/": {"status": 403, "body": "no"}}, "refused"),
        ({"/": {"status": 503, "body": "no"}}, "no page of the site"),
        ({"/a/b": "<h1>Profil</h1><p>{long}</p>", "/c": "<p>x</p>"}, "front page is not in the archive"),
        ({"/": "<a href=/a>a</a><a href=/b>b</a><a href=/c>c</a>", "/a": "<p>x</p>"}, "Only 1 of the 3 pages"),
        ({"/": "<div id=app></div><script src=/app.js></script>"}, "built by scripts"),
    ],
)
def test_nothing_is_called_absent_that_the_capture_cannot_carry(tmp_path: Path, pages: Any, reason: str) -> None:
    result = _of(tmp_path, pages)
    states = _states(result)
    for name in ("budget_document", "complaint_channel", "faq", "online_payment", "search_form", "open_data"):
        assert states[name] == "cannot_tell", name
    assert any(reason in each.reason for each in result.observations)
    assert result.capture is not None
    assert reason in result.capture.note


def test_what_a_manifest_says_is_believed(tmp_path: Path) -> None:
    path = write_site(tmp_path / "site.warc.gz", CITY)
    write_manifest(path, Manifest(
        archive=path.name, urls=("http://kota.go.id/",), settings={}, started="2026-11-20T08:00:00Z",
        ended="2026-11-20T08:10:00Z", complete=True, pages=7, discovered=9, states={"ok": 7, "http_error(404)": 1},
        completeness=0.9, hosts=("kota.go.id",),
    ))  # fmt: skip
    capture = observe([path]).capture
    assert capture is not None
    assert capture.completeness == 0.9
    assert capture.complete


def test_private_numbers_do_not_leave_the_archive(tmp_path: Path) -> None:
    pages = {**CITY, "/": CITY["/"].replace("Selamat datang", "NIK warga 3374125502990003")}
    told = " ".join(each.excerpt for each in _of(tmp_path, pages).observations)
    assert "3374125502990003" not in told


def test_an_archive_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.warc.gz"
    path.write_bytes(b"")
    with pytest.raises(InputError):
        observe([path])


def test_nothing_is_observed_without_archives() -> None:
    assert nothing_observed() == ObservationResult((), None, ())


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl"])
def test_observations_come_back_as_they_were(tmp_path: Path, suffix: str) -> None:
    observations = _of(tmp_path, CITY).observations
    path = tmp_path / f"observations{suffix}"
    write_observations(observations, path)
    assert read_observations(path) == observations


def test_a_file_that_holds_no_observations_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "observations.parquet"
    path.write_bytes(b"nothing")
    with pytest.raises(InputError):
        read_observations(path)
    with pytest.raises(InputError):
        write_observations((), tmp_path / "observations.csv")


# hostile pages


def test_deep_nesting_is_cut_and_said() -> None:
    body = b"<html><body>" + b"<div>" * 60_000 + b"x" + b"</div>" * 60_000
    safe, reason = bounded(body)
    assert len(safe) < 12_000
    assert str(MAX_DEPTH) in reason
    page = read_page(body, "http://a.go.id/")
    assert "nested" in page.cut


def test_a_tag_with_a_hundred_thousand_attributes_is_cut_and_said() -> None:
    body = b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x</p>"
    safe, reason = bounded(body)
    assert len(safe) < 100
    assert "attributes" in reason


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_in_two_bytes_a_letter_is_bounded_as_any_other(encoding: str) -> None:
    mark = "\ufeff".encode(encoding)
    safe, reason = bounded(mark + ("<html>" + "<div>" * 60_000).encode(encoding))
    assert str(MAX_DEPTH) in reason
    assert len(safe) < 10_000
    page = read_page(mark + "<title>Kota ä</title><h1>Pengumuman</h1>".encode(encoding), "http://kota.go.id/")
    assert (page.title, page.blocks[0].text, page.cut) == ("Kota ä", "Pengumuman", "")
    torn = read_page(
        mark + "<h1>Pengumuman \U0001f3db</h1>".encode(encoding)[:-11] + b"\x00\xd8\x01", "http://kota.go.id/"
    )
    assert torn.blocks[0].text.startswith("Pengumuman")


def test_a_tag_that_never_ends_is_cut_and_said() -> None:
    safe, reason = bounded(b"<html><p " + b"<p " * 100_000)
    assert len(safe) < 20
    assert "attributes" in reason


@pytest.mark.parametrize(
    "body",
    [
        b"<p>telp 0" + b"1 " * 50_000,  # text without a tag for a long while
        b"<svg><path d='M0'/></svg>" * 4_000,  # drawings whose parts close themselves
        b"<br>" * 5_000 + b"<li>" * 5_000 + b"<p>" * 5_000,
    ],
)
def test_an_ordinary_page_is_never_cut(body: bytes) -> None:
    assert bounded(body) == (body, "")


@pytest.mark.parametrize(
    "body",
    [b"", b"\x00" * 50_000, b"<" * 50_000, b"<a href=" * 5_000, b"<!--" * 10_000, b"<table>" * 2_000, b"&#" * 20_000,
     b"<script>" * 1_000, b"<title>" + b"x" * 100_000, "<p>\u202e\ufffe\ud7ff".encode(), b"<a href='http://[::'>x</a>",
     b"<form>" * 2_000 + b"<input>" * 5_000, b"<h1>" * 3_000, b"<base href='javascript:x'><a href=y>z</a>",
     b"<script type='application/ld+json'>" + b"[" * 50_000 + b"</script>", b"<li><a href=x>y</a>" * 8_000],
)  # fmt: skip
def test_no_page_breaks_the_reading(tmp_path: Path, body: bytes) -> None:
    read_page(body, "http://kota.go.id/x")
    text = body.decode("utf-8", "replace")
    result = _of(tmp_path, {**CITY, "/x": {"body": text, "raw": True}})
    assert not [each.reason for each in result.observations if "detector failed" in each.reason]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(
        st.sampled_from(_PIECES), max_size=60,
    )
)  # fmt: skip
def test_made_up_markup_never_fails_and_says_the_same_twice(tmp_path: Path, parts: list[str]) -> None:
    pages = {**CITY, "/x": {"body": "".join(parts), "raw": True}}
    path = write_site(tmp_path / "fuzz.warc.gz", pages)
    first = observe([path])
    assert first == observe([path])
    assert not [each.reason for each in first.observations if "detector failed" in each.reason]


def _well_formed(observation: Observation) -> bool:
    told = bool(observation.reason) or observation.state != State.CANNOT_TELL
    return told and len(observation.excerpt) <= 300 and bool(observation.id)


@pytest.mark.skipif(SHARED is None, reason=REASON)
@pytest.mark.parametrize("name", ["ccc-sg", "lamongan", "kalimanah"])
def test_real_archives_are_observed_whole(name: str) -> None:
    assert SHARED is not None
    result = observe([SHARED / "corpora" / f"{name}.warc.gz"])
    assert all(_well_formed(each) for each in result.observations)
    assert not [each.reason for each in result.observations if "detector failed" in each.reason]
    assert len({each.id for each in result.observations}) == len(result.observations)
    assert result.capture is not None
    assert result.capture.note == ""
    assert {each.detector for each in result.observations} >= OWNER_ONLY
