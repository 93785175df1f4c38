"""An archive of any size, made of the sample city's pages: copy after copy, each at addresses of its own."""

import gzip
import uuid
from collections.abc import Sequence
from pathlib import Path

import typst

from tinjau.demo.site import REFERENCE_DATE, sample_city

_HOST = "http://sample-city.invalid"
_DATE = f"{REFERENCE_DATE.isoformat()}T08:00:00Z"
_LEVEL = 6  # what a capture writes
PAGES = len(sample_city().pages)  # of one copy


def write_archive(path: Path, copies: int) -> int:
    """Write a WARC 1.1 archive with the pages of the city `copies` times; the number of pages.

    Each copy has addresses of its own and a word of its own in every paragraph: no page and no text comes again.
    """
    city = sample_city()
    with path.open("wb") as out:
        for copy in range(copies):
            for place in city.pages:
                body = city.get(place).body
                if copy:  # other addresses, other links, other texts: what a larger site would show
                    word = _word(copy)
                    body = body.replace(b'href="/', b'href="/salinan-%d/' % copy).replace(b"<p>", b"<p>%s " % word)
                address = f"{_HOST}/salinan-{copy}{place}" if copy else f"{_HOST}{place}"
                out.write(gzip.compress(_record(address, body), _LEVEL, mtime=0))
    return copies * len(city.pages)


def write_pages(path: Path, bodies: Sequence[bytes]) -> int:
    """Write an archive of these pages, the first at the front door; their number."""
    with path.open("wb") as out:
        for number, body in enumerate(bodies):
            out.write(gzip.compress(_record(f"{_HOST}/{number or ''}", body), _LEVEL, mtime=0))
    return len(bodies)


def write_documents(path: Path, documents: Sequence[bytes]) -> int:
    """Write an archive of the city's front page with links to PDFs that are called budgets; the number of pages."""
    links = "".join(f'<p><a href="/apbd-{2025 - at}.pdf">APBD {2025 - at}</a></p>' for at in range(len(documents)))
    page = f"<!DOCTYPE html><title>Dokumen</title><h1>Dokumen</h1>{links}".encode()
    with path.open("wb") as out:
        out.write(gzip.compress(_record(f"{_HOST}/", page), _LEVEL, mtime=0))
        for at, body in enumerate(documents):
            record = _record(f"{_HOST}/apbd-{2025 - at}.pdf", body, "application/pdf")
            out.write(gzip.compress(record, _LEVEL, mtime=0))
    return 1


def document(pages: int) -> bytes:
    """A PDF with a cover and tables of figures on as many pages."""
    table = "#table(columns: 4, ..range(0, 120).map(each => [Belanja daerah #each]))"
    cover = "#align(center)[= ANGGARAN PENDAPATAN DAN BELANJA DAERAH\n\nTAHUN ANGGARAN 2025]"
    return bytes(typst.compile((cover + f"\n#pagebreak()\n{table}" * (pages - 1)).encode()))


def _word(number: int) -> bytes:
    """A word of letters for a number: digits are left out where texts are compared."""
    letters = b""
    while number:
        number, rest = divmod(number, 26)
        letters += bytes([97 + rest])
    return b"salinan" + letters


def _record(address: str, body: bytes, kind: str = "text/html; charset=utf-8") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    http = head.encode() + body
    lines = (
        "WARC/1.1", "WARC-Type: response", f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}>",
        f"WARC-Date: {_DATE}", f"WARC-Target-URI: {address}", "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}", "", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode() + http + b"\r\n\r\n"
