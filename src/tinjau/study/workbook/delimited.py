"""Tables of answers as CSV: UTF-8, comma or semicolon, bounded in size, each row with its line."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tinjau.model import InputError

MAX_BYTES = 32 << 20
"""Bytes of one table; project choice: 500 cities x 95 indicators x 3 assessors take a third of it."""

MAX_ROWS = 300_000
"""Rows of one table; project choice: 500 cities x 95 indicators x 3 assessors take half of it."""

MAX_CELL = 20_000
"""Signs in one cell; project choice."""

MAX_COLUMNS = 400
"""Columns of one table; project choice."""

_UTF8 = "Save it as 'CSV UTF-8' (in a spreadsheet: Save as, CSV UTF-8)"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its cells by column (empty where absent) and the line of the file it starts on."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its file's name for messages, its columns, its rows without the blank ones."""

    file: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    def where(self, line: Line) -> str:
        """File and line, as notes quote them."""
        return f"{self.file}, line {line.number}"


def read_delimited(path: Path, label: str = "") -> Table:
    """The table in a CSV file. Raises InputError with the line where it cannot be read without guessing."""
    file = label or str(path)
    text = _text(path, file)
    header = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=header.count)
    records = _records(text, delimiter, file)
    number, names = next(records, (1, []))
    if not any(name.strip() for name in names):
        raise InputError(file, "line 1", "the file is empty", "The first line names the columns")
    columns = _columns(names, file, number)
    lines: list[Line] = []
    for number, cells in records:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(columns) :]):
            problem = f"{len(cells)} cells stand under {len(columns)} columns"
            raise InputError(file, f"line {number}", problem, f"Put a text that holds '{delimiter}' in double quotes")
        if len(lines) >= MAX_ROWS:
            raise InputError(file, f"line {number}", f"there are more than {MAX_ROWS:,} rows", "Split the table")
        lines.append(Line(number, {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}))
    return Table(file, columns, tuple(lines))


def need_columns(table: Table, wanted: Sequence[str]) -> None:
    """Raise InputError where a column is missing."""
    for name in wanted:
        if name not in table.columns:
            raise InputError(
                table.file, "line 1", f"the column '{name}' is missing", f"The first line must name {', '.join(wanted)}"
            )


def _text(path: Path, file: str) -> str:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(file, "", "there is no such file", "Check its name") from None
    except OSError as error:
        raise InputError(file, "", f"it cannot be read ({error.strerror})", "Check its name and rights") from None
    if len(raw) > MAX_BYTES:
        raise InputError(file, "", f"the table is larger than {MAX_BYTES >> 20} MiB", "Split it into several files")
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise InputError(file, "line 1", "the file is UTF-16, not UTF-8", _UTF8)
    if raw[:4] == b"PK\x03\x04":
        raise InputError(file, "", "the file is a workbook, not CSV", "Give it the ending .xlsx")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(file, f"line {raw.count(10, 0, error.start) + 1}", "the text is not UTF-8", _UTF8) from None
    if "\0" in text:
        raise InputError(file, f"line {text.count(chr(10), 0, text.index(chr(0))) + 1}", "it holds a NUL sign", _UTF8)
    return text


def _records(text: str, delimiter: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(file, f"line {start}", f"the row cannot be read ({error})", "Check its quotes") from None
        if len(cells) > MAX_COLUMNS or any(len(cell) > MAX_CELL for cell in cells):
            raise InputError(file, f"line {start}", "the row is too wide or has a cell that is too long", "Shorten it")
        yield start, cells


def _columns(names: Sequence[str], file: str, line: int) -> tuple[str, ...]:
    columns = [name.strip() for name in names]
    while columns and not columns[-1]:
        columns.pop()
    for number, name in enumerate(columns, start=1):
        if not name:
            raise InputError(file, f"line {line}, column {number}", "this column has no name", "Name it or delete it")
        if name in columns[: number - 1]:
            raise InputError(file, f"line {line}, column {number}", f"'{name[:60]}' stands twice", "Keep one of them")
    return tuple(columns)
