"""Which page is the front page, and what follows where it was never seen."""

from pathlib import Path

import pytest

from tinjau.archive import encode_record, encode_warcinfo
from tinjau.model import Unread
from tinjau.observe import observe

HOST = "https://kota.example"
DATE = "2026-11-20T08:00:00Z"
PAGE = '<!DOCTYPE html><html lang="id"><title>{0}</title><main><h1>{0}</h1><p>' + "Isi laman. " * 30 + "</p>{1}</main>"


def write(path: Path, records: list[tuple[str, int, str, str]]) -> Path:
    """An archive of (path, status, location, body)."""
    parts = [encode_warcinfo([("software", "test")], date=DATE, filename=path.name)]
    for number, (place, status, location, body) in enumerate(records):
        lines = [f"HTTP/1.1 {status} X", "Content-Type: text/html; charset=utf-8"]
        lines += [f"Location: {location}"] if location else []
        block = ("\r\n".join(lines) + "\r\n\r\n" + body).encode()
        kind = "application/http; msgtype=response"
        name = f"<urn:uuid:{number:08d}-0000-0000-0000-000000000000>"
        parts.append(encode_record("response", kind, block, date=DATE, url=HOST + place, record_id=name))
    path.write_bytes(b"".join(each.data for each in parts))
    return path


LINKS = '<a href="/profil">Profil</a><a href="/layanan">Layanan</a>'


@pytest.mark.parametrize(
    ("records", "unread"),
    [
        ([("/", 200, "", PAGE.format("Beranda", LINKS))], None),
        (  # a portal whose root leads deep into itself
            [
                ("/", 302, "/web/guest/home", ""),
                ("/web/guest/home", 200, "", PAGE.format("Beranda", LINKS)),
                ("/profil", 200, "", PAGE.format("Profil", "")),
                ("/berita/1", 200, "", PAGE.format("Berita", "")),
            ],
            None,
        ),
        (  # inner pages only: the site itself was never seen
            [
                ("/profil/sejarah", 200, "", PAGE.format("Sejarah", "")),
                ("/berita/2020/satu", 200, "", PAGE.format("Satu", "")),
                ("/layanan/ktp", 200, "", PAGE.format("KTP", "")),
            ],
            Unread.NO_FRONT_PAGE,
        ),
        ([("/", 403, "", PAGE.format("Forbidden", ""))], Unread.REFUSED),
    ],
)
def test_whether_the_site_was_seen(
    tmp_path: Path, records: list[tuple[str, int, str, str]], unread: Unread | None
) -> None:
    found = observe([write(tmp_path / "a.warc.gz", records)])
    assert found.capture is not None
    assert found.capture.unread == unread
    (budget,) = [each for each in found.observations if each.detector == "budget_document"]
    if unread is not None:
        assert budget.state == "cannot_tell"  # nothing is called absent of a site that was not seen
