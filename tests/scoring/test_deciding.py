"""The machine proposes, people decide, and both are kept."""

import pytest
from tests.scoring.builders import (
    CAPTURE,
    answer,
    assess,
    automatic,
    cannot_tell,
    indicator,
    instrument,
    not_seen,
    seen,
    service,
    verdicts,
)

from tinjau.model import (
    Access,
    Answer,
    Assessment,
    Audience,
    Capture,
    CriterionResult,
    Decision,
    Guide,
    IndicatorResult,
    Observation,
    Outcome,
    ServiceMatch,
    Unread,
    Verdict,
)

ONE = instrument([automatic("i", "a")], verdicts=verdicts())


def result(assessment: Assessment, name: str = "i", unit: str = "site") -> IndicatorResult:
    return next(each for each in assessment.indicators if (each.id, each.unit) == (name, unit))


def criterion(assessment: Assessment, name: str = "c") -> CriterionResult:
    return next(each for each in assessment.criteria if each.id == name)


def test_observed_alone_the_rule_decides() -> None:
    found = result(assess(ONE, (seen("a", 5),)))
    assert (found.outcome, found.decided_by, found.proposed, found.value) == (Outcome.PASSED, "rule", None, 5)
    assert [each.observation for each in found.evidence] == [seen("a", 5).id]


def test_a_person_stands_over_the_rule_and_both_are_kept() -> None:
    found = result(assess(ONE, (not_seen("a"),), (answer("i", "ya", "sari"),)))
    assert (found.outcome, found.decided_by, found.proposed) == (Outcome.PASSED, "sari", Outcome.FAILED)
    assert [each.observation for each in found.evidence] == ["answer:test/i", not_seen("a").id]


def test_unknown_never_decides_and_never_fails() -> None:
    assert result(assess(ONE, capture=None)).outcome is Outcome.UNTESTED
    found = result(assess(ONE, (cannot_tell("a", "the menu was not captured"),)))
    assert (found.outcome, found.decided_by) == (Outcome.CANT_TELL, "")
    assert "menu" in found.reason


def test_assessors_who_differ_decide_nothing() -> None:
    two = (answer("i", "yes", "ani"), answer("i", "no", "budi"))
    alone = result(assess(ONE, (), two))
    assert (alone.outcome, alone.decided_by) == (Outcome.CANT_TELL, "")
    assert "ani: yes" in alone.reason
    beside = result(assess(ONE, (seen("a"),), two))
    assert (beside.outcome, beside.decided_by) == (Outcome.PASSED, "rule")


DECISIONS = [
    ("outcome:test/i", "accept", Outcome.FAILED, "rina", Outcome.FAILED),
    ("outcome:test/i", "reject", Outcome.CANT_TELL, "", Outcome.FAILED),
    ("outcome:test/other", "reject", Outcome.FAILED, "rule", None),
]


@pytest.mark.parametrize("subject,verdict,outcome,by,proposed", DECISIONS)
def test_decisions_on_a_proposal(
    subject: str, verdict: str, outcome: Outcome, by: str, proposed: Outcome | None
) -> None:
    found = result(assess(ONE, (not_seen("a"),), decisions=(Decision(subject, verdict, "rina", reason="old page"),)))
    assert (found.outcome, found.decided_by, found.proposed) == (outcome, by, proposed)


def test_a_rejected_answer_leaves_what_was_observed() -> None:
    rejected = (Decision("answer:test/i", "reject"),)
    assert result(assess(ONE, (seen("a"),), (answer("i", "no"),), decisions=rejected)).outcome is Outcome.PASSED
    again = (*rejected, Decision("answer:test/i", "accept"))
    assert result(assess(ONE, (seen("a"),), (answer("i", "no"),), decisions=again)).outcome is Outcome.FAILED


# Verdicts: shares of what was determined, only above the coverage.

FOUR = instrument([automatic(f"i{n}", f"d{n}") for n in range(4)], verdicts=verdicts())
VERDICTS = [
    ("pppp", Verdict.POSITIVE, 1.0),
    ("pppf", Verdict.POSITIVE, 1.0),
    ("ppff", Verdict.MIXED, 1.0),
    ("pfff", Verdict.NEGATIVE, 1.0),
    ("ffff", Verdict.NEGATIVE, 1.0),
    ("ppcu", Verdict.POSITIVE, 0.5),
    ("pccu", None, 0.25),
    ("uuuu", None, 0.0),
    ("cccc", None, 0.0),
]


@pytest.mark.parametrize("pattern,verdict,coverage", VERDICTS)
def test_verdict_of_the_rule(pattern: str, verdict: Verdict | None, coverage: float) -> None:
    make = {"p": seen, "f": not_seen, "c": cannot_tell}
    observations = tuple(make[each](f"d{n}") for n, each in enumerate(pattern) if each != "u")
    found = criterion(assess(FOUR, observations))
    assert (found.verdict, found.coverage, found.score) == (verdict, coverage, None)
    assert found.verdict_by == ("rule" if verdict else "")
    assert found.proposed is None, "a verdict of the rule that stands is no proposal beside itself"
    assert found.statement.id
    assert found.statement.en
    if verdict is None:
        assert found.statement.en.startswith("Not assessed")
        assert found.statement.id.startswith("Belum dinilai")


CORE = [
    ("ppppp", Verdict.POSITIVE),
    ("fpppp", Verdict.MIXED),
    ("cpppp", Verdict.POSITIVE),
    ("pffff", Verdict.MIXED),
    ("fffff", Verdict.NEGATIVE),
    ("cffff", Verdict.NEGATIVE),
]


@pytest.mark.parametrize("pattern,verdict", CORE)
def test_a_core_question_bounds_the_verdict(pattern: str, verdict: Verdict) -> None:
    asked = [automatic("i0", "d0", core=True), *(automatic(f"i{n}", f"d{n}") for n in range(1, 5))]
    make = {"p": seen, "f": not_seen, "c": cannot_tell}
    observations = tuple(make[each](f"d{n}") for n, each in enumerate(pattern))
    found = criterion(assess(instrument(asked, verdicts=verdicts()), observations))
    assert found.verdict is verdict
    assert ("Core question not met" in found.statement.en) == (pattern == "fpppp")


def test_partly_counts_half_and_is_not_met() -> None:
    what = instrument([indicator(f"i{n}", values=["yes", "partly", "no"]) for n in range(4)], verdicts=verdicts())
    answers = tuple(answer(f"i{n}", value) for n, value in enumerate(["yes", "partly", "partly", "no"]))
    found = criterion(assess(what, (), answers))
    assert found.verdict is Verdict.MIXED
    assert found.outcomes[Outcome.FAILED] == 3
    assert "2 partly" in found.statement.en


def test_a_persons_verdict_stands_and_the_rules_is_kept() -> None:
    observations = tuple(not_seen(f"d{n}") for n in range(4))
    found = criterion(assess(FOUR, observations, (answer("c", "positif", "sari"),)))
    assert (found.verdict, found.verdict_by, found.proposed) == (Verdict.POSITIVE, "sari", Verdict.NEGATIVE)
    assert "sari" in found.statement.en
    assert "negative" in found.statement.en


def test_persons_verdicts_that_differ_give_none() -> None:
    two = (answer("c", "positive", "ani"), answer("c", "mixed", "budi"))
    found = criterion(assess(FOUR, tuple(seen(f"d{n}") for n in range(4)), two))
    assert (found.verdict, found.proposed) == (None, Verdict.POSITIVE)
    assert "differ" in found.statement.en


def test_a_proposed_verdict_can_be_accepted_or_rejected() -> None:
    observations = tuple(seen(f"d{n}") for n in range(4))
    taken = criterion(assess(FOUR, observations, decisions=(Decision("verdict:test/c", "accept", "rina"),)))
    assert (taken.verdict, taken.verdict_by) == (Verdict.POSITIVE, "rina")
    refused = criterion(assess(FOUR, observations, decisions=(Decision("verdict:test/c", "reject", "rina"),)))
    assert (refused.verdict, refused.proposed) == (None, Verdict.POSITIVE)
    assert "rejected" in refused.statement.en


def test_what_does_not_apply_is_left_out_of_coverage() -> None:
    what = instrument([indicator("i0"), indicator("i1")], verdicts=verdicts())
    found = criterion(assess(what, (), (answer("i0", "yes"), answer("i1", "na"))))
    assert (found.coverage, found.verdict) == (1.0, Verdict.POSITIVE)
    nothing = criterion(assess(what, (), (answer("i0", "na"), answer("i1", "na"))))
    assert (nothing.coverage, nothing.verdict) == (0.0, None)


UNREAD = [
    (Capture("a", "", 0, None, unread=Unread.REFUSED, note="status 403"), "refused"),
    (Capture("a", "", 12, None, unread=Unread.NO_FRONT_PAGE), "front page"),
    (Capture("a", "", 0, None, unread=Unread.UNREACHABLE), "reached"),
    (Capture("a", "", 0, None), "no page"),
    (Capture("a", "", 3, None), "nothing could be observed"),
]


@pytest.mark.parametrize("capture,word", UNREAD)
def test_a_site_that_was_not_read_is_not_judged(capture: Capture, word: str) -> None:
    observations: tuple[Observation, ...] = (
        tuple(seen(f"d{n}") for n in range(4)) if capture.unread else tuple(cannot_tell(f"d{n}") for n in range(4))
    )
    assessment = assess(FOUR, observations, capture=capture)
    assert {each.outcome for each in assessment.indicators} == {Outcome.CANT_TELL}
    found = criterion(assessment)
    assert found.verdict is None
    assert found.statement.en.startswith("Not assessed: ")
    assert found.statement.id.startswith("Belum dinilai: ")
    assert word in found.statement.en
    assert all(each.reason for each in assessment.indicators)


def test_what_people_say_stands_even_where_the_site_was_not_read() -> None:
    assessment = assess(FOUR, (), tuple(answer(f"i{n}", "yes") for n in range(4)), capture=UNREAD[0][0])
    assert criterion(assessment).verdict is Verdict.POSITIVE


# Services: the inventory's columns, answers on each service, what was seen of each.

SERVICE_QUESTIONS = instrument(
    [
        indicator(
            "access",
            unit="service",
            cell=True,
            inventory={"field": "access", "passed": ["good"], "failed": ["lacking"]},
            per_service={"audience": ["public"], "share": 0.7, "source": "test"},
        ),
        indicator("guide", unit="service", inventory={"field": "guide", "passed": ["yes"], "failed": ["missing"]}),
    ],
    verdicts=verdicts(),
)
INVENTORY = (
    service("a", access=Access.GOOD, guide=Guide.MISSING),
    service("b", access=Access.LACKING),
    service("c", access=Access.UNKNOWN),
    service("d", Audience.INTERNAL, access=Access.LACKING),
)


def test_the_inventory_answers_and_is_counted() -> None:
    assessment = assess(SERVICE_QUESTIONS, services=INVENTORY)
    counted = assessment.services
    assert (counted.total, counted.public, counted.good, counted.lacking) == (4, 3, 1, 1)
    cells = {each.service: (each.outcome, each.value) for each in assessment.matrix}
    assert cells["a"] == (Outcome.PASSED, "good")
    assert cells["b"] == (Outcome.FAILED, "lacking")
    assert cells["c"] == (Outcome.UNTESTED, "")
    summed = result(assessment, "access", "services")
    assert (summed.outcome, summed.value) == (Outcome.FAILED, "1/2")
    assert result(assessment, "access", "a").decided_by == "inventory"


def test_an_answer_stands_over_the_inventory() -> None:
    said: tuple[Answer, ...] = (answer("access", "no", "sari", "a"),)
    found = result(assess(SERVICE_QUESTIONS, answers=said, services=INVENTORY), "access", "a")
    assert (found.outcome, found.decided_by) == (Outcome.FAILED, "sari")


def test_where_assessors_differ_the_inventory_stands() -> None:
    two = (answer("access", "yes", "ani", "b"), answer("access", "no", "budi", "b"))
    found = result(assess(SERVICE_QUESTIONS, answers=two, services=INVENTORY), "access", "b")
    assert (found.outcome, found.decided_by) == (Outcome.FAILED, "inventory")
    assert "differ" in found.reason


def test_services_not_known_keep_the_sum_open() -> None:
    inventory = (service("a", access=Access.GOOD), service("b"), service("c"))
    summed = result(assess(SERVICE_QUESTIONS, services=inventory), "access", "services")
    assert (summed.outcome, summed.value) == (Outcome.CANT_TELL, "1/1")
    assert "2 of 3" in summed.reason
    nothing = result(assess(SERVICE_QUESTIONS, services=(service("b"),)), "access", "services")
    assert (nothing.outcome, nothing.value) == (Outcome.UNTESTED, None)


def test_what_was_seen_of_a_service_counts_for_that_service_only() -> None:
    what = instrument([automatic("i", "a", unit="service")])
    one, other = seen("a", subject="x"), seen("a", subject="y")
    matches = {"a": ServiceMatch("a", ("https://x",), 1.0, observations=(one.id,))}
    assessment = assess(what, (one, other), services=(service("a"), service("b")), matches=matches)
    assert result(assessment, "i", "a").outcome is Outcome.PASSED
    assert [each.observation for each in result(assessment, "i", "a").evidence] == [one.id]
    assert result(assessment, "i", "b").outcome is Outcome.UNTESTED


def test_nothing_but_what_was_captured_is_told_of_the_capture() -> None:
    assert assess(ONE).capture is CAPTURE


@pytest.mark.parametrize(
    "proven, proposal", [(frozenset(), True), (frozenset({"b"}), True), (frozenset({"a", "b"}), False)]
)
def test_what_an_unproven_detector_says_is_a_proposal_and_counts_all_the_same(
    proven: frozenset[str], *, proposal: bool
) -> None:
    for seen_or_not, outcome in ((seen("a"), Outcome.PASSED), (not_seen("a"), Outcome.FAILED)):
        found = assess(ONE, (seen_or_not,), proven=proven)
        assert (result(found).outcome, result(found).decided_by, result(found).proposal) == (outcome, "rule", proposal)
        assert (found.criteria[0].verdict_by, found.criteria[0].proposal) == ("rule", proposal)


def test_what_a_person_confirmed_answered_or_rejected_is_no_proposal() -> None:
    confirmed = assess(ONE, (seen("a"),), decisions=(Decision("outcome:test/i", "accept", "ani"),))
    rejected = assess(ONE, (seen("a"),), decisions=(Decision("outcome:test/i", "reject", "ani"),))
    answered = assess(ONE, (seen("a"),), (answer("i", "yes"),))
    unknown = assess(ONE, (cannot_tell("a"),))
    for each in (confirmed, rejected, answered, unknown):
        assert not result(each).proposal
        assert not each.criteria[0].proposal


def test_a_verdict_that_a_person_gave_is_no_proposal() -> None:
    found = assess(ONE, (seen("a"),), (answer("c", "negative"),))
    assert result(found).proposal
    assert (found.criteria[0].verdict, found.criteria[0].proposal) == (Verdict.NEGATIVE, False)


def test_where_nothing_was_seen_the_detectors_of_the_rule_count() -> None:
    none = [{"detectors": ["a"], "quantifier": "none"}]
    what = instrument([indicator("i", mode="automatic", settled=none)])
    assert result(assess(what, (not_seen("a"),), proven=frozenset({"a"}))).proposal is False
    assert result(assess(what, (not_seen("a"),))).proposal is True
