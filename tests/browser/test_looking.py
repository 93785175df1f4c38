"""Chromium on an archive made for the purpose: what it sees, and that nothing leaves the machine."""

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tinjau.archive import encode_record, encode_warcinfo
from tinjau.capture.browser import BrowserResult, BrowserSettings, look, sample_pages
from tinjau.capture.browser.replaying import Replay
from tinjau.capture.browser.sampling import template_of
from tinjau.model import InputError, State

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install the system's package chromium")

HOST = "http://kota.example"
PAGES = {
    "/": ("text/html", '<!DOCTYPE html><html lang="id"><title>Kota</title><main><h1>Kota</h1><p>Beranda</p>'
          '<img src="/peta.png"><script src="https://hitung.example/x.js"></script></main>',
          [("Set-Cookie", "jejak=1; Path=/")]),
    "/lebar": ("text/html", '<!DOCTYPE html><html lang="id"><title>Lebar</title><main><h1>Lebar</h1>'
               '<div style="width:900px;height:9px">.</div></main>', []),
    "/rapi": ("text/html", '<!DOCTYPE html><html lang="id"><meta name="viewport" content="width=device-width">'
              "<title>Rapi</title><main><h1>Rapi</h1><p>Isi</p></main>", []),
    "/skrip": ("text/html", '<!DOCTYPE html><html lang="id"><title>S</title><main><h1>S</h1><p id="i"></p><script>'
               'document.getElementById("i").textContent = "kata ".repeat(200); salah();</script></main>', []),
    "/tanpa-gaya": ("text/html", '<!DOCTYPE html><html lang="id"><title>T</title><link rel="stylesheet" '
                    'href="/hilang.css"><main><h1>T</h1><div style="width:900px;height:9px">.</div></main>', []),
    "/keluar": ("text/html", '<!DOCTYPE html><html lang="id"><title>K</title><main><h1>K</h1>'
                "<script>fetch('{canary}').catch(() => 0); new WebSocket('{canary}'.replace('http','ws'));"
                "navigator.sendBeacon('{canary}', 'x'); window.open('{canary}');"
                "new Image().src = '{canary}';</script></main>", []),
}  # fmt: skip


@pytest.fixture(scope="module")
def canary() -> Iterator[tuple[str, list[bytes]]]:
    """A listening socket that nothing may reach, and what reached it."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    hits: list[bytes] = []
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                link, _ = server.accept()
            except TimeoutError:
                continue
            hits.append(link.recv(200))
            link.close()

    thread = threading.Thread(target=listen)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/", hits
    stop.set()
    thread.join()
    server.close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, canary: tuple[str, list[bytes]]) -> Path:
    path = tmp_path_factory.mktemp("browser") / "kota.warc.gz"
    write(path, {name: (kind, body.replace("{canary}", canary[0]), more) for name, (kind, body, more) in PAGES.items()})
    return path


def write(path: Path, pages: dict[str, tuple[str, str, list[tuple[str, str]]]]) -> None:
    date = "2026-11-20T08:00:00Z"
    parts = [encode_warcinfo([("software", "test")], date=date, filename=path.name)]
    for name, (kind, body, more) in pages.items():
        lines = [f"Content-Type: {kind}", *(f"{key}: {value}" for key, value in more), "", body]
        block = ("HTTP/1.1 200 OK\r\n" + "\r\n".join(lines)).encode()
        parts.append(
            encode_record(
                "response",
                "application/http; msgtype=response",
                block,
                date=date,
                url=HOST + name,
                record_id=f"<urn:uuid:{name}>",
            )
        )
    path.write_bytes(b"".join(each.data for each in parts))


@pytest.fixture(scope="module")
def seen(archive: Path) -> BrowserResult:
    return look([archive], BrowserSettings(pages=20))


def state_of(result: BrowserResult, page: str, detector: str) -> State:
    (found,) = [each for each in result.observations if each.url == HOST + page and each.detector == detector]
    return found.state


@needs_chromium
@pytest.mark.parametrize(
    ("page", "detector", "state"),
    [
        ("/lebar", "browser-overflow-390", State.SEEN),
        ("/rapi", "browser-overflow-320", State.NOT_SEEN),
        ("/tanpa-gaya", "browser-overflow-390", State.CANNOT_TELL),  # its style sheet is not in the archive
        ("/skrip", "browser-script-errors", State.SEEN),
        ("/rapi", "browser-script-errors", State.NOT_SEEN),
        ("/", "browser-script-errors", State.CANNOT_TELL),  # a script of it is not in the archive
        ("/", "browser-cookies-before-consent", State.SEEN),
        ("/rapi", "browser-cookies-before-consent", State.NOT_SEEN),
        ("/", "browser-third-parties", State.SEEN),
        ("/skrip", "browser-needs-script", State.SEEN),
    ],
)
def test_what_the_browser_sees(seen: BrowserResult, page: str, detector: str, state: State) -> None:
    assert state_of(seen, page, detector) == state


@needs_chromium
def test_axe_names_the_image_without_alternative(seen: BrowserResult) -> None:
    (home,) = [page for page in seen.pages if page.url == HOST + "/"]
    assert [rule.nodes for rule in home.rules if rule.rule == "image-alt" and not rule.review] == [1]
    assert "browser-axe-violation" in {each.detector for each in seen.observations}


@needs_chromium
def test_nothing_that_a_page_asks_for_leaves_the_machine(seen: BrowserResult, canary: tuple[str, list[bytes]]) -> None:
    assert HOST + "/keluar" in {page.url for page in seen.pages}
    assert canary[1] == []


@needs_chromium
def test_the_same_archive_gives_the_same_result(archive: Path, seen: BrowserResult) -> None:
    assert look([archive], BrowserSettings(pages=20)).observations == seen.observations


@needs_chromium
def test_an_archive_without_pages_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", {"/a.txt": ("text/plain", "isi", [])})
    with pytest.raises(InputError, match="no page"):
        look([tmp_path / "a.warc.gz"], BrowserSettings())


@needs_chromium
def test_a_browser_that_is_not_there_is_said(archive: Path) -> None:
    with pytest.raises(InputError, match="no Chromium"):
        look([archive], BrowserSettings(chromium="/no/such/chromium"))


@pytest.mark.parametrize(
    ("url", "template"),
    [
        ("http://k.example/", "/"),
        ("http://k.example/berita/2026/11/walikota-buka-pameran-umkm", "/berita/N/N/S"),
        ("http://k.example/index.php?id=7&page=2", "/index.php?id&page"),
        ("http://k.example/index.php?page=9&id=1", "/index.php?id&page"),
        ("http://k.example/profil", "/profil"),
    ],
)
def test_templates(url: str, template: str) -> None:
    assert template_of(url) == template


def test_the_sample_takes_one_of_each_template_first(tmp_path: Path) -> None:
    pages: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
        f"/berita/{n}": ("text/html", "<p>x", []) for n in range(30)
    }
    pages |= {"/": ("text/html", "<p>x", []), "/profil": ("text/html", "<p>x", [])}
    write(tmp_path / "a.warc.gz", pages)
    with Replay([tmp_path / "a.warc.gz"]) as replay:
        sample = sample_pages(replay.responses.values(), 4)
        again = sample_pages(reversed(list(replay.responses.values())), 4)
    assert [each.template for each in sample] == ["/", "/profil", "/berita/N", "/berita/N"]
    assert sample == again
