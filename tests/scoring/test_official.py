"""An official formula inside a study: its own numbers, and none where too little is known."""

import pytest
from tests.scoring.builders import answer, assess, cannot_tell, not_seen, seen

from tinjau.model import Answer, Assessment, CriterionResult, Decision, InputError, Instrument, Outcome
from tinjau.packs import load_instrument
from tinjau.scoring.tabular import Row, score_tabular

PEMDI, LOSI = load_instrument("pemdi-2026"), load_instrument("losi-2024")


def levels(assessor: str, shift: int = 0) -> tuple[Answer, ...]:
    return tuple(
        answer(each.id, str(1 + (n + shift) % 5), assessor, instrument_id="pemdi-2026")
        for n, each in enumerate(PEMDI.indicators)
    )


def found(assessment: Assessment, name: str) -> CriterionResult:
    return next(each for each in assessment.criteria if each.id == name)


def formula(instrument: Instrument, answers: tuple[Answer, ...], name: str) -> float | None:
    rows = [Row("Kota Contoh", each.indicator, each.value, each.assessor) for each in answers]
    return score_tabular(instrument, rows).score_of(name, unit="Kota Contoh").result.rounded


@pytest.mark.parametrize("answers", [levels("ani"), levels("ani") + levels("budi", 1)], ids=["one", "two"])
def test_criteria_and_index_have_the_formulas_numbers(answers: tuple[Answer, ...]) -> None:
    assessment = assess(PEMDI, answers=answers, capture=None)
    index = found(assessment, "index")
    assert index.score == formula(PEMDI, answers, "index")
    assert index.score is not None
    assert index.verdict is None
    assert "Score" in index.statement.en
    for criterion in PEMDI.criteria:
        assert found(assessment, criterion.id).score is not None
        assert found(assessment, criterion.id).coverage == 1.0


def test_assessors_who_differ_are_combined_and_both_are_kept() -> None:
    assessment = assess(PEMDI, answers=levels("ani") + levels("budi", 1), capture=None)
    first = next(each for each in assessment.indicators if each.id == PEMDI.indicators[0].id)
    assert (first.outcome, first.value) == (Outcome.PASSED, 1.5)
    assert "ani" in first.decided_by
    assert "differ" in first.reason
    assert assessment.agreement is not None
    assert assessment.agreement["percent"] == 0.0


def test_too_little_gives_no_number() -> None:
    assessment = assess(PEMDI, answers=levels("ani")[:1], capture=None)
    assert found(assessment, "index").score is None
    assert "No score yet" in found(assessment, "index").statement.en
    assert assess(PEMDI, capture=None).criteria[0].score is None


def test_what_was_observed_answers_what_nobody_answered() -> None:
    detectors = sorted({n for each in LOSI.indicators for rule in each.settled for n in rule.detectors})
    assert detectors
    nothing = assess(LOSI, tuple(cannot_tell(each) for each in detectors))
    assert {each.score for each in nothing.criteria} == {None}
    good, bad = (assess(LOSI, tuple(make(each) for each in detectors)) for make in (seen, not_seen))
    covered = [each.id for each in good.criteria if each.score is not None]
    assert covered
    for name in covered:
        upper, lower = found(good, name).score, found(bad, name).score
        assert upper is not None
        assert lower is not None
        assert upper > lower
        assert found(good, name).coverage >= 0.5


def test_decisions_hold_for_the_formula_too() -> None:
    observed = [each for each in LOSI.indicators if each.settled and each.criterion == "IF"]
    first = observed[0]
    there = tuple(seen(name) for each in observed for rule in each.settled for name in rule.detectors)
    said = tuple(
        answer(each.id, "yes", instrument_id="losi-2024")
        for each in LOSI.indicators
        if each.criterion == "IF" and each not in observed
    )

    def score_after(*decisions: Decision) -> float | None:
        return found(assess(LOSI, there, said, decisions=decisions), "IF").score

    assert score_after() == 1.0
    assert score_after(Decision(f"outcome:losi-2024/{first.id}", "accept", "rina")) == 1.0
    withdrawn = answer(first.id, "no", instrument_id="losi-2024")
    said += (withdrawn,)
    assert score_after() != 1.0
    assert score_after(Decision(withdrawn.id, "reject", "rina")) == 1.0


def test_a_level_off_the_scale_ends_the_run_with_its_place() -> None:
    with pytest.raises(InputError) as caught:
        assess(PEMDI, answers=(answer(PEMDI.indicators[0].id, "6", instrument_id="pemdi-2026"),), capture=None)
    assert (caught.value.file, caught.value.place) == ("answers/a.csv", "line 2")


def test_an_unknown_code_ends_the_run_with_its_place() -> None:
    with pytest.raises(InputError, match="line 2"):
        assess(PEMDI, answers=(answer("I99", "3", instrument_id="pemdi-2026"),), capture=None)
