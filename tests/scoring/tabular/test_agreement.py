"""Agreement inside a scored instrument, against published examples."""

import pytest
from tests.scoring.tabular.building import indicator, instrument, rows

from tinjau.scoring.tabular import score_tabular

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), the example with four observers and missing data.
OBSERVERS = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}


def krippendorff(level: str) -> float:
    made = instrument(
        [indicator("a", scale={"min": 1, "max": 5})], [{"each": ["a"], "score": "mean", "missing": "null"}],
        agreement=level,
    )  # fmt: skip
    cells = [
        (f"u{number:02}", "a", "" if value == "." else value, name)
        for name, line in OBSERVERS.items()
        for number, value in enumerate(line.split())
    ]
    agreement = score_tabular(made, rows(*cells)).agreement
    assert agreement is not None
    low, high = agreement["interval"]
    assert low <= agreement["alpha"] <= high
    return float(agreement["alpha"])


@pytest.mark.parametrize(
    ("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_published_alphas_come_out(level: str, alpha: float) -> None:
    assert krippendorff(level) == pytest.approx(alpha, abs=0.0006)


def test_the_widest_spread_stands_first_and_questions_are_ranked() -> None:
    made = instrument(
        [indicator("a", scale={"min": 1, "max": 5}), indicator("b", scale={"min": 1, "max": 5})],
        [{"each": ["a", "b"], "score": "mean", "missing": "null"}],
    )
    cells = [("u", "a", "1", "A"), ("u", "a", "5", "B"), ("v", "a", "2", "A"), ("v", "a", "3", "B")]
    cells += [("u", "b", "4", "A"), ("u", "b", "4", "B")]
    agreement = score_tabular(made, rows(*cells)).agreement
    assert agreement is not None
    assert [(each["unit"]["unit"], each["range"]) for each in agreement["widest"]] == [("u", 4), ("v", 1)]
    assert [each["indicator"] for each in agreement["by_indicator"]] == ["a", "b"]
    assert agreement["percent"] == pytest.approx(1 / 3)
    assert agreement["cells"] == 3


def test_not_relevant_is_a_category_of_its_own_where_nominal() -> None:
    made = instrument([indicator("a")], [{"each": ["a"], "score": "mean"}], agreement="nominal")
    cells = [("u", "a", "nr", "A"), ("u", "a", "no", "B"), ("v", "a", "nr", "A"), ("v", "a", "nr", "B")]
    agreement = score_tabular(made, rows(*cells)).agreement
    assert agreement is not None
    assert agreement["percent"] == 0.5


def test_coefficients_that_the_answers_cannot_define_are_null() -> None:
    made = instrument([indicator("a")], [{"each": ["a"], "score": "mean"}])
    agreement = score_tabular(made, rows(("u", "a", "yes", "A"), ("u", "a", "yes", "B"))).agreement
    assert agreement is not None
    assert (agreement["alpha"], agreement["interval"], agreement["cohen"]) == (None, None, None)
    assert agreement["percent"] == 1
