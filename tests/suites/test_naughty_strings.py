"""The big list of naughty strings through every place where foreign text becomes a document."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import openpyxl
import pytest
from tests.shared_paths import REASON, SHARED

from tinjau.report.hostile import clean, escape, one_line, safe_url
from tinjau.report.tables.csv_files import csv_files
from tinjau.report.tables.table import DataTable
from tinjau.report.tables.workbook import workbook
from tinjau.texts import both

_TABLE = SHARED / "suites" / "blns.json" if SHARED else None
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")

needs_table = pytest.mark.skipif(_TABLE is None, reason=REASON)


def _strings() -> list[str]:
    assert _TABLE is not None
    found: list[str] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return found


class _Reader(HTMLParser):
    """What a browser's tokenizer would find in a paragraph and in an attribute."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.title: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if len(attrs) != 1:
            self.tags.append("an attribute escaped")
        self.title = dict(attrs).get("title")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"comment {data}")


@needs_table
def test_no_string_becomes_markup() -> None:
    for text in _strings():
        reader = _Reader()
        reader.feed(f'<p title="{escape(text)}">{escape(text)}</p>')
        reader.close()
        assert reader.tags == ["p"], text
        assert reader.text == clean(text)
        assert reader.title == clean(text)


@needs_table
def test_no_string_keeps_what_hides_or_reverses_text() -> None:
    for text in _strings():
        assert not _FORBIDDEN.search(clean(text))
        assert clean(clean(text)) == clean(text)
        shown = one_line(text, 40)
        assert "\n" not in shown
        assert len(shown) <= 40


@needs_table
def test_no_string_becomes_a_link_that_runs() -> None:
    for text in _strings():
        linked = safe_url(text)
        assert linked is None or linked.lower().startswith(("http://", "https://"))


@needs_table
def test_parameters_are_inserted_and_never_interpreted() -> None:
    for text in _strings():
        said = both("criteria.by", name=text)
        assert said.en == f"Verdict given by {text}."
        assert text in said.id


def _table() -> DataTable:
    """A table of the report whose texts are all foreign."""
    return DataTable(
        "objections", ("code", "where"), tuple((f"L{number}", text) for number, text in enumerate(_strings()))
    )


@needs_table
def test_a_workbook_opens_and_holds_every_string_as_text_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook([_table()], "id", "<b>Judul</b>")))
    cells = [row[1] for row in book["objections"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} <= {"s", "n"}  # n: an empty cell
    assert all(cell.hyperlink is None for cell in cells)
    shown = [str(cell.value or "") for cell in cells]
    assert shown == [clean(text) for text in _strings()]


@needs_table
def test_no_cell_of_a_csv_file_starts_a_formula() -> None:
    text = csv_files([_table()])["objections.csv"]
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert len(rows) == len(_strings())
    assert [row for row in rows if row[1].startswith(("=", "+", "-", "@", "\t"))] == []
    assert [row[1].removeprefix("'") for row in rows] == [clean(each).removeprefix("'") for each in _strings()]
