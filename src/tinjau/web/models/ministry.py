"""A ministry's rounds: stages with windows, who takes part, what was found, what governments replied, what is public.

Of a finding only its stamps change, each once; of a publication nothing but its withdrawal. A correction is a new row.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from tinjau.web.models.offices import Cycle, Office
from tinjau.web.models.runs import Result


class Round(models.Model):
    """One evaluation of many governments in one period, by the same instruments and in the same stages.

    `apart`: the windows of two stages may not overlap. `reply_days`: how long a government has to answer a draft.
    """

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    period = models.CharField(max_length=40)
    instruments = models.JSONField(default=list)
    apart = models.BooleanField(default=False)
    reply_days = models.PositiveSmallIntegerField(default=14)
    created = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-created",)

    def __str__(self) -> str:
        return str(self.title)


class Stage(models.Model):
    """A step of a round and the days in which it happens. `optional`: it may be found unnecessary."""

    class Kind(models.TextChoices):
        """What happens: the government works in the first two, evaluators in the others."""

        SELF = "self"
        DOCUMENTS = "documents"
        INTERVIEW = "interview"
        VISIT = "visit"
        DECISION = "decision"

    GOVERNMENTS_OWN = (Kind.SELF, Kind.DOCUMENTS)

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="stages")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    position = models.PositiveSmallIntegerField()
    opens = models.DateTimeField()
    closes = models.DateTimeField()
    optional = models.BooleanField(default=False)

    class Meta:
        ordering = ("round_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("round", "kind"), name="one_stage_of_a_kind"),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="a_stage_closes_after_it_opens"
            ),
        )

    @property
    def is_governments(self) -> bool:
        """Whether the government works in it, not an evaluator."""
        return self.kind in self.GOVERNMENTS_OWN


class Participation(models.Model):
    """A government in a round, with the cycle in which it answers."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="participations")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="participations")
    cycle = models.OneToOneField(Cycle, on_delete=models.PROTECT, related_name="participation")
    kind = models.CharField(max_length=10, blank=True)
    province = models.CharField(max_length=2, blank=True)
    added = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("office__code", "office__name", "pk")
        constraints = (models.UniqueConstraint(fields=("round", "office"), name="one_part_a_government"),)

    def __str__(self) -> str:
        return str(self.office)

    def takes_answers(self, now: datetime) -> bool:
        """Whether the government may change its answers at this moment: a stage of its own is open for it.

        The self-assessment is open from its first day; a later stage only once the government began it.
        """
        states = self.states.filter(stage__kind__in=Stage.GOVERNMENTS_OWN).select_related("stage")
        begun = (each for each in states if each.stage.kind == Stage.Kind.SELF or each.state != each.State.NOT_BEGUN)
        return any(each.is_open(now) for each in begun)


class StageState(models.Model):
    """Where a government stands in a stage. `extended_to` moves the end of the window for this government alone."""

    class State(models.TextChoices):
        """Whether something was handed in, and what became of it. Late is no state: the clock says it."""

        NOT_BEGUN = "not-begun"
        UNDER_WAY = "under-way"
        HANDED_IN = "handed-in"
        RETURNED = "returned"
        DECIDED = "decided"
        SKIPPED = "skipped"

    UNFINISHED = (State.NOT_BEGUN, State.UNDER_WAY, State.RETURNED)

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="states")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="states")
    state = models.CharField(max_length=10, choices=State.choices, default=State.NOT_BEGUN)
    extended_to = models.DateTimeField(null=True)
    extension_reason = models.TextField(blank=True)
    moved = models.DateTimeField(null=True)
    moved_by = models.CharField(max_length=150, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("participation_id", "stage__position")
        constraints = (models.UniqueConstraint(fields=("participation", "stage"), name="one_state_a_stage"),)

    @property
    def deadline(self) -> datetime:
        """The end of the window for this government."""
        return max(self.extended_to, self.stage.closes) if self.extended_to else self.stage.closes

    @property
    def is_unfinished(self) -> bool:
        """Whether nothing was handed in (again) and nothing decided."""
        return self.state in self.UNFINISHED

    def is_open(self, now: datetime) -> bool:
        """Whether work may be done in this stage at this moment."""
        return self.is_unfinished and self.stage.opens <= now < self.deadline

    def is_late(self, now: datetime) -> bool:
        """Whether the window is over and nothing was handed in."""
        return self.is_unfinished and now >= self.deadline


class Assignment(models.Model):
    """An evaluator who looks at a government. Nobody evaluates a government that he or she works for."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="assignments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assignments")
    at = models.DateTimeField(default=timezone.now)
    by_name = models.CharField(max_length=150)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("participation", "user"), name="one_assignment_a_person"),)


class RoundEvent(models.Model):
    """What was done in a round, by whom and why: only added to. The government sees none of it."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="events")
    participation = models.ForeignKey(Participation, null=True, on_delete=models.CASCADE, related_name="events")
    what = models.CharField(max_length=30)
    detail = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-pk",)


class Finding(models.Model):
    """One version of what the ministry found of a government, resting on one result (none where nothing came in).

    Its words never change. It is a draft until it is shared, shared until it is published, and stays readable when a
    later version is published. `change` says what a correction changed and why.
    """

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="findings")
    version = models.PositiveIntegerField()
    result = models.ForeignKey(Result, null=True, on_delete=models.PROTECT, related_name="findings")
    reason = models.TextField()
    change = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(default=timezone.now)
    shared = models.DateTimeField(null=True)
    shared_by = models.CharField(max_length=150, blank=True)
    reply_until = models.DateTimeField(null=True)
    published = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=150, blank=True)
    published_why = models.TextField(blank=True)

    class Meta:
        ordering = ("participation_id", "-version")
        constraints = (
            models.UniqueConstraint(fields=("participation", "version"), name="one_finding_a_version"),
            models.CheckConstraint(
                condition=models.Q(published__isnull=True) | models.Q(shared__isnull=False),
                name="shared_before_published",
            ),
        )


class Reply(models.Model):
    """A government's answer to a draft that was shared with it, and what the ministry made of it."""

    class Answer(models.TextChoices):
        """A reply that is accepted leads to a new version; one that is rejected has a reason."""

        ACCEPTED = "accepted"
        REJECTED = "rejected"

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="replies")
    text = models.TextField()
    agrees = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answer_reason = models.TextField(blank=True)
    answered_by = models.CharField(max_length=150, blank=True)
    answered = models.DateTimeField(null=True)

    class Meta:
        ordering = ("finding_id", "pk")


class LeagueFacts(models.Model):
    """What the league needs of a finding, taken out of its result when it was made; `rebuildleague` makes it anew."""

    finding = models.OneToOneField(Finding, on_delete=models.CASCADE, primary_key=True, related_name="facts")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="facts")
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=20, blank=True)
    phase = models.CharField(max_length=80, null=True)
    ordinal = models.SmallIntegerField(null=True)
    coverage = models.FloatField(null=True)
    complete = models.BooleanField()
    criteria = models.JSONField()
    dimensions = models.JSONField()
    pages = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("round",)),)


class Publication(models.Model):
    """One published version of a round's league: its rows as they were that day. Old ones stay readable, marked."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveIntegerField()
    rows = models.JSONField()
    digest = models.CharField(max_length=64)
    why = models.TextField()
    change = models.TextField(blank=True)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(default=timezone.now)
    withdrawn = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        ordering = ("round_id", "-version")
        constraints = (models.UniqueConstraint(fields=("round", "version"), name="one_publication_a_version"),)


def models_of_ministry() -> tuple[Any, ...]:
    """The tables of a backup, each after those that it points to."""
    return (Round, Stage, Participation, StageState, Assignment, RoundEvent, Finding, Reply, LeagueFacts, Publication)
