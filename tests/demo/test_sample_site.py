"""The sample city serves what it says it serves, and its only broken link is the planted one."""

import hashlib
import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser
from tests.shared_paths import REASON, SHARED

from tinjau.demo import site
from tinjau.demo.server import SampleCity, serve_sample_city
from tinjau.demo.site import sample_city
from tinjau.demo.site.dates import spoken

GAPS = yaml.safe_load((Path(site.__file__).with_name("gaps.yaml")).read_text())
PLANTED = "/dokumen/peta-trayek-angkutan-kota"


@pytest.fixture(scope="module")
def running() -> Iterator[SampleCity]:
    with serve_sample_city() as city:
        yield city


def ask(city: SampleCity, path: str, method: str = "GET", body: bytes | None = None) -> tuple[int, str, bytes]:
    where = urlsplit(city.url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=10)
    try:
        connection.request(method, path, body)
        reply = connection.getresponse()
        return reply.status, reply.headers["Content-Type"], reply.read()
    finally:
        connection.close()


def links_of(body: bytes, base: str) -> set[str]:
    tree = LexborHTMLParser(body)
    found = [node.attributes.get("href") or "" for node in tree.css("a[href], link[href]")]
    found += [node.attributes.get("src") or "" for node in tree.css("img[src]")]
    found += [node.attributes.get("action") or "" for node in tree.css("form[action]")]
    return {urljoin(base, each).partition("#")[0] for each in found}


def test_it_has_about_sixty_pages_or_more() -> None:
    assert 60 <= len(sample_city().pages) <= 80


def test_every_page_and_file_is_served(running: SampleCity) -> None:
    for path in running.city.pages:
        status, kind, body = ask(running, path)
        assert (status, kind) == (200, "text/html; charset=utf-8"), path
        assert body
    for path, (kind, body) in running.city.files.items():
        assert ask(running, path) == (200, kind, body)


def test_the_only_broken_internal_link_is_the_planted_one(running: SampleCity) -> None:
    seen, queue, broken = {running.url + "/"}, [running.url + "/"], []
    while queue:
        url = queue.pop()
        status, kind, body = ask(running, url.removeprefix(running.url))
        if status != 200:
            broken.append(url.removeprefix(running.url))
        elif kind.startswith("text/html"):
            new = {each for each in links_of(body, url) if each.startswith(running.url)} - seen
            seen |= new
            queue += sorted(new)
    assert broken == [PLANTED]
    reached = {urlsplit(each).path for each in seen}
    assert set(running.city.pages) | set(running.city.files) <= reached


def test_a_lost_address_is_404_and_its_name_is_escaped(running: SampleCity) -> None:
    status, _, body = ask(running, "/%3Cscript%3E")
    assert status == 404
    assert b"<script>" not in body


def test_head_sends_no_body(running: SampleCity) -> None:
    assert ask(running, "/", "HEAD") == (200, "text/html; charset=utf-8", b"")
    assert ask(running, "/tidak-ada", "HEAD")[0] == 404


@pytest.mark.parametrize(
    ("question", "found"),
    [("kartu+keluarga", "/layanan/kartu-keluarga"), ("tenun", "/umkm"), ("apbd", "/transparansi/anggaran")],
)
def test_search_finds(running: SampleCity, question: str, found: str) -> None:
    _, _, body = ask(running, f"/cari?q={question}")
    results = [node.attributes["href"] for node in LexborHTMLParser(body).css("main ol a")]
    assert found in results
    assert len(results) < 21


def test_search_says_when_it_finds_nothing_and_escapes(running: SampleCity) -> None:
    _, _, body = ask(running, "/cari?q=%22%3E%3Cimg+src%3Dx%3E")
    assert "Tidak ada hasil" in body.decode()
    assert b"<img src=x>" not in body


def test_a_form_answers_with_a_receipt_that_follows_from_what_was_sent(running: SampleCity) -> None:
    first = ask(running, "/pengaduan", "POST", b"isi=lampu+mati")
    assert first[0] == 200
    assert "Tanda Terima" in first[2].decode()
    assert ask(running, "/pengaduan", "POST", b"isi=lampu+mati") == first
    assert ask(running, "/pengaduan", "POST", b"isi=lampu+menyala") != first


def test_a_form_that_does_not_exist_or_is_too_large_is_refused(running: SampleCity) -> None:
    assert ask(running, "/profil", "POST", b"x=1")[0] == 404
    assert ask(running, "/pengaduan", "POST", b"x" * 65_537)[0] == 413


def test_robots_and_sitemap_name_the_running_address(running: SampleCity) -> None:
    assert f"Sitemap: {running.url}/sitemap.xml" in ask(running, "/robots.txt")[2].decode()
    assert f"<loc>{running.url}/layanan</loc>" in ask(running, "/sitemap.xml")[2].decode()


def test_two_servers_serve_the_same_bytes() -> None:
    def fingerprint() -> str:
        digest = hashlib.sha256()
        sample_city.cache_clear()
        with serve_sample_city() as city:
            for path in [*city.city.pages, *city.city.files]:
                digest.update(ask(city, path)[2])
        return digest.hexdigest()

    assert fingerprint() == fingerprint()


def test_the_newest_news_is_as_old_as_the_truth_says(running: SampleCity) -> None:
    (truth,) = (each["value"] for each in GAPS["gaps"] if each["id"] == "stale-news")
    tree = LexborHTMLParser(ask(running, "/berita")[2])
    assert tree.css("time")[0].attributes["datetime"] == truth
    days = {node.attributes["datetime"]: node.text() for node in tree.css("time")}
    assert days["2025-07-14"] == "Senin, 14 Juli 2025"
    assert spoken(site.REFERENCE_DATE) == "Senin, 2 November 2026"


def test_the_truth_names_pages_that_exist() -> None:
    known = set(sample_city().pages)
    for each in [*GAPS["gaps"], *GAPS["present"]]:
        assert set(each["pages"]) <= known, each
    graded = [name for names in GAPS["services"].values() for name in names]
    assert sorted(f"/layanan/{name}" for name in graded) == sorted(
        path for path in known if path.startswith("/layanan/") and path.count("/") == 2
    )


@pytest.mark.parametrize("path", sorted(path for path in sample_city().files if path.endswith(".pdf")))
def test_documents_are_pdfs_whose_cross_references_hold(path: str) -> None:
    _, body = sample_city().files[path]
    assert body.startswith(b"%PDF-1.4")
    start = int(body.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    table = body[start:].split(b"\n")
    assert table[0] == b"xref"
    for number, line in enumerate(table[3:9], start=1):
        assert body[int(line[:10]) :].startswith(b"%d 0 obj" % number)


@pytest.mark.skipif(SHARED is None, reason=REASON)
def test_no_real_regency_or_city_bears_the_name() -> None:
    assert SHARED is not None
    assert "arunika" not in (SHARED / "data" / "idn-area" / "regencies.csv").read_text().lower()


def test_a_taken_port_is_no_obstacle(running: SampleCity) -> None:
    with serve_sample_city(urlsplit(running.url).port or 0) as second:
        assert second.url != running.url
        assert ask(second, "/")[0] == 200
