"""One line of how the inputs came together, in every form of the report; nothing where no history was kept."""

import io
from dataclasses import replace
from typing import Any

import docx
import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.report import city

from tinjau.model import History, Lang
from tinjau.report import docx_report, html_report, pdf_report

HEAD = "9f" * 32
KEPT = History(128, 4, 3, "2026-02-03", "2026-11-20", HEAD)


def html_text(document: str) -> str:
    body = LexborHTMLParser(document).body
    assert body is not None
    return body.text(deep=True)


def docx_text(document: bytes) -> str:
    opened = docx.Document(io.BytesIO(document))
    return "".join(node.text or "" for node in opened.element.body.iter() if node.tag.endswith("}t"))


def pdf_text(document: bytes) -> str:
    with pypdfium2.PdfDocument(document) as pages:
        return "".join(page.get_textpage().get_text_bounded() for page in pages)


FORMS = [(html_report, html_text), (docx_report, docx_text), (pdf_report, pdf_text)]


def printed(form: tuple[Any, Any], lang: Lang, history: History | None) -> str:
    """The report's text without blanks: how lines break is no matter here."""
    make, read = form
    the_study = replace(city.study(), history=history)
    return "".join(read(make(city.assessment(), city.plan(), the_study, lang, city.instruments())).split())


@pytest.mark.parametrize("form", FORMS, ids=["html", "docx", "pdf"])
@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("id", "128 catatan oleh 4 orang dalam 3 peran, 3 Februari 2026 – 20 November 2026"),
        ("en", "128 entries by 4 people in 3 roles, 3 February 2026 – 20 November 2026"),
    ],
)
def test_every_form_prints_the_line_and_the_hash(form: tuple[Any, Any], lang: Lang, line: str) -> None:
    text = printed(form, lang, KEPT)
    assert "".join(line.split()) in text
    assert HEAD in text.replace("\u200b", "")  # where a long word may break in print


@pytest.mark.parametrize("form", FORMS, ids=["html", "docx", "pdf"])
def test_nothing_is_said_of_a_study_without_a_history(form: tuple[Any, Any]) -> None:
    text = printed(form, "id", None)
    assert "Riwayatmasukan" not in text
    assert "Hashcatatan" not in text


@pytest.mark.parametrize(
    ("history", "line"),
    [
        (History(1, 1, 1, "2026-02-03", "2026-02-03", HEAD), "1 entry by 1 person in 1 role, 3 February 2026"),
        (
            History(9, 2, 0, "2026-02-03", "2026-02-04", HEAD),
            "9 entries by 2 people, 3 February 2026 – 4 February 2026",
        ),
        (History(7, 0, 0, "2026-02-03", "2026-02-03", HEAD), "7 entries by the program, 3 February 2026"),
    ],
)
def test_few_people_are_said_in_plain_words(history: History, line: str) -> None:
    assert "".join(line.split()) in printed(FORMS[0], "en", history)
