"""Several assessors: a round of scoring, who sits in it, and what each one scored.

While a round is open its scores stand only here and in no entry of the cycle: no page, export, interface or report
that reads the cycle can show them. Closing the round writes them into the cycle's history.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from tinjau.web.models.offices import Cycle


class AssessmentRound(models.Model):
    """One round of scoring in a cycle.

    `items`: the questions, each [instrument, criterion, indicator, unit]; a verdict on a criterion has the criterion
    as its indicator. `agreement`: what the assessors' answers say of one another, from the moment of closing.
    """

    class State(models.TextChoices):
        """Being set up, scored blind, or closed."""

        DRAFT = "draft"
        OPEN = "open"
        CLOSED = "closed"

    class Naming(models.TextChoices):
        """What stands beside an answer once the round is closed."""

        CODE = "code"
        NAME = "name"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="assessments")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    items = models.JSONField(default=list)
    naming = models.CharField(max_length=4, choices=Naming.choices, default=Naming.CODE)
    due = models.DateField(null=True)
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    created = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    opened = models.DateTimeField(null=True)
    closed = models.DateTimeField(null=True)
    closed_by_name = models.CharField(max_length=150, blank=True)
    agreement = models.JSONField(null=True)

    class Meta:
        ordering = ("cycle_id", "number")
        constraints = (models.UniqueConstraint(fields=("cycle", "number"), name="assessment_number_in_cycle"),)

    def __str__(self) -> str:
        return str(self.title)


class AssessmentSeat(models.Model):
    """A person in a round: who scores it, or who decides where scores differ.

    `label` is the assessor in the study's answers: a code that names nobody, or the person's name. `finished`: the
    assessor said to be done; more may still be changed until the round is closed.
    """

    class Kind(models.TextChoices):
        """Scores, or decides."""

        ASSESSOR = "assessor"
        RECONCILER = "reconciler"

    round = models.ForeignKey(AssessmentRound, on_delete=models.CASCADE, related_name="seats")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    user_name = models.CharField(max_length=150)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ASSESSOR)
    label = models.CharField(max_length=150, blank=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        ordering = ("round_id", "user_name", "pk")
        constraints = (models.UniqueConstraint(fields=("round", "user", "kind"), name="one_seat_a_person"),)


class AssessmentScore(models.Model):
    """One version of one assessor's answer to one question; an empty `value` takes the answer back."""

    seat = models.ForeignKey(AssessmentSeat, on_delete=models.CASCADE, related_name="scores")
    instrument = models.CharField(max_length=120)
    indicator = models.CharField(max_length=120)
    unit = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField()
    current = models.BooleanField(default=True)
    value = models.CharField(max_length=80, blank=True)
    evidence = models.TextField(blank=True)
    note = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("seat_id", "instrument", "indicator", "unit", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("seat", "instrument", "indicator", "unit", "version"), name="one_score_a_version"
            ),
            models.UniqueConstraint(
                fields=("seat", "instrument", "indicator", "unit"),
                condition=models.Q(current=True),
                name="one_current_score",
            ),
        )


def models_of_assessors() -> tuple[type[models.Model], ...]:
    """The tables of assessors, each after those that it points to."""
    return (AssessmentRound, AssessmentSeat, AssessmentScore)


def scores_blind(user: Any, cycle: Cycle) -> bool:
    """Whether this person is an assessor of a round of this cycle that is still open."""
    return bool(_open_seats(user).filter(round__cycle=cycle).exists())


def scored_blind_by(user: Any) -> set[int]:
    """The cycles of which this holds."""
    return set(_open_seats(user).values_list("round__cycle", flat=True))


def _open_seats(user: Any) -> "models.QuerySet[AssessmentSeat]":
    return AssessmentSeat.objects.filter(
        round__state=AssessmentRound.State.OPEN, kind=AssessmentSeat.Kind.ASSESSOR, user=user
    )
