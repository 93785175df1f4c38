"""Small instruments and observations that the tests of scoring are built from."""

from typing import Any

from tinjau.model import (
    Answer,
    Assessment,
    Audience,
    Capture,
    Decision,
    Government,
    Instrument,
    Observation,
    Scope,
    Service,
    ServiceMatch,
    State,
    Text,
    Value,
)
from tinjau.packs.reading import instrument_of
from tinjau.scoring import score

CAPTURE = Capture("a.warc.gz", "0" * 64, 10, 1.0, "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", complete=True)
BOTH = {"id": "Teks", "en": "Text"}


def seen(detector: str, value: Value = None, subject: str = "site", scope: Scope = Scope.SITE) -> Observation:
    return observation(detector, State.SEEN, value, subject, scope)


def not_seen(detector: str, value: Value = None) -> Observation:
    return observation(detector, State.NOT_SEEN, value)


def cannot_tell(detector: str, reason: str = "not captured") -> Observation:
    return observation(detector, State.CANNOT_TELL, None, reason=reason)


def observation(
    detector: str, state: State, value: Value = None, subject: str = "site", scope: Scope = Scope.SITE, reason: str = ""
) -> Observation:
    name = f"{detector}/{subject}/{state}/{value}"
    return Observation(name, "", detector, 1, scope, subject, state, value, reason, "https://a.go.id/", "r")


def indicator(name: str, criterion: str = "c", **more: Any) -> dict[str, Any]:
    return {"id": name, "criterion": criterion, "question": BOTH, "source": "tinjau", **more}


def automatic(name: str, detector: str, criterion: str = "c", **more: Any) -> dict[str, Any]:
    settled = [{"detectors": [detector], "quantifier": "any"}]
    return indicator(name, criterion, mode="automatic", settled=settled, **more)


def verdicts() -> dict[str, Any]:
    return {"positive_from": 0.7, "negative_to": 0.3, "minimum_coverage": 0.5, "source": "test"}


def instrument(indicators: list[dict[str, Any]], criteria: tuple[str, ...] = ("c",), **more: Any) -> Instrument:
    return instrument_of(
        {
            "id": "test",
            "version": "1",
            "title": BOTH,
            "about": BOTH,
            "source": "test",
            "verified": "false",
            "criteria": [{"id": each, "title": BOTH} for each in criteria],
            "indicators": indicators,
            **more,
        }
    )


def answer(indicator_id: str, value: str, assessor: str = "ani", unit: str = "", instrument_id: str = "test") -> Answer:
    return Answer(instrument_id, indicator_id, value, unit, assessor, where="answers/a.csv, line 2")


def service(name: str, audience: Audience = Audience.PUBLIC, **more: Any) -> Service:
    return Service(name, Text(name, name), audience, **more)


def assess(
    what: Instrument,
    observations: tuple[Observation, ...] = (),
    answers: tuple[Answer, ...] = (),
    services: tuple[Service, ...] = (),
    matches: dict[str, ServiceMatch] | None = None,
    capture: Capture | None = CAPTURE,
    decisions: tuple[Decision, ...] = (),
    share: float | None = None,
    proven: frozenset[str] = frozenset(),
) -> Assessment:
    return score(
        instruments=[what],
        observations=observations,
        answers=answers,
        services=services,
        matches=matches or {},
        capture=capture,
        government=Government("Kota Contoh"),
        decisions=decisions,
        share=share,
        proven=proven,
    )
