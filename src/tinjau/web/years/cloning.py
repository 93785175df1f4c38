"""A new evaluation from last year's: what people choose is copied, answers never are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from tinjau.model import FactorStatus
from tinjau.web.history import Author, write, write_new
from tinjau.web.models import Cycle
from tinjau.web.years.chain import link

# What may be taken over, and what each needs besides: actions name strategies, strategies use factors.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "services": (), "settings": (), "factors": (), "strategies": ("factors",), "actions": ("strategies", "factors"),
}  # fmt: skip
_KINDS: Mapping[str, tuple[str, ...]] = {
    "services": ("service",), "factors": ("source", "factor"), "strategies": ("strategy", "conclusion"),
    "actions": ("action",), "settings": (),
}  # fmt: skip
_KEPT_OF_SETTINGS = ("government", "language", "sites", "ladder_share", "sources")
_NOT_OF_AN_ACTION = ("start", "end", "spent", "status")  # last year's course; the plan stays


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form of next year says, checked."""

    title: str
    period: str
    taken: tuple[str, ...]
    instruments: tuple[str, ...]


def with_needs(chosen: Iterable[str]) -> tuple[str, ...]:
    """The choice with what each part of it needs, in a fixed order."""
    whole = set(chosen) & set(CHOICES)
    whole |= {need for each in whole for need in CHOICES[each]}
    return tuple(each for each in CHOICES if each in whole)


def clone(cycle: Cycle, made: Cycle, wanted: Wanted, author: Author) -> int:
    """Fill `made`, an empty cycle of the same office, from `cycle`; the number of things that were copied.

    Answers, decisions, judgements, claims, options, evidence and results are never copied. A factor keeps only support
    that is of no one year (sources and services); where nothing else carried it, it is `stated` until it is shown anew.
    Raises LoopError.
    """
    with transaction.atomic():
        link(made, cycle, author.user, list(wanted.taken))
        write(made, "settings", "study", _settings(cycle, wanted), author)
        count = write_new(made, _things(cycle, wanted.taken), author)
        event = {"event": "cloned", "from": cycle.slug, "taken": list(wanted.taken)}
        write(made, "event", "cloned", event, author)
    return count


def settings_of(cycle: Cycle) -> dict[str, Any]:
    """What the settings say."""
    entry = cycle.entries_of("settings").first()
    return dict(entry.payload or {}) if entry is not None else {}


def _settings(cycle: Cycle, wanted: Wanted) -> dict[str, Any]:
    old = settings_of(cycle)
    kept = {name: old[name] for name in _KEPT_OF_SETTINGS if name in old}
    if "settings" not in wanted.taken:
        government = old.get("government") or {"name": cycle.office.name, "country": "ID"}
        named = ("name", "country", "level", "code")
        own = {name: government[name] for name in named if name in government} if isinstance(government, dict) else {}
        kept = {"government": own or {"name": cycle.office.name}, "language": old.get("language", "id")}
    if "factors" not in wanted.taken:
        kept.pop("sources", None)
    language = str(old.get("language", "id"))
    return {
        **kept, "title": {language: wanted.title}, "period": wanted.period, "instruments": list(wanted.instruments),
    }  # fmt: skip


def _things(cycle: Cycle, taken: Iterable[str]) -> Iterator[tuple[str, str, Any]]:
    services = set(cycle.entries_of("service").exclude(payload=None).values_list("key", flat=True))
    sources = {str(each.get("id")) for each in settings_of(cycle).get("sources") or () if isinstance(each, dict)}
    sources |= set(cycle.entries_of("source").exclude(payload=None).values_list("key", flat=True))
    lasting = sources | ({f"service:{each}" for each in services} | services if "services" in taken else set())
    number = 0
    for part in taken:
        for kind in _KINDS[part]:
            for entry in cycle.entries_of(kind).exclude(payload=None):
                if kind == "factor":
                    yield kind, entry.key, _factor(entry.payload, lasting)
                elif kind == "action":
                    number += 1
                    row = {name: each for name, each in entry.payload.items() if name not in _NOT_OF_AN_ACTION}
                    yield kind, f"{number}/{row.get('strategy', '')}", row
                else:
                    yield kind, entry.key, entry.payload


def _factor(payload: Mapping[str, Any], lasting: set[str]) -> dict[str, Any]:
    support = payload.get("support")
    kept = [each for each in support if str(each) in lasting] if isinstance(support, list) else []
    factor = {name: each for name, each in payload.items() if name != "support"}
    if kept:
        factor["support"] = kept
    elif factor.get("status") in {FactorStatus.EVIDENCED.value, FactorStatus.LITERATURE.value}:
        factor["status"] = FactorStatus.STATED.value
    return factor
