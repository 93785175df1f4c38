"""Answers in CSV files: read without guessing, every fault with its line."""

from pathlib import Path

import pytest
from tests.scoring.tabular.building import score_of

from tinjau import packs
from tinjau.model import InputError
from tinjau.scoring.tabular import score_tabular
from tinjau.study.workbook import delimited, read_answers

PEMDI = packs.load_instrument("pemdi-2026")
SKM = packs.load_instrument("skm-2017")
STAGES = packs.load_instrument("spbe-service")


def table(folder: Path, text: str | bytes, name: str = "answers.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [
        "unit,indicator,assessor,value,note\nMedan,I1,Ani,3.5,\nMedan,I2,Ani,3,\n",
        "unit;indicator;assessor;value;note\r\nMedan;I1;Ani;3,5;\r\nMedan;I2;Ani;3,0;\r\n",
        "\ufeffUnit\tIndicator\tValue\nMedan\tI1\t3.5\nMedan\tI2\t3\n",
        'indicator,unit,value,evidence,date\nI1,Medan,"3,5",,2026-01-02\n\nI2,Medan,3,,\n',
        "unit,assessor,I1,I2\nMedan,Ani,3.5,3\n",
        "Unit;Kode;Tingkat;Rekomendasi;Tahun\nMedan;I1;3,5;;2026\nMedan;I2;3;;2026\n",
    ],
)
def test_the_same_answers_in_every_dialect(tmp_path: Path, text: str) -> None:
    reading = read_answers(PEMDI, table(tmp_path, text))
    assert score_of(score_tabular(PEMDI, reading.rows), "A1", "Medan") == 3.25


@pytest.mark.parametrize("text", ["indicator,value\nI1,3.5\nI2,3\n", "unit,indicator,value\n,I1,3.5\n,I2,3\n"])
def test_answers_about_the_government_itself_need_no_unit(tmp_path: Path, text: str) -> None:
    assert score_of(score_tabular(PEMDI, read_answers(PEMDI, table(tmp_path, text)).rows), "A1", "-") == 3.25


def test_a_unit_that_is_missing_among_named_ones_is_a_fault(tmp_path: Path) -> None:
    path = table(tmp_path, "unit,indicator,value\nMedan,I1,3\n,I2,3\n")
    with pytest.raises(InputError, match="the unit is not named in full"):
        score_tabular(PEMDI, read_answers(PEMDI, path).rows)


def test_places_name_the_line(tmp_path: Path) -> None:
    path = table(tmp_path, "unit,indicator,value\nMedan,I1,3\n\nMedan,I2,9\n")
    with pytest.raises(InputError) as caught:
        score_tabular(PEMDI, read_answers(PEMDI, path).rows)
    assert (caught.value.file, caught.value.place) == (str(path), "line 4")


def test_places_in_a_wide_table_name_line_and_column(tmp_path: Path) -> None:
    path = table(tmp_path, "unit,I1,I2\nMedan,3,7\n")
    with pytest.raises(InputError) as caught:
        score_tabular(PEMDI, read_answers(PEMDI, path).rows)
    assert (caught.value.file, caught.value.place) == (str(path), "line 2, column I2")


@pytest.mark.parametrize(
    ("text", "problem", "place"),
    [
        ("", "the file is empty", "line 1"),
        ("\n\n", "the file is empty", "line 1"),
        ("unit,indicator\nMedan,I1\n", "the column 'value' is missing", "line 1"),
        ("unit,indicatr,value\nMedan,I1,3\n", "the column 'indicator' is missing", "line 1"),
        (
            "unit,indicator,indikator,value\nMedan,I1,I1,3\n",
            "'indikator' and 'indicator' mean the same",
            "line 1, column 3",
        ),
        ("unit,indicator,value,vlaue\nMedan,I1,3,4\n", "there is no column 'vlaue'", "line 1, column 4"),
        ("unit,indicator,value,value\nMedan,I1,3,4\n", "'value' stands twice", "line 1, column 4"),
        ("unit,indicator,,value\nMedan,I1,3,4\n", "this column has no name", "line 1, column 3"),
        ("unit,indicator,value\nMedan,I1,3,extra\n", "4 cells stand under 3 columns", "line 2"),
        ('unit,indicator,value\nMedan,"I1,3\n', "the row cannot be read", "line 2"),
        ("unit,I99,I1\nMedan,1,2\n", "there is no column 'I99'", "line 1, column 2"),
        ("city,score\nMedan,1\n", "no column is called 'indicator'", "line 1"),
        (b"unit,indicator,value\nMedan\xff,I1,3\n", "the text is not UTF-8", "line 2"),
        ("unit,indicator,value\n".encode("utf-16"), "the file is UTF-16", "line 1"),
        ("unit,indicator,value\nMed\0an,I1,3\n", "it holds a NUL sign", "line 2"),
        (b"PK\x03\x04rest", "the file is a workbook", ""),
    ],
)
def test_a_table_that_cannot_be_read_says_why(tmp_path: Path, text: str | bytes, problem: str, place: str) -> None:
    with pytest.raises(InputError) as caught:
        read_answers(PEMDI, table(tmp_path, text))
    assert problem in caught.value.problem
    assert caught.value.place == place


def test_two_hundred_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(b"unit,indicator,value\n")
        file.truncate(200 << 20)  # a sparse file: nothing is written
    with pytest.raises(InputError, match="larger than 32 MiB"):
        read_answers(PEMDI, path)


def test_too_many_rows_are_refused_with_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_ROWS", 3)
    path = table(tmp_path, "unit,indicator,value\n" + "Medan,I1,3\n" * 4)
    with pytest.raises(InputError) as caught:
        read_answers(PEMDI, path)
    assert caught.value.place == "line 5"


def test_a_row_that_is_too_wide_is_refused(tmp_path: Path) -> None:
    for line in ("Medan," + "x," * 500, "Medan,I1," + "x" * 30_000):
        with pytest.raises(InputError, match="too wide or has a cell that is too long"):
            read_answers(PEMDI, table(tmp_path, f"unit,indicator,value\n{line}\n"))


def test_raw_respondents_are_one_row_a_person(tmp_path: Path) -> None:
    text = "no;Umur;Jenis kelamin;U1;U2\n1;34;P;4;3\n2;51;L;Sangat sesuai;Kurang mudah\n3;20;P;;4\n"
    reading = read_answers(SKM, table(tmp_path, text))
    assert [each.code for each in reading.notes] == ["columns-not-read"]
    assert "Umur" in reading.notes[0].message.id
    result = score_tabular(SKM, reading.rows)
    assert score_of(result, "U1", "-") == 4
    assert score_of(result, "U2", "-") == 3
    assert [each.respondents for each in result.samples] == [3]


def test_respondents_without_numbers_are_told_apart_by_their_lines(tmp_path: Path) -> None:
    reading = read_answers(SKM, table(tmp_path, "unit,U1\nDukcapil,4\nDukcapil,2\n"))
    assert score_of(score_tabular(SKM, reading.rows), "U1", "Dukcapil") == 3


def test_a_misspelt_element_is_not_taken_for_a_profile_column(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Did you mean U1"):
        read_answers(SKM, table(tmp_path, "no,U11,U2\n1,4,3\n"))


@pytest.mark.parametrize("text", ["unit,service,stage\nMedan,KTP,transaksi\n",
                                  "unit,indicator,value\nMedan / KTP,stage,Transaksi\n",
                                  "unit,service,indicator,value\nMedan,KTP,stage,transaction\n"])  # fmt: skip
def test_units_of_several_levels(tmp_path: Path, text: str) -> None:
    result = score_tabular(STAGES, read_answers(STAGES, table(tmp_path, text)).rows)
    assert score_of(result, "stage", "Medan", "KTP") == 3


def test_rows_of_other_instruments_are_left_out_and_counted(tmp_path: Path) -> None:
    text = "instrument,indicator,unit,value\npemdi-2026,I1,Medan,3\nspbe-2020,ID-1,Medan,3\n"
    reading = read_answers(PEMDI, table(tmp_path, text))
    assert [(each.indicator, each.value) for each in reading.rows] == [("I1", "3")]
    assert [each.code for each in reading.notes] == ["rows-of-other-instruments"]


def test_what_is_no_table_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        read_answers(PEMDI, tmp_path / "absent.xlsx")
    with pytest.raises(InputError, match=r"answers are read from \.csv"):
        read_answers(PEMDI, table(tmp_path, "x", "answers.pdf"))
    with pytest.raises(InputError, match="is not read from a folder"):
        read_answers(PEMDI, tmp_path)
    with pytest.raises(InputError, match="this table is missing"):
        read_answers(packs.load_instrument("eu-egov-benchmark"), tmp_path)
