"""Gates over capabilities and over the stages of public services: a table of cases for the phase."""

import dataclasses

import pytest
from tests.scoring.builders import answer, assess, cannot_tell, not_seen, seen, service

from tinjau.model import Answer, Audience, Government, Observation, PhaseResult, Service, ServiceMatch
from tinjau.packs import load_instrument
from tinjau.scoring import score

WB4 = load_instrument("wb-4")
ORDINALS = {None: None, "presence": 1, "interaction": 2, "transaction": 3, "transformation": 4}
PRESENCE = ["published-information"]
INTERACTION = [*PRESENCE, "contact", "complaint-channel"]
TRANSACTION = [*INTERACTION, "online-submission", "online-payment"]
TRANSFORMATION = [*TRANSACTION, "single-portal", "data-once"]


def says(*ids: str, no: tuple[str, ...] = (), na: tuple[str, ...] = ()) -> tuple[Answer, ...]:
    values = [*((each, "yes") for each in ids), *((each, "no") for each in no), *((each, "na") for each in na)]
    return tuple(answer(name, value, instrument_id="wb-4") for name, value in values)


def phase(
    answers: tuple[Answer, ...] = (),
    stages: str = "",
    share: float | None = None,
    observations: tuple[Observation, ...] = (),
) -> PhaseResult:
    """`stages` has one letter a public service: p, i, t, f for the phases, - where nothing is known."""
    words = {"p": "presence", "i": "interaction", "t": "transaction", "f": "transformation"}
    services: tuple[Service, ...] = tuple(service(f"s{n}") for n in range(len(stages)))
    services += (service("hidden", Audience.INTERNAL), service("unsaid", Audience.UNSTATED))
    stated = tuple(
        answer("service-stage", words[each], unit=f"s{n}", instrument_id="wb-4")
        for n, each in enumerate(stages)
        if each != "-"
    )
    hidden = answer("service-stage", "transformation", unit="hidden", instrument_id="wb-4")
    found = assess(WB4, observations, (*answers, *stated, hidden), services, capture=None, share=share).phase
    assert found is not None
    return found


SITE = [
    ("nothing known", says(), None, [], ["published-information"]),
    ("presence", says(*PRESENCE), "presence", [], ["contact", "interactive-reply"]),
    ("contact alone is not enough", says(*PRESENCE, "contact"), "presence", [], ["interactive-reply"]),
    ("interaction", says(*INTERACTION), "interaction", [], ["online-submission", "status-tracking"]),
    ("a gate below is missing", says(*set(TRANSACTION) - {"contact"}, no=("contact",)), "presence", ["contact"], []),
    ("transaction", says(*TRANSACTION), "transaction", [], ["single-portal", "data-once", "proactive"]),
    ("one of a group is enough", says(*TRANSACTION, no=("status-tracking",)), "transaction", [], ["single-portal"]),
    (
        "missing and untested are told apart",
        says(*INTERACTION, no=("online-submission", "online-payment")),
        "interaction",
        ["online-submission", "online-payment"],
        ["citizen-account", "status-tracking"],
    ),
    ("the highest", says(*TRANSFORMATION), "transformation", None, None),
    ("a gap stops it", says(*PRESENCE, "online-submission", "online-payment"), "presence", [], ["contact"]),
    (
        "what does not apply is not asked for",
        says(*INTERACTION, "online-submission", na=("citizen-account", "online-payment", "status-tracking")),
        "transaction",
        [],
        ["single-portal"],
    ),
]


@pytest.mark.parametrize("name,answers,expected,missing,untested", SITE, ids=[case[0] for case in SITE])
def test_by_what_the_site_can_do(
    name: str, answers: tuple[Answer, ...], expected: str | None, missing: list[str] | None, untested: list[str] | None
) -> None:
    del name
    found = phase(answers)
    assert found.id == expected
    assert found.ordinal == ORDINALS.get(expected)
    assert found.level == "site"
    assert set(found.reached.values()) == {None}
    if missing is None or untested is None:
        assert found.next is None
        return
    assert found.next is not None
    assert list(found.next.missing) == missing
    assert set(untested) <= set(found.next.untested)
    assert not set(found.next.missing) & set(found.next.untested)


SERVICES = [
    ("enough services", says(*TRANSACTION), "tttp", None, "transaction", "services"),
    ("exactly half", says(*TRANSACTION), "ttpp", None, "transaction", "services"),
    ("too few services", says(*TRANSACTION), "tiii", None, "interaction", "services"),
    ("services hold interaction back", says(*INTERACTION), "ippp", None, "presence", "services"),
    ("services show what the site was not asked", says(*PRESENCE), "tttt", None, "transaction", "services"),
    ("what the site lacks stands against it", says(*PRESENCE, no=("contact",)), "tttt", None, "presence", "services"),
    ("a lower share is asked for", says(*TRANSACTION), "tiii", 0.25, "transaction", "services"),
    ("a higher share is asked for", says(*TRANSACTION), "tttp", 0.9, "presence", "services"),
    ("services not known do not fail", says(*TRANSACTION), "t---", None, "transaction", "site"),
    ("services not known do not pass", says(*INTERACTION), "t---", None, "interaction", "site"),
    ("some gates are still open", says(*TRANSACTION), "tt--", None, "transaction", "site"),
    ("those known already decide", says(*TRANSACTION), "iii-", None, "interaction", "services"),
    ("no public service", says(*INTERACTION), "", None, "interaction", "site"),
]


@pytest.mark.parametrize("name,answers,stages,share,expected,level", SERVICES, ids=[case[0] for case in SERVICES])
def test_by_the_stages_of_public_services(
    name: str, answers: tuple[Answer, ...], stages: str, share: float | None, expected: str, level: str
) -> None:
    del name
    found = phase(answers, stages, share)
    assert (found.id, found.level) == (expected, level)
    assert found.share == (0.5 if share is None else share)


def test_reached_shares_and_sensitivity() -> None:
    found = phase(says(*TRANSACTION), "ttti" + "ip" * 3)
    assert found.reached == {"presence": 1.0, "interaction": 0.7, "transaction": 0.3, "transformation": 0.0}
    assert found.sensitivity == {
        "0.3": "transaction",
        "0.4": "interaction",
        "0.5": "interaction",
        "0.6": "interaction",
        "0.7": "interaction",
        "0.8": "presence",
        "0.9": "presence",
    }
    assert found.next is not None
    assert found.next.missing == ("service-stage",)


OBSERVED = [
    ("not seen is missing", not_seen, ["online-submission"], []),
    ("in doubt is untested", cannot_tell, [], ["online-submission"]),
]


@pytest.mark.parametrize("name,make,missing,untested", OBSERVED, ids=[case[0] for case in OBSERVED])
def test_gates_are_honest_on_captures(name: str, make: object, missing: list[str], untested: list[str]) -> None:
    del name
    observations = tuple(seen(each) for each in ("institution_profile", "contact_details", "complaint_channel"))
    observations += (make("online_submission"), seen("citizen_login"))  # type: ignore[operator]
    found = phase(observations=observations)
    assert found.id == "interaction"
    assert found.next is not None
    assert list(found.next.missing) == missing
    assert list(found.next.untested) == untested


def test_stages_seen_on_the_site_are_proposals_for_each_service() -> None:
    matches = {"s": ServiceMatch("s", ("https://x",), 1.0, stage="transaction")}
    found = assess(WB4, services=(service("s"),), matches=matches, capture=None)
    assert found.services.stages == {"s": "transaction"}
    said = (answer("service-stage", "presence", unit="s", instrument_id="wb-4"),)
    corrected = assess(WB4, (), said, (service("s"),), matches, capture=None)
    assert corrected.services.stages == {"s": "presence"}


def test_the_first_of_two_ladders_gives_the_phase() -> None:
    other = dataclasses.replace(WB4, id="other")
    found = score(
        instruments=[WB4, other],
        observations=(),
        answers=[*says(*INTERACTION), *(dataclasses.replace(each, instrument="other") for each in says(*TRANSACTION))],
        services=(),
        matches={},
        capture=None,
        government=Government("Kota Contoh"),
        decisions=(),
    )
    assert found.phase is not None
    assert found.phase.id == "interaction"


def test_the_rule_is_told_in_both_languages() -> None:
    some = [(says(), ""), (says(*INTERACTION), ""), (says(*TRANSACTION), "tii-"), (says(*TRANSFORMATION), "ff")]
    for answers, stages in some:
        rule = phase(answers, stages).rule
        assert rule.id.endswith(".")
        assert rule.en.endswith(".")
        assert "  " not in rule.id + rule.en
