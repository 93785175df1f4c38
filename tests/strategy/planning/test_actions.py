"""Money as offices write it, absorption, and which strategies moved which indicators."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.strategy.planning.building import medan
from tests.strategy.planning.whole import STUDIES

from tinjau import pipeline
from tinjau.model import Action, InputError, InstrumentUsed, Outcome, Verdict
from tinjau.strategy import absorption, amount, movements
from tinjau.study import assessment_to_json


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("180000000", 180e6), ("180.000.000", 180e6), ("180,000,000", 180e6), ("12,5", 12.5), ("12.5", 12.5),
        ("1.000", 1000.0), (" 7 ", 7.0), ("0", 0.0), ("", None), ("banyak", None), ("-5", None), ("1.2.3", None),
        ("Rp5", None), ("1.000,50", None),
        ("1e9", None), ("٣", None), ("9" * 40, None), ("0,125", 0.125), ("0.125", 0.125),
    ],
)  # fmt: skip
def test_an_amount(written: str, value: float | None) -> None:
    assert amount(written) == value


def test_absorption_is_spent_over_planned_and_counts_only_whole_rows() -> None:
    actions = (
        Action("WO2", budget="100", spent="40"),
        Action("WO2", budget="100", spent=""),
        Action("ST1", budget="0", spent="0"),
        Action("SO1", budget="", spent=""),
    )
    found = {each.strategy: each for each in absorption(actions)}
    assert set(found) == {"", "WO2", "ST1"}
    assert (found["WO2"].share, found["WO2"].actions, found["WO2"].counted) == (0.4, 2, 1)
    assert found["ST1"].share is None
    assert (found[""].budget, found[""].spent, found[""].counted) == (100.0, 40.0, 2)


def test_without_amounts_there_is_no_number() -> None:
    assert absorption(()) == ()
    assert absorption((Action("WO2", budget="100"),)) == ()


def test_next_year_shows_what_moved() -> None:
    before = medan().assessment
    criteria = tuple(
        replace(each, verdict=Verdict.POSITIVE) if each.id == "aspirations" else each for each in before.criteria
    )
    indicators = tuple(
        replace(each, outcome=Outcome.FAILED) if (each.instrument, each.id) == ("wb-4", "search") else each
        for each in before.indicators
    )
    after = replace(before, criteria=criteria, indicators=indicators)
    actions = (
        Action("WO1", indicator="sitokdana-7/aspirations", status="done"),
        Action("WT1", indicator="wb-4/search", status="done"),
        Action("ST4", indicator="transparency"),
        Action("ST1", indicator="wb-4/online-payment"),
        Action("ST2", indicator="tiga layanan"),
        Action("ST3"),
    )
    found = [
        (each.strategy, each.moved, each.before, each.after, each.reason) for each in movements(actions, before, after)
    ]
    assert found == [
        ("WO1", "better", "mixed", "positive", ""),
        ("WT1", "worse", "passed", "failed", ""),
        ("ST4", "same", "positive", "positive", ""),
        ("ST1", "unknown", None, None, "not-determined"),
        ("ST2", "unknown", None, None, "not-an-indicator"),
    ]


def test_an_assessments_document_says_the_same_as_the_assessment() -> None:
    assessment = medan().assessment
    document = assessment_to_json(assessment)
    actions = (Action("WO1", indicator="sitokdana-7/aspirations"), Action("WT1", indicator="wb-4/search"))
    assert movements(actions, document, assessment) == movements(actions, assessment, assessment)


def test_a_changed_instrument_moves_nothing() -> None:
    before = medan().assessment
    other = tuple(InstrumentUsed(each.id, "9.9.9", each.verified, each.title) for each in before.instruments)
    after = replace(before, instruments=other)
    found = movements((Action("WO1", indicator="sitokdana-7/aspirations"),), before, after)
    assert [(each.moved, each.reason) for each in found] == [("unknown", "instrument-changed")]


def test_a_study_that_names_last_years_shows_what_its_strategies_moved(tmp_path: Path) -> None:
    last, now = tmp_path / "2025", tmp_path / "2026"
    shutil.copytree(STUDIES / "medan", last)
    (last / "actions.csv").write_text("strategy,indicator,status\nWO1,sitokdana-7/aspirations,done\n")
    pipeline.run(str(last), options=pipeline.RunOptions(formats=("json",)))
    shutil.copytree(STUDIES / "medan", now)
    text = (now / "study.yaml").read_text("utf-8")
    (now / "study.yaml").write_text(text + "previous: ../2025\n")
    answers = (now / "answers" / "paper.csv").read_text("utf-8")
    (now / "answers" / "paper.csv").write_text(
        answers.replace("aspirations,,paper,mixed", "aspirations,,paper,positive")
    )
    moved = pipeline.run(str(now), options=pipeline.RunOptions(formats=("json",))).plan.movements
    assert [(each.strategy, each.before, each.after, each.moved) for each in moved] == [
        ("WO1", "mixed", "positive", "better")
    ]
    (now / "study.yaml").write_text(text + "previous: ../2019\n")
    with pytest.raises(InputError, match="previous"):
        pipeline.run(str(now), options=pipeline.RunOptions(formats=("json",)))
