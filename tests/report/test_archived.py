"""An archived page is shown as text alone, with the excerpt marked where it stands, whatever the page holds."""

import argparse
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.test_hostile import NASTY, check
from tests.shared_paths import REASON, SHARED

from tinjau.archive import Reader, Record
from tinjau.cli import reporting
from tinjau.model import InputError
from tinjau.report.archived import page_text, record_page


def record(body: str | bytes, media_type: str = "text/html", charset: str = "utf-8") -> Record:
    content = body.encode("utf-8", "replace") if isinstance(body, str) else body
    address, moment = "https://kota.example/layanan", "2026-11-20T08:15:00Z"
    head = ("<urn:uuid:1>", "response", address, moment, 200, "OK", (), media_type, charset)
    return Record(*head, content, "sha256:ab", "", 0, "a.warc.gz")


PAGE = (
    "<html><head><title>Kota</title><style>.a{}</style><script>var x = 'rahasia skrip'</script></head><body>"
    "<h1>Dokumen Anggaran</h1><p>Anggaran   pendapatan dan <b>belanja</b> daerah.</p>"
    "<template>tersembunyi</template></body></html>"
)


def marked(made: str) -> list[str]:
    return re.findall(r"<mark>(.*?)</mark>", made)


def test_the_text_alone_is_shown() -> None:
    text = page_text(record(PAGE))
    assert "Dokumen Anggaran" in text
    assert "rahasia skrip" not in text
    assert "tersembunyi" not in text


@pytest.mark.parametrize(
    "excerpt, expected",
    [
        ("Dokumen Anggaran", ["Dokumen Anggaran"]),
        ("Dokumen Anggaran: Anggaran pendapatan dan", ["Dokumen Anggaran", "Anggaran pendapatan dan"]),
        ("Dokumen Anggaran → /unduhan/a.pdf", ["Dokumen Anggaran"]),
        ("Dokumen Ang…", ["Dokumen Ang"]),
        ("Anggaran pendapatan dan belanja daerah.", ["Anggaran pendapatan dan belanja daerah."]),
        ("tidak ada di sini", []),
        ("a", []),
        ("", []),
    ],
)
def test_every_part_of_the_excerpt_is_marked(excerpt: str, expected: list[str]) -> None:
    made = record_page(record(PAGE), excerpt, "id")
    check(made)
    assert marked(made) == expected
    assert ("Kutipan ditandai" in made) == bool(expected)


@pytest.mark.parametrize("text", NASTY)
def test_a_hostile_page_stays_text(text: str) -> None:
    check(record_page(record(f"<body><p>{text}</p>{text}</body>"), text, "en"))
    check(record_page(record(text, "text/plain"), text, "en"))


@given(st.text(max_size=300), st.text(max_size=60))
def test_marking_changes_no_letter(text: str, excerpt: str) -> None:
    plain = record(text, "text/plain")
    bare, shown = (re.sub(r"</?mark>", "", record_page(plain, each, "en")) for each in ("", excerpt))
    assert re.findall(r'<div dir="auto".*</div>', bare, re.DOTALL) == re.findall(
        r'<div dir="auto".*</div>', shown, re.DOTALL
    )


def test_what_is_no_text_shows_none_and_an_unknown_charset_is_read_as_utf8() -> None:
    assert page_text(record(b"%PDF-1.7", "application/pdf")) == ""
    assert page_text(record("héllo", "text/plain", "x-unknown")) == "héllo"


def test_a_long_page_is_cut_and_says_so() -> None:
    made = record_page(record("<body>" + "<p>baris</p>" * 60_000 + "</body>"), "", "en")
    assert "Only the beginning" in made
    assert len(made) < 1_500_000


def parse(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    reporting.register(parser.add_subparsers(required=True))
    return parser.parse_args(["record", *arguments])


def test_a_record_of_a_real_archive_is_found(tmp_path: Path) -> None:
    if SHARED is None:
        pytest.skip(REASON)
    archive = SHARED / "corpora" / "lamongan.warc.gz"
    known = next(iter(Reader(archive)))
    out = tmp_path / "page.html"
    arguments = parse(str(archive), known.id, "--out", str(out))
    assert arguments.handler(arguments) == 0
    check(out.read_text("utf-8"))
    missing = parse(str(archive), "<urn:uuid:none>", "--out", str(tmp_path / "none.html"))
    with pytest.raises(InputError, match="no record of this id"):
        missing.handler(missing)
    assert not (tmp_path / "none.html").exists()
