"""A round from being set up to being closed: who sits in it, its state, and how its scores come into the study."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from tinjau.model import name_of_account
from tinjau.scoring.opinions import Item, opinions_of
from tinjau.web.assessors.items import instruments_of, questions_of
from tinjau.web.history import Author, ClosedError, write, write_new
from tinjau.web.mapping import answer_key
from tinjau.web.models import AssessmentRound, AssessmentScore, AssessmentSeat, Cycle, Membership
from tinjau.web.permissions import ABILITIES, ASSESS, COORDINATE, VIEW

MOST_SEATS = 12  # assessors of one round; project choice
MOST_ROUNDS = 50  # of one cycle; project choice
FILE = "rounds.csv"


class MovedError(Exception):
    """The round is no longer in the state that the page showed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form of a round says, checked."""

    title: str
    note: str
    items: list[list[str]]
    naming: str
    due: date | None
    assessors: tuple[int, ...]
    reconcilers: tuple[int, ...]


def members_who(cycle: Cycle, ability: str) -> dict[int, str]:
    """Members of the cycle's office whose role has this ability: id → name, by name."""
    rows = Membership.objects.filter(office=cycle.office_id).select_related("user").order_by("user__username")
    return {each.user_id: each.user.get_username() for each in rows if ability in ABILITIES[each.role]}


def save(cycle: Cycle, wanted: Wanted, user: Any, standing: AssessmentRound | None = None) -> AssessmentRound:
    """A new draft, or the draft as the form says now. Raises MovedError where it is a draft no more."""
    with transaction.atomic():
        locked = Cycle.objects.select_for_update().get(pk=cycle.pk)
        if standing is None:
            last = locked.assessments.order_by("-number").first()
            found = AssessmentRound(cycle=locked, number=(last.number if last else 0) + 1, created_by=user)
        else:
            found = AssessmentRound.objects.select_for_update().get(pk=standing.pk)
            if found.state != AssessmentRound.State.DRAFT:
                raise MovedError
            found.seats.all().delete()
        found.title, found.note, found.items = wanted.title, wanted.note, wanted.items
        found.naming, found.due = wanted.naming, wanted.due
        found.save()
        for kind, chosen, ability in (
            (AssessmentSeat.Kind.ASSESSOR, wanted.assessors, ASSESS),
            (AssessmentSeat.Kind.RECONCILER, wanted.reconcilers, VIEW),
        ):
            names = members_who(locked, ability)
            AssessmentSeat.objects.bulk_create(
                AssessmentSeat(round=found, user_id=each, user_name=names[each], kind=kind)
                for each in chosen
                if each in names
            )
    return found


def start(round_: AssessmentRound, author: Author) -> None:
    """The round is open: assessors get their labels, and their scores are taken. Raises MovedError."""
    with transaction.atomic():
        cycle = Cycle.objects.select_for_update().get(pk=round_.cycle_id)
        found = AssessmentRound.objects.select_for_update().get(pk=round_.pk)
        seats = list(assessors_of(found))
        if found.state != AssessmentRound.State.DRAFT or not seats or not found.items:
            raise MovedError
        labels = [name_of_account(each.user_name) for each in seats]
        if found.naming == AssessmentRound.Naming.CODE:
            used = AssessmentSeat.objects.filter(round__cycle=cycle, round__state__in=("open", "closed"))
            first = used.filter(round__naming="code", kind="assessor").count() + 1
            labels = [f"N{number}" for number in range(first, first + len(seats))]
            secrets.SystemRandom().shuffle(labels)  # the order of names does not give the codes away
        for seat, label in zip(seats, labels, strict=True):
            seat.label = label
            seat.save(update_fields=["label"])
        found.state, found.opened = AssessmentRound.State.OPEN, timezone.now()
        found.save(update_fields=["state", "opened"])
        write(cycle, "event", f"assessment-{found.number}-opened", _event("assessment-opened", found), author)


def close(round_: AssessmentRound, author: Author) -> AssessmentRound:
    """The round is closed: every answer stands in the cycle's history, and the agreement is computed.

    Nothing is scored after this moment, and nothing that was saved before it is lost: saving and closing take the same
    lock. Raises MovedError where it is not open, ClosedError where the cycle takes no answers.
    """
    with transaction.atomic():
        cycle = Cycle.objects.select_for_update().get(pk=round_.cycle_id)
        found = AssessmentRound.objects.select_for_update().get(pk=round_.pk)
        if found.state != AssessmentRound.State.OPEN:
            raise MovedError
        if not cycle.is_open:
            raise ClosedError
        for seat in sorted(assessors_of(found), key=lambda each: each.label):
            _enter(cycle, found, seat, author)
        found.agreement = agreement_of(found)
        found.state, found.closed, found.closed_by_name = AssessmentRound.State.CLOSED, timezone.now(), author.name
        found.save(update_fields=["state", "closed", "closed_by_name", "agreement"])
        write(cycle, "event", f"assessment-{found.number}-closed", _event("assessment-closed", found), author)
    return found


def assessors_of(round_: AssessmentRound) -> Any:
    """Those who score."""
    return round_.seats.filter(kind=AssessmentSeat.Kind.ASSESSOR)


def seat_of(round_: AssessmentRound, user: Any) -> AssessmentSeat | None:
    """This person's seat as an assessor."""
    found: AssessmentSeat | None = assessors_of(round_).filter(user=user).first()
    return found


def may_reconcile(round_: AssessmentRound, user: Any, abilities: frozenset[str]) -> bool:
    """Whether this person decides where scores differ: the coordinator, and those whom the round names."""
    named = round_.seats.filter(kind=AssessmentSeat.Kind.RECONCILER, user=user)
    return COORDINATE in abilities or named.exists()


def current_scores(seats: Iterable[AssessmentSeat]) -> Any:
    """What stands of these people's scores: only rows with a value."""
    return AssessmentScore.objects.filter(seat__in=list(seats), current=True).exclude(value="")


def progress_of(round_: AssessmentRound) -> list[dict[str, Any]]:
    """How many questions each assessor answered, by name: never which, never how, and no code."""
    counted = dict(
        current_scores(assessors_of(round_))
        .order_by()
        .values_list("seat_id")
        .annotate(n=Count("pk"))
        .values_list("seat_id", "n")
    )
    total = len(round_.items)
    return [
        {"name": each.user_name, "done": min(counted.get(each.pk, 0), total), "total": total,
         "finished": each.finished, "gone": each.user_id is None}
        for each in assessors_of(round_)
    ]  # fmt: skip


def agreement_of(round_: AssessmentRound) -> dict[str, Any]:
    """What the standing scores of a round say of one another (see scoring.opinions)."""
    seats = list(assessors_of(round_))
    labels = {each.pk: each.label for each in seats}
    given: dict[tuple[str, str, str], dict[str, str]] = {}
    for score in current_scores(seats):
        given.setdefault((score.instrument, score.indicator, score.unit), {})[labels[score.seat_id]] = score.value
    items = [
        Item(each.instrument.id, each.id, each.unit, given.get(each.key, {}), each.values)
        for each in questions_of(round_)
    ]
    names = sorted(labels.values(), key=natural)
    document = opinions_of(items, instruments_of(round_), names)
    return {**document, "asked": len(items)}


def natural(label: str) -> tuple[str, int]:
    """N2 before N10."""
    head = label.rstrip("0123456789")
    tail = label[len(head) :]
    return head, int(tail[:9]) if tail else 0


def rounds_of(user: Any, cycles: Sequence[int] | None = None) -> list[tuple[AssessmentRound, int]]:
    """The open rounds that this person scores, each with how many questions are still without an answer."""
    seats = AssessmentSeat.objects.filter(
        user=user, kind=AssessmentSeat.Kind.ASSESSOR, round__state=AssessmentRound.State.OPEN
    ).select_related("round__cycle__office")
    if cycles is not None:
        seats = seats.filter(round__cycle__in=cycles)
    member = set(Membership.objects.filter(user=user).values_list("office_id", flat=True))
    return [
        (each.round, max(0, len(each.round.items) - current_scores([each]).count()))
        for each in seats
        if each.round.cycle.office_id in member
    ]


def _enter(cycle: Cycle, round_: AssessmentRound, seat: AssessmentSeat, author: Author) -> None:
    """This assessor's answers as entries of the cycle. Under codes, whoever closes is the author: no name shows."""
    named = round_.naming == AssessmentRound.Naming.NAME
    by = Author(seat.user, author.reason) if named and seat.user is not None else author
    rows: dict[str, Mapping[str, str]] = {}
    for score in current_scores([seat]):
        row = {
            "instrument": score.instrument, "indicator": score.indicator, "unit": score.unit, "assessor": seat.label,
            "value": score.value, "evidence": score.evidence, "note": score.note,
            "date": timezone.localtime(score.at).date().isoformat(), "file": FILE,
        }  # fmt: skip
        rows[answer_key(row)] = {key: value for key, value in row.items() if value}
    taken = set(cycle.entries.filter(kind="answer", key__in=list(rows)).values_list("key", flat=True))
    for key in taken:  # the same person answered this in the open before: that answer is superseded
        write(cycle, "answer", key, rows[key], by)
    write_new(cycle, [("answer", key, row) for key, row in rows.items() if key not in taken], by)


def _event(what: str, round_: AssessmentRound) -> dict[str, Any]:
    return {"event": what, "round": round_.number, "title": round_.title, "questions": len(round_.items)}
