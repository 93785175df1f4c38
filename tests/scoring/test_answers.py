"""What people may write as an answer, and the message for each thing that is none."""

import pytest
from tests.scoring.builders import BOTH, answer, indicator, instrument, service, verdicts

from tinjau.model import Answer, InputError, InputFaults
from tinjau.scoring.answering import read_answers

TEST = instrument(
    [
        indicator("i"),
        indicator("p", values=["yes", "partly", "no"]),
        indicator("s", unit="service"),
        indicator("stage", unit="service", values=["low", "high"]),
    ],
    verdicts=verdicts(),
    ladder={
        "gates": [
            {"phase": "low", "title": {"id": "Rendah", "en": "Low"}, "about": BOTH, "require": ["i"]},
            {"phase": "high", "title": {"id": "Tinggi", "en": "High"}, "about": BOTH, "require": ["p"]},
        ],
        "share": 0.5,
        "share_source": "test",
        "service_indicator": "stage",
    },
)
SERVICES = [service("kk")]

WORDS = [
    ("i", "", "yes", "yes"),
    ("i", "", " Ya ", "yes"),
    ("i", "", "1", "yes"),
    ("i", "", "TIDAK", "no"),
    ("i", "", "n/a", "na"),
    ("i", "", "tidak berlaku", "na"),
    ("i", "site", "yes", "yes"),
    ("p", "", "sebagian", "partly"),
    ("s", "kk", "ya", "yes"),
    ("stage", "kk", "high", "high"),
    ("stage", "kk", "Tinggi", "high"),
    ("c", "", "positive", "positive"),
    ("c", "", "Campuran", "mixed"),
]


@pytest.mark.parametrize("name,unit,value,word", WORDS)
def test_words(name: str, unit: str, value: str, word: str) -> None:
    said = read_answers([TEST], [answer(name, value, unit=unit)], SERVICES)
    assert said["test", name, unit].word == word
    assert said["test", name, unit].by == "ani"


@pytest.mark.parametrize("value", ["unknown", "tidak tahu", "?"])
def test_an_answer_that_knows_nothing_is_none(value: str) -> None:
    assert read_answers([TEST], [answer("i", value)], SERVICES) == {}


REFUSED = [
    (answer("ii", "yes"), "indicator", "no question 'ii'"),
    (answer("i", "partly"), "value", "no answer to i"),
    (answer("i", "5"), "value", "no answer to i"),
    (answer("c", "yes"), "value", "no verdict on c"),
    (answer("c", "positive", unit="kk"), "unit", "whole site"),
    (answer("i", "yes", unit="kk"), "unit", "whole site"),
    (answer("s", "yes"), "unit", "each service"),
    (answer("s", "yes", unit="kkk"), "unit", "no service 'kkk'"),
    (answer("stage", "higher", unit="kk"), "value", "no answer to stage"),
]


@pytest.mark.parametrize("wrong,column,problem", REFUSED)
def test_refused_with_file_line_and_column(wrong: Answer, column: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        read_answers([TEST], [wrong], SERVICES)
    assert caught.value.file == "answers/a.csv"
    assert caught.value.place == f"line 2, column {column}"
    assert problem in caught.value.problem
    assert caught.value.mend


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(InputFaults) as caught:
        read_answers([TEST], [each for each, _, _ in REFUSED], SERVICES)
    assert len(caught.value.faults) == len(REFUSED)
    assert str(caught.value).count("\n") == len(REFUSED) - 1


def test_answers_to_other_instruments_are_left_alone() -> None:
    assert read_answers([TEST], [answer("anything", "at all", instrument_id="other")], SERVICES) == {}


def test_assessors_who_differ_leave_no_word_until_they_decide() -> None:
    two = [answer("i", "yes", "ani"), answer("i", "no", "budi")]
    assert read_answers([TEST], two, SERVICES)["test", "i", ""].differ
    said = read_answers([TEST], [*two, answer("i", "no", "decided:rapat")], SERVICES)["test", "i", ""]
    assert (said.word, said.by, len(said.answers)) == ("no", "rapat", 3)
    agreed = read_answers([TEST], [answer("i", "yes", "ani"), answer("i", "ya", "budi")], SERVICES)["test", "i", ""]
    assert (agreed.word, agreed.by) == ("yes", "ani, budi")
