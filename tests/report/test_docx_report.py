"""The text document by its structure: headings, heading rows, alternative texts, links that lead somewhere."""

import io
import re
import zipfile
from functools import cache
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from tests.report import city
from tests.report.test_hostile import NASTY

from tinjau.model import InputError
from tinjau.report import docx_report


@cache
def made(excerpt: str = "Laporan", letterhead: bytes | None = None, *, draft: bool = True) -> bytes:
    assessment, packs = city.assessment(excerpt), city.instruments()
    return docx_report(assessment, city.plan(), city.study(), "id", packs, letterhead=letterhead, draft=draft)


def opened(file: bytes) -> Any:
    return docx.Document(io.BytesIO(file))


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_the_headings_are_headings_in_order() -> None:
    levels = [int(each.style.name[-1]) for each in opened(made()).paragraphs if each.style.name.startswith("Heading ")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_repeats_its_heading_row_and_has_an_alternative_text() -> None:
    tables = opened(made()).tables
    assert len(tables) > 8
    for table in tables:
        first = table.rows[0]._tr.trPr
        assert first.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_every_picture_has_an_alternative_text() -> None:
    shapes = opened(made()).inline_shapes
    assert len(shapes) == 5
    assert all(each._inline.docPr.get("descr") for each in shapes)


def test_every_inner_link_has_its_bookmark() -> None:
    xml = zipfile.ZipFile(io.BytesIO(made())).read("word/document.xml").decode()
    names = re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', xml)
    assert len(names) == len(set(names))
    assert set(re.findall(r'w:hyperlink w:anchor="([^"]+)"', xml)) - set(names) == set()
    assert all(len(each) <= 40 for each in names)


def test_the_language_is_marked() -> None:
    file = opened(made())
    assert file.core_properties.language == "id-ID"
    assert "Kota Arunika" in file.core_properties.title


def test_only_plain_addresses_are_linked() -> None:
    relations = opened(made()).part.rels.values()
    assert all(each.target_ref.startswith(("http://", "https://")) for each in relations if each.is_external)


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_stays_text(text: str) -> None:
    words = "\n".join(each.text for each in opened(made(text)).paragraphs)
    assert "Transparansi" in words


def test_the_report_stands_where_the_letterhead_says() -> None:
    letterhead = docx.Document()
    letterhead.add_paragraph("Kop surat")
    letterhead.add_paragraph("{{ report }}")
    letterhead.add_paragraph("Tanda tangan")
    words = [each.text for each in opened(made(letterhead=saved(letterhead))).paragraphs]
    assert words[0] == "Kop surat"
    assert words[-1] == "Tanda tangan"
    assert "Kota Arunika (rekaan)" in words
    assert not any("{{" in each for each in words)


def test_a_letterhead_is_never_run() -> None:
    letterhead = docx.Document()
    letterhead.add_paragraph("{{ 7 * 7 }} {% for i in range(10) %}x{% endfor %}")
    words = [each.text for each in opened(made(letterhead=saved(letterhead))).paragraphs]
    assert words[0] == "{{ 7 * 7 }} {% for i in range(10) %}x{% endfor %}"


def bomb() -> bytes:
    """A document that opens, with a part that unpacks to 60 million bytes."""
    stream = io.BytesIO(saved(docx.Document()))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/media/image1.png", b"0" * 60_000_000)
    return stream.getvalue()


def test_a_letterhead_that_unpacks_too_large_is_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        made(letterhead=bomb())


@pytest.mark.parametrize("letterhead", [b"", b"not a document", b"PK\x03\x04broken"])
def test_a_letterhead_that_cannot_be_used_is_refused(letterhead: bytes) -> None:
    with pytest.raises(InputError):
        made(letterhead=letterhead)
