"""Archives in, observations out: the room's front door."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tinjau.model import Capture, FoundService, Observation
from tinjau.observe.detectors import DETECTORS
from tinjau.observe.engine.observing import observing
from tinjau.observe.engine.register import register_of
from tinjau.observe.engine.site import Site
from tinjau.observe.site.service_stage import ServiceStage

OWNER_ONLY = frozenset(each.name for each in DETECTORS if each.owner_only)
"""Detectors whose findings are for the site's owner only and never stand on a public page."""


@dataclass(frozen=True, slots=True)
class ObservationResult:
    """What was observed. `capture` is null where nothing was."""

    observations: tuple[Observation, ...]
    capture: Capture | None
    services: tuple[FoundService, ...]


def nothing_observed() -> ObservationResult:
    """The result of a study without archives."""
    return ObservationResult((), None, ())


def observe(archives: Sequence[Path]) -> ObservationResult:
    """Run every detector over the archives, as one site. Raises InputError for a file that is no archive."""
    with observing(archives, DETECTORS) as (observations, capture, site, _):
        services = _services(observations, site)
    return ObservationResult(tuple(observations), capture, tuple(services))


def _services(observations: Sequence[Observation], site: Site) -> list[FoundService]:
    services: list[FoundService] = []
    register = register_of(site)
    by_subject = {each.subject: each.id for each in observations if each.detector == ServiceStage.name}
    for known in register.services.values():
        stage, _ = register.stage_of(known, site)
        fact = by_subject.get(f"service:{known.name}")
        services.append(FoundService(known.name, known.url, known.place.url, stage, (fact,) if fact else ()))
    return services
