"""Workbooks: written, filled in as a person would, and read back all or nothing."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.scoring.tabular.building import score_of

from tinjau import packs
from tinjau.model import InputError, InputFaults
from tinjau.scoring.tabular import Row, score_tabular
from tinjau.study.workbook import container, differences, filled, read_answers, write_workbook

PEMDI = packs.load_instrument("pemdi-2026")
TABULAR = [each for each in packs.list_instruments() if each.data.get("calculation")]


def fill(path: Path, change: Callable[[Any], None]) -> Path:
    """Open the workbook as a spreadsheet program would, change it and save it."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def answer_all(book: Any) -> None:
    book.worksheets[0]["B4"] = "Kota Medan"
    book.worksheets[0]["B5"] = "Ani"
    for sheet in book.worksheets[1:]:
        for row in range(3, sheet.max_row + 1):
            if str(sheet.cell(row, 1).value or "").startswith("I"):
                sheet.cell(row, 4).value = 3


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "pemdi.xlsx"
    write_workbook(PEMDI, path)
    return path


def test_one_sheet_a_criterion_with_codes_comments_lists_and_frozen_headers(empty: Path) -> None:
    book = openpyxl.load_workbook(empty)
    criteria = [each for each in book.sheetnames if each[:2] in {c.id for c in PEMDI.criteria}]
    assert len(criteria) == 7
    sheet = book[criteria[0]]
    assert sheet.freeze_panes == "B3"
    assert [sheet.cell(row, 1).value for row in (3, 4)] == ["I1", "I2"]
    assert "1: " in sheet["D3"].comment.text
    assert "rancangan" in sheet["D3"].comment.text  # draft criteria say so
    assert "Bukti yang dibawa" in sheet["E3"].comment.text
    (validation,) = [each for each in sheet.data_validations.dataValidation if "D3" in each.sqref]
    assert validation.formula1 == '"1,2,3,4,5"'
    hidden = book["_tinjau"]
    assert hidden.sheet_state == "hidden"
    assert [hidden.cell(row, 2).value for row in (1, 2)] == ["pemdi-2026", PEMDI.version]


@pytest.mark.parametrize("instrument", TABULAR, ids=[each.id for each in TABULAR])
def test_every_instrument_has_a_workbook_that_reads_back_empty(tmp_path: Path, instrument: Any) -> None:
    path = tmp_path / "empty.xlsx"
    write_workbook(instrument, path)
    reading = read_answers(instrument, path)
    assert reading.rows == ()
    assert reading.notes == ()


def test_a_pack_gives_the_same_workbook_twice(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(PEMDI, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one.xlsx", "two.xlsx"]


def test_a_filled_form_is_scored(empty: Path) -> None:
    reading = read_answers(PEMDI, fill(empty, answer_all))
    result = score_tabular(PEMDI, reading.rows)
    assert score_of(result, "index", "Kota Medan") == 3
    assert {each.assessor for each in reading.rows} == {"Ani"}
    assert reading.rows[0].where.endswith("A1 Tata Kelola dan Manajemen!D3")


def test_decimals_words_and_evidence_come_back(empty: Path) -> None:
    def change(book: Any) -> None:
        sheet = book.worksheets[1]
        sheet["D3"], sheet["D4"], sheet["E3"], sheet["F3"] = 3.5, "3,0", "SK 12/2026", "lengkap"

    reading = read_answers(PEMDI, fill(empty, change))
    assert [each.value for each in reading.rows] == ["3.5", "3,0"]
    assert reading.rows[0].note == "lengkap; SK 12/2026"
    assert score_of(score_tabular(PEMDI, reading.rows), "A1", "-") == 3.25


def test_answers_that_exist_are_written_into_it_and_come_back(tmp_path: Path) -> None:
    rows = [Row("Kota Medan", each.id, "4", "Budi") for each in PEMDI.indicators]
    path = tmp_path / "filled.xlsx"
    write_workbook(PEMDI, path, rows)
    back = read_answers(PEMDI, path).rows
    assert differences(rows, back) == ()
    changed = fill(path, lambda book: book.worksheets[1].__setitem__("D3", 2))
    changed = fill(changed, lambda book: book.worksheets[1].__setitem__("D4", None))
    (one, two) = differences(rows, read_answers(PEMDI, changed).rows)
    assert (one.kind, one.indicator, one.before, one.after) == ("changed", "I1", "4", "2")
    assert one.where.endswith("!D3")
    assert (two.kind, two.indicator, two.before, two.after) == ("removed", "I2", "4", "")


def test_drop_downs_speak_indonesian_and_come_back_as_the_same_answers(tmp_path: Path) -> None:
    kip, path = packs.load_instrument("kip-ppid"), tmp_path / "kip.xlsx"
    rows = [Row("Medan", each.id, "yes", "Ani") for each in kip.indicators]
    write_workbook(kip, path, rows)
    sheet = openpyxl.load_workbook(path).worksheets[1]
    assert sheet["D3"].value == "ya"
    assert '"ya,tidak,tidak relevan"' in {each.formula1 for each in sheet.data_validations.dataValidation}
    back = read_answers(kip, path).rows
    assert differences(rows, back, kip) == ()
    assert len(differences(rows, back)) == 29  # without the instrument, ya is not known to be yes
    model, path = packs.load_instrument("un-2008"), tmp_path / "stages.xlsx"
    write_workbook(model, path)
    (rule,) = openpyxl.load_workbook(path).worksheets[1].data_validations.dataValidation
    assert rule.formula1.startswith('"Belum ada,Awal,')


def test_answers_of_others_are_not_taken_for_removed() -> None:
    before = [Row("Medan", "I1", "3", "Ani"), Row("Binjai", "I1", "2", "Ani"), Row("Medan", "I1", "4", "Budi")]
    assert [each.kind for each in differences(before, [Row("Medan", "I2", "3", "Ani")])] == ["removed", "added"]


FAULTS: list[tuple[str, Any, str]] = [
    ("D3", "=1+2", "is a formula or command"),
    ("D3", 6, "is not on the scale of I1"),
    ("D3", "tiga", "is not on the scale of I1"),
    ("D3", True, "is not on the scale of I1"),
    ("A3", "I99", "“I99” is not a code of pemdi-2026"),
    ("A4", "I1", "I1 is answered twice"),
]


@pytest.mark.parametrize(("cell", "value", "problem"), FAULTS, ids=[f"{c}={v}" for c, v, _ in FAULTS])
def test_a_fault_is_told_by_its_cell_and_nothing_is_scored(empty: Path, cell: str, value: Any, problem: str) -> None:
    def change(book: Any) -> None:
        answer_all(book)
        book.worksheets[1][cell] = value

    with pytest.raises(InputFaults) as caught:
        score_tabular(PEMDI, read_answers(PEMDI, fill(empty, change)).rows)
    (fault,) = caught.value.faults
    assert problem in fault.problem
    assert fault.place == f"A1 Tata Kelola dan Manajemen!D{cell[1]}"


def test_every_faulty_cell_is_told_at_once(empty: Path) -> None:
    def change(book: Any) -> None:
        book.worksheets[1]["D3"], book.worksheets[1]["D4"], book.worksheets[2]["D3"] = 9, "=A1", "x"

    with pytest.raises(InputFaults) as caught:
        score_tabular(PEMDI, read_answers(PEMDI, fill(empty, change)).rows)
    assert [each.place.rsplit("!")[1] for each in caught.value.faults] == ["D3", "D4", "D3"]


def test_a_formula_for_the_unit_and_an_answer_without_code_are_faults(empty: Path) -> None:
    def change(book: Any) -> None:
        book.worksheets[0]["B4"] = "=A1"
        book.worksheets[1]["A3"] = None
        book.worksheets[1]["D3"] = 3

    with pytest.raises(InputFaults) as caught:
        read_answers(PEMDI, fill(empty, change))
    assert [each.place.rsplit("!")[1] for each in caught.value.faults] == ["B4", "A3"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda book: book.remove(book["_tinjau"]), "the hidden sheet with the instrument's version is missing"),
        (lambda book: book["_tinjau"].__setitem__("B1", "spbe-2020"), "it was written for spbe-2020"),
        (lambda book: book["_tinjau"].__setitem__("B5", "99"), "a layout that is no longer read"),
        (lambda book: book.remove(book.worksheets[1]), "this sheet is missing"),
    ],
)
def test_a_workbook_that_is_not_this_one_is_refused(empty: Path, change: Callable[[Any], None], problem: str) -> None:
    with pytest.raises(InputError) as caught:
        read_answers(PEMDI, fill(empty, change))
    assert problem in caught.value.problem


def test_another_version_is_read_with_a_warning(empty: Path) -> None:
    changed = fill(empty, lambda book: book["_tinjau"].__setitem__("B2", "2025.9"))
    assert [each.code for each in read_answers(PEMDI, changed).notes] == ["workbook-of-another-version"]


def test_a_list_of_services_is_read_back(tmp_path: Path) -> None:
    model, path = packs.load_instrument("layne-lee-2001"), tmp_path / "stages.xlsx"
    write_workbook(model, path)

    def change(book: Any) -> None:
        sheet = book.worksheets[1]
        assert [sheet.cell(1, n).value for n in range(1, 5)] == ["unit", "service", "assessor", "stage"]
        for row, (service, stage) in enumerate([("KTP", "transaction"), ("Izin", "Katalog")], start=4):
            for column, value in enumerate(("Medan", service, "Ani", stage), start=1):
                sheet.cell(row, column).value = value

    reading = read_answers(model, fill(path, change))
    result = score_tabular(model, reading.rows)
    assert score_of(result, "catalogue", "Medan") == 1
    assert score_of(result, "transaction", "Medan") == 0.5
    assert reading.rows[0].where.endswith("!D4")


def test_respondents_fill_one_row_each(tmp_path: Path) -> None:
    skm, path = packs.load_instrument("skm-2017"), tmp_path / "skm.xlsx"
    write_workbook(skm, path)

    def change(book: Any) -> None:
        sheet = book.worksheets[1]
        for row, answers in enumerate([(4, 3), (2, 1)], start=4):
            sheet.cell(row, 1).value = "Dukcapil"
            sheet.cell(row, 3).value, sheet.cell(row, 4).value = answers

    result = score_tabular(skm, read_answers(skm, fill(path, change)).rows)
    assert (score_of(result, "U1", "Dukcapil"), score_of(result, "U2", "Dukcapil")) == (3, 2)


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes] | None = None) -> Path:
    """The workbook with its parts changed one by one."""
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            new = change(name, content)
            if new is not None:
                target.writestr(name, new)
        for name, content in (extra or {}).items():
            target.writestr(name, content)
    return path


def keep(_: str, content: bytes) -> bytes:
    return content


@pytest.mark.parametrize(
    ("change", "extra", "problem"),
    [
        (keep, {"xl/media/bomb.xml": b" " * (40 << 20)}, "it unpacks to far more"),
        (keep, {"xl/media/bomb.xml": b" " * (4 << 20)}, "it unpacks to far more"),  # small, but packed a thousandfold
        (keep, {"xl/vbaProject.bin": b"macro"}, "it holds macros"),
        (keep, {"xl/externalLinks/externalLink1.xml": b"<x/>"}, "it holds macros or links"),
        (keep, {f"xl/part{n}.xml": b"<x/>" for n in range(500)}, "more than 400 parts"),
        (
            lambda name, c: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + c if name == "xl/workbook.xml" else c,
            {},
            "document type",
        ),
        (lambda name, c: c.decode().encode("utf-16") if name == "xl/workbook.xml" else c, {}, "not UTF-8"),
        (lambda name, c: None if name.startswith("xl/") else c, {}, "this is no workbook"),
        (lambda name, c: c[:50] if name == "xl/workbook.xml" else c, {}, "this workbook cannot be read"),
        (lambda name, c: c[:900] if name == "xl/worksheets/sheet2.xml" else c, {}, "this workbook cannot be read"),
        (lambda name, c: None if name == "xl/worksheets/sheet2.xml" else c, {}, "this sheet is missing"),
    ],
)
def test_a_hostile_container_is_refused_in_one_message(
    empty: Path, change: Callable[[str, bytes], bytes | None], extra: dict[str, bytes], problem: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_answers(PEMDI, rewritten(empty, change, extra))
    assert problem in caught.value.problem


def test_a_part_that_stands_twice_is_refused(empty: Path) -> None:
    with zipfile.ZipFile(empty, "a") as container_, pytest.warns(UserWarning, match="Duplicate name"):
        container_.writestr("xl/workbook.xml", b"<workbook/>")
    with pytest.raises(InputError, match="a part stands in it twice"):
        read_answers(PEMDI, empty)


def test_a_locked_workbook_is_refused(empty: Path) -> None:
    content = bytearray(empty.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag of encryption in the directory's first entry
    empty.write_bytes(content)
    with pytest.raises(InputError, match="locked with a password"):
        read_answers(PEMDI, empty)


def test_a_sheet_without_end_is_refused(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filled, "MAX_ROWS", 3)
    with pytest.raises(InputError, match="has more than 3 rows"):
        read_answers(PEMDI, empty)


@pytest.mark.parametrize(("row", "problem"), [("1048576", ""), ("5000000000", "has more than 100,000 rows")])
def test_a_row_far_below_is_passed_over_and_one_below_all_rows_refused(empty: Path, row: str, problem: str) -> None:
    def far(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet2.xml":
            return content
        return content.replace(b"</sheetData>", f'<row r="{row}"><c r="A{row}"/></row></sheetData>'.encode())

    changed = rewritten(empty, far)
    if problem:
        with pytest.raises(InputError, match=problem):
            read_answers(PEMDI, changed)
    else:
        assert read_answers(PEMDI, changed).rows == ()


def test_several_addresses_of_a_service_are_several_rows(tmp_path: Path) -> None:
    eu, path = packs.load_instrument("eu-egov-benchmark"), tmp_path / "eu.xlsx"
    write_workbook(eu, path)

    def change(book: Any) -> None:
        units, services = book["Unit - Units (service)"], book["Jawaban - Answers (service)"]
        for column, value in enumerate(("XX", "Family", "1.1 S", "informational", "yes", "no", "local"), start=1):
            units.cell(4, column).value = value
        for row, answer in enumerate(("ya", "tidak"), start=4):
            for column, value in enumerate(("XX", "Family", "1.1 S", "", answer, "tidak", "tidak"), start=1):
                services.cell(row, column).value = value

    result = score_tabular(eu, read_answers(eu, fill(path, change)).rows)
    assert score_of(result, "online-availability", "XX", "Family", "1.1 S") == 12.5  # half of the addresses have A1


@pytest.mark.parametrize("content", [b"", b"unit,indicator\n", b"PK\x03\x04" + b"\0" * 100])
def test_what_is_no_zip_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match="this is no workbook"):
        read_answers(PEMDI, path)


def test_a_large_file_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with path.open("wb") as file:
        file.truncate(container.MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 16 MiB"):
        read_answers(PEMDI, path)


@pytest.mark.parametrize("dimension", [b"A1:XFD1048576", b"A1:B2", b"Z9:Z9"])
def test_a_claimed_dimension_is_not_believed(empty: Path, dimension: bytes) -> None:
    def claim(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet2.xml":
            return content
        return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + dimension + b'"', content)

    changed = rewritten(fill(empty, answer_all), claim)
    answered = {each.indicator for each in read_answers(PEMDI, changed).rows}
    assert {each.id for each in PEMDI.indicators} <= answered


def test_the_workbook_is_not_written_where_it_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be written"):
        write_workbook(PEMDI, tmp_path / "file" / "x.xlsx")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
