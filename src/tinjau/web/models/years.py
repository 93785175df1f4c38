"""Which evaluation follows which: the link from a year to the one before, and what was taken over."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from tinjau.web.models.offices import Cycle


class Succession(models.Model):
    """`cycle` follows `previous`, both of one office. `taken`: the kinds of things that were copied at the start."""

    cycle = models.OneToOneField(Cycle, on_delete=models.PROTECT, related_name="succession")
    previous = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="successors")
    taken = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~models.Q(cycle=models.F("previous")), name="no_year_follows_itself"),
        )


def models_of_years() -> tuple[type[models.Model], ...]:
    """The tables of following years."""
    return (Succession,)
