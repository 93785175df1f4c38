"""Work in the background, and what it gave. The row is the truth; the queue only wakes a worker."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from tinjau.web.models.offices import Cycle


class Run(models.Model):
    """A capture or an evaluation. A worker keeps `heartbeat` fresh and holds `token`; a run whose heartbeat stopped is
    taken up again by another worker, which raises the token, so that the old one can write nothing more."""

    class Kind(models.TextChoices):
        """Capture the sites first, or evaluate what is there."""

        CAPTURE = "capture"
        EVALUATE = "evaluate"

    class State(models.TextChoices):
        """Where it stands."""

        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        PARTIAL = "partial"
        FAILED = "failed"
        CANCELLED = "cancelled"

    OPEN = (State.QUEUED, State.RUNNING)

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="runs")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    token = models.PositiveIntegerField(default=0)
    heartbeat = models.DateTimeField(null=True)
    cursor = models.CharField(max_length=400, blank=True)
    message = models.TextField(blank=True)
    cancel_requested = models.BooleanField(default=False)
    created = models.DateTimeField(default=timezone.now)
    started = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-created",)
        constraints = (
            models.UniqueConstraint(
                fields=("cycle",), condition=models.Q(state__in=("queued", "running")), name="one_open_run_a_cycle"
            ),
        )

    @property
    def is_open(self) -> bool:
        """Whether it still waits or works."""
        return self.state in self.OPEN


class Result(models.Model):
    """What an evaluation concluded: assessment.json and plan.json as the pipeline wrote them, and where the rest is."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="result")
    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="results")
    assessment = models.JSONField()
    plan = models.JSONField()
    folder = models.CharField(max_length=300)
    entries_sequence = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-at",)
