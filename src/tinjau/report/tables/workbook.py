"""All tables as one workbook: text stays text, numbers are numbers, nothing is a formula or a link."""

import io
import math
from collections.abc import Iterable

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tinjau.model import Lang
from tinjau.report.hostile import clean
from tinjau.report.tables.csv_files import dictionary
from tinjau.report.tables.table import DataTable
from tinjau.texts import say

_CELL_LIMIT = 32_767  # characters in a cell (Microsoft, Excel specifications and limits)
_WIDEST = 60
_NARROWEST = 9
_SAMPLE = 200  # rows looked at to choose a column's width (project choice)


def workbook(tables: Iterable[DataTable], lang: Lang, title: str) -> bytes:
    """One sheet a table, a first sheet that says what is where, and the data dictionary at the end."""
    tables = tuple(tables)
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": clean(title), "comments": say("frame.kicker", lang)})
        book.set_calc_mode("manual")
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        contents = [(each.id, clean(say(f"sheet.{each.id}", lang)), len(each.rows)) for each in tables]
        first = DataTable("contents", ("table", "about", "rows"), tuple(contents))
        last = DataTable("data_dictionary", ("table", "column", "about_id", "about_en"), tuple(dictionary(tables)))
        for each in (first, *tables, last):
            _sheet(book, each, head, body)
    return stream.getvalue()


def plain_workbook(table: DataTable, title: str) -> bytes:
    """One sheet, for a table whose headings explain themselves."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": clean(title)})
        book.set_calc_mode("manual")
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        _sheet(book, table, head, book.add_format({"text_wrap": True, "valign": "top"}))
    return stream.getvalue()


def _sheet(book: xlsxwriter.Workbook, table: DataTable, head: Format, body: Format) -> None:
    sheet = book.add_worksheet(table.id[:31])
    for place, column in enumerate(table.columns):
        longest = max((len(str(row[place] or "")) for row in table.rows[:_SAMPLE]), default=0)
        sheet.set_column(place, place, min(_WIDEST, max(_NARROWEST, len(column) + 2, longest + 2)), body)
        sheet.write_string(0, place, column, head)
    for number, row in enumerate(table.rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, str):  # by far the most cells
                if value:
                    sheet.write_string(number, place, clean(value)[:_CELL_LIMIT])
            elif value is not None:
                _write(sheet, number, place, value)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: float) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif math.isfinite(value):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, str(value))
