"""Small made-up sites as archives: what the cases of the detectors are written in."""

import gzip
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.observe.pdfs import body_of

HOST = "http://kota.go.id"
DAY = "2026-11-20T08:00:00Z"
LONG = (
    "Kantor melayani warga setiap hari kerja di gedung lama dekat alun alun dan menerima setiap orang yang datang. "
    "Petugas membantu warga yang belum mengerti cara mengisi berkas dan menjelaskan setiap langkah dengan sabar. "
    "Ruang tunggu telah diperbaiki, kursi ditambah, dan papan nama dipasang supaya warga tidak tersesat. "
)


def write_site(path: Path, pages: Mapping[str, Any]) -> Path:
    """An archive with the pages: address or path to HTML, or to {status, type, body, headers}."""
    with path.open("wb") as out:
        for place, page in pages.items():
            out.write(gzip.compress(record(place, page), 6, mtime=0))
    return path


def write_case(folder: Path, case: Mapping[str, Any], name: str = "site") -> list[Path]:
    """The archives of a case: its `pages`, and what `later` says another archive holds."""
    paths = [write_site(folder / f"{name}.warc.gz", case["pages"])]
    return [*paths, write_site(folder / f"{name}-later.warc.gz", case["later"])] if "later" in case else paths


def record(place: str, page: Any) -> bytes:
    """One response record. `{long}` in a body stands for a paragraph of text, `{big}` for 600 kB of it; `pdf` is a
    document as in `pdfs.body_of`.
    """
    given = page if isinstance(page, Mapping) else {"body": page}
    if "pdf" in given:
        given = {"type": "application/pdf", **given}
    status = int(given.get("status", 200))
    body = str(given.get("body", "")).replace("{long}", LONG).replace("{big}", "x" * 600_000)
    kind = given.get("type", "text/html; charset=utf-8")
    if kind.startswith("text/html") and "<html" not in body and body and not given.get("raw"):
        body = f'<!doctype html><html lang="id"><head><title>Kota Contoh</title></head><body>{body}</body></html>'
    headers = {"Content-Type": kind, **given.get("headers", {})}
    address = place if place.startswith("http") else HOST + place
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    http = f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + (body_of(given["pdf"]) if "pdf" in given else body.encode())
    head = (
        "WARC/1.1", "WARC-Type: response", f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}>",
        f"WARC-Date: {given.get('date', DAY)}", f"WARC-Target-URI: {address}",
        "Content-Type: application/http; msgtype=response", f"Content-Length: {len(http)}", "", "",
    )  # fmt: skip
    return "\r\n".join(head).encode() + http + b"\r\n\r\n"
