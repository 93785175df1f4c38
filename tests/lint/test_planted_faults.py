"""An invented study with planted faults of every kind but the published one's: all are found, and nothing else."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.strategy.planning.whole import STUDIES, Whole, whole

from tinjau.lint import lint_study

HERE = Path(__file__).parent
EXPECTED: list[Any] = yaml.safe_load((HERE / "sagara" / "expected.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def sagara(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("study") / "sagara"
    for source in sorted((HERE / "sagara").rglob("*")):
        if source.is_file() and source.name != "expected.yaml":
            target = folder / source.relative_to(HERE / "sagara")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    return whole(folder)


def test_every_planted_fault_is_found_and_nothing_else(sagara: Whole) -> None:
    expected = Counter((code, tuple(ids)) for code, ids in EXPECTED)
    found = Counter((each.code, each.ids) for each in sagara.lint)
    assert found - expected == Counter()
    assert expected - found == Counter()


def test_the_order_of_phases_is_read_from_the_assessment_where_no_instrument_is_given(sagara: Whole) -> None:
    found = lint_study(sagara.study, sagara.assessment, sagara.plan)
    assert [each.ids for each in found if each.code == "claim-order"] == [("transformation",)]


def test_a_refused_merge_stays_refused(sagara: Whole) -> None:
    assert [(each.id, each.decision, each.done) for each in sagara.plan.merge_proposals] == [
        ("merge:T1+T2", "", False), ("merge:SO1+WO1", "reject", True),
    ]  # fmt: skip


def test_a_refused_proposal_is_kept_and_calls_for_nothing(sagara: Whole) -> None:
    refused = next(each for each in sagara.plan.factor_proposals if each.id == "factor:inventory")
    assert refused.decision == "reject"
    assert all("factor:inventory" not in each.because for each in sagara.plan.strategy_proposals)


def test_evidence_that_nobody_settled_yet_is_told_from_none() -> None:
    city = whole(STUDIES / "sample-city")
    waiting = next(each for each in city.lint if each.ids == ("W1",) and each.code == "factor-unsupported")
    assert "newest-item-recent" in waiting.message.en
    assert "nobody settled yet" in waiting.message.en
    assert "“Is the newest" in waiting.message.en
    assert "“Apakah" in waiting.message.id
    assert city.found("factor-status") == []
    assert city.found("unknown-id") == []
