"""A filled workbook read back: every answer with its cell's address, all or nothing."""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from tinjau.model import InputError, InputFaults, Instrument, LintFinding, Severity, Text
from tinjau.scoring.tabular import Row
from tinjau.study.workbook import layout as places
from tinjau.study.workbook.container import check_container
from tinjau.study.workbook.layout import Layout, Page, layout_of
from tinjau.study.workbook.reading import Reading

MAX_ROWS = 100_000
"""Rows of one sheet; project choice."""

MAX_COLUMNS = 400
"""Columns of one sheet; project choice."""

_LAST_ROW = 1_048_576  # of a sheet, in every spreadsheet program

_FRESH = "Write it anew with `tinjau instruments show ID --format xlsx --out FILE`"


@dataclass(slots=True)
class _Sheets:
    """The open workbook, what is read from it so far, and its faults."""

    file: str
    book: Any
    layout: Layout
    rows: list[Row] = field(default_factory=list)
    faults: list[InputError] = field(default_factory=list)

    def lines(self, name: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """The rows of a sheet, numbered from 1; a dimension that the file claims for it is not believed."""
        sheet = self.book[name]
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS), start=1):
            if number > MAX_ROWS and number <= _LAST_ROW and not any(cells):
                continue  # a format that reaches down to the last row leaves empty ones
            if number > MAX_ROWS:
                raise InputError(self.file, name, f"the sheet has more than {MAX_ROWS:,} rows", "Delete empty rows")
            yield number, cells

    def where(self, name: str, row: int, column: int) -> str:
        """The cell, as messages quote it; columns from 0."""
        return f"{name}!{get_column_letter(column + 1)}{row}"

    def fault(self, name: str, row: int, column: int, problem: str, mend: str) -> None:
        """Note one fault by its cell."""
        self.faults.append(InputError(self.file, f"{name}!{get_column_letter(column + 1)}{row}", problem, mend))


def read_workbook(instrument: Instrument, path: Path) -> Reading:
    """The answers of a workbook that `write_workbook` made and people filled in.

    Formulas are refused and never computed. Raises InputFaults with one fault a cell, or InputError where the file is
    no such workbook, belongs to another instrument or is a bomb; then nothing of it is used.
    """
    check_container(path)
    layout, file = layout_of(instrument), str(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations that are not read
            book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
            try:
                sheets = _Sheets(file, book, layout)
                notes = _read(instrument, sheets)
            finally:
                book.close()
    except InputError:
        raise
    except Exception as error:  # openpyxl raises whatever its parts raise on a file that was tampered with
        raise InputError(file, "", f"this workbook cannot be read ({type(error).__name__})", _FRESH) from None
    if sheets.faults:
        raise InputFaults(sheets.faults)
    return Reading(tuple(sheets.rows), tuple(notes))


def _read(instrument: Instrument, sheets: _Sheets) -> list[LintFinding]:
    """Read every sheet of answers into `sheets`; returns the notes."""
    notes = _identity(instrument, sheets)
    if sheets.layout.kind == "form":
        _read_form(sheets)
    else:
        for page in sheets.layout.pages:
            _read_list(sheets, page)
    return notes


def _identity(instrument: Instrument, sheets: _Sheets) -> list[LintFinding]:
    """Notes about the workbook's version; raises InputError where it is not one of this instrument's."""
    if places.HIDDEN not in sheets.book.sheetnames:
        raise InputError(
            sheets.file, places.HIDDEN, "the hidden sheet with the instrument's version is missing", _FRESH
        )
    said = {_text(cells[0]): _text(cells[1]) for _, cells in sheets.lines(places.HIDDEN) if len(cells) > 1}
    if said.get("instrument") != instrument.id:
        problem = f"it was written for {said.get('instrument', '')[:40] or 'no instrument'}, not for {instrument.id}"
        raise InputError(sheets.file, places.HIDDEN, problem, "Name its own instrument")
    if said.get("format") != places.FORMAT or said.get("layout") != sheets.layout.kind:
        raise InputError(sheets.file, places.HIDDEN, "it has a layout that is no longer read", _FRESH)
    if said.get("version") == instrument.version:
        return []
    version = said.get("version", "")[:20]
    return [
        LintFinding(
            "workbook-of-another-version", Severity.WARNING, sheets.file,
            Text(
                f"Buku kerja ini dibuat untuk versi {version}; yang dipakai sekarang versi {instrument.version}.",
                f"This workbook was written for version {version}; version {instrument.version} is used now.",
            ),
        )
    ]  # fmt: skip


def _read_form(sheets: _Sheets) -> None:
    unit, assessor = _head(sheets)
    for page in sheets.layout.pages:
        if page.name not in sheets.book.sheetnames:
            sheets.faults.append(
                InputError(sheets.file, page.name, "this sheet is missing", "Put it back, or start anew")
            )
            continue
        for number, cells in sheets.lines(page.name):
            if number <= places.HEADER_ROW + 1:
                continue
            row = [_text(each) for each in (*cells, *([None] * 6))]
            code, value = row[places.CODE], row[places.ANSWER]
            if not code:
                if value:
                    sheets.fault(page.name, number, places.CODE, "an answer stands beside no code", "Put the code back")
                continue
            note = "; ".join(each for each in (row[places.NOTE], row[places.EVIDENCE]) if each)
            where = sheets.where(page.name, number, places.ANSWER)
            if value or code not in sheets.layout.plan.questions:
                sheets.rows.append(Row(unit, code, value, assessor, note, where, file=sheets.file))


def _head(sheets: _Sheets) -> tuple[str, str]:
    """The unit and the assessor that the first sheet names."""
    found = {places.UNIT_CELL: "", places.ASSESSOR_CELL: ""}
    if places.ABOUT in sheets.book.sheetnames:
        for number, cells in sheets.lines(places.ABOUT):
            name = f"B{number}"
            if name in found and len(cells) > 1:
                found[name] = _text(cells[1])
                if found[name][:1] in {"=", "@"}:
                    sheets.fault(places.ABOUT, number, 1, "this is a formula, not a name", "Write the name itself")
            if number > 20:
                break
    return found[places.UNIT_CELL] or "-", found[places.ASSESSOR_CELL]


def _read_list(sheets: _Sheets, page: Page) -> None:
    from_titles = sheets.layout.plan.units[page.level]
    if page.name not in sheets.book.sheetnames:
        sheets.faults.append(InputError(sheets.file, page.name, "this sheet is missing", "Put it back, or start anew"))
        return
    header: list[str] = []
    counts: dict[tuple[str, ...], int] = {}
    for number, cells in sheets.lines(page.name):
        row = [_text(each) for each in cells]
        if number == 1:
            header = row
            missing = [each for each in from_titles if each not in header]
            if missing:
                sheets.fault(page.name, 1, 0, f"the column {missing[0]} is missing", "Put it back")
                return
        elif number > places.LIST_TITLES and any(row):
            _read_line(sheets, page, header, (number, row), counts)


def _read_line(
    sheets: _Sheets,
    page: Page,
    header: Sequence[str],
    line: tuple[int, Sequence[str]],
    counts: dict[tuple[str, ...], int],
) -> None:
    (number, row), names = line, sheets.layout.plan.units[page.level]
    unit = {name: row[header.index(name)] if header.index(name) < len(row) else "" for name in names}
    if not any(unit.values()) and len(names) == 1:
        unit = {names[0]: "-"}
    cells = dict(zip(header, row, strict=False))
    key = (*unit.values(), cells.get("assessor", ""))
    counts[key] = counts.get(key, 0) + 1
    repeat = ""
    if sheets.layout.plan.assessors == "respondents":
        repeat = cells.get("respondent") or str(number)
    elif page.repeats:
        repeat = str(counts[key])
    skipped = {*names, "assessor", "respondent", ""}
    for column, code in enumerate(header):
        if code in skipped or column >= len(row):
            continue
        value, where = row[column], sheets.where(page.name, number, column)
        if value:
            sheets.rows.append(Row(unit, code, value, cells.get("assessor", ""), "", where, repeat, sheets.file))


def _text(value: Any) -> str:
    """A cell's value as a person reads it; a formula as it is written, so that it can be refused."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, int | float | str):
        return str(value).strip()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return f"={getattr(value, 'text', None) or type(value).__name__}"
