"""Due dates, who wants to hear of what and where, what was sent, and notes that nobody else reads."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from tinjau.web.models.offices import Cycle


class Due(models.Model):
    """A moment by which something of a cycle is to be done. `key` names what (stage-self, hand-in), once a cycle.

    `roles`: whom of the office it concerns (empty: everyone of it); `persons` besides, by their ids, wherever they
    work. `uid` is its name in calendars for good, `revision` goes up with every change, and a date that was taken back
    stays as a row, so that calendars hear of it.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="due")
    key = models.CharField(max_length=80)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    at = models.DateTimeField()
    title_id = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    roles = models.JSONField(default=list)
    persons = models.JSONField(default=list)
    address = models.CharField(max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=0)
    made = models.DateTimeField(default=timezone.now)
    changed = models.DateTimeField(default=timezone.now)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("cycle", "key"), name="one_due_date_a_key"),)

    def title(self, lang: str) -> str:
        """What is to be done, in this language."""
        return str(self.title_id if lang == "id" else self.title_en)

    @property
    def is_past(self) -> bool:
        """Whether the moment is over."""
        return bool(self.at <= timezone.now())


class Wish(models.Model):
    """Where a person wants to read notices, and how often. Nothing but the confirmation is sent before `confirmed`: the
    person opened the link that was sent to the address. `refused`: the mail server said that the address takes nothing.
    `since`: what was before it is no news. `feed` is the digest of the calendar address' secret."""

    class Mode(models.TextChoices):
        """Never, as things happen, or one message each morning."""

        NONE = "none"
        EACH = "each"
        DAILY = "daily"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="wish")
    address = models.EmailField(max_length=254, blank=True)
    confirmed = models.DateTimeField(null=True)
    refused = models.DateTimeField(null=True)
    mode = models.CharField(max_length=5, choices=Mode.choices, default=Mode.NONE)
    lang = models.CharField(max_length=2, default="id")
    since = models.DateTimeField(default=timezone.now)
    feed = models.CharField(max_length=64, blank=True)
    feed_made = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("feed",), condition=~models.Q(feed=""), name="one_person_a_calendar"),
        )

    @property
    def takes_mail(self) -> bool:
        """Whether notices may go to the address at all."""
        return bool(self.address and self.confirmed and not self.refused and self.mode != self.Mode.NONE)


class Letter(models.Model):
    """One message to one person (`key`: the day of a digest, the first notice of another): the row is the truth,
    whoever sends it. It holds no words: they are put together when it goes, of what the person may see then.

    A sender takes a waiting row by its state, so that two never send it. One that died before it began to hand the
    message over left `claimed`, and the letter is tried again; one that died later left `handing`, which becomes
    `unsure` and is not sent again: better one message too few than two.
    """

    class State(models.TextChoices):
        """Where it stands. `nothing`: when it was to go there was nothing (more) to say, or nobody who wanted it."""

        WAITING = "waiting"
        CLAIMED = "claimed"
        HANDING = "handing"
        SENT = "sent"
        FAILED = "failed"
        UNSURE = "unsure"
        NOTHING = "nothing"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="letters")
    key = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    made = models.DateTimeField(default=timezone.now)
    taken = models.DateTimeField(null=True)
    sent = models.DateTimeField(null=True)
    fault = models.CharField(max_length=12, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("user", "key"), name="one_letter_a_person_and_day"),)
        indexes = (models.Index(fields=("state", "not_before")),)


class Notice(models.Model):
    """One thing (`key`) that a person is told, and in which letter: nobody is told the same thing twice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    key = models.CharField(max_length=120)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="notices")
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("user", "key"), name="one_notice_a_person_and_thing"),)


class PrivateNote(models.Model):
    """What a person noted for himself beside a question or a strategy. `sealed` is encrypted with the key of the
    installation and read for its author alone; it is no part of a study, of its history or of any count."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="private_notes")
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=250)
    sealed = models.BinaryField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "cycle", "about"), name="one_note_a_person_and_thing"),)


def models_of_notices() -> tuple[Any, ...]:
    """The tables of a backup, each after those that it points to."""
    return (Due, Wish, Letter, Notice, PrivateNote)
