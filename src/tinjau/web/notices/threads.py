"""Threads of comments about an answer, a factor or a strategy: entries of the history, only ever added to.

`about` names what a thread is on: `answer/<instrument>/<indicator>`, `factor/<id>`, `strategy/<id>`. Resolving and
reopening are entries too; the last of them says where the thread stands. No part of a study that is taken out.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tinjau import packs
from tinjau.web.history import Author, write
from tinjau.web.models import Cycle, Entry, Result

LONGEST = 4_000  # characters of a comment; project choice
MOST = 200  # entries of one thread; project choice
MOST_OF_CYCLE = 5_000
MOVES = frozenset({"comment", "resolve", "reopen"})
_LONGEST_ABOUT = 200


class FullError(Exception):
    """The thread, or the cycle, holds as many comments as it may."""


@dataclass(slots=True)
class Thread:
    """What was said about one thing, oldest first, and whether it is settled."""

    about: str
    items: list[Entry] = field(default_factory=list)
    resolved: bool = False

    @property
    def comments(self) -> int:
        """How many comments stand, without moves and without what was erased."""
        return sum(each.payload.get("do") == "comment" for each in self.items)


def threads_of(cycle: Cycle) -> Mapping[str, Thread]:
    """The threads of a cycle by what they are about."""
    found: dict[str, Thread] = {}
    for entry in cycle.entries.filter(kind="comment", payload__isnull=False).order_by("sequence"):
        thread = found.setdefault(entry.payload["about"], Thread(entry.payload["about"]))
        thread.items.append(entry)
        if entry.payload["do"] != "comment":
            thread.resolved = entry.payload["do"] == "resolve"
    return found


def say_about(cycle: Cycle, about: str, do: str, text: str, author: Author) -> Entry | None:
    """Add a comment, or resolve or reopen the thread (with or without words); None where that changes nothing.

    Raises FullError. Whether the thing exists is asked with `exists`.
    """
    thread = threads_of(cycle).get(about, Thread(about))
    if do == "comment" and not text:
        return None
    if do != "comment" and (thread.resolved == (do == "resolve") or not thread.items):
        return None
    if len(thread.items) >= MOST or cycle.entries.filter(kind="comment").count() >= MOST_OF_CYCLE:
        raise FullError
    payload = {"about": about, "do": do, **({"text": text[:LONGEST]} if text else {})}
    return write(cycle, "comment", f"{about}#{secrets.token_hex(6)}", payload, author)


def exists(cycle: Cycle, about: str) -> bool:
    """Whether the cycle has this answer's question, factor or strategy (of people, or proposed by the last result)."""
    kind, _, name = about.partition("/")
    if not name or len(about) > _LONGEST_ABOUT or not about.isprintable() or "#" in about:
        return False
    if kind == "answer":
        instrument, _, indicator = name.partition("/")
        if instrument not in packs.instrument_ids():
            return False
        return any(each.id == indicator for each in packs.load_instrument(instrument).indicators)
    if kind not in {"factor", "strategy"}:
        return False
    if cycle.entries_of(kind).filter(key=name, payload__isnull=False).exists():
        return True
    result = Result.objects.filter(cycle=cycle).first()
    return result is not None and name in _ids_in(result.plan)


def _ids_in(plan: Any) -> set[str]:
    factors = plan.get("factors") or {}
    groups = [*(factors.values() if isinstance(factors, dict) else [factors]), plan.get("strategies") or []]
    groups += list((plan.get("proposals") or {}).values())
    return {str(each["id"]) for group in groups for each in group if isinstance(each, dict) and "id" in each}
