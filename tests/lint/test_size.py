"""Whole studies at the largest size that is read stay countable in steps, and beyond it are refused."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.strategy.planning.building import factor, medan_study, strategy
from tests.strategy.planning.whole import evaluated

from tinjau.model import Claim, Decision, InputError
from tinjau.study import read_study
from tinjau.study.swot import MAX_FACTORS


def test_more_factors_than_a_workshop_can_weigh_are_refused(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text("government: Contoh\n")
    rows = "\n".join(f"- {{id: {kind}{number}, text: x}}" for kind in "SW" for number in range(1, MAX_FACTORS // 2 + 2))
    (tmp_path / "factors.yaml").write_text(rows)
    with pytest.raises(InputError, match="more than 500 factors"):
        read_study(tmp_path)


def test_the_largest_study_is_planned_and_examined() -> None:
    kinds = "SWOT"
    factors = tuple(
        factor(f"{kinds[number % 4]}{number}", f"faktor nomor {number}", ("people",), actor="staff")
        for number in range(1, MAX_FACTORS + 1)
    )
    strategies = tuple(strategy(f"WO{number}", (), f"strategi {number}", ("people",)) for number in range(1, 301))
    claims = tuple(Claim(f"c{number}", "name", "x") for number in range(2000))
    decisions = tuple(Decision(f"d{number}", "accept") for number in range(2000))
    study = medan_study(factors=factors, strategies=strategies, conclusions=(), claims=claims, decisions=decisions)
    found = evaluated(replace(study, answers=()))
    assert len(found.found("factor-unsupported")) == MAX_FACTORS
    assert len(found.found("claim-unchecked")) == 2000
    assert len(found.found("decision-without-proposal")) == 2000
