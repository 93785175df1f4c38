"""`tinjau score` as people call it: what it writes, and that a fault writes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from tinjau import packs
from tinjau.cli import main
from tinjau.study.workbook import read_answers, write_workbook

GOOD = "unit,indicator,assessor,value,note\n" + "".join(f"Medan,I{n},Ani,3,\n" for n in range(1, 21))


def score(*arguments: object) -> int:
    return main(["score", *map(str, arguments)])


def written(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return document


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(GOOD, "utf-8")
    return path


def test_the_contract_s_document_is_written(tmp_path: Path, answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "scores.json"
    assert score("pemdi-2026", answers, "--out", out) == 0
    document = written(out)
    assert (document["instrument"], document["verified"]) == ("pemdi-2026", "partly")
    rows = {each["id"]: each for each in document["scores"]}
    assert rows["index"]["score"] == 3
    assert rows["index"]["unit"] == {"unit": "Medan"}
    assert rows["index"]["band"]["id"] == "baik"
    assert [part["id"] for part in rows["A1"]["steps"]["parts"]] == ["I1", "I2"]  # every step can be followed
    assert document["agreement"] is None
    error = capsys.readouterr().err
    assert "verified: partly" in error
    assert "Medan: index 3 (Good), coverage 100%" in error


def test_without_out_one_document_stands_on_stdout(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert score("pemdi-2026", answers) == 0
    assert json.loads(capsys.readouterr().out)["instrument"] == "pemdi-2026"


def test_a_workbook_is_scored_and_compared_with_earlier_answers(tmp_path: Path, answers: Path) -> None:
    book, out = tmp_path / "pemdi.xlsx", tmp_path / "scores.json"
    write_workbook(packs.load_instrument("pemdi-2026"), book)
    assert score("pemdi-2026", book, "--out", out) == 2  # nobody has filled it in
    assert not out.exists()
    write_workbook(packs.load_instrument("pemdi-2026"), book, _rows(answers))
    assert score("pemdi-2026", book, "--against", answers, "--out", out) == 0
    assert written(out)["differences"] == []


def _rows(path: Path) -> Any:
    return read_answers(packs.load_instrument("pemdi-2026"), path).rows


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Medan,I99,Budi,3,", "“I99” is not a code of pemdi-2026"),
        ("Medan,I1,Budi,6,", "“6” is not on the scale of I1"),
        ("Medan,I1,Ani,3,", "I1 is answered twice by 'Ani'"),
        ("Medan,I1,Budi,=2+2,", "is a formula or command"),
    ],
)
def test_a_fault_ends_in_one_message_and_nothing_is_written(
    tmp_path: Path, answers: Path, line: str, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text(GOOD + line + "\n", "utf-8")
    out = tmp_path / "scores.json"
    assert score("pemdi-2026", answers, "--out", out) == 2
    error = capsys.readouterr().err
    assert problem in error
    assert f"{answers}, line 22" in error
    assert "Traceback" not in error
    assert sorted(each.name for each in tmp_path.iterdir()) == ["answers.csv"]


def test_an_earlier_result_stays_when_the_new_answers_are_wrong(tmp_path: Path, answers: Path) -> None:
    out = tmp_path / "scores.json"
    assert score("pemdi-2026", answers, "--out", out) == 0
    before = out.read_bytes()
    answers.write_text(GOOD + "Medan,I1,Budi,9,\n", "utf-8")
    assert score("pemdi-2026", answers, "--out", out) == 2
    assert out.read_bytes() == before


def test_last_year_stands_beside(tmp_path: Path, answers: Path) -> None:
    last, out = tmp_path / "2025.csv", tmp_path / "scores.json"
    last.write_text("unit,indicator,value,note\nMedan,ID-28,3,Terapkan aplikasi\n", "utf-8")
    assert score("pemdi-2026", answers, "--previous", last, "--out", out) == 0
    previous = written(out)["previous"]
    assert (previous["instrument"], previous["comparable"]) == ("spbe-2020", False)


OWN = """\
id: own
version: "1"
title: {id: Milik sendiri, en: One's own}
about: {id: Dua hal., en: Two things.}
source: test
verified: false
criteria:
- {id: c, title: {id: Kriteria, en: Criterion}, weight: 100}
indicators:
- {id: a, criterion: c, question: {id: Ada?, en: There?}, source: test, weight: 60}
- {id: b, criterion: c, question: {id: Ada?, en: There?}, source: test, weight: 40}
calculation:
  weights: parts
  nodes:
  - {each: indicators, score: mean}
  - {each: criteria, roll_up: weighted_mean}
"""


def test_an_instrument_of_one_s_own_is_scored(tmp_path: Path) -> None:
    pack, answers, out = tmp_path / "own.yaml", tmp_path / "a.csv", tmp_path / "scores.json"
    pack.write_text(OWN, "utf-8")
    answers.write_text("unit,a,b\nMedan,ya,tidak\n", "utf-8")
    assert score(pack, answers, "--out", out) == 0
    assert written(out)["scores"][-1]["score"] == 0.6


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("weight: 40", "weight: 39"), "sum to 99"),
        (("score: mean", "score: avreage"), "'avreage' is not known"),
        (("each: criteria", "each: criterion"), "is no node above this one"),
    ],
)
def test_a_broken_pack_is_told_and_nothing_is_written(
    tmp_path: Path, change: tuple[str, str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, answers, out = tmp_path / "own.yaml", tmp_path / "a.csv", tmp_path / "scores.json"
    pack.write_text(OWN.replace(*change), "utf-8")
    answers.write_text("unit,a,b\nMedan,ya,tidak\n", "utf-8")
    assert score(pack, answers, "--out", out) == 2
    assert problem in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("instrument", ["pemdi", "", "../x"])
def test_an_unknown_instrument_is_told(instrument: str, answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert score(instrument, answers) == 2
    assert "there is no such instrument" in capsys.readouterr().err


def test_a_pack_without_a_calculation_says_what_to_do(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert score("sitokdana-7", answers) == 2
    assert "tinjau run" in capsys.readouterr().err
