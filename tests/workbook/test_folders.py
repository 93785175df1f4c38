"""A folder of tables and published scores beside, on a benchmark of two services made here."""

from pathlib import Path

import pytest
from tests.scoring.tabular.building import score_of

from tinjau import packs
from tinjau.model import InputError
from tinjau.scoring.tabular import score_tabular
from tinjau.study.workbook import compare_with, read_answers

EU = packs.load_instrument("eu-egov-benchmark")
TABLES = {
    "services.csv": "country,life_event,service,type,applicable,proactive,level\n"
    "XX,Family,1.1 Leave,informational,yes,no,central\nXX,Family,1.2 Child,transactional,yes,no,local\n",
    "service_answers.csv": "country,life_event,service,A1,A2,A3,F1,F2,F3,F4,mobile\n"
    "XX,Family,1.1 Leave,yes,no,yes,,,,,100\nXX,Family,1.1 Leave,no,yes,no,,,,,0\n"
    "XX,Family,1.2 Register child,yes,yes,yes,yes,yes,no,nr,100\nXX,Family,1.2 Child,yes,no,no,no,no,no,nr,0\n",
    "portal_answers.csv": "country;life_event;B1;D1;E1\nXX;Family;ya;2;no\nXX;Family;tidak;0;yes\n",
}


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "inputs"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_addresses_and_portals_are_merged_as_the_pack_says(inputs: Path) -> None:
    reading = read_answers(EU, inputs)
    result = score_tabular(EU, reading.rows)
    leave, child = ("XX", "Family", "1.1 Leave"), ("XX", "Family", "1.2 Child")
    assert score_of(result, "online-availability", *leave) == 100  # central: the best answer for each question
    assert score_of(result, "online-availability", *child) == 62.5  # local: shares
    assert score_of(result, "eid", *child) == 50  # of the one address that needs identification; nr drops
    assert (score_of(result, "mobile", *leave), score_of(result, "mobile", *child)) == (100, 50)
    assert score_of(result, "UC1", "XX", "Family") == pytest.approx(0.8 * 62.5 + 0.2 * 100)
    assert score_of(result, "UC2", "XX", "Family") == 100
    assert score_of(result, "TR2", "XX", "Family") == pytest.approx(200 / 3)
    assert [each.code for each in reading.notes] == ["unit-name-differs"]
    assert "1.2 Register child" in reading.notes[0].message.id


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("portal_answers.csv", ""), "this table is missing"),
        (("services.csv", "country,life_event,type\nXX,Family,informational\n"), "the column 'service' is missing"),
        (("service_answers.csv", "country,life_event,service,Q9\nXX,Family,1.1 Leave,yes\n"), "none of the columns"),
        (("services.csv", TABLES["services.csv"].replace(",local", ",village")), "is not a value of level"),
    ],
)
def test_a_folder_that_cannot_be_used_says_why(inputs: Path, change: tuple[str, str], problem: str) -> None:
    name, text = change
    (inputs / name).unlink() if not text else (inputs / name).write_text(text, "utf-8")
    with pytest.raises(InputError, match=problem):
        score_tabular(EU, read_answers(EU, inputs).rows)


def test_every_published_cell_is_sorted_by_how_it_differs(inputs: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    published.mkdir()
    (published / "services.csv").write_text(
        "country,life_event,service,online_availability,mobile_friendliness,service_delivery,eid,edocuments,prefilled\n"
        "XX,Family,1.1 Leave,100,98.9,,,,\nXX,Family,1.2 Child,60,50,10,,,\n",
        "utf-8",
    )
    (published / "scores.csv").write_text(
        "country,indicator,life_event,score\nXX,1.3 User support,Family,100\n"
        "XX,1.3 User support,biennial 2021+2022,90\nXX,Something else,Family,1\n",
        "utf-8",
    )
    result = score_tabular(EU, read_answers(EU, inputs).rows)
    compared = compare_with(EU, result, published)
    services, scores = compared["tables"]
    assert (services["same"], services["close"], services["differing"]) == (2, 1, 1)
    assert (services["only_published"], services["only_computed"]) == (1, 1)
    (cell,) = [each for each in compared["differing"] if each["file"] == "services.csv"]
    assert (cell["id"], cell["computed"], cell["published"]) == ("online-availability", 62.5, 60)
    assert (scores["same"], scores["differing"]) == (1, 1)
    assert compared["differing"][1]["unit"] == {"country": "XX"}  # the biennial score is the country's


def test_published_scores_that_cannot_be_read_say_why(inputs: Path, tmp_path: Path) -> None:
    result = score_tabular(EU, read_answers(EU, inputs).rows)
    with pytest.raises(InputError, match="this table is missing"):
        compare_with(EU, result, tmp_path)
    with pytest.raises(InputError, match="does not say how published scores are laid out"):
        compare_with(packs.load_instrument("skm-2017"), result, tmp_path)
