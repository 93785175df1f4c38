"""The one way to write an entry, and the proof that nothing was changed or taken out afterwards."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from tinjau.model import NOBODY, name_of_account
from tinjau.web.models import Anchor, Cycle, Entry

ERASURE = "erasure-"  # how the keys of the events begin that vouch for tombstones


class ConflictError(Exception):
    """Someone else wrote this thing since the page was opened; `theirs` is what stands now."""

    def __init__(self, theirs: Entry | None) -> None:
        self.theirs = theirs
        super().__init__("someone else changed this in the meantime")


class ClosedError(Exception):
    """The cycle was handed on (or accepted) in the meantime: its answers stand as they are."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, and why."""

    user: Any
    reason: str = ""

    @property
    def name(self) -> str:
        """The name that the history keeps: never a word that means something else there (model.people)."""
        return name_of_account(str(self.user.get_username())) if self.user is not None else NOBODY


def write(
    cycle: Cycle,
    kind: str,
    key: str,
    payload: Any,
    author: Author,
    *,
    expected: int | None = None,
    open_only: bool = False,
) -> Entry | None:
    """Add a version; the entry, or None where the payload is what stands already.

    `expected` is the version that the writer saw (0: none). Raises ConflictError where another stands now, and with
    `open_only` ClosedError where the cycle is open no more (asked under the lock: nobody writes past a handing-on).
    """
    digest = digest_of(payload)
    with transaction.atomic():
        rows = Cycle.objects.select_related("participation") if open_only else Cycle.objects
        locked = rows.select_for_update(of=("self",)).get(pk=cycle.pk)  # one writer a cycle: the chain has no forks
        if open_only and not locked.is_open:
            raise ClosedError
        newest = Entry.objects.filter(cycle=cycle, kind=kind, key=key).order_by("-version").first()
        standing = newest if newest is not None and newest.current else None
        if expected is not None and expected != (standing.version if standing else 0):
            raise ConflictError(standing)
        if standing is not None and standing.digest == digest and not standing.erased:
            return None
        if standing is None and payload is None:
            return None
        count, head = head_of(cycle)
        entry = Entry(
            cycle=cycle,
            sequence=count + 1,
            kind=kind,
            key=key,
            version=(newest.version if newest else 0) + 1,
            position=newest.position if newest else count + 1,
            payload=payload,
            digest=digest,
            author=author.user,
            author_name=author.name,
            at=timezone.now(),
            reason=author.reason,
            previous_hash=head,
        )
        entry.hash = hash_of(entry)
        if standing is not None:
            Entry.objects.filter(pk=standing.pk).update(current=False)
        entry.save(force_insert=True)
        if kind == "event":  # handing on, accepting, returning, erasing…: whoever cuts the history later is found out
            Anchor.objects.create(cycle=cycle, sequence=entry.sequence, hash=entry.hash, what=key[:40])
        return entry


def write_new(cycle: Cycle, things: Iterable[tuple[str, str, Any]], author: Author) -> int:
    """Add first versions of many things (kind, key, payload) at once; the number of entries that were written.

    What was ever written under the same kind and key is left alone, a withdrawn one too. Raises ClosedError where the
    cycle is open no more: all or nothing.
    """
    with transaction.atomic():
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
        if not locked.is_open:
            raise ClosedError
        known = set(Entry.objects.filter(cycle=cycle).values_list("kind", "key"))
        sequence, previous = head_of(cycle)
        made: list[Entry] = []
        for kind, key, payload in things:
            if (kind, key) in known:
                continue
            known.add((kind, key))
            sequence += 1
            entry = Entry(
                cycle=cycle, sequence=sequence, kind=kind, key=key, version=1, position=sequence, payload=payload,
                digest=digest_of(payload), author=author.user, author_name=author.name, at=timezone.now(),
                reason=author.reason, previous_hash=previous,
            )  # fmt: skip
            entry.hash = previous = hash_of(entry)
            made.append(entry)
        Entry.objects.bulk_create(made, batch_size=500)
    return len(made)


def head_of(cycle: Cycle) -> tuple[int, str]:
    """How many entries the cycle has, and the hash of the last; (0, "") where it has none."""
    last = Entry.objects.filter(cycle=cycle).order_by("-sequence").values_list("sequence", "hash").first()
    return last or (0, "")


def anchor(cycle: Cycle, what: str) -> Anchor:
    """Hold the head of the history outside of it, as it stands now (`what`: on which occasion)."""
    sequence, head = head_of(cycle)
    return Anchor.objects.create(cycle=cycle, sequence=sequence, hash=head, what=what[:40])


def erase(entries: Iterable[Entry], author: Author) -> int:
    """Take the contents, keys and reasons of these things away, in every version; how many entries that were.

    What stays is a tombstone: its kind, place, moment, author and digest, and its hash in the chain. An event vouches
    for each tombstone (by a seal over what stays), so that nobody can make others.
    """
    done = 0
    with transaction.atomic():
        for each in entries:
            cycle = Cycle.objects.select_for_update().get(pk=each.cycle_id)
            versions = Entry.objects.filter(cycle=cycle, kind=each.kind, key=each.key, erased=False)
            if each.kind == "event" and each.key.startswith(ERASURE):
                continue  # it vouches for others, and holds nothing that anybody wrote but the reason
            kept = list(versions.order_by("sequence"))
            if not kept:
                continue  # the same thing twice in the list
            versions.update(payload=None, erased=True, reason="", key=f"erased/{secrets.token_hex(8)}")
            seals = {str(row.sequence): seal_of(row) for row in Entry.objects.filter(pk__in=[row.pk for row in kept])}
            write(cycle, "event", f"{ERASURE}{kept[0].pk}", {"kind": each.kind, "tombstones": seals}, author)
            done += len(kept)
    return done


def faults_in(cycle: Cycle, held: Iterable[tuple[int, str]] = ()) -> list[str]:
    """Where the history of a cycle does not hold; empty where it does.

    Every anchor of the cycle must be found in it, and so must `held`: (number of entries, hash of the last) of copies
    that someone kept elsewhere.
    """
    found: list[str] = []
    hashes: dict[int, str] = {0: ""}
    buried: dict[int, str] = {}
    vouched: dict[str, str] = {}
    previous, number = "", 0
    for entry in Entry.objects.filter(cycle=cycle).order_by("sequence").iterator():
        number += 1
        if entry.sequence != number:
            found.append(f"entry {number} is missing")
            number = entry.sequence
        if entry.erased:
            buried[entry.sequence] = seal_of(entry)
        if entry.previous_hash != previous or not (entry.erased or entry.hash == hash_of(entry)):
            found.append(f"entry {entry.sequence} does not follow from the one before")
        if not entry.erased and digest_of(entry.payload) != entry.digest:
            found.append(f"the contents of entry {entry.sequence} were changed")
        elif entry.kind == "event" and entry.key.startswith(ERASURE) and isinstance(entry.payload, Mapping):
            vouched |= entry.payload.get("tombstones") or {}
        previous = hashes[entry.sequence] = entry.hash
    found += [f"entry {each} was emptied without a trace of who did it" for each, seal in buried.items()
              if vouched.get(str(each)) != seal]  # fmt: skip
    anchors = Anchor.objects.filter(cycle=cycle).values_list("sequence", "hash")
    return found + _torn_from({*anchors, *held}, hashes, number)


def _torn_from(held: set[tuple[int, str]], hashes: Mapping[int, str], last: int) -> list[str]:
    """What does not agree with what was held outside: the newest entries taken out, or others put in their place."""
    most = max((sequence for sequence, _ in held), default=0)
    found = [f"the entries after {last} were taken out: there were {most}"] if most > last else []
    return found + [
        f"entry {sequence} is another than the one that was held"
        for sequence, head in sorted(held)
        if sequence in hashes and hashes[sequence] != head
    ]


def seal_of(entry: Entry) -> str:
    """SHA-256 over all that an erasure leaves of an entry, its hash included."""
    return hashlib.sha256(_canonical([*_parts(entry), entry.hash])).hexdigest()


def digest_of(payload: Any) -> str:
    """SHA-256 of the payload as canonical JSON."""
    return hashlib.sha256(_canonical(payload)).hexdigest()


def hash_of(entry: Entry) -> str:
    """The entry's place in the chain: what was written (by digest), by whom, when, why, and after what."""
    return hashlib.sha256(_canonical(_parts(entry))).hexdigest()


def _parts(entry: Entry) -> list[Any]:
    return [
        entry.cycle_id, entry.sequence, entry.kind, entry.key, entry.version, entry.digest, entry.author_name,
        entry.at.isoformat(), entry.reason, entry.previous_hash,
    ]  # fmt: skip


def _canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
