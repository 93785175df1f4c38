"""Tables come back from a workbook and from CSV as they went in; nothing in them is a formula."""

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
from tests.report import city

from tinjau.report import csv_tables, xlsx_report
from tinjau.report.content import Edition
from tinjau.report.hostile import clean
from tinjau.report.tables import DataTable, csv_files, data_tables
from tinjau.report.tables.table import Value

FORMULAS = ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", '=HYPERLINK("https://a.id")', "=cmd|' /C calc'!A0", "\r=1"]


def tables(excerpt: str = "Laporan", *, public: bool = True) -> tuple[DataTable, ...]:
    return data_tables(Edition(city.assessment(excerpt), city.plan(), city.study(), "id", city.instruments(), public))


def book(excerpt: str = "Laporan") -> openpyxl.Workbook:
    made = xlsx_report(city.assessment(excerpt), city.plan(), city.study(), "id", city.instruments())
    return openpyxl.load_workbook(io.BytesIO(made))


def expected(value: Value) -> Value:
    return (
        None
        if value in {None, ""} and not isinstance(value, bool)
        else (clean(value) if isinstance(value, str) else value)
    )


def test_the_workbook_holds_every_table_as_it_is() -> None:
    read = book()
    for table in tables():
        rows = list(read[table.id[:31]].iter_rows(values_only=True))
        assert rows[0] == table.columns
        assert [tuple(expected(each) for each in row) for row in table.rows] == rows[1:]


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_in_a_workbook_is_a_formula(text: str) -> None:
    for sheet in book(text):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                assert cell.hyperlink is None


@pytest.mark.parametrize("text", FORMULAS)
def test_no_csv_cell_starts_like_a_formula(text: str) -> None:
    made = csv_tables(city.assessment(text), city.plan(), city.study(), city.instruments())
    hostile = DataTable("x", ("text",), ((text,), (1.5,), (-2,), (None,), (True,)))
    for name, written in {**made, **csv_files_without_dictionary(hostile)}.items():
        for row in csv.reader(io.StringIO(written, newline="")):
            for cell in row:
                assert not cell.startswith(("=", "+", "@", "\t", "\r")), (name, cell)
                assert not cell.startswith("-") or cell == "-2", (name, cell)


def csv_files_without_dictionary(table: DataTable) -> dict[str, str]:
    whole = csv_files([DataTable(table.id, ("why",), table.rows)])
    return {"x.csv": whole["x.csv"]}


def test_reasons_stand_in_both_languages() -> None:
    known = "9 of 9 pages"
    whole = city.assessment()
    results = (replace(whole.indicators[0], reason=known), *whole.indicators[1:])
    edition = Edition(replace(whole, indicators=results), city.plan(), city.study(), "en", city.instruments())
    table = next(each for each in data_tables(edition) if each.id == "indicators")
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["reason"], row["reason_id"], row["reason_en"]) == (known, "9 dari 9 halaman", known)


def test_every_column_is_in_the_data_dictionary() -> None:
    made = csv_tables(city.assessment(), city.plan(), city.study(), city.instruments())
    rows = list(csv.DictReader(io.StringIO(made["data-dictionary.csv"], newline="")))
    assert {(each["table"], each["column"]) for each in rows} == {
        (table.id, column) for table in tables() for column in table.columns
    }
    assert all(each["about_id"] and each["about_en"] for each in rows)


def test_every_row_has_every_column() -> None:
    for table in tables():
        assert len(set(table.columns)) == len(table.columns)
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_what_only_the_owner_may_read_is_in_no_public_table() -> None:
    def spoken(public: bool) -> str:
        return repr(tables(public=public))

    assert "slot gacor" not in spoken(public=True)
    assert "slot gacor" in spoken(public=False)


def test_what_nobody_said_is_empty() -> None:
    criteria = next(each for each in tables() if each.id == "criteria")
    economy = next(row for row in criteria.rows if row[1] == "economy")
    assert economy[criteria.columns.index("verdict")] is None
    assert economy[criteria.columns.index("score")] is None
