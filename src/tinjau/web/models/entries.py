"""What people wrote: append-only, versioned, in a chain of hashes."""

from django.conf import settings
from django.db import models

from tinjau.web.models.offices import Cycle

KINDS = (
    "settings", "service", "answer", "factor", "strategy", "conclusion", "claims", "decision", "judgement", "action",
    "options", "source", "event", "minutes", "comment",
)  # fmt: skip


class Entry(models.Model):
    """One version of one thing in a cycle.

    `payload` is the thing itself; null where it was withdrawn, or erased (`erased` says so: a tombstone). `digest` is
    SHA-256 of the payload and stays after an erasure; the chain covers digests, never contents. `version` counts
    from 1 for each kind and key; `sequence` for the whole cycle. `position` is the version-1 sequence: the order in
    which things stand.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="entries")
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=300)
    version = models.PositiveIntegerField()
    position = models.PositiveIntegerField()
    current = models.BooleanField(default=True)
    payload = models.JSONField(null=True)
    erased = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    author_name = models.CharField(max_length=150)
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("cycle_id", "sequence")
        constraints = (
            models.UniqueConstraint(fields=("cycle", "sequence"), name="one_entry_a_place"),
            models.UniqueConstraint(fields=("cycle", "kind", "key", "version"), name="one_entry_a_version"),
            models.UniqueConstraint(
                fields=("cycle", "kind", "key"), condition=models.Q(current=True), name="one_current_version"
            ),
        )
        indexes = (models.Index(fields=("cycle", "kind", "current")),)


class Evidence(models.Model):
    """A file that backs an answer, stored by its digest outside the web root and only ever given as a download."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="evidence")
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at",)
        constraints = (models.UniqueConstraint(fields=("cycle", "digest"), name="one_file_a_cycle"),)
