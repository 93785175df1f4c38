"""Services found on a site, matched to the inventory: surely or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tinjau.model import Decision, FoundService, Service, ServiceMatch
from tinjau.services.addresses import address_of, likeness
from tinjau.services.naming import aliases_of, same_words

LEAST = 0.75
"""Below this nothing is matched: a wrong match judges the wrong service (project choice, precision over recall)."""

_WHOLE_NAME, _OTHER_NAME = 0.9, 0.8  # the same name, the name in brackets; project choice
_STAGES = ("presence", "interaction", "transaction", "transformation")
"""The order of FoundService.stage."""


@dataclass(frozen=True, slots=True)
class _Pair:
    service: str
    found: FoundService
    confidence: float
    clue: str


def match_services(
    inventory: Sequence[Service],
    found: Sequence[FoundService],
    hosts: tuple[str, ...] = (),
    decisions: Sequence[Decision] = (),
) -> Mapping[str, ServiceMatch]:
    """For each inventory service that was found: where, how surely, by which clue. A service not found is left out.

    One found service goes to one inventory service; where two fit equally well, to neither. `hosts` are the
    government's own, on which a host alone says nothing. People override: `match:SERVICE:URL` accepted or rejected in
    `decisions`, or `match:SERVICE` rejected for all its addresses. The order of the input has no effect.
    """
    decided = {each.subject: each for each in decisions}
    own = frozenset(each.casefold().removeprefix("www.") for each in hosts)
    pairs: list[_Pair] = []
    for each in sorted(found, key=lambda f: (f.url, f.name, f.page)):
        best = _best([_pair(service, each, own, decided) for service in inventory])
        if best:
            pairs.append(best)
    return {service.id: _match(service.id, mine) for service in inventory if (mine := _of(service.id, pairs))}


def _of(service: str, pairs: Iterable[_Pair]) -> list[_Pair]:
    return [each for each in pairs if each.service == service]


def _best(pairs: Sequence[_Pair]) -> _Pair | None:
    sure = sorted((each for each in pairs if each.confidence >= LEAST), key=lambda each: -each.confidence)
    if not sure or (len(sure) > 1 and sure[0].confidence == sure[1].confidence):
        return None
    return sure[0]


def _pair(service: Service, found: FoundService, own: frozenset[str], decided: Mapping[str, Decision]) -> _Pair:
    decision = decided.get(f"match:{service.id}:{found.url}") or decided.get(f"match:{service.id}")
    if decision and decision.verdict == "reject":
        return _Pair(service.id, found, 0.0, "")
    if decision and decision.verdict == "accept" and decision.subject.endswith(f":{found.url}"):
        return _Pair(service.id, found, 1.0, f"decided by {decision.by or 'a person'}")
    wanted, there = address_of(service.url), address_of(found.url)
    by_address = likeness(wanted, there, own) if wanted and there else (0.0, "")
    confidence, clue = max(by_address, _by_name(service, found, own), key=lambda each: each[0])
    return _Pair(service.id, found, confidence, clue)


def _by_name(service: Service, found: FoundService, own: frozenset[str]) -> tuple[float, str]:
    there = aliases_of(found.name)
    if not there:
        return 0.0, ""
    for name in (service.name.id, service.name.en):
        mine = aliases_of(name)
        for rank, words in enumerate(mine):
            for other_rank, other in enumerate(there):
                if same_words(words, other, _places(words | other, own)):
                    sure = _WHOLE_NAME if rank == other_rank == 0 else _OTHER_NAME
                    return sure, "same name" if sure == _WHOLE_NAME else "same name in brackets"
    return 0.0, ""


def _places(words: Iterable[str], own: frozenset[str]) -> list[str]:
    """Words that only name the government itself: they stand in its host names."""
    return [word for word in words if len(word) >= 4 and any(word in host for host in own)]


def _match(service: str, pairs: Sequence[_Pair]) -> ServiceMatch:
    best = max(pairs, key=lambda each: each.confidence)
    stages = [each.found.stage for each in pairs if each.found.stage in _STAGES]
    return ServiceMatch(
        service=service,
        urls=tuple(dict.fromkeys(each.found.url for each in sorted(pairs, key=lambda e: (-e.confidence, e.found.url)))),
        confidence=best.confidence,
        clue=best.clue,
        stage=max(stages, key=lambda each: _STAGES.index(each or "")) if stages else None,
        observations=tuple(sorted({o for each in pairs for o in each.found.observations})),
    )
