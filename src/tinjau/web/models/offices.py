"""Governments, who works for them in which role, and their cycles of evaluation."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class Role(models.TextChoices):
    """What a person may do in an office; a national administrator or evaluator belongs to none."""

    OPERATOR = "operator"
    COORDINATOR = "coordinator"
    VERIFIER = "verifier"
    OBSERVER = "observer"
    ASSESSOR = "assessor"
    OFFICE_ADMIN = "office-admin"
    NATIONAL_ADMIN = "national-admin"
    NATIONAL_EVALUATOR = "national-evaluator"


NATIONAL = (Role.NATIONAL_ADMIN, Role.NATIONAL_EVALUATOR)


class Office(models.Model):
    """A government. Its slug is its address in the application."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=20, blank=True)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return str(self.name)


class Membership(models.Model):
    """A person's role in an office (null: as a national administrator in all, as an evaluator in those assigned)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    office = models.ForeignKey(Office, on_delete=models.CASCADE, null=True, blank=True, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "office"), name="one_role_an_office"),
            models.CheckConstraint(
                name="national_admins_alone_have_no_office",
                condition=models.Q(office__isnull=False) ^ models.Q(role__in=[str(each) for each in NATIONAL]),
            ),
        )


class Cycle(models.Model):
    """One evaluation of one government in one period: the study that its entries make up."""

    class State(models.TextChoices):
        """Where the cycle stands: filled in, handed to the verifier, or accepted."""

        OPEN = "open"
        SUBMITTED = "submitted"
        VERIFIED = "verified"

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="cycles")
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=200)
    period = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-created",)
        constraints = (models.UniqueConstraint(fields=("office", "slug"), name="cycle_slug_in_office"),)

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_open(self) -> bool:
        """Whether people may still change answers: in a ministry's round only while a stage of theirs is open."""
        if self.state != self.State.OPEN:
            return False
        part = getattr(self, "participation", None)
        return part is None or part.takes_answers(timezone.now())

    def entries_of(self, kind: str) -> Any:
        """The current entries of one kind, in the order in which they first came."""
        return self.entries.filter(kind=kind, current=True).order_by("position", "sequence")
