"""What counts as a finding, which way it points, and what names it."""

from dataclasses import replace

from tests.strategy.planning.building import factor, medan
from tests.strategy.planning.whole import STUDIES, evaluated, whole

from tinjau.model import Action, Answer, Decision, FactorKind, Source, Text
from tinjau.strategy import Sign, findings_of
from tinjau.study import read_study

CITY = read_study(STUDIES / "sample-city")


def found(name: str) -> dict[str, tuple[Sign, str]]:
    one = whole(STUDIES / name)
    return {each.id: (each.sign, each.text.en) for each in findings_of(one.study, one.assessment, one.instruments)}


def test_what_is_unknown_is_neither_good_nor_bad() -> None:
    assert found("sample-city") == {
        "inventory": (Sign.GOOD, "14 online services are listed"),
        "services-good": (Sign.GOOD, "6 of 12 public services give good access"),
        "services-lacking": (Sign.BAD, "5 of 12 public services are hard to use"),
        "guides-missing": (Sign.BAD, "10 of 14 services have no user guide"),
    }


def test_money_of_actions_that_are_over_can_support_a_factor_and_proposes_nothing() -> None:
    actions = (
        Action("WO2", budget="200", spent="50", status="done"),
        Action("WO2", budget="900", spent="0", status="planned"),
    )
    weak = (factor("W1", "Anggaran tidak terserap", ("budget",), support=("absorption",)),)
    one = evaluated(replace(CITY, actions=actions, factors=weak, strategies=(), conclusions=()))
    money = [each for each in findings_of(one.study, one.assessment) if each.id == "absorption"]
    assert [each.text.en for each in money] == ["25% of the budget of actions that are over was spent"]
    assert one.plan.supported == ("W1",)
    assert not [each for each in one.plan.factor_proposals if "absorption" in each.id]
    assert "absorption" not in found("sample-city")


def test_every_verdict_and_the_phase_is_a_finding() -> None:
    names = found("medan")
    assert len(names) == 12
    assert names["criterion:sitokdana-7/services"][0] is Sign.MIXED
    assert names["criterion:sitokdana-7/update"] == (Sign.GOOD, "the criterion Update was judged positive")
    assert names["phase:interaction"][1] == "the phase reached: Interaction"


def test_a_strength_never_matches_a_weakness_on_the_same_evidence() -> None:
    strength = factor("S9", "Semua layanan mudah", support=("services-lacking",))
    plan = evaluated(replace(CITY, factors=(strength,), strategies=(), conclusions=())).plan
    assert all(each.matches is None for each in plan.factor_proposals)
    assert next(each.kind for each in plan.factor_proposals if each.id == "factor:services-lacking") is FactorKind.W


def test_a_refused_weakness_calls_for_nothing() -> None:
    study = replace(CITY, factors=(), strategies=(), conclusions=())
    name = "factor:guides-missing"
    assert any(name in each.because for each in evaluated(study).plan.strategy_proposals)
    refused = replace(study, decisions=(Decision(name, "reject", "tim"),))
    assert all(name not in each.because for each in evaluated(refused).plan.strategy_proposals)


def test_what_supports_a_factor() -> None:
    answer = Answer("sitokdana-7", "search", "yes", assessor="a")
    sources = (Source("intro", Text("x", "x"), "introduction"), Source("bps", Text("x", "x"), "statistics"))
    cases = {
        "service:pbb": True, "pbb": True, "services-good": True, "answer:sitokdana-7/search": True, "bps": True,
        "indicator:wb-4/search": False, "intro": False, "criterion:sitokdana-7/update": False, "nothing": False,
    }  # fmt: skip
    factors = tuple(factor(f"S{number}", support=(name,)) for number, name in enumerate(cases))
    study = replace(CITY, factors=factors, strategies=(), conclusions=(), answers=(answer,), sources=sources)
    plan = evaluated(study).plan
    assert {each.support[0]: each.id in plan.supported for each in plan.factors} == cases


def test_the_derivation_of_a_strategy_needs_evidence_that_both_use() -> None:
    verdicts = {each.subject: each.verdict for each in medan().plan.derivation}
    assert (verdicts["WO1"], verdicts["WO2"], verdicts["ST4"]) == ("reproduced", "not-derivable", "not-derivable")
