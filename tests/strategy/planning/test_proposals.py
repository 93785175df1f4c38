"""What rules derive stands beside, says why, and moves only by decision."""

from dataclasses import replace

from tests.strategy.planning.building import factor, medan, medan_study, strategy, template, weakness_call
from tests.strategy.planning.whole import evaluated

from tinjau import observe, packs, pipeline
from tinjau.model import (
    Answer,
    Audience,
    Call,
    Citation,
    Conclusion,
    ContextFactor,
    Decision,
    FactorKind,
    FactorStatus,
    Government,
    Guide,
    Plan,
    Service,
    StrategyTemplate,
    Study,
    Text,
)
from tinjau.strategy import make_plan

BARE = Study(folder="x", government=Government("Contoh", country="ID"), instruments=("sitokdana-7",))


def plan_of(
    study: Study, templates: tuple[StrategyTemplate, ...] = (), context: tuple[ContextFactor, ...] = ()
) -> Plan:
    instruments = tuple(packs.load_instrument(each) for each in study.instruments)
    assessment = pipeline.assess(study, instruments, observe.nothing_observed())
    return make_plan(study, assessment, templates, context=context, instruments=instruments)


def outside_threat(source: str) -> ContextFactor:
    text = Text("pencurian data", "data theft")
    return ContextFactor("x", FactorKind.T, text, ("security",), (Citation(source),), country="ID")


def test_nothing_known_proposes_nothing_and_gives_no_number() -> None:
    plan = plan_of(BARE)
    assert not plan.factor_proposals
    assert not plan.strategy_proposals
    assert not plan.merge_proposals
    assert (plan.support, plan.used, plan.priorities, plan.portfolio) == (None, None, None, None)


def test_while_nobody_wrote_a_factor_nothing_is_called_unused() -> None:
    plan = plan_of(replace(BARE, answers=(Answer("sitokdana-7", "update", "negative", assessor="a"),)))
    assert plan.factor_proposals
    assert (plan.support, plan.used) == (None, None)


def test_good_evidence_becomes_a_strength_and_bad_evidence_a_weakness() -> None:
    answers = (
        Answer("sitokdana-7", "update", "negative", assessor="a"),
        Answer("sitokdana-7", "economy", "positive", assessor="a"),
        Answer("sitokdana-7", "aspirations", "mixed", assessor="a"),
    )
    found = {each.id: (each.kind, each.because) for each in plan_of(replace(BARE, answers=answers)).factor_proposals}
    assert found["factor:criterion:sitokdana-7/update"][0] is FactorKind.W
    assert found["factor:criterion:sitokdana-7/economy"][0] is FactorKind.S
    assert found["factor:criterion:sitokdana-7/aspirations"][0] is FactorKind.W
    assert all(because for _, because in found.values())


def test_a_context_gives_outside_factors_with_their_sources() -> None:
    threat = outside_threat("UU 27/2022")
    plan = plan_of(BARE, context=(threat,))
    assert [(each.id, each.kind, each.because) for each in plan.factor_proposals] == [
        ("factor:context:ID/x", FactorKind.T, ("source:UU 27/2022",)),
    ]  # fmt: skip
    assert plan.derivation[0].verdict == "new"


def test_a_context_factor_calls_for_nothing_until_people_take_it() -> None:
    threat = outside_threat("s")
    lock = template("lock", (Call(kinds=(FactorKind.T,), themes=("security",)),), themes=("security",))
    assert plan_of(BARE, (lock,), (threat,)).strategy_proposals == ()
    taken = replace(BARE, decisions=(Decision("factor:context:ID/x", "accept", "tim"),))
    plan = plan_of(taken, (lock,), (threat,))
    assert [(each.id, each.kind, each.status) for each in plan.factors] == [
        ("T1", FactorKind.T, FactorStatus.LITERATURE)
    ]
    assert plan.strategy_proposals[0].because == ("T1",)


def test_an_accepted_factor_follows_peoples_own_and_the_proposal_stays() -> None:
    study = medan_study(decisions=(Decision("factor:services-good", "accept", "tim", "2026-01-01"),))
    found = evaluated(study)
    assert found.plan.factors[: len(study.factors)] == study.factors
    new = found.plan.factors[-1]
    assert (new.id, new.support[:2]) == ("S8", ("factor:services-good", "services-good"))
    proposal = next(each for each in found.plan.factor_proposals if each.id == "factor:services-good")
    assert (proposal.decision, proposal.matches) == ("accept", None)
    assert "S8" in found.plan.supported


def test_an_edit_takes_peoples_words_and_a_rejection_leaves_the_study_alone() -> None:
    edited = medan(decisions=(Decision("factor:services-good", "edit", "tim", "", "Lima layanan mudah dipakai"),))
    assert edited.plan.factors[-1].text.id == "Lima layanan mudah dipakai"
    rejected = medan(decisions=(Decision("factor:services-good", "reject", "tim"),))
    assert rejected.plan.factors == medan().plan.factors
    proposal = next(each for each in rejected.plan.factor_proposals if each.id == "factor:services-good")
    assert proposal.decision == "reject"


def test_the_last_decision_stands() -> None:
    decisions = (Decision("factor:services-good", "reject", "a"), Decision("factor:services-good", "accept", "b"))
    assert medan(decisions=decisions).plan.factors[-1].id == "S8"


def test_a_merged_proposal_names_where_it_went() -> None:
    found = medan(decisions=(Decision("strategy:user-guides", "merge", "tim", "", "ST4 memuat panduan"),))
    proposal = next(each for each in found.plan.strategy_proposals if each.id == "strategy:user-guides")
    assert (proposal.decision, proposal.matches) == ("merge", "ST4")
    assert [each.id for each in found.plan.strategies] == [each.id for each in medan().plan.strategies]


def test_an_accepted_strategy_keeps_its_factors() -> None:
    found = medan(decisions=(Decision("strategy:service-mentors", "accept", "tim"),))
    new = found.plan.strategies[-1]
    assert (new.id, new.cell, [use.factor for use in new.uses]) == ("WO4", "WO", ["W2", "O1"])
    assert found.found("weakness-unanswered") == []
    assert ("WO4",) in found.found("strategy-not-concluded")


def test_a_strategy_without_a_pair_cannot_be_taken_and_lint_says_so() -> None:
    found = medan(decisions=(Decision("strategy:clear-local-regulation", "accept", "tim"),))
    assert len(found.plan.strategies) == 12
    bare = medan(decisions=(Decision("strategy:backup-and-restore", "accept", "tim"),))
    assert bare.found("decision-without-cell") == [("strategy:backup-and-restore",)]


def test_an_agreed_merge_joins_conclusions_with_their_lineage() -> None:
    parts = ("merge:WT2+ST1", "merge:ST1+WT2")
    for subject in parts:
        found = medan(decisions=(Decision(subject, "accept", "tim", "", "disepakati"),))
        assert [each.sources for each in found.plan.conclusions if "ST1" in each.sources] == [("ST1", "WT2")]
        assert len(found.plan.conclusions) == 10
        assert found.found("decision-without-proposal") == []
    declined = medan(decisions=(Decision("merge:ST1+WT2", "reject", "tim", "", "sasarannya berbeda"),))
    assert len(declined.plan.conclusions) == 11
    assert [(each.id, each.decision) for each in declined.plan.merge_proposals] == [("merge:ST1+WT2", "reject")]


def test_wording_proposes_a_merge_and_a_conclusion_that_joins_them_is_noted() -> None:
    one = strategy("WO1", ("W1",), "Latih petugas loket memakai aplikasi antrean")
    two = strategy("WO2", ("W1",), "Latih petugas loket dengan aplikasi antrean baru")
    other = strategy("ST1", ("S1",), "Lindungi data warga dari pencurian")
    study = replace(BARE, factors=(factor("W1"), factor("S1")), strategies=(one, other, two))
    plan = plan_of(study)
    assert [(each.subjects, each.done) for each in plan.merge_proposals] == [(("WO1", "WO2"), False)]
    joined = replace(study, conclusions=(Conclusion("1", ("WO1", "WO2"), Text("a", "a")),))
    assert plan_of(joined).merge_proposals[0].done


def test_a_template_is_called_by_kind_theme_actor_and_signal_together() -> None:
    calls = (weakness_call("people", actors=("staff",), signals=("latih", "train")),)
    right = factor("W1", "Pegawai kurang terlatih dan perlu latihan", ("people",), actor="staff")
    for wrong in (
        factor("S1", right.text.id, ("people",), actor="staff"),
        factor("T1", right.text.id, ("people",), actor="staff"),
        factor("W1", right.text.id, ("data",), actor="staff"),
        factor("W1", right.text.id, ("people",), actor="citizens"),
        factor("W1", "Pegawai sibuk", ("people",), actor="staff"),
    ):
        assert plan_of(replace(BARE, factors=(wrong,)), (template("t", calls),)).strategy_proposals == ()
    found = plan_of(replace(BARE, factors=(right,)), (template("t", calls),)).strategy_proposals
    assert [(each.id, each.rule, each.because, each.cell) for each in found] == [
        ("strategy:t", "template:t", ("W1",), ""),
    ]  # fmt: skip


def test_findings_and_failed_indicators_call_directly() -> None:
    services = (Service("a", Text("A", "A"), Audience.PUBLIC, guide=Guide.MISSING),)
    study = replace(BARE, services=services, answers=(Answer("sitokdana-7", "search", "no", assessor="x"),))
    templates = (
        template("guides", (Call(findings=("guides-missing",)),)),
        template("search", (Call(indicators=("sitokdana-7/search",)),)),
        template("other", (Call(indicators=("sitokdana-7/one-door",)),)),
    )
    found = {each.id: each.because for each in plan_of(study, templates).strategy_proposals}
    assert set(found) == {"strategy:guides", "strategy:search"}
    assert "guides-missing" in found["strategy:guides"]
    assert "indicator:sitokdana-7/search" in found["strategy:search"]


def test_what_only_a_context_says_is_not_derivable_from_the_site() -> None:
    threat = outside_threat("s")
    own = replace(factor("T4", themes=("security",)), text=threat.text)
    plan = plan_of(replace(BARE, factors=(own,)), context=(threat,))
    assert plan.factor_proposals[0].matches == "T4"
    assert [(each.subject, each.verdict, each.by) for each in plan.derivation] == [
        ("T4", "not-derivable", ("factor:context:ID/x",))
    ]


def test_what_a_factor_says_already_is_not_taken_twice() -> None:
    found = medan(decisions=(Decision("factor:guides-missing", "accept", "tim"),))
    assert [each.id for each in found.plan.factors] == [each.id for each in medan().plan.factors]
    proposal = next(each for each in found.plan.factor_proposals if each.id == "factor:guides-missing")
    assert (proposal.decision, proposal.matches) == ("accept", "W3")


def test_a_merge_that_the_conclusions_made_already_is_left_as_they_made_it() -> None:
    own = (Conclusion("1", ("ST1", "WT2"), Text("a", "a")), Conclusion("2", ("ST1",), Text("b", "b")))
    found = medan(conclusions=own, decisions=(Decision("merge:ST1+WT2", "accept", "tim"),))
    assert found.plan.conclusions == own
