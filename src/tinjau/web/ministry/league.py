"""The league of a round: ranks made of kept facts when a page is asked for, and published as they were that day."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from tinjau.report.league import LeagueRow
from tinjau.scoring.league import Facts, Standing, official_indices, rank
from tinjau.web.history import Author
from tinjau.web.ministry.facts import instruments_of, read_facts
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import LeagueFacts, Participation, Publication, Round, RoundEvent

SIZES = ("small", "medium", "large")
_SMALL, _MEDIUM = 20, 100  # pages of the site, as in the booklet (project choice)
NOT_PUBLISHED = "not published"  # the reason of a government whose result is not public
_GOVERNMENT = "finding__participation__"
_BESIDE = (
    f"{_GOVERNMENT}office__slug", f"{_GOVERNMENT}kind", f"{_GOVERNMENT}province", "finding__version",
    "finding__published",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One government as the league shows it. `rank` is None where its result is not part of the league."""

    slug: str
    name: str
    code: str
    kind: str
    province: str
    phase: str | None
    coverage: float | None
    criteria: Mapping[str, str | float | None]
    complete: bool
    rank: tuple[int, int] | None
    pages: int = 0
    reason: str = ""
    version: int = 0

    @property
    def size(self) -> str:
        """The class of its site by pages."""
        return SIZES[0] if self.pages <= _SMALL else SIZES[1] if self.pages <= _MEDIUM else SIZES[2]

    @property
    def is_one_rank(self) -> bool:
        """Whether only one rank is possible."""
        return self.rank is not None and self.rank[0] == self.rank[1]


def league(the_round: Round, *, public: bool) -> list[Row]:
    """The governments of a round: complete ones by rank, then those apart. Two queries.

    With `public` a government counts with its last published version only; the others stand apart without a word of
    what was found. Without it the newest version counts, whatever became of it: for the ministry alone.
    """
    kept: dict[str, tuple[Facts, str, str, int]] = {}
    rows = LeagueFacts.objects.filter(round=the_round).order_by("finding__version")
    for facts, (slug, kind, province, version, published) in read_facts(rows, *_BESIDE):
        if not public or published is not None:
            kept[slug] = (facts, kind, province, version)
    standings = rank((slug, facts) for slug, (facts, *_) in kept.items())
    found = [_row(each, *kept[each.id][1:]) for each in standings]
    everyone = Participation.objects.filter(round=the_round).values_list(
        "office__slug", "office__name", "office__code", "kind", "province"
    )
    found += [
        Row(slug, name, code, kind, province, None, None, {}, complete=False, rank=None, reason=NOT_PUBLISHED)
        for slug, name, code, kind, province in everyone
        if slug not in kept
    ]
    return found


def _row(each: Standing, kind: str, province: str, version: int) -> Row:
    return Row(
        slug=each.id, name=each.name, code=each.code, kind=kind, province=province, phase=each.phase,
        coverage=each.coverage, criteria=each.criteria, complete=each.complete, rank=each.rank, pages=each.pages,
        reason=each.reason, version=version,
    )  # fmt: skip


def chosen(rows: Iterable[Row], wanted: Mapping[str, str]) -> list[Row]:
    """The rows that fit province, kind, size and a part of the name; what is empty chooses nothing. Ranks stay."""
    text = wanted.get("q", "").casefold()
    return [
        each
        for each in rows
        if wanted.get("province", "") in {"", each.province}
        and wanted.get("kind", "") in {"", each.kind}
        and wanted.get("size", "") in {"", each.size}
        and (not text or text in each.name.casefold() or text in each.code)
    ]


def publish_league(the_round: Round, author: Author, change: str) -> Publication:
    """Make the league public as it is now. Raises RefusedError without a reason, without results, or without a word on
    what changed where one was published before."""
    if not author.reason:
        raise RefusedError("finding.needs-why")
    with transaction.atomic():
        Round.objects.select_for_update().get(pk=the_round.pk)
        before = the_round.publications.first()
        if before is not None and not change:
            raise RefusedError("finding.needs-change")
        rows = league(the_round, public=True)
        if not any(each.version for each in rows):
            raise RefusedError("league.nothing")
        kept = [_stored(each) for each in rows]
        version = before.version + 1 if before else 1
        made: Publication = Publication.objects.create(
            round=the_round, version=version, rows=kept, digest=digest_of(kept), why=author.reason, change=change,
            by_name=author.name,
        )  # fmt: skip
        _noted(the_round, "publish-league", author, version)
    return made


def withdraw(publication: Publication, author: Author) -> None:
    """Take the league off the public address; the versions are kept, and a later one may be published."""
    if not author.reason:
        raise RefusedError("move.needs-reason")
    with transaction.atomic():
        done = Publication.objects.filter(pk=publication.pk, withdrawn__isnull=True).update(
            withdrawn=timezone.now(), withdrawn_by=author.name, withdrawn_why=author.reason
        )
        if not done:
            raise RefusedError("finding.conflict")
        _noted(publication.round, "withdraw-league", author, publication.version)


def _noted(the_round: Round, what: str, author: Author, version: int) -> None:
    RoundEvent.objects.create(
        round=the_round, what=what, detail=str(version), reason=author.reason, by_name=author.name
    )


def digest_of(rows: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256 of published rows: whether they are still what was published."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _stored(each: Row) -> dict[str, Any]:
    return {
        "slug": each.slug, "name": each.name, "code": each.code, "kind": each.kind, "province": each.province,
        "phase": each.phase, "coverage": each.coverage, "criteria": dict(each.criteria), "complete": each.complete,
        "rank": list(each.rank) if each.rank else None, "pages": each.pages, "reason": each.reason,
        "version": each.version,
    }  # fmt: skip


def published_rows(publication: Publication) -> list[Row]:
    """The rows of a publication as they were published."""
    return [Row(**{**each, "rank": tuple(each["rank"]) if each["rank"] else None}) for each in publication.rows]


def report_rows(rows: Iterable[Row]) -> list[LeagueRow]:
    """The rows for booklet, letter and table; governments whose result is not part of the league are left out."""
    return [
        LeagueRow(
            id=each.slug, name=each.name, code=each.code, province=each.province, kind=each.kind, phase=each.phase,
            coverage=each.coverage, criteria=each.criteria, complete=each.complete, rank=each.rank, pages=each.pages,
            reason=each.reason,
        )
        for each in rows
        if each.rank is not None
    ]  # fmt: skip


def is_official(the_round: Round) -> bool:
    """Whether every instrument of the round ranks by an index that its own regulation gives."""
    instruments = instruments_of(the_round)
    return bool(instruments) and len(official_indices(instruments)) == len(instruments)


def spread(rows: Iterable[Row], phases: Iterable[str]) -> list[tuple[str, int]]:
    """How many governments are in each phase, in the order of the phases; only those whose result is in the league."""
    counted: dict[str, int] = {}
    for each in rows:
        if each.rank is not None:
            counted[each.phase or ""] = counted.get(each.phase or "", 0) + 1
    return [(name, counted[name]) for name in (*phases, "") if name in counted]
