"""What holds for every study: order changes only order, inputs stay, the same inputs give the same plan."""

from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategy.planning.building import medan, medan_study
from tests.strategy.planning.whole import STUDIES, Whole, evaluated

from tinjau.model import Study
from tinjau.study import plan_to_json, read_study

T = TypeVar("T")
CITY = read_study(STUDIES / "sample-city")


def shuffled(study: Study, seed: int) -> Study:
    random = Random(seed)

    def mixed(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(random.sample(items, len(items)))

    return replace(
        study,
        factors=mixed(study.factors),
        strategies=mixed(study.strategies),
        services=mixed(study.services),
        answers=mixed(study.answers),
        sources=mixed(study.sources),
    )


def unordered(found: Whole) -> dict[str, object]:
    plan = found.plan
    return {
        "factors": frozenset(plan.factors),
        "strategies": frozenset(plan.strategies),
        "conclusions": plan.conclusions,
        "factor proposals": frozenset(
            (each.id, each.matches, each.text, frozenset(each.because)) for each in plan.factor_proposals
        ),
        "strategy proposals": frozenset(
            (each.id, each.cell, each.matches, frozenset(each.because)) for each in plan.strategy_proposals
        ),
        "derivation": frozenset((each.subject, each.verdict, frozenset(each.by)) for each in plan.derivation),
        "merges": frozenset((frozenset(each.subjects), each.similarity) for each in plan.merge_proposals),
        "numbers": (plan.support, plan.used, frozenset(plan.supported), tuple(sorted(plan.counts.items()))),
        "lint": frozenset((each.code, each.severity, frozenset(each.ids)) for each in found.lint),
    }


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(["medan", "city"]))
def test_the_order_in_which_things_are_written_changes_nothing_but_order(seed: int, name: str) -> None:
    study = medan_study() if name == "medan" else CITY
    mixed = shuffled(study, seed)
    found = evaluated(mixed)
    assert unordered(found) == unordered(evaluated(study))
    assert [each.id for each in found.plan.factors] == [each.id for each in mixed.factors]
    assert [each.id for each in found.plan.strategies] == [each.id for each in mixed.strategies]


def test_the_same_study_gives_the_same_plan_twice() -> None:
    assert plan_to_json(medan().plan) == plan_to_json(medan().plan)


def test_taking_evidence_away_never_raises_support() -> None:
    study = medan_study()
    before = medan().plan
    for factor in study.factors:
        less = tuple(replace(each, support=()) if each.id == factor.id else each for each in study.factors)
        after = evaluated(replace(study, factors=less)).plan
        assert after.support is not None
        assert before.support is not None
        assert after.support <= before.support
        assert after.used is not None
        assert before.used is not None
        assert after.used <= before.used


def test_dropping_a_strategy_only_adds_objections_about_what_it_answered() -> None:
    study = medan_study()
    before = {(each.code, each.ids) for each in medan().lint}
    without = tuple(each for each in study.strategies if each.id != "WO2")
    found = evaluated(replace(study, strategies=without))
    added = {(each.code, each.ids) for each in found.lint} - before
    assert ("weakness-unanswered", ("W4",)) in added
    assert {code for code, _ in added} == {"weakness-unanswered", "unknown-id", "claim-count"}
