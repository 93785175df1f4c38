"""A focus group: its session, steps, people, what they propose, and their ballots.

Ballots are no entries of the cycle: while a round is open they are sealed, and no page, export or count reads them.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from tinjau.web.models.offices import Cycle


class FocusSession(models.Model):
    """One meeting in a cycle. `nonce` is what the invitation's secret is derived from; only its digest is looked up."""

    class State(models.TextChoices):
        """Prepared, held, or ended."""

        DRAFT = "draft"
        OPEN = "open"
        CLOSED = "closed"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="focus_sessions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, default="id")
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    most = models.PositiveIntegerField()
    from_study = models.BooleanField(default=False)
    demo = models.BooleanField(default=False)
    nonce = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=64, null=True, unique=True)
    expires = models.DateTimeField(null=True)
    created = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    opened = models.DateTimeField(null=True)
    closed = models.DateTimeField(null=True)
    taken = models.DateTimeField(null=True)
    prefix = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ("cycle_id", "-number")
        constraints = (models.UniqueConstraint(fields=("cycle", "number"), name="focus_number_in_cycle"),)

    def __str__(self) -> str:
        return str(self.title)


class FocusStep(models.Model):
    """One item of the agenda. `options` declare how it is voted on: the scale, its total, what ratings mean."""

    class Kind(models.TextChoices):
        """What happens in it."""

        TALK = "talk"
        COLLECT = "collect"
        MERGE = "merge"
        WEIGHT = "weight"
        RATING = "rating"
        TOWS = "tows"
        RANK = "rank"
        DECIDE = "decide"

    class State(models.TextChoices):
        """Not yet, now, or done."""

        WAITING = "waiting"
        OPEN = "open"
        CLOSED = "closed"

    session = models.ForeignKey(FocusSession, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    title = models.CharField(max_length=120)
    minutes = models.PositiveIntegerField(default=0)
    options = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    opened = models.DateTimeField(null=True)
    closed = models.DateTimeField(null=True)

    class Meta:
        ordering = ("session_id", "position", "pk")


class FocusParticipant(models.Model):
    """Someone in the room, by a code. Only the digest of the token is kept; a paper ballot's number has none.

    `name` is for the list of attendance and is never shown beside the code.
    """

    session = models.ForeignKey(FocusSession, on_delete=models.CASCADE, related_name="people")
    code = models.CharField(max_length=8)
    name = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64, null=True, unique=True)
    paper = models.BooleanField(default=False)
    joined = models.DateTimeField(default=timezone.now)
    removed = models.DateTimeField(null=True)

    class Meta:
        ordering = ("session_id", "code")
        constraints = (models.UniqueConstraint(fields=("session", "code"), name="focus_code_in_session"),)


class FocusIdea(models.Model):
    """A factor or strategy that someone proposed. Hidden, withdrawn and merged ones stay; nothing is destroyed."""

    step = models.ForeignKey(FocusStep, on_delete=models.CASCADE, null=True, related_name="ideas")
    session = models.ForeignKey(FocusSession, on_delete=models.CASCADE, related_name="ideas")
    box = models.CharField(max_length=2)
    text = models.CharField(max_length=300)
    uses = models.JSONField(default=list)
    participant = models.ForeignKey(FocusParticipant, null=True, on_delete=models.SET_NULL, related_name="ideas")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    once = models.CharField(max_length=40)
    label = models.CharField(max_length=8, blank=True)
    study_id = models.CharField(max_length=8, blank=True)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="originals")
    hidden = models.DateTimeField(null=True)
    withdrawn = models.DateTimeField(null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("session_id", "pk")
        constraints = (models.UniqueConstraint(fields=("session", "once"), name="focus_idea_once"),)


class FocusRound(models.Model):
    """One vote. `items` are the labels that were voted on, as they stood; `tally` is what was counted, once closed."""

    step = models.ForeignKey(FocusStep, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveIntegerField()
    items = models.JSONField(default=list)
    opened = models.DateTimeField(default=timezone.now)
    closed = models.DateTimeField(null=True)
    tally = models.JSONField(null=True)

    class Meta:
        ordering = ("step_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("step", "number"), name="focus_round_in_step"),
            models.UniqueConstraint(
                fields=("step",), condition=models.Q(closed__isnull=True), name="one_open_focus_round_a_step"
            ),
        )


class FocusBallot(models.Model):
    """A ballot handed in. `sealed` holds it while its round is open; `values` and `reason` only after closing."""

    round = models.ForeignKey(FocusRound, on_delete=models.CASCADE, related_name="ballots")
    participant = models.ForeignKey(FocusParticipant, on_delete=models.CASCADE, related_name="ballots")
    version = models.PositiveIntegerField()
    current = models.BooleanField(default=True)
    sealed = models.TextField(blank=True)
    values = models.JSONField(null=True)
    reason = models.CharField(max_length=500, blank=True)
    unread = models.BooleanField(default=False)
    reason_hidden = models.DateTimeField(null=True)
    paper = models.BooleanField(default=False)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    checked = models.DateTimeField(null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("round_id", "participant_id", "version")
        constraints = (
            models.UniqueConstraint(fields=("round", "participant", "version"), name="focus_ballot_version"),
            models.UniqueConstraint(
                fields=("round", "participant"), condition=models.Q(current=True), name="one_current_focus_ballot"
            ),
        )


class FocusEvent(models.Model):
    """The log of a session: what was opened, closed, hidden, merged, corrected and decided, by whom and why.

    It never holds a vote.
    """

    session = models.ForeignKey(FocusSession, on_delete=models.CASCADE, related_name="events")
    what = models.CharField(max_length=24)
    step = models.ForeignKey(FocusStep, null=True, on_delete=models.SET_NULL, related_name="events")
    idea = models.ForeignKey(FocusIdea, null=True, on_delete=models.SET_NULL, related_name="events")
    text = models.TextField(blank=True)
    data = models.JSONField(default=dict)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    user_name = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("session_id", "pk")


def models_of_focus() -> tuple[type[models.Model], ...]:
    """The tables of focus groups, each after those that it points to."""
    return (FocusSession, FocusStep, FocusParticipant, FocusIdea, FocusRound, FocusBallot, FocusEvent)
