"""Ballots: read from a form, handed in under the round's lock, sealed until the round is closed, then opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from tinjau.strategy import allowed_ratings
from tinjau.web.focus.sealing import opened, seal
from tinjau.web.models import FocusBallot, FocusParticipant, FocusRound
from tinjau.web.texts_in import number

MOST_VERSIONS = 40  # of one person's ballot in a round; older electronic ones go (project choice)
LONGEST_REASON = 500
IMPORTANCE = (1, 5)


class LateError(Exception):
    """The round is closed: the ballot was not counted."""


class GoneError(Exception):
    """Whoever votes was taken out of the session."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One item to be voted on: its label, the lowest and highest number, and how the field is called."""

    label: str
    low: int
    high: int

    @property
    def name(self) -> str:
        """The field's name in the form."""
        return f"v-{self.label}"

    @property
    def numbers(self) -> range:
        """Every number that may be chosen."""
        return range(self.low, self.high + 1)


@dataclass(frozen=True, slots=True)
class Read:
    """What a form said: numbers by label where all is well, else which labels are at fault and why (`fault`)."""

    values: Mapping[str, int]
    wrong: tuple[str, ...] = ()
    fault: str = ""
    total: int = 0


def asks_of(found: FocusRound) -> list[Ask]:
    """The items of a round with the numbers that may be given to them, by the step's declared type."""
    options, kind = found.step.options, found.step.kind
    asks = []
    for label in found.items:
        if kind == "rank":
            low, high = 1, len(found.items)
        elif kind == "weight":
            low, high = (0, int(options.get("total", 100))) if options.get("scale") == "points" else IMPORTANCE
        else:
            ends = float(options.get("low", 1)), float(options.get("high", 4))
            low, high = map(int, allowed_ratings(label[:1], options.get("semantics", "magnitude"), *ends))
        asks.append(Ask(label, low, high))
    return asks


def read(asks: Sequence[Ask], post: Mapping[str, Any], total: int | None = None) -> Read:
    """The numbers of a form. Every item needs one inside its bounds; with `total` they must add up to it."""
    values: dict[str, int] = {}
    wrong = []
    for each in asks:
        found = number(str(post.get(each.name, "")).strip(), 6)
        if found is None or not each.low <= found <= each.high:
            wrong.append(each.label)
        else:
            values[each.label] = found
    if wrong:
        return Read(values, tuple(wrong), "focus.fault-values", sum(values.values()))
    if total is not None and sum(values.values()) != total:
        return Read(values, (), "focus.fault-total", sum(values.values()))
    return Read(values, (), "", sum(values.values()))


def total_of(found: FocusRound) -> int | None:
    """What the points of a ballot must add up to; None where they are no points."""
    options = found.step.options
    points = found.step.kind == "weight" and options.get("scale") == "points"
    return int(options.get("total", 100)) if points else None


def hand_in(
    found: FocusRound, person: FocusParticipant, values: Mapping[str, int], reason: str, user: Any = None
) -> FocusBallot:
    """Keep a ballot: the last one of a person stands. The very same one again changes nothing.

    `user` is who typed a paper ballot. Raises LateError where the round is closed and GoneError for someone who was
    taken out: under the round's lock, so a ballot is either counted or refused.
    """
    with transaction.atomic():
        locked = FocusRound.objects.select_for_update().select_related("step").get(pk=found.pk)
        if locked.closed is not None:
            raise LateError
        who = FocusParticipant.objects.select_for_update().get(pk=person.pk)  # taken out, or voting: not both
        if who.removed is not None or who.session_id != locked.step.session_id:
            raise GoneError
        ballot = {"values": dict(values), "reason": reason}
        mine = FocusBallot.objects.filter(round=locked, participant=who)
        standing = mine.filter(current=True).first()
        if standing is not None and opened(standing.sealed) == ballot:
            return standing
        last = mine.order_by("-version").first()
        version = last.version + 1 if last else 1
        mine.filter(current=True).update(current=False)
        mine.filter(paper=False, version__lte=version - MOST_VERSIONS).delete()
        return FocusBallot.objects.create(
            round=locked, participant=who, version=version, sealed=seal(ballot), paper=user is not None, entered_by=user
        )


def has_ballot(found: FocusRound, person: FocusParticipant) -> bool:
    """Whether a ballot of this person stands."""
    return found.ballots.filter(participant=person, current=True).exists()


def differing(found: FocusRound, person: FocusParticipant, values: Mapping[str, int]) -> list[str] | None:
    """The labels in which a second reading of a paper differs from the first; None where there is no first.

    Where nothing differs, the ballot is marked as read twice.
    """
    with transaction.atomic():
        FocusRound.objects.select_for_update().get(pk=found.pk)
        standing = found.ballots.filter(participant=person, current=True).first()
        first = opened(standing.sealed) if standing is not None and standing.sealed else None
        if standing is None or first is None:
            return None
        wrong = [each for each in found.items if first["values"].get(each) != values.get(each)]
        if not wrong:
            standing.checked = timezone.now()
            standing.save(update_fields=["checked"])
        return wrong


def handed_in(found: FocusRound) -> int:
    """How many ballots stand: the one thing about an open round that anybody sees."""
    return int(found.ballots.filter(current=True).count())


def close(found: FocusRound) -> None:
    """Close the round and open its ballots; the caller holds the session's and the round's lock.

    Electronic ballots that a later one replaced go. A ballot that this server cannot open any more stays and is
    marked as unread.
    """
    found.closed = timezone.now()
    found.save(update_fields=["closed"])
    found.ballots.filter(current=False, paper=False).delete()
    for each in found.ballots.all():
        ballot = opened(each.sealed)
        if ballot is None:
            each.unread = True
        else:
            each.values, each.reason, each.sealed = ballot["values"], ballot["reason"], ""
        each.save(update_fields=["values", "reason", "sealed", "unread"])
