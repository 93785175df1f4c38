"""The one way to write an entry, and the proof that nothing was changed afterwards."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from tinjau.web.models import Cycle, Entry


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
        """The name that the history keeps."""
        return str(self.user.get_username()) if self.user is not None else "tinjau"


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
    with transaction.atomic():
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)  # one writer a cycle: the chain has no forks
        if open_only and not locked.is_open:
            raise ClosedError
        standing = Entry.objects.filter(cycle=cycle, kind=kind, key=key, current=True).first()
        if expected is not None and expected != (standing.version if standing else 0):
            raise ConflictError(standing)
        digest = digest_of(payload)
        if standing is not None and standing.digest == digest and not standing.erased:
            return None
        if standing is None and payload is None:
            return None
        last = Entry.objects.filter(cycle=cycle).order_by("-sequence").first()
        newest = Entry.objects.filter(cycle=cycle, kind=kind, key=key).order_by("-version").first()
        sequence = (last.sequence if last else 0) + 1
        entry = Entry(
            cycle=cycle,
            sequence=sequence,
            kind=kind,
            key=key,
            version=(newest.version if newest else 0) + 1,
            position=newest.position if newest else sequence,
            payload=payload,
            digest=digest,
            author=author.user,
            author_name=author.name,
            at=timezone.now(),
            reason=author.reason,
            previous_hash=last.hash if last else "",
        )
        entry.hash = hash_of(entry)
        if standing is not None:
            Entry.objects.filter(pk=standing.pk).update(current=False)
        entry.save(force_insert=True)
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
        last = Entry.objects.filter(cycle=cycle).order_by("-sequence").first()
        sequence, previous = (last.sequence, last.hash) if last else (0, "")
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


def erase(entry: Entry, author: Author) -> None:
    """Take the contents of every version of this thing away; digests, authors and the chain stay (a tombstone)."""
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=entry.cycle_id)
        versions = Entry.objects.filter(cycle=entry.cycle, kind=entry.kind, key=entry.key)
        versions.update(payload=None, erased=True)
        write(
            entry.cycle,
            "event",
            f"erasure-{entry.pk}",
            {"kind": entry.kind, "key_digest": digest_of(entry.key)},
            author,
        )


def faults_in(cycle: Cycle) -> list[str]:
    """Where the chain of a cycle does not hold; empty where it does."""
    found: list[str] = []
    previous, number = "", 0
    for entry in Entry.objects.filter(cycle=cycle).order_by("sequence").iterator():
        number += 1
        if entry.sequence != number:
            found.append(f"entry {number} is missing")
            number = entry.sequence
        if entry.previous_hash != previous or entry.hash != hash_of(entry):
            found.append(f"entry {entry.sequence} does not follow from the one before")
        if not entry.erased and digest_of(entry.payload) != entry.digest:
            found.append(f"the contents of entry {entry.sequence} were changed")
        previous = entry.hash
    return found


def digest_of(payload: Any) -> str:
    """SHA-256 of the payload as canonical JSON."""
    return hashlib.sha256(_canonical(payload)).hexdigest()


def hash_of(entry: Entry) -> str:
    """The entry's place in the chain: what was written (by digest), by whom, when, why, and after what."""
    parts = [
        entry.cycle_id, entry.sequence, entry.kind, entry.key, entry.version, entry.digest, entry.author_name,
        entry.at.isoformat(), entry.reason, entry.previous_hash,
    ]  # fmt: skip
    return hashlib.sha256(_canonical(parts)).hexdigest()


def _canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
