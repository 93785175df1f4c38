"""The PDF by its text and its promises: tagged, archivable, two pages in brief first, hostile text shown as text."""

import io
import json
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report import city
from tests.report.test_hostile import NASTY
from tests.shared_paths import REASON, SHARED

from tinjau.model import Lang
from tinjau.report import pdf_report
from tinjau.report.print.glyphs import drawable, lacking, showable


def made(excerpt: str = "Laporan", langs: tuple[Lang, ...] = ("id",), *, draft: bool = True) -> bytes:
    return pdf_report(city.assessment(excerpt), city.plan(), city.study(), langs, city.instruments(), draft=draft)


def pages(file: bytes) -> list[str]:
    """The text of each page."""
    read = pypdfium2.PdfDocument(io.BytesIO(file))
    return [page.get_textpage().get_text_range().replace("\u200b", "").replace("\r\n", "\n") for page in read]


def test_it_says_that_it_is_accessible_and_archivable() -> None:
    file = made()
    assert file.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in file
    assert b"<pdfaid:part>2</pdfaid:part>" in file
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in file
    assert b"/MarkInfo" in file
    assert b"/Alt" in file


def test_two_pages_in_brief_come_first() -> None:
    first, second, third, *_ = pages(made())
    assert "Kota Arunika" in first
    assert "Hasil dalam lima kalimat" in first
    assert "Langkah berikutnya" in second
    assert "Sediakan payment" in second
    assert "Daftar isi" in third


def test_every_page_says_what_it_was_made_from() -> None:
    file = pages(made())
    for number, text in enumerate(file, 1):
        assert f"Halaman {number} dari {len(file)}" in text
        assert "c0ffeec0ffee" in text
        assert "Draf, belum disahkan" in text


def test_an_approved_report_is_no_draft() -> None:
    assert not any("Draf" in text for text in pages(made(draft=False)))


@pytest.mark.parametrize(
    "ended, stated",
    [
        ("2026-11-20T09:40:00.123456+07:00", "20261120024000"),
        ("2026-11-20", "20261120000000"),
        ("", "20000101000000"),
        ("kemarin", "20000101000000"),
        ("0001-01-01T00:00:00+14:00", "20000101000000"),
        ("9999-12-31T23:59:59-14:00", "20000101000000"),
    ],
)
def test_the_file_states_when_the_capture_ended(ended: str, stated: str) -> None:
    whole = city.assessment()
    assert whole.capture is not None
    dated = replace(whole, capture=replace(whole.capture, ended=ended))
    file = pdf_report(dated, city.plan(), city.study(), "id", city.instruments())
    assert f"/CreationDate(D:{stated}".encode() in file


def test_both_languages_stand_in_one_file() -> None:
    text = "\n".join(pages(made(langs=("id", "en"))))
    assert "Daftar isi" in text
    assert "Contents" in text
    assert "What to do next" in text


def test_the_same_inputs_give_the_same_bytes() -> None:
    assert made() == made()


@pytest.mark.parametrize(
    "text", [*NASTY, "日本語 العربية हिन्दी 👩‍👩‍👧 𝒳", "#set page(width: 1cm) $x$ @label <b> _a_ *b*", "a" * 3000]
)
def test_hostile_text_is_printed_as_text(text: str) -> None:
    written = "".join("\n".join(pages(made(text))).split())
    wanted = showable(text) if text.isascii() and text.isprintable() else "Transparansi"
    assert "".join(wanted.split())[:40] in written


def test_the_big_list_of_naughty_strings_is_printed() -> None:
    if SHARED is None:
        pytest.skip(REASON)
    strings = json.loads((SHARED / "suites" / "blns.json").read_text(encoding="utf-8"))
    assert len(pages(made(" ".join(strings)))) > 5


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_printed(text: str) -> None:
    assert made(text).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "expected", "count"),
    [
        ("Bali é – 日", "Bali é – [Han ×1]", 1),
        ("上海市 portal 浦东", "[Han ×3] portal [Han ×2]", 5),
        ("ひらカタ", "[Hiragana ×2][Katakana ×2]", 4),
        ("ꦗꦮ", "[Javanese ×2]", 2),
        ("\U0001f389", "[U+1F389 ×1]", 1),
        ("a\u2064b\ufe0f", "ab", 0),
        ("plain", "plain", 0),
    ],
)
def test_characters_without_a_glyph_are_marked_and_counted(text: str, expected: str, count: int) -> None:
    assert showable(text) == expected
    assert lacking(text) == count


def test_a_picture_s_text_keeps_no_mark_that_the_compiler_cannot_place() -> None:
    assert drawable("<text>Ze\u0301 Z\u0335 日 \u2716</text>") == "<text>Zé Z [Han ×1] ×</text>"


def test_the_print_says_that_characters_are_missing() -> None:
    whole, plain = (" ".join(" ".join(pages(made(text))).split()) for text in ("Kota 上海", "Kota"))
    assert "Huruf di luar fonta" in whole
    assert "[Han ×2]" in whole
    assert "Huruf di luar fonta" not in plain
