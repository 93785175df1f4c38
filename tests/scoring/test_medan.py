"""The published study of Medan: what its paper says comes out, and nothing that it does not say."""

from pathlib import Path

import pytest

import tinjau.demo
from tinjau import packs, scoring, study
from tinjau.model import Assessment, Outcome, Verdict

PAPER = {
    "transparency": Verdict.POSITIVE,
    "services": Verdict.MIXED,
    "efficiency": Verdict.POSITIVE,
    "economy": Verdict.POSITIVE,
    "aspirations": Verdict.MIXED,
    "appearance": Verdict.POSITIVE,
    "update": Verdict.POSITIVE,
}


@pytest.fixture(scope="module")
def medan() -> Assessment:
    folder = study.read_study(Path(tinjau.demo.__file__).parent / "studies" / "medan")
    return scoring.score(
        instruments=[packs.load_instrument(each) for each in folder.instruments],
        observations=(),
        answers=folder.answers,
        services=folder.services,
        matches={},
        capture=None,
        government=folder.government,
        decisions=folder.decisions,
        share=folder.ladder_share,
    )


def test_the_inventory_is_counted(medan: Assessment) -> None:
    counted = medan.services
    assert (counted.total, counted.public, counted.good, counted.lacking) == (25, 9, 5, 4)


def test_seven_verdicts_in_the_papers_order(medan: Assessment) -> None:
    seven = [each for each in medan.criteria if each.instrument == "sitokdana-7"]
    assert {each.id: each.verdict for each in seven} == PAPER
    assert [each.id for each in seven] == list(PAPER)
    assert {each.verdict_by for each in seven} == {"paper"}


def test_no_number_that_the_paper_does_not_give(medan: Assessment) -> None:
    assert {each.score for each in medan.criteria} == {None}
    assert {each.proposed for each in medan.criteria} == {None}
    assert medan.agreement is None
    assert medan.phase is not None
    assert set(medan.phase.reached.values()) == {None}


def test_phase_two_of_four_with_transaction_untested(medan: Assessment) -> None:
    phase = medan.phase
    assert phase is not None
    assert (phase.id, phase.ordinal, phase.level) == ("interaction", 2, "site")
    assert phase.next is not None
    assert phase.next.id == "transaction"
    assert phase.next.missing == ()
    assert {"online-submission", "online-payment", "status-tracking", "citizen-account"} <= set(phase.next.untested)
    assert set(phase.sensitivity.values()) == {"interaction"}


def test_the_matrix_has_every_service_under_every_criterion(medan: Assessment) -> None:
    assert len(medan.matrix) == 25 * 7
    by_cell = {(each.service, each.criterion): each.outcome for each in medan.matrix}
    assert by_cell["perizinan", "services"] is Outcome.PASSED
    assert by_cell["kb", "services"] is Outcome.FAILED
    assert by_cell["webmail", "services"] is Outcome.UNTESTED
    assert sum(outcome is Outcome.PASSED for outcome in by_cell.values()) == 5
    assert sum(outcome is Outcome.FAILED for outcome in by_cell.values()) == 4


def test_every_statement_stands_in_both_languages(medan: Assessment) -> None:
    for each in medan.criteria:
        assert each.statement.id.endswith(".")
        assert each.statement.en.endswith(".")
