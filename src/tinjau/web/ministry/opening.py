"""A round begins: its stages with their windows, and the governments that take part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from tinjau.packs.governments import kind_of
from tinjau.web.history import Author, write
from tinjau.web.ministry.intake import Listed
from tinjau.web.ministry.planning import plan_stages
from tinjau.web.ministry.refusing import RefusedError
from tinjau.web.models import Cycle, Office, Participation, Round, RoundEvent, Stage, StageState

MOST_GOVERNMENTS = 2_000  # of a round; project choice: Indonesia has 552
_LONGEST = timedelta(days=3 * 366)  # of a window; project choice, against a slip in the year
_USUAL_DAYS = {"self": 30, "documents": 30, "interview": 14, "visit": 14, "decision": 21}  # project choice, a proposal


@dataclass(frozen=True, slots=True)
class Window:
    """One stage as it was asked for."""

    kind: str
    opens: datetime
    closes: datetime
    optional: bool = False


def usual_windows(start: datetime) -> list[Window]:
    """All five stages one after the other, as a proposal for a form."""
    found = []
    for kind in Stage.Kind.values:
        end = start + timedelta(days=_USUAL_DAYS[kind])
        found.append(Window(kind, start, end, optional=kind == Stage.Kind.VISIT))
        start = end
    return found


def check_windows(windows: Sequence[Window], *, apart: bool) -> None:
    """Raise RefusedError where a round cannot have these stages: no self-assessment, no decision, or bad dates."""
    kinds = [each.kind for each in windows]
    if Stage.Kind.SELF not in kinds or Stage.Kind.DECISION not in kinds:
        raise RefusedError("round.needs-stages")
    for each in windows:
        if not each.opens < each.closes <= each.opens + _LONGEST:
            raise RefusedError("round.bad-window", stage=each.kind)
    for earlier, later in pairwise(windows):
        if later.opens < (earlier.closes if apart else earlier.opens):
            raise RefusedError("round.overlap" if apart else "round.bad-order", stage=later.kind)


def open_round(fields: Mapping[str, Any], windows: Sequence[Window], author: Author) -> Round:
    """A new round with an address of its own. Raises RefusedError where something is missing or does not fit."""
    if not fields["title"] or not fields["period"] or not fields["instruments"]:
        raise RefusedError("round.needs-fields")
    check_windows(windows, apart=fields["apart"])
    base = (slugify(f"{fields['title']}") or "round")[:60]
    with transaction.atomic():
        taken = set(Round.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        try:
            with transaction.atomic():
                made = Round.objects.create(slug=slug, created_by=author.user, **fields)
        except IntegrityError:  # two people at once
            raise RefusedError("finding.conflict") from None
        for place, each in enumerate(windows, start=1):
            Stage.objects.create(
                round=made, kind=each.kind, position=place, opens=each.opens, closes=each.closes, optional=each.optional
            )
        RoundEvent.objects.create(round=made, what="open", reason=author.reason, by_name=author.name)
    return made


def change_windows(the_round: Round, windows: Mapping[str, Window], author: Author) -> None:
    """Move the windows of stages that stand, for everyone, with a reason; none is added or taken away."""
    if not author.reason:
        raise RefusedError("move.needs-reason")
    with transaction.atomic():
        Round.objects.select_for_update().get(pk=the_round.pk)
        stages = list(the_round.stages.all())
        wanted = [windows[each.kind] for each in stages if each.kind in windows]
        if len(wanted) != len(stages):
            raise RefusedError("round.needs-stages")
        check_windows(wanted, apart=the_round.apart)
        for stage, each in zip(stages, wanted, strict=True):
            Stage.objects.filter(pk=stage.pk).update(opens=each.opens, closes=each.closes)
        for part in the_round.participations.select_related("office", "cycle"):
            plan_stages(part)
        RoundEvent.objects.create(round=the_round, what="windows", reason=author.reason, by_name=author.name)


def add_governments(the_round: Round, listed: Sequence[Listed], author: Author) -> int:
    """Let these governments take part: an office (found by code or slug, or made) and a cycle for each.

    Those that take part already are passed over. The number added; all or none.
    """
    with transaction.atomic():
        Round.objects.select_for_update().get(pk=the_round.pk)
        taken = set(the_round.participations.values_list("office__slug", flat=True))
        if len(taken) + len(listed) > MOST_GOVERNMENTS:
            raise RefusedError("round.too-many", n=MOST_GOVERNMENTS)
        stages = list(the_round.stages.all())
        added = 0
        for each in listed:
            office = _office(each)
            if office.slug in taken:
                continue
            taken.add(office.slug)
            cycle = _cycle(the_round, office, each, author)
            part = Participation.objects.create(
                round=the_round, office=office, cycle=cycle, kind=kind_of(office.name), province=office.code[:2]
            )
            StageState.objects.bulk_create(StageState(participation=part, stage=stage) for stage in stages)
            plan_stages(part)
            added += 1
        if added:
            RoundEvent.objects.create(
                round=the_round, what="governments", detail=str(added), reason=author.reason, by_name=author.name
            )
    return added


def _office(each: Listed) -> Office:
    found: Office | None = Office.objects.filter(code=each.code).first() if each.code else None
    if found is None:
        found = Office.objects.filter(slug=each.slug).first()
    if found is not None and each.code and found.code and found.code != each.code:
        raise RefusedError("round.two-codes", name=each.name)
    return found or Office.objects.create(slug=each.slug, name=each.name, code=each.code)


def _cycle(the_round: Round, office: Office, each: Listed, author: Author) -> Cycle:
    slug = the_round.slug
    taken = set(office.cycles.filter(slug__startswith=slug).values_list("slug", flat=True))
    number = 1
    while slug in taken:
        number += 1
        slug = f"{the_round.slug}-{number}"
    made: Cycle = Cycle.objects.create(
        office=office, slug=slug, title=the_round.title, period=the_round.period, created=timezone.now()
    )
    payload = {
        "government": {"name": office.name, "country": "ID", **({"code": office.code} if office.code else {})},
        "period": the_round.period, "language": "id", "instruments": list(the_round.instruments),
        "sites": [each.site] if each.site else [],
    }  # fmt: skip
    write(made, "settings", "study", payload, author)
    return made
