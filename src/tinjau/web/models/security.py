"""What guards accounts and the history from outside of both: sessions, counts of requests, held heads of chains."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from tinjau.web.models.offices import Cycle


class SignIn(models.Model):
    """A session of a person, so that he can see and end it. The session itself is the truth: a row without one is
    over."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField(default=timezone.now)
    seen = models.DateTimeField(default=timezone.now)
    agent = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("-seen",)


class Tally(models.Model):
    """How often someone asked for something in one window of time; counted in the database, for all processes."""

    key = models.CharField(max_length=120)
    window = models.PositiveBigIntegerField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "window"), name="one_tally_a_window"),)
        indexes = (models.Index(fields=("window",)),)


class Anchor(models.Model):
    """The head of a cycle's history at one moment, held outside the history: its newest entries cannot be taken out
    without this row (and every printed or kept copy of it) saying so."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="anchors")
    sequence = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    what = models.CharField(max_length=40)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("cycle", "sequence")),)


def models_of_security() -> tuple[Any, ...]:
    """The tables of a backup; sessions and counts of requests are no part of one."""
    return (Anchor,)


def models_of_the_moment() -> tuple[Any, ...]:
    """The tables that no backup holds: they say who is signed in and how often someone asked just now."""
    return (SignIn, Tally)
