"""Days to hand in and to reply as due dates of a government's cycle: they follow stages, extensions and drafts."""

import contextlib
from datetime import datetime

from django.urls import reverse

from tinjau.model import Text
from tinjau.web.models import Finding, Participation, Role, Stage, StageState
from tinjau.web.notices.due import TooManyError, set_due, take_back
from tinjau.web.words import say

_REPLY = "round-reply"


def plan_stages(part: Participation) -> None:
    """Each stage of the government's own that is not handed in has its end as a due date; the others have none."""
    for each in part.states.filter(stage__kind__in=Stage.GOVERNMENTS_OWN).select_related("stage"):
        key = f"round-{each.stage.kind}"
        if each.state in StageState.UNFINISHED:
            words = [
                say("minister.due-hand-in", lang, stage=say(f"stage.{each.stage.kind}", lang)) for lang in ("id", "en")
            ]
            _set(part, key, each.deadline, words)
        else:
            take_back(part.cycle, key)


def plan_reply(finding: Finding) -> None:
    """The end of the days of reply, while they are open and the government has not agreed."""
    part = finding.participation
    newer = Finding.objects.filter(participation=part, version__gt=finding.version).exists()
    over = finding.reply_until is None or finding.published is not None or newer
    if over or finding.replies.filter(agrees=True).exists():
        take_back(part.cycle, _REPLY)
    else:
        _set(part, _REPLY, finding.reply_until, [say("minister.due-reply", lang) for lang in ("id", "en")])


def _set(part: Participation, key: str, at: datetime, words: list[str]) -> None:
    address = reverse("web:cycle-round", args=[part.office.slug, part.cycle.slug])
    with contextlib.suppress(TooManyError):  # a cycle full of due dates keeps its stages all the same
        set_due(part.cycle, key, at, Text(*words), roles=(Role.COORDINATOR, Role.OFFICE_ADMIN), address=address)
