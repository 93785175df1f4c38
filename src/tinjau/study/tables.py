"""CSV as offices write it: UTF-8 with or without BOM, comma or semicolon, read strictly."""

import csv
import difflib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tinjau.model import InputError
from tinjau.study.names import check_id

MAX_ROWS = 20_000  # project choice: the largest table a person could have answered
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: cells by column (empty where absent), with the file and line that messages name."""

    file: str
    line: int
    cells: Mapping[str, str]

    @property
    def where(self) -> str:
        """File and line, as results quote them."""
        return f"{self.file}, line {self.line}"

    def get(self, column: str) -> str:
        """The cell's text without surrounding space; empty where it is absent."""
        return self.cells.get(column, "")

    def need(self, column: str) -> str:
        """The cell's text; raises InputError where it is empty."""
        value = self.get(column)
        if not value:
            raise self.fault(column, "this cell is empty", f"Every row needs a value for {column}")
        return value

    def need_id(self, column: str) -> str:
        """The cell's text as an id; raises InputError where it is empty or holds spaces or odd signs."""
        value = self.need(column)
        return check_id(value, self.file, f"line {self.line}, column {column}")

    def choice(self, column: str, kind: type[E], default: E) -> E:
        """The cell's value of a closed vocabulary, or `default` where it is empty."""
        value = self.get(column).lower()
        if not value:
            return default
        allowed = [each.value for each in kind]
        if value not in allowed:
            near = difflib.get_close_matches(value, allowed, 1)
            mend = f"Write one of: {', '.join(allowed)}" + (f" (did you mean {near[0]}?)" if near else "")
            raise self.fault(column, f"'{shown(self.get(column))}' is not a value of {column}", mend)
        return kind(value)

    def fault(self, column: str, problem: str, mend: str) -> InputError:
        """The error that names this cell."""
        return InputError(self.file, f"line {self.line}, column {column}", problem, mend)


def read_table(path: Path, label: str, required: Sequence[str], optional: Sequence[str]) -> list[Row]:
    """The rows of a CSV file, blank ones left out; raises InputError where it cannot be read without guessing."""
    text = _decoded(path, label)
    delimiter = _delimiter(text)
    lines = _lines(text, delimiter, label)
    first = next(lines, None)
    if first is None:
        raise InputError(
            label, "line 1", "the file is empty", f"The first line names the columns: {', '.join(required)}"
        )
    header = _header(first[1], label, required, optional)
    rows: list[Row] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(header) :]):
            raise InputError(
                label,
                f"line {line}",
                f"{len(cells)} cells under {len(header)} columns",
                f"Put a text that holds '{delimiter}' in double quotes",
            )
        if len(rows) >= MAX_ROWS:
            raise InputError(label, f"line {line}", f"more than {MAX_ROWS} rows", "Split the table into several files")
        named = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name}
        rows.append(Row(label, line, named))
    return rows


def shown(value: str) -> str:
    """A value short enough for a message."""
    clean = "".join(character if character.isprintable() else "?" for character in value)
    return clean if len(clean) <= 60 else clean[:57] + "..."


def _decoded(path: Path, label: str) -> str:
    raw = path.read_bytes()
    mend = "Save it as 'CSV UTF-8' (in a spreadsheet: Save as, CSV UTF-8)"
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise InputError(label, "line 1", "the file is UTF-16, not UTF-8", mend)
    if raw[:4] == b"PK\x03\x04":
        raise InputError(label, "line 1", "the file is a workbook, not CSV", mend)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(label, f"line {line}", "the text is not UTF-8", mend) from None
    if "\0" in text:
        raise InputError(
            label, f"line {text.count(chr(10), 0, text.index(chr(0))) + 1}", "the text holds a NUL sign", mend
        )
    return text


def _delimiter(text: str) -> str:
    header = text.lstrip("\r\n").split("\n", 1)[0]
    return ";" if header.count(";") > header.count(",") else ","


def _lines(text: str, delimiter: str, label: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        start = reader.line_num + 1
        try:
            yield start, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise InputError(
                label, f"line {start}", f"the row cannot be read ({error})", "Check its double quotes"
            ) from None


def _header(cells: list[str], label: str, required: Sequence[str], optional: Sequence[str]) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    known = [*required, *optional]
    for number, name in enumerate(header, start=1):
        if not name:
            continue
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"Did you mean {near[0]}?" if near else f"The columns are: {', '.join(known)}"
            raise InputError(label, f"line 1, column {number}", f"there is no column '{shown(name)}'", hint.rstrip("."))
        if name in header[: number - 1]:
            raise InputError(label, f"line 1, column {number}", f"the column '{name}' stands twice", "Keep one of them")
    for name in required:
        if name not in header:
            raise InputError(
                label, "line 1", f"the column '{name}' is missing", f"The first line must name: {', '.join(required)}"
            )
    return header
