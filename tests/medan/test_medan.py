"""The published study of Medan, the whole way: what the paper says, nothing more, and what a careful reader objects."""

from itertools import pairwise

import pytest
from tests.strategy.planning.whole import STUDIES, Whole, whole

from tinjau.model import Cell, FactorKind, Outcome, Severity, Verdict
from tinjau.study import assessment_to_json, plan_to_json


@pytest.fixture(scope="module")
def medan() -> Whole:
    return whole(STUDIES / "medan")


def test_services_are_counted_as_the_paper_counts_them(medan: Whole) -> None:
    services = medan.assessment.services
    assert (services.total, services.public, services.good, services.lacking) == (25, 9, 5, 4)
    assert [each.id for each in services.items][:3] == ["perizinan", "akta-lahir", "perpustakaan"]


def test_seven_verdicts_are_the_papers(medan: Whole) -> None:
    verdicts = {each.id: each.verdict for each in medan.assessment.criteria if each.instrument == "sitokdana-7"}
    assert verdicts == {
        "transparency": Verdict.POSITIVE,
        "services": Verdict.MIXED,
        "efficiency": Verdict.POSITIVE,
        "economy": Verdict.POSITIVE,
        "aspirations": Verdict.MIXED,
        "appearance": Verdict.POSITIVE,
        "update": Verdict.POSITIVE,
    }


def test_the_phase_is_interaction_and_transaction_is_untested_not_missing(medan: Whole) -> None:
    phase = medan.assessment.phase
    assert phase is not None
    assert phase.next is not None
    assert (phase.id, phase.ordinal, phase.next.id) == ("interaction", 2, "transaction")
    assert phase.next.missing == ()
    assert "online-submission" in phase.next.untested
    outcomes = {each.id: each.outcome for each in medan.assessment.indicators if each.instrument == "wb-4"}
    assert outcomes["online-submission"] is Outcome.UNTESTED


def test_swot_tows_and_conclusions_stand_as_published(medan: Whole) -> None:
    plan = medan.plan
    assert [sum(each.kind is kind for each in plan.factors) for kind in FactorKind] == [7, 6, 3, 3]
    assert [sum(each.cell is cell for each in plan.strategies) for cell in Cell] == [2, 3, 4, 3]
    assert [each.id for each in plan.strategies] == [
        "SO1", "SO2", "WO1", "WO2", "WO3", "ST1", "ST2", "ST3", "ST4", "WT1", "WT2", "WT3",
    ]  # fmt: skip
    assert [each.sources for each in plan.conclusions] == [
        ("SO1",), ("SO2",), ("ST1",), ("ST2", "ST4"), ("ST3",), ("WO1",), ("WO2",), ("WO3",), ("WT1",), ("WT2",),
        ("WT3",),
    ]  # fmt: skip
    assert plan.counts["identified"] == 12
    assert plan.counts["concluded"] == 11


def test_every_number_that_the_paper_does_not_give_is_null(medan: Whole) -> None:
    plan, assessment = plan_to_json(medan.plan), assessment_to_json(medan.assessment)
    assert plan["priorities"] is None
    assert plan["portfolio"] is None
    assert assessment["agreement"] is None
    assert assessment["capture"] is None
    assert all(each["score"] is None for each in assessment["criteria"])
    assert all(share is None for share in assessment["phase"]["reached"].values())
    assert all(each["confidence"] is None for each in assessment["services"]["items"])


def test_support_and_use_of_evidence_are_counted(medan: Whole) -> None:
    assert medan.plan.supported == ("S1", "W1", "W3")
    assert medan.plan.support == 3 / 19
    assert medan.plan.used == 5 / 12


def test_rules_stand_beside_and_what_they_derive_is_not_tuned_to_the_twelve(medan: Whole) -> None:
    verdicts = {each.subject: each.verdict for each in medan.plan.derivation}
    people = [*(each.id for each in medan.plan.factors), *(each.id for each in medan.plan.strategies)]
    assert {each for each in people if verdicts[each] == "reproduced"} == {"S1", "W1", "W3", "WO1", "WT1"}
    assert all(verdicts[each] in {"reproduced", "not-derivable"} for each in people)
    assert "new" in verdicts.values()
    inside = [each for each in medan.plan.factor_proposals if each.rule != "context"]
    assert inside
    assert {each.kind for each in inside} == {FactorKind.S, FactorKind.W}
    assert not {each.id for each in medan.plan.factor_proposals} & set(people)


TENSIONS = {("S5", "W2"), ("S6", "W3"), ("S7", "W6")}
UNSUPPORTED = ["S2", "S3", "S4", "S5", "S6", "S7", "W2", "W4", "W5", "W6", "O1", "O2", "O3", "T1", "T2", "T3"]


def test_lint_finds_the_tensions(medan: Whole) -> None:
    found = medan.found("factor-tension")
    assert len(found) == 3
    assert all(any({strong, weak} <= set(ids) for ids in found) for strong, weak in TENSIONS)


def test_lint_finds_every_unsupported_factor_and_only_those(medan: Whole) -> None:
    assert medan.found("factor-unsupported") == [(each,) for each in UNSUPPORTED]
    introduction = next(each for each in medan.lint if each.ids == ("S2",) and each.code == "factor-unsupported")
    assert "introduction" in introduction.message.en
    assert "pendahuluan" in introduction.message.id


def test_lint_finds_the_service_that_is_not_public(medan: Whole) -> None:
    assert medan.found("service-not-public") == [("kb",)]


def test_lint_finds_the_order_of_phases_and_the_name_that_drifts(medan: Whole) -> None:
    assert medan.found("claim-order") == [("transaction",)]
    assert medan.found("claim-name") == [("lapor",)]


def test_lint_finds_what_answers_nothing(medan: Whole) -> None:
    assert medan.found("strategy-without-factor") == [("WT3",)]


def test_lint_says_nothing_else_but_what_is_unused(medan: Whole) -> None:
    said = {each.code for each in medan.lint}
    assert said == {
        "claim-name", "claim-order", "service-not-public", "factor-unsupported", "factor-tension", "finding-unused",
        "strategy-without-factor", "factor-unused", "weakness-unanswered",
    }  # fmt: skip
    assert medan.found("weakness-unanswered") == [("W2",)]
    assert medan.found("factor-unused") == [("S2",)]
    assert all(each.severity is Severity.NOTICE for each in medan.lint if each.code == "finding-unused")


def test_objections_speak_both_languages_and_say_where(medan: Whole) -> None:
    for each in medan.lint:
        assert each.message.id
        assert each.message.en
        assert each.where


def test_no_proposal_repeats_another(medan: Whole) -> None:
    ids = [each.id for each in medan.plan.factor_proposals] + [each.id for each in medan.plan.strategy_proposals]
    assert all(one != two for one, two in pairwise(sorted(ids)))
