"""What waits for a person in a ministry's rounds, as cards of the page of tasks."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from tinjau.web.ministry.moving import shown
from tinjau.web.models import Finding, Participation, Reply, Round, Stage, StageState
from tinjau.web.permissions import COORDINATE, EVALUATE, GOVERN, abilities_in, assigned_to, national_abilities
from tinjau.web.words import say

_MOST = 100  # governments of one's own that are looked at: those of a person in ordinary roles are few


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to do: its title, where it is done, and what waits there."""

    title: str
    address: str
    lines: tuple[str, ...]


def waiting(user: Any, lang: str) -> list[Card]:
    """The cards of this person: rounds for who governs or evaluates, stages and drafts for a coordinator."""
    abilities = national_abilities(user)
    cards: list[Card] = []
    if GOVERN in abilities:
        cards += [_governed(each, lang) for each in Round.objects.all()[:_MOST]]
    elif EVALUATE in abilities:
        mine = assigned_to(user)
        rounds = Round.objects.filter(participations__in=mine).distinct()
        cards += [
            Card(each.title, reverse("web:round", args=[each.slug]),
                 (say("minister.evaluate", lang, n=mine.filter(round=each).count()),))
            for each in rounds
        ]  # fmt: skip
    parts = Participation.objects.filter(office__memberships__user=user).select_related("office", "cycle", "round")
    return cards + [card for part in parts[:_MOST] if (card := _own(part, user, lang)) is not None]


def _governed(the_round: Round, lang: str) -> Card:
    now = timezone.now()
    late = StageState.objects.filter(
        Q(extended_to__isnull=True) | Q(extended_to__lte=now), participation__round=the_round,
        state__in=StageState.UNFINISHED, stage__closes__lte=now,
    )  # fmt: skip
    lines = [say("minister.govern", lang)]
    if number := late.values("participation").distinct().count():
        lines.append(say("minister.late", lang, n=number))
    replies = Reply.objects.filter(finding__participation__round=the_round, answer="", agrees=False).count()
    if replies:
        lines.append(say("minister.replies", lang, n=replies))
    return Card(the_round.title, reverse("web:round", args=[the_round.slug]), tuple(lines))


def _own(part: Participation, user: Any, lang: str) -> Card | None:
    if COORDINATE not in abilities_in(user, part.office):
        return None
    now, lines = timezone.now(), []
    for each in part.states.filter(stage__kind__in=Stage.GOVERNMENTS_OWN).select_related("stage"):
        stage, when = say(f"stage.{each.stage.kind}", lang), shown(each.deadline, lang)
        if each.is_open(now):
            lines.append(say("minister.hand-in", lang, stage=stage, when=when))
        elif each.is_late(now):
            lines.append(say("minister.late-own", lang, stage=stage, when=when))
    open_to_reply = Finding.objects.filter(participation=part, published=None, reply_until__gt=now)
    drafts = open_to_reply.exclude(replies__agrees=True)[:1]
    lines += [say("minister.reply", lang, when=shown(each.reply_until, lang)) for each in drafts]
    if not lines:
        return None
    address = reverse("web:cycle-round", args=[part.office.slug, part.cycle.slug])
    return Card(f"{part.round.title} · {part.office.name}", address, tuple(lines))
