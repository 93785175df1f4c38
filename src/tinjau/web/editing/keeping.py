"""Writing what people changed: a new version each time, everything that hangs together in one transaction."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from tinjau.model import DecisionVerdict
from tinjau.web.history import Author, ConflictError, write
from tinjau.web.models import Cycle, Entry
from tinjau.web.tracing.entered import names, used_factors

_BOTH = ("id", "en")


def standing_of(cycle: Cycle, kind: str, key: str) -> Entry | None:
    """The current version of a thing, withdrawn or not; None where there never was one."""
    if "\x00" in key:  # from an address; PostgreSQL refuses to look for it
        return None
    found: Entry | None = cycle.entries.filter(kind=kind, key=key, current=True).first()
    return found


def living(cycle: Cycle, kind: str) -> dict[str, Any]:
    """The payloads of a kind that are not withdrawn, by key, in their order."""
    return {each.key: each.payload for each in cycle.entries_of(kind).exclude(payload=None)}


def next_id(cycle: Cycle, kind: str, prefix: str) -> str:
    """The first number after every id of this prefix that ever stood: an id never comes to mean something else."""
    used = Entry.objects.filter(cycle=cycle, kind=kind, key__startswith=prefix).values_list("key", flat=True)
    numbers = [
        int(rest) for each in used if (rest := each[len(prefix) :]).isascii() and rest.isdecimal() and len(rest) < 9
    ]
    return f"{prefix}{max(numbers, default=0) + 1}"


def next_row(cycle: Cycle, kind: str) -> int:
    """The number of the next row of a table whose rows have no ids (decisions, actions)."""
    heads = [
        each.split("/", 1)[0] for each in Entry.objects.filter(cycle=cycle, kind=kind).values_list("key", flat=True)
    ]
    return max([int(each) for each in heads if each.isascii() and each.isdecimal() and len(each) < 9], default=0) + 1


def locked(cycle: Cycle) -> None:
    """Hold the cycle until the transaction ends, so that what was read stays so."""
    Cycle.objects.select_for_update().get(pk=cycle.pk)


def decide(cycle: Cycle, subject: str, verdict: str, author: Author, at: str = "") -> None:
    """Add a decision of people; a later one stands over an earlier one, which stays."""
    payload = {"subject": subject, "verdict": verdict, "by": author.name, "at": at, "reason": author.reason}
    with transaction.atomic():
        locked(cycle)
        key = f"{next_row(cycle, 'decision')}/{subject}"
        write(
            cycle,
            "decision",
            key[:300],
            {name: value for name, value in payload.items() if value},
            author,
            open_only=True,
        )


def take_back(cycle: Cycle, subject: str, author: Author) -> None:
    """Withdraw every decision on a subject; the history keeps them."""
    with transaction.atomic():
        locked(cycle)
        for entry in cycle.entries_of("decision").filter(payload__subject=subject):
            write(cycle, "decision", entry.key, None, author, open_only=True)


def take_over(cycle: Cycle, proposal: str, key: str, author: Author) -> None:
    """Note that a proposal went into what people wrote under `key` (the planning room's verdict for it: merge)."""
    decide(cycle, proposal, DecisionVerdict.MERGE.value, Author(author.user, f"{key} {author.reason}".strip()))


def withdraw(cycle: Cycle, kind: str, key: str, author: Author, expected: int) -> None:
    """Withdraw a thing and take it out of what names it. Raises ConflictError and ClosedError as `write` does."""
    with transaction.atomic():
        locked(cycle)
        standing = standing_of(cycle, kind, key)
        if standing is None or standing.version != expected:
            raise ConflictError(standing)
        write(cycle, kind, key, None, author, expected=expected, open_only=True)
        if kind in _NAMED_BY:
            _let_go(cycle, key, author, *_NAMED_BY[kind])


def naming(cycle: Cycle, kind: str, key: str) -> list[str]:
    """The keys of the strategies or conclusions that name a factor or a strategy."""
    if kind not in _NAMED_BY:
        return []
    other, field, read = _NAMED_BY[kind]
    return [each for each, payload in living(cycle, other).items() if key in read(payload.get(field))]


def acted_on(cycle: Cycle, key: str) -> list[str]:
    """The keys of the actions for a strategy or conclusion."""
    return [each for each, payload in living(cycle, "action").items() if payload.get("strategy") == key]


def _let_go(cycle: Cycle, key: str, author: Author, other: str, field: str, read: Callable[[Any], list[str]]) -> None:
    for name, payload in living(cycle, other).items():
        value = payload.get(field)
        if key in read(value):
            items = value if isinstance(value, list) else [value]
            kept = [each for each in items if key not in read([each])]
            write(cycle, other, name, {**payload, field: kept}, author, open_only=True)


_NAMED_BY: dict[str, tuple[str, str, Callable[[Any], list[str]]]] = {
    "factor": ("strategy", "uses", used_factors),
    "strategy": ("conclusion", "from", names),
}


def both_texts(value: Any, language: str) -> dict[str, str]:
    """A text of a study as {id, en}: one text alone is in the study's language."""
    if isinstance(value, dict):
        return {each: str(value.get(each) or "") for each in _BOTH}
    return {each: str(value or "") if each == language else "" for each in _BOTH}
