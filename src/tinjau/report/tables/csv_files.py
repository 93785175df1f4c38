"""CSV files with a data dictionary. What a spreadsheet would take for a formula gets an apostrophe before it."""

import csv
import io
from collections.abc import Iterable

from tinjau.report.hostile import clean
from tinjau.report.tables.table import DataTable, Value
from tinjau.texts import SENTENCES

DICTIONARY = "data-dictionary.csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # OWASP, CSV injection


def csv_files(tables: Iterable[DataTable]) -> dict[str, str]:
    """File name → text (UTF-8, RFC 4180, first row the column ids), and the data dictionary beside them."""
    tables = tuple(tables)
    files = {f"{each.id}.csv": _written([each.columns, *each.rows]) for each in tables}
    files[DICTIONARY] = _written([("table", "column", "about_id", "about_en"), *dictionary(tables)])
    return files


def csv_text(table: DataTable) -> str:
    """One table as CSV whose first row is its headings, for a table that explains itself."""
    return _written([table.columns, *table.rows])


def dictionary(tables: Iterable[DataTable]) -> list[tuple[Value, ...]]:
    """Every column of every table with its meaning in both languages. Raises KeyError for a column without one."""
    return [(table.id, column, *SENTENCES[f"field.{_field(column)}"]) for table in tables for column in table.columns]


def _field(column: str) -> str:
    for suffix in ("_id", "_en"):
        if column.endswith(suffix):
            return f"{column.removesuffix(suffix)}-text"
    return column


def harmless(value: Value) -> Value:
    """The value for a CSV cell: cleaned text, with an apostrophe before what would start a formula."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _written(rows: Iterable[Iterable[Value]]) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(each) for each in row])
    return stream.getvalue()


def _cell(value: Value) -> Value:
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value)
