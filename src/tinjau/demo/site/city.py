"""The whole invented city: its pages, documents and pictures, and what it answers to a request."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml

from tinjau.demo.site.fronts import english_page, front_page, lost_page, old_page, site_map
from tinjau.demo.site.markup import Documents, blocks
from tinjau.demo.site.news import news_pages
from tinjau.demo.site.page import Page
from tinjau.demo.site.pdf import one_page_pdf
from tinjau.demo.site.pictures import picture
from tinjau.demo.site.search import search_page
from tinjau.demo.site.services import service_pages
from tinjau.demo.site.shell import STYLE, dressed

_CONTENT = Path(__file__).with_name("content")
_HTML = "text/html; charset=utf-8"
_PICTURES = (
    "lambang", "jalan-melati", "lomba-puisi", "struktur-organisasi", "tenun-wening", "jembatan-besi", "kebun-teh",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server sends: status, content type and body."""

    status: int
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class City:
    """Every page by its path, and every file by its path with its content type."""

    pages: Mapping[str, Page]
    files: Mapping[str, tuple[str, bytes]]

    def get(self, path: str, question: str = "", origin: str = "") -> Reply:
        """The answer to a GET; `question` is the search, `origin` the server's own address for the sitemap."""
        if path == "/robots.txt":
            text = f"User-agent: *\nDisallow: /tanda-terima/\nSitemap: {origin}/sitemap.xml\n"
            return Reply(200, "text/plain; charset=utf-8", text.encode())
        if path == "/sitemap.xml":
            return Reply(200, "application/xml", self._sitemap(origin))
        if path == "/cari":
            return self._dressed(200, search_page(question, self.pages.values()))
        if path in self.files:
            return Reply(200, *self.files[path])
        if path in self.pages:
            return self._dressed(200, self.pages[path])
        return self._dressed(404, lost_page(path))

    def post(self, path: str, sent: bytes) -> Reply:
        """A receipt for what was sent to a form; its number follows from the content, and nothing is kept."""
        if path not in self.pages or f'action="{path}"' not in self.pages[path].body:
            return self._dressed(404, lost_page(path))
        number = f"ARK-{crc32(path.encode() + sent):010d}"
        body = (
            f"<p>Terima kasih. Kiriman Anda dicatat dengan nomor <b>{number}</b>. "
            "Simpan nomor ini untuk melacak status.</p>"
        )
        return self._dressed(200, Page(path, "Tanda Terima", body))

    def _dressed(self, status: int, page: Page) -> Reply:
        return Reply(status, _HTML, dressed(page, self._trail(page)))

    def _trail(self, page: Page) -> list[tuple[str, str]]:
        steps = [("/", "Beranda")]
        parts = page.path.strip("/").split("/")
        for depth in range(1, len(parts)):
            above = "/" + "/".join(parts[:depth])
            if above in self.pages:
                steps.append((above, self.pages[above].title))
        return steps if page.path == "/" else [*steps, (page.path, page.title)]

    def _sitemap(self, origin: str) -> bytes:
        entries = "".join(f"<url><loc>{origin}{path}</loc></url>" for path in self.pages if path != "/pegawai/masuk")
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        return f"{head}{entries}</urlset>\n".encode()


@cache
def sample_city() -> City:
    """The city, built once; the same bytes every time."""
    news, services, documents = (_read(name) for name in ("news", "services", "documents"))
    offered = _offered(documents)
    texts = [Page(each["path"], each["title"], blocks(each["body"], offered)) for each in _texts()]
    pages = [front_page(news, services), *texts, *news_pages(news), *service_pages(services), english_page()]
    pages += [search_page("", ()), old_page()]
    pages.append(site_map(pages))
    return City({page.path: page for page in pages}, _files(documents))


def _read(name: str) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = yaml.safe_load((_CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))
    return content


def _texts() -> list[dict[str, Any]]:
    return _read("pages") + _read("forms")


def _offered(documents: list[dict[str, Any]]) -> Documents:
    groups: dict[str, list[tuple[str, str]]] = {}
    for each in documents:
        groups.setdefault(each["group"], []).append((f"/unduhan/{each['file']}.pdf", each["title"]))
    return groups


def _files(documents: list[dict[str, Any]]) -> dict[str, tuple[str, bytes]]:
    files = {"/gaya.css": ("text/css; charset=utf-8", STYLE.encode())}
    for name in _PICTURES:
        files[f"/gambar/{name}.svg"] = ("image/svg+xml", picture(name))
    for each in documents:
        lines = ("Pemerintah Kota Arunika", each["title"], "Dokumen contoh: kota dan isinya rekaan.")
        files[f"/unduhan/{each['file']}.pdf"] = ("application/pdf", one_page_pdf(each["title"], lines))
    return files
