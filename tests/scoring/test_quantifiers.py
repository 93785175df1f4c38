"""Each quantifier, from observations to an outcome; what is unknown never fails."""

from dataclasses import replace

import pytest
from tests.scoring.builders import CAPTURE, cannot_tell, not_seen, seen

from tinjau.model import Observation, Outcome, Scope, Settled
from tinjau.scoring.deciding import by_detector
from tinjau.scoring.quantifiers import circumstances_of, settle

P, F, C, U = Outcome.PASSED, Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED

CASES: list[tuple[str, Settled, list[Observation], Outcome, object]] = [
    ("any: one seen is enough", Settled(("a", "b")), [seen("a"), not_seen("b")], P, None),
    ("any: its value is told", Settled(("a",)), [seen("a", "APBD 2026")], P, "APBD 2026"),
    ("any: none seen fails", Settled(("a", "b")), [not_seen("a"), not_seen("b")], F, None),
    ("any: a doubt keeps it open", Settled(("a", "b")), [not_seen("a"), cannot_tell("b")], C, None),
    ("any: a silent detector keeps it open", Settled(("a", "b")), [not_seen("a")], C, None),
    ("any: seen wins over doubt", Settled(("a", "b")), [cannot_tell("a"), seen("b")], P, None),
    ("any: nothing observed", Settled(("a",)), [seen("z")], U, None),
    ("all: every one seen", Settled(("a", "b"), "all"), [seen("a"), seen("b")], P, None),
    ("all: one not seen fails", Settled(("a", "b"), "all"), [seen("a"), not_seen("b")], F, None),
    ("all: one in doubt keeps it open", Settled(("a", "b"), "all"), [seen("a"), cannot_tell("b")], C, None),
    ("all: one silent keeps it open", Settled(("a", "b"), "all"), [seen("a")], C, None),
    ("none: nothing seen passes", Settled(("a",), "none"), [not_seen("a")], P, None),
    ("none: seen fails and says how many", Settled(("a",), "none"), [seen("a", 3)], F, 3),
    ("none: doubt keeps it open", Settled(("a",), "none"), [cannot_tell("a")], C, None),
    ("share: at the threshold", Settled(("a",), "share_at_least", 0.9), [seen("a", 0.9)], P, 0.9),
    ("share: under it", Settled(("a",), "share_at_least", 0.9), [seen("a", 0.89)], F, 0.89),
    ("share: not stated", Settled(("a",), "share_at_least", 0.9), [seen("a")], C, None),
    ("share: not seen", Settled(("a",), "share_at_least", 0.9), [not_seen("a")], F, 0.0),
    ("share: doubt", Settled(("a",), "share_at_least", 0.9), [cannot_tell("a")], C, None),
    ("share: a count is no share", Settled(("a",), "share_at_least", 0.9), [seen("a", 41)], C, None),
    ("count: enough", Settled(("a",), "count_at_least", 10), [seen("a", 12)], P, 12.0),
    ("count: at the threshold", Settled(("a",), "count_at_least", 10), [seen("a", 10)], P, 10.0),
    ("count: too few", Settled(("a",), "count_at_least", 10), [seen("a", 9)], F, 9.0),
    ("count: of those seen", Settled(("a", "b"), "count_at_least", 2), [seen("a"), seen("b")], P, 2.0),
    ("count: too few, one in doubt", Settled(("a", "b"), "count_at_least", 2), [seen("a"), cannot_tell("b")], C, None),
    ("newest: within", Settled(("a",), "newest_within", 30), [seen("a", "2026-10-03")], P, "2026-10-03"),
    ("newest: one day too old", Settled(("a",), "newest_within", 30), [seen("a", "2026-10-02")], F, "2026-10-02"),
    ("newest: a year stands for its end", Settled(("a",), "newest_within", 366), [seen("a", 2025)], P, 2025),
    ("newest: an old year", Settled(("a",), "newest_within", 366), [seen("a", "2023, 2024")], F, "2023, 2024"),
    ("newest: no date", Settled(("a",), "newest_within", 30), [seen("a", "soon")], C, None),
    ("newest: not seen", Settled(("a",), "newest_within", 30), [not_seen("a")], F, None),
    ("newest: doubt", Settled(("a",), "newest_within", 30), [cannot_tell("a")], C, None),
    ("subject: another's observation does not count", Settled(("a",), subject="x"), [seen("a", subject="y")], U, None),
]


@pytest.mark.parametrize("name,rule,observations,outcome,value", CASES, ids=[case[0] for case in CASES])
def test_one_rule(name: str, rule: Settled, observations: list[Observation], outcome: Outcome, value: object) -> None:
    del name
    found = settle([rule], by_detector(observations), circumstances_of(CAPTURE))
    assert found.outcome is outcome
    assert found.value == value
    if outcome in (P, F):
        assert found.because


def test_a_torn_archive_proves_no_absence() -> None:
    torn = circumstances_of(replace(CAPTURE, loss="the last 3 records"))
    absent = by_detector([not_seen("a")])
    assert settle([Settled(("a",))], absent, torn).outcome is C
    assert settle([Settled(("a",), "all")], absent, torn).outcome is C
    assert settle([Settled(("a",), "none")], absent, torn).outcome is C
    assert "last 3 records" in settle([Settled(("a",))], absent, torn).reason
    assert settle([Settled(("a",))], by_detector([seen("a")]), torn).outcome is P


def test_without_a_day_nothing_is_old() -> None:
    old = by_detector([seen("a", "1999-01-01")])
    found = settle([Settled(("a",), "newest_within", 30)], old, circumstances_of(None))
    assert found.outcome is C


def test_all_rules_must_pass() -> None:
    rules = [Settled(("a",)), Settled(("b",), "none")]
    around = circumstances_of(CAPTURE)
    assert settle(rules, by_detector([seen("a"), not_seen("b")]), around).outcome is P
    assert settle(rules, by_detector([seen("a"), seen("b")]), around).outcome is F
    assert settle(rules, by_detector([cannot_tell("a"), seen("b")]), around).outcome is F
    assert settle(rules, by_detector([seen("a")]), around).outcome is C
    assert settle(rules, by_detector([]), around).outcome is U
    assert settle([], by_detector([seen("a")]), around).outcome is U


def test_share_of_pages_with_doubt_between() -> None:
    pages = [seen("a", subject=f"p{n}", scope=Scope.PAGE) for n in range(7)]
    doubtful = replace(cannot_tell("a"), scope=Scope.PAGE, id="d")
    around = circumstances_of(CAPTURE)
    rule = Settled(("a",), "share_at_least", 0.9)
    assert settle([rule], by_detector(pages), around).outcome is P
    assert settle([rule], by_detector([*pages, doubtful]), around).outcome is C
    absent = [replace(not_seen("a"), scope=Scope.PAGE, id=f"n{n}") for n in range(3)]
    assert settle([rule], by_detector([*pages, *absent]), around).outcome is F


def test_what_is_said_of_the_site_stands_over_its_pages() -> None:
    page = seen("a", subject="p", scope=Scope.PAGE)
    found = settle([Settled(("a",))], by_detector([page, not_seen("a")]), circumstances_of(CAPTURE))
    assert found.outcome is F
