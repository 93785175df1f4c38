"""An instrument as a workbook that people fill in offline: drop-downs, level texts as comments, codes beside."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from tinjau.model import Instrument, Text
from tinjau.scoring.tabular import Row
from tinjau.study.workbook import layout as places
from tinjau.study.workbook.layout import Asked, Layout, Page, layout_of
from tinjau.study.writing import replace_bytes

LIST_ROWS = 500
"""Rows of a list that get drop-downs; project choice. More may be written below them."""

_DATE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # a fixed date, so that the same pack gives the same file
_COMMENT = 8_000  # signs of a comment that is still read; project choice
_LIST_LIMIT = 255  # signs of a drop-down's list (Excel's limit)
_WIDTHS = (12, 60, 60, 18, 40, 40)


def write_workbook(instrument: Instrument, path: Path, rows: Sequence[Row] = ()) -> None:
    """Put the instrument's workbook at `path`, filled with `rows` where answers exist already.

    One sheet a criterion (or a level of units), a code column, drop-downs of what may be answered, level texts and
    evidence to bring as comments, frozen headers, and a hidden sheet with the instrument's version. Raises InputError
    where the instrument is not answered in tables or the file cannot be written.
    """
    layout = layout_of(instrument)
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"title": instrument.title.id, "created": _DATE, "comments": f"{instrument.id} tinjau"})
    formats = {
        "title": book.add_format({"bold": True, "font_size": 13}),
        "head": book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "answer": book.add_format({"bg_color": "#FFF9E5", "border": 1, "valign": "top"}),
    }
    filled = {(row.indicator, row.repeat): row for row in rows}
    _about(book, formats, instrument, layout, rows)
    for page in layout.pages:
        if layout.kind == "form":
            _form(book, formats, page, filled)
        else:
            _list(book, formats, layout, page, rows)
    hidden = book.add_worksheet(places.HIDDEN)
    for number, pair in enumerate(_identity(instrument, layout)):
        hidden.write_row(number, 0, pair)
    hidden.hide()
    book.close()
    replace_bytes(path, buffer.getvalue())


def _identity(instrument: Instrument, layout: Layout) -> list[tuple[str, str]]:
    return [
        ("instrument", instrument.id),
        ("version", instrument.version),
        ("verified", instrument.verified),
        ("layout", layout.kind),
        ("format", places.FORMAT),
    ]


def _about(book: Any, formats: Mapping[str, Any], instrument: Instrument, layout: Layout, rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet(places.ABOUT)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, instrument.title.id, formats["title"])
    sheet.write_string(1, 0, instrument.title.en, formats["title"])
    if layout.kind == "form":
        unit = rows[0].unit if rows else ""
        name = unit if isinstance(unit, str) else next(iter(unit.values()), "")
        sheet.write_string(3, 0, "Pemerintah daerah - Government", formats["head"])
        sheet.write_string(3, 1, "" if name == "-" else name, formats["answer"])
        sheet.write_string(4, 0, "Nama penilai - Assessor", formats["head"])
        sheet.write_string(4, 1, rows[0].assessor if rows else "", formats["answer"])
    lines = [
        ("Versi - Version", f"{instrument.version} ({instrument.id}; verified: {instrument.verified})"),
        ("Sumber - Source", instrument.source),
        ("Tentang", instrument.about.id),
        ("About", instrument.about.en),
        (
            "Cara mengisi",
            "Pilih jawaban dari daftar pada kolom kuning; arti setiap tingkat ada pada komentar sel. Kosongkan yang "
            "belum diketahui: jawaban kosong menurunkan cakupan, tidak menurunkan nilai. Jangan mengubah kode dan "
            "jangan memakai rumus.",
        ),
        (
            "How to fill it in",
            "Choose answers from the lists in the yellow column; the meaning of each level stands in the cell's "
            "comment. Leave empty what is not known: an empty answer lowers coverage, never the score. Do not change "
            "codes, and use no formulas.",
        ),
    ]
    for number, (name, text) in enumerate(lines, start=6):
        sheet.write_string(number, 0, name, formats["head"])
        sheet.write_string(number, 1, text, formats["text"])


def _form(book: Any, formats: Mapping[str, Any], page: Page, filled: Mapping[tuple[str, str], Row]) -> None:
    sheet = book.add_worksheet(page.name)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, f"{page.title.id} - {page.title.en}", formats["title"])
    for column, name in enumerate(places.FORM_HEADER):
        sheet.write_string(places.HEADER_ROW, column, name, formats["head"])
    for number, asked in enumerate(page.asked, start=places.HEADER_ROW + 1):
        row = filled.get((asked.code, ""))
        sheet.write_string(number, places.CODE, asked.code, formats["head"])
        sheet.write_string(number, 1, asked.title.id, formats["text"])
        sheet.write_string(number, 2, asked.title.en, formats["text"])
        _answer(sheet, number, places.ANSWER, asked.shown(row.value) if row else "", formats)
        sheet.write_string(number, places.EVIDENCE, "", formats["answer"])
        sheet.write_string(number, places.NOTE, row.note if row else "", formats["answer"])
        _validate(sheet, number, number, places.ANSWER, asked)
        _comment(sheet, number, places.ANSWER, _levels(asked))
        _comment(sheet, number, places.EVIDENCE, _to_bring(asked))
    sheet.freeze_panes(places.HEADER_ROW + 1, 1)
    _print(sheet, places.HEADER_ROW)


def _list(book: Any, formats: Mapping[str, Any], layout: Layout, page: Page, rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet(page.name)
    columns = list_columns(layout, page)
    lines = _list_lines(layout, page, rows)
    last = places.LIST_TITLES + max(LIST_ROWS, len(lines)) - 1
    for number, name in enumerate(columns):
        sheet.set_column(number, number, 24)
        for row in range(places.LIST_TITLES):
            sheet.write_string(row, number, name if row == 0 else "", formats["head"])
    for number, asked in enumerate(page.asked, start=len(columns)):
        sheet.set_column(number, number, 18)
        sheet.write_string(0, number, asked.code, formats["head"])
        sheet.write_string(1, number, asked.title.id, formats["head"])
        sheet.write_string(2, number, asked.title.en, formats["head"])
        _comment(sheet, 0, number, _levels(asked))
        _validate(sheet, places.LIST_TITLES, last, number, asked)
    for number, (head, cells) in enumerate(lines, start=places.LIST_TITLES):
        for column, value in enumerate((*head, *cells)):
            _answer(sheet, number, column, value, formats)
    sheet.freeze_panes(places.LIST_TITLES, len(columns))
    _print(sheet, places.LIST_TITLES - 1)


def _print(sheet: Any, last_title: int) -> None:
    """On paper: A4 across, as wide as the sheet, titles on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, last_title)


def list_columns(layout: Layout, page: Page) -> tuple[str, ...]:
    """The columns of a list before its questions: the unit's names, then who answered."""
    names = layout.plan.units[page.level]
    if layout.plan.assessors == "respondents":
        return (*names, "respondent")
    return names if page.name.startswith(places.UNITS) else (*names, "assessor")


def _list_lines(layout: Layout, page: Page, rows: Sequence[Row]) -> list[tuple[tuple[str, ...], list[str]]]:
    codes = [each.code for each in page.asked]
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for row in rows:
        if row.indicator in codes:
            columns = layout.plan.units[page.level]
            unit = {columns[0]: row.unit} if isinstance(row.unit, str) else row.unit
            who = row.repeat if layout.plan.assessors == "respondents" else row.assessor
            key = tuple(
                {**unit, "assessor": who, "respondent": who}.get(each, "") for each in list_columns(layout, page)
            )
            found.setdefault((*key, row.repeat), {})[row.indicator] = row.value
    return [(key[:-1], [cells.get(code, "") for code in codes]) for key, cells in found.items()]


def _answer(sheet: Any, row: int, column: int, value: str, formats: Mapping[str, Any]) -> None:
    """A number as a number, so that a spreadsheet shows it in its own way; anything else as it is written."""
    if value and len(value) < 15 and value.replace(".", "", 1).isascii() and value.replace(".", "", 1).isdigit():
        sheet.write_number(row, column, float(value), formats["answer"])
    else:
        sheet.write_string(row, column, value, formats["answer"])


def _validate(sheet: Any, first: int, last: int, column: int, asked: Asked) -> None:
    listed = [asked.shown(each) for each in asked.answers]
    rule: dict[str, Any] | None = None
    if listed and sum(len(each) + 1 for each in listed) <= _LIST_LIMIT and not any("," in each for each in listed):
        rule = {"validate": "list", "source": listed}
        if asked.low is not None and not asked.whole:
            rule["error_type"] = "warning"  # 3.5 is on the scale, though the list has whole levels
    elif asked.low is not None:
        kind = "integer" if asked.whole else "decimal"
        rule = {"validate": kind, "criteria": "between", "minimum": asked.low, "maximum": asked.high}
    if rule is not None:
        rule["error_title"] = "tinjau"
        rule["error_message"] = f"{asked.code}: {_allowed(asked)}"[:255]
        sheet.data_validation(first, column, last, column, rule)


def _allowed(asked: Asked) -> str:
    if asked.low is not None and asked.high is not None:
        return f"{asked.low:g} – {asked.high:g}"
    return " | ".join(asked.shown(each) for each in asked.answers)


def _levels(asked: Asked) -> str:
    if not asked.texts:
        return ""
    heads = ["Kriteria rancangan, belum dari naskah yang ditetapkan. - Draft criteria."] if asked.draft else []
    lines = [f"{asked.shown(value)}: {text.id}\n   {text.en}" for value, text in asked.texts.items()]
    return "\n".join([*heads, *lines])


def _to_bring(asked: Asked) -> str:
    lines = [f"- {text.id}\n  {text.en}" for text in asked.bring]
    if asked.ask is not None and asked.ask.id:
        lines.append(_both("Tanyakan kepada", "Ask", asked.ask))
    return "\n".join(["Bukti yang dibawa (usulan tinjau) - Evidence to bring (tinjau)", *lines]) if lines else ""


def _both(indonesian: str, english: str, text: Text) -> str:
    return f"{indonesian}: {text.id}\n{english}: {text.en}"


def _comment(sheet: Any, row: int, column: int, text: str) -> None:
    if text:
        height = min(600, 40 + 16 * (text.count("\n") + len(text) // 60 + 1))
        sheet.write_comment(row, column, text[:_COMMENT], {"width": 420, "height": height, "author": "tinjau"})
