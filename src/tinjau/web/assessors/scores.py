"""One assessor's own scores while the round is open."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from tinjau.web.assessors.items import Question
from tinjau.web.assessors.rounds import current_scores
from tinjau.web.history import ClosedError
from tinjau.web.models import AssessmentRound, AssessmentScore, AssessmentSeat

LONGEST = 4_000


class ScoreConflictError(Exception):
    """The same person's score was changed elsewhere since the page was opened; `theirs` is what stands now."""

    def __init__(self, theirs: AssessmentScore | None) -> None:
        self.theirs = theirs
        super().__init__("this score was changed elsewhere in the meantime")


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as a form or a workbook gives it; an empty value takes it back."""

    question: Question
    value: str
    evidence: str
    note: str


def standing(seat: AssessmentSeat) -> dict[tuple[str, str, str], AssessmentScore]:
    """The newest version of each of this person's scores, also those that were taken back."""
    rows = AssessmentScore.objects.filter(seat=seat, current=True)
    return {(each.instrument, each.indicator, each.unit): each for each in rows}


def answered(seat: AssessmentSeat) -> int:
    """How many of one's own questions have an answer."""
    return int(current_scores([seat]).count())


def keep(seat: AssessmentSeat, given: Given, expected: int) -> None:
    """Add a version. Raises ScoreConflictError where another than `expected` stands (0: none), and ClosedError where
    the round was closed in the meantime."""
    with transaction.atomic():
        _open_round(seat)
        own = standing(seat).get(given.question.key)
        if expected != (own.version if own else 0):
            raise ScoreConflictError(own)
        _add(seat, given, own)


def keep_all(seat: AssessmentSeat, given: Iterable[Given], basis: int) -> int:
    """Add a version for each that differs, all or nothing; how many.

    `basis` is what `basis_of` said when the preview was made. Raises ScoreConflictError where something was changed
    since, ClosedError where the round was closed.
    """
    count = 0
    with transaction.atomic():
        _open_round(seat)
        if basis != basis_of(seat):
            raise ScoreConflictError(None)
        own = standing(seat)
        for each in given:
            count += _add(seat, each, own.get(each.question.key))
    return count


def basis_of(seat: AssessmentSeat) -> int:
    """The number of this person's last change."""
    return AssessmentScore.objects.filter(seat=seat).order_by("-pk").values_list("pk", flat=True).first() or 0


def say_finished(seat: AssessmentSeat, *, finished: bool) -> None:
    """Say to be done, or not yet. Raises ClosedError where the round is open no more."""
    with transaction.atomic():
        _open_round(seat)
        seat.finished = timezone.now() if finished else None
        seat.save(update_fields=["finished"])


def _open_round(seat: AssessmentSeat) -> None:
    """Lock the round; closing takes the same lock, so that an answer is either in or told that it came too late."""
    found = AssessmentRound.objects.select_for_update().get(pk=seat.round_id)
    if found.state != AssessmentRound.State.OPEN:
        raise ClosedError


def _add(seat: AssessmentSeat, given: Given, own: AssessmentScore | None) -> bool:
    instrument, indicator, unit = given.question.key
    fields = {"value": given.value, "evidence": given.evidence, "note": given.note} if given.value else {}
    if own is None and not fields:
        return False
    if own is not None:
        same = (own.value, own.evidence, own.note) == (given.value, given.evidence, given.note)
        if same or (not fields and not own.value):
            return False
        AssessmentScore.objects.filter(pk=own.pk).update(current=False)
    AssessmentScore.objects.create(
        seat=seat, instrument=instrument, indicator=indicator, unit=unit,
        version=own.version + 1 if own else 1, **fields,
    )  # fmt: skip
    return True
