"""The EU eGovernment Benchmark against the results that the Commission published for the same answers.

The rules were fitted on these data, so this checks a transcription. The engine never reads the published tables.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.shared_paths import REASON, SHARED

from tinjau import packs
from tinjau.model import Instrument
from tinjau.scoring.tabular import Row, TabularResult, score_tabular
from tinjau.study.workbook import compare_with, read_answers
from tinjau.study.workbook.delimited import read_delimited

FOLDER = SHARED and SHARED / "data" / "eu2023"
pytestmark = pytest.mark.skipif(FOLDER is None or not FOLDER.is_dir(), reason=REASON)
PORTAL_IDS = ("UC2", "TR2", "TR3", "KE4")


def folder() -> Path:
    assert FOLDER is not None
    return FOLDER


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return packs.load_instrument("eu-egov-benchmark")


@pytest.fixture(scope="module")
def result(instrument: Instrument) -> TabularResult:
    return score_tabular(instrument, read_answers(instrument, folder() / "inputs").rows)


@pytest.fixture(scope="module")
def compared(instrument: Instrument, result: TabularResult) -> Mapping[str, Any]:
    return compare_with(instrument, result, folder() / "published")


def tables(compared: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {each["file"]: each for each in compared["tables"]}


def test_service_cells_come_back(compared: Mapping[str, Any]) -> None:
    services = tables(compared)["services.csv"]
    good = services["same"] + services["close"]
    wrong = services["differing"] + services["only_computed"] + services["only_published"]
    assert good / (good + wrong) >= 0.997
    # Two services (NO and SI, Family 1.2) are published against the paper's own rule for proactive ones: five cells.
    assert wrong <= 5
    assert services["close"] == 0  # everything else is the same to the last decimal


def test_mobile_and_portals_come_back_whole(compared: Mapping[str, Any]) -> None:
    by_id = tables(compared)["services.csv"]["by_id"]["mobile"]
    assert by_id["same"] == sum(by_id.values()) - by_id["empty"]
    for name in PORTAL_IDS:
        each = tables(compared)["scores.csv"]["by_id"][name]
        assert each["same"] == sum(each.values()) - each["empty"], name


def test_every_differing_cell_is_listed_with_both_values(compared: Mapping[str, Any]) -> None:
    services = tables(compared)["services.csv"]
    listed = [each for each in compared["differing"] if each["file"] == "services.csv"]
    assert len(listed) == services["differing"] > 0
    assert all(abs(each["computed"] - each["published"]) > 1.1 for each in listed)


def test_cross_border_and_overall_stay_empty_without_their_inputs(result: TabularResult) -> None:
    for each in result.scores:
        if each.id in {"CB", "CB1", "CB2", "CB3", "CB4", "overall"}:
            assert each.score is None
            assert each.result.reason


def test_dimensions_and_overall_follow_exactly_from_published_indicators(instrument: Instrument) -> None:
    published = {}
    names = instrument.data["published"]["files"][1]["names"]
    for line in read_delimited(folder() / "published" / "scores.csv").lines:
        if line.cells["score"] and not line.cells["life_event"].startswith("biennial"):
            key = line.cells["country"], line.cells["life_event"], names[line.cells["indicator"]]
            published[key] = float(line.cells["score"])
    whole = {"UC", "TR", "KE", "CB", "overall"}
    rows = [
        Row({"country": country, "life_event": event}, name, repr(score))
        for (country, event, name), score in published.items()
        if name not in whole
    ]
    result = score_tabular(instrument, rows)
    scores = {(e.unit["country"], e.unit["life_event"], e.id): e.score for e in result.scores if len(e.unit) == 2}
    checked = [key for key in published if key[2] in whole]
    assert len(checked) >= 5 * 9 * 17
    for key in checked:
        assert scores[key] == pytest.approx(published[key], abs=1e-9), key


def test_the_framework_s_own_services_are_those_of_the_data(instrument: Instrument) -> None:
    known = {
        (group["life_event"], each["service"]): each["type"]
        for group in instrument.data["life_events"]
        for each in group["services"]
    }
    assert len(known) == 92
    for line in read_delimited(folder() / "inputs" / "services.csv").lines:
        name = line.cells["life_event"], line.cells["service"]
        if name in known:
            assert known[name] == line.cells["type"]


def test_a_name_written_differently_is_noted(instrument: Instrument) -> None:
    reading = read_answers(instrument, folder() / "inputs")
    assert [each.code for each in reading.notes] == ["unit-name-differs"]
