"""Opens the office's letterhead or an empty document, writes the report into it, and returns the file.

A letterhead is a document that an office brings, so it is hostile until shown otherwise: bounded in size, and nothing
in it is run or filled in as a template. The report stands where a paragraph says `{{ report }}`, or at the end.
"""

import io
import zipfile
from typing import Any

import docx as python_docx
from docx.shared import Cm, Pt, RGBColor

from tinjau.model import InputError
from tinjau.report.document import Document
from tinjau.report.hostile import one_line
from tinjau.report.word.oxml import field, set_default_language
from tinjau.report.word.writer import Writer
from tinjau.texts import say

MAX_LETTERHEAD = 40_000_000  # bytes unpacked; a letterhead with a logo has a hundredth of it (project choice)
_MAX_PARTS = 2_000
_MARK = ("{{report}}", "{{ report }}")
_INK, _BLUE = RGBColor(0x16, 0x20, 0x2B), RGBColor(0x0B, 0x4F, 0x7D)


def docx(document: Document, letterhead: bytes | None = None) -> bytes:
    """The report as DOCX. Raises InputError where the letterhead is no document or is too large."""
    file = _opened(letterhead) if letterhead is not None else _plain()
    set_default_language(file, document.lang)
    properties = file.core_properties
    properties.title = one_line(f"{document.title} – {document.kicker}")
    properties.author, properties.comments = "tinjau", ""
    place = _marked(file)
    before = len(file.element.body)
    Writer(file, document).write()
    if place is not None:
        _move(file, before, place)
    if letterhead is None:
        _footer(file, document)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _plain() -> Any:
    file = python_docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.4)
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Calibri", Pt(10.5), _INK
    normal.paragraph_format.space_after = Pt(6)
    for level, size in ((1, 18), (2, 14), (3, 12), (4, 11)):
        style = file.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold, style.font.color.rgb = "Calibri", Pt(size), True, _INK
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(size), Pt(4)
        style.paragraph_format.keep_with_next = True
    title = file.styles["Title"]
    title.font.name, title.font.size, title.font.bold, title.font.color.rgb = "Calibri", Pt(26), True, _INK
    caption = file.styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.color.rgb = Pt(10), True, _INK
    caption.paragraph_format.keep_with_next = True
    return file


def _opened(letterhead: bytes) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(letterhead)) as parts:
            infos = parts.infolist()
        if len(infos) > _MAX_PARTS or sum(each.file_size for each in infos) > MAX_LETTERHEAD:
            raise InputError(
                "letterhead", "", "the document is too large", f"At most {MAX_LETTERHEAD:,} bytes unpacked"
            )
        return python_docx.Document(io.BytesIO(letterhead))
    except InputError:
        raise
    except Exception as error:  # python-docx, lxml and zipfile fail in many ways on a broken file
        raise InputError("letterhead", "", "this is not a DOCX document", "Save it as .docx, without macros") from error


def _marked(file: Any) -> Any:
    for paragraph in file.paragraphs:
        if paragraph.text.strip() in _MARK:
            return paragraph
    return None


def _move(file: Any, before: int, place: Any) -> None:
    """Move what was written at the end to where the mark stands, and take the mark away."""
    body = file.element.body
    settings = body.sectPr
    written = [each for each in list(body)[before - (1 if settings is not None else 0) :] if each is not settings]
    for each in written:
        place._p.addprevious(each)  # noqa: SLF001 - python-docx has no call for it
    body.remove(place._p)  # noqa: SLF001


def _footer(file: Any, document: Document) -> None:
    """Page numbers, what it was made from, and *draft* until it is approved."""
    section = file.sections[0]
    paragraph = section.footer.paragraphs[0]
    made = "".join(part if isinstance(part, str) else str(getattr(part, "text", "")) for part in document.footer)
    paragraph.add_run(f"{one_line(made)}  ·  ").font.size = Pt(8)
    field(paragraph, "PAGE")
    paragraph.add_run(" / ").font.size = Pt(8)
    field(paragraph, "NUMPAGES")
    head = section.header.paragraphs[0]
    words = [one_line(document.title), *([say("frame.draft", document.lang)] if document.draft else [])]
    head.add_run("  ·  ".join(words)).font.size = Pt(8)
