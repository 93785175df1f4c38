"""Erasing personal data: what a person wrote or what mentions a person, and the results that were made from it."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from tinjau.model import name_of_account
from tinjau.scoring.answering import DECIDED
from tinjau.web.erasing_rooms import EVENT, Row, find_rows
from tinjau.web.history import ERASURE, Author, erase, write
from tinjau.web.models import Cycle, Entry, Evidence, Result

SHORTEST = 3  # characters of a text to look for: fewer would find nearly everything; project choice
MOST = 500  # things that one erasure takes; project choice


@dataclass(frozen=True, slots=True)
class Trace:
    """What was found: the newest version of each thing, files, results made while one of the things stood, and rows
    of rounds and focus groups."""

    entries: Sequence[Entry] = ()
    files: Sequence[Evidence] = ()
    results: Sequence[Result] = ()
    rows: Sequence[Row] = ()
    more: bool = False
    mentioning: frozenset[int] = field(default_factory=frozenset)


def find(cycles: Iterable[Cycle], *, text: str = "", author: str = "") -> Trace:
    """The things of these cycles that this account wrote, or in which this text stands (capitals do not count).

    With both, things that are both. At most MOST things; `more` says that there are others. What is erased already is
    not found again, and neither are the events that vouch for erasures.
    """
    wanted = text.casefold()
    if len(wanted) < SHORTEST and not author:
        return Trace()
    entries: dict[tuple[int, str, str], Entry] = {}
    files: list[Evidence] = []
    results: list[Result] = []
    mentioning: set[int] = set()
    earliest: dict[int, int] = {}
    more = False
    chosen = list(cycles)
    for cycle in chosen:
        rows = (
            cycle.entries.filter(erased=False)
            .exclude(kind="event", key__startswith=ERASURE)
            .exclude(kind="event", key__startswith=EVENT)
            .order_by("sequence")
        )
        for entry in rows.iterator():
            if author and not _is_of(entry, author):
                continue
            if wanted and not _mentions((entry.payload, entry.key, entry.reason), wanted):
                continue
            name = (cycle.pk, entry.kind, entry.key)
            if name not in entries and len(entries) >= MOST:
                more = True
                break
            earliest[cycle.pk] = min(earliest.get(cycle.pk, entry.sequence), entry.sequence)
            entries[name] = entry
        files += [
            each for each in cycle.evidence.select_related("uploaded_by", "cycle")
            if (not author or _uploader(each) == author) and (not wanted or _mentions(each.name, wanted))
        ]  # fmt: skip
        for result in cycle.results.all():
            said = bool(wanted) and _mentions((result.assessment, result.plan), wanted)
            if said or result.entries_sequence >= earliest.get(cycle.pk, result.entries_sequence + 1):
                results.append(result)
                mentioning |= {result.pk} if said else set()
    rooms = find_rows(chosen, text=text, author=author, most=MOST)
    more = more or len(rooms) >= MOST
    return Trace(
        tuple(entries.values()), tuple(files), tuple(results), tuple(rooms), more=more, mentioning=frozenset(mentioning)
    )


def take_out(
    entries: Iterable[Entry], files: Iterable[Evidence], results: Iterable[Result], author: Author
) -> tuple[int, int, int]:
    """Erase the things in every version, the files and the results; how many entries, files and results are gone.

    All of it or nothing in the database; the files on disk go once that is committed.
    """
    gone: list[Path] = []
    counts = [0, 0, 0]
    with transaction.atomic():
        counts[0] = erase(entries, author)
        for each in files:
            counts[1] += 1
            # The event of its upload names the file.
            erase(Entry.objects.filter(cycle=each.cycle, kind="event", key=f"evidence-{each.digest}"), author)
            if not Evidence.objects.filter(digest=each.digest).exclude(pk=each.pk).exists():
                gone.append(Path(settings.MEDIA_ROOT) / each.digest[:2] / each.digest)
            each.delete()
        for result in results:
            counts[2] += 1
            write(result.cycle, "event", f"purge-{result.pk}", {"event": "purge"}, author)
            gone.append(Path(settings.HOME) / "results" / Path(result.folder).name)
            result.delete()
        transaction.on_commit(lambda: _remove(gone))
    return counts[0], counts[1], counts[2]


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _is_of(entry: Entry, author: str) -> bool:
    """Whether the account wrote it, or it is an answer or a decision in its name (a closed round writes those)."""
    payload = entry.payload if isinstance(entry.payload, dict) else {}
    return entry.author_name == author or author in {payload.get("by"), payload.get("assessor")} or (
        payload.get("assessor") == f"{DECIDED}:{author}")  # fmt: skip


def _uploader(evidence: Evidence) -> str:
    return name_of_account(evidence.uploaded_by.get_username()) if evidence.uploaded_by else ""


def _mentions(value: Any, wanted: str) -> bool:
    if isinstance(value, str):
        return wanted in value.casefold()
    if isinstance(value, dict):
        return any(_mentions(each, wanted) for pair in value.items() for each in pair)
    if isinstance(value, (list, tuple)):
        return any(_mentions(each, wanted) for each in value)
    return wanted in str(value).casefold() if isinstance(value, int | float) else False
