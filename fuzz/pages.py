"""The pages that mutations start from: small made ones, the sample city's, and real ones where they are at hand."""

from itertools import islice
from pathlib import Path

from tinjau.archive import Reader
from tinjau.demo.site import sample_city

_EACH = 25  # real pages taken from each archive
_LARGEST_REAL = 60_000  # bytes; larger ones only cost time


def made() -> list[bytes]:
    """The sample city's pages, and pages that are hardly any."""
    city = sample_city()
    tiny = [b"", b"<", b"<html>", b"<p>Pengaduan", b"\x00", b"%PDF-1.4", b"{}", "<h1>é</h1>".encode("latin-1")]
    return tiny + [city.get(path).body for path in city.pages]


def real(shared: Path | None) -> list[bytes]:
    """Pages of the shared archives; none where they are absent."""
    found: list[bytes] = []
    for path in sorted((shared / "corpora").glob("*.warc.gz")) if shared else ():
        bodies = (each.body for each in Reader(path) if each.is_html and each.status == 200)
        found += islice((body for body in bodies if 0 < len(body) <= _LARGEST_REAL), _EACH)
    return found
