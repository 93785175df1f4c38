"""Days of a round as due dates of a government's cycle: they follow stages, extensions, assignments and drafts.

The government hands in its own stages and replies; interview and visit concern both sides; what was handed in and the
decision concern its evaluators. What is done has no due date.
"""

import contextlib
from collections.abc import Container, Sequence
from datetime import datetime

from django.urls import reverse

from tinjau.model import Text
from tinjau.web.models import Finding, Participation, Role, Stage, StageState
from tinjau.web.notices.due import TooManyError, set_due, standing, take_back
from tinjau.web.permissions import evaluators_of
from tinjau.web.words import say

_REPLY = "round-reply"
_GOVERNMENT = (Role.COORDINATOR, Role.OFFICE_ADMIN)
_EVALUATOR = Role.NATIONAL_EVALUATOR  # a role that nobody has in an office: those concerned are named


def plan_stages(part: Participation) -> None:
    """Each stage that is not done has its end as a due date of those whose turn it is; the others have none."""
    people, there = evaluators_of(part), {each.key for each in standing(part.cycle)}
    for each in part.states.select_related("stage"):
        kind = each.stage.kind
        if each.stage.is_governments:
            _stands(
                part, each, f"round-{kind}", "minister.due-hand-in", _GOVERNMENT, (), there, stands=each.is_unfinished
            )
            waits = each.state == StageState.State.HANDED_IN
            _stands(part, each, f"round-{kind}-look", "minister.due-look", (_EVALUATOR,), people, there, stands=waits)
        else:
            sides = (_EVALUATOR,) if kind == Stage.Kind.DECISION else (*_GOVERNMENT, _EVALUATOR)
            _stands(part, each, f"round-{kind}", "minister.due-last", sides, people, there, stands=each.is_unfinished)


def plan_reply(finding: Finding) -> None:
    """The end of the days of reply, while they are open and the government has not agreed."""
    part = finding.participation
    newer = Finding.objects.filter(participation=part, version__gt=finding.version).exists()
    over = finding.reply_until is None or finding.published is not None or newer
    if over or finding.replies.filter(agrees=True).exists():
        take_back(part.cycle, _REPLY)
    else:
        words = [say("minister.due-reply", lang) for lang in ("id", "en")]
        _set(part, _REPLY, finding.reply_until, words, _GOVERNMENT, ())


def _stands(
    part: Participation, state: StageState, key: str, title: str, roles: Sequence[str], people: Sequence[int],
    there: Container[str], *, stands: bool,
) -> None:  # fmt: skip
    if not stands or (tuple(roles) == (_EVALUATOR,) and not people):
        if key in there:
            take_back(part.cycle, key)
        return
    words = [
        say(title, lang, stage=say(f"stage.{state.stage.kind}", lang), government=part.office.name)
        for lang in ("id", "en")
    ]
    _set(part, key, state.deadline, words, roles, people)


def _set(
    part: Participation, key: str, at: datetime, words: Sequence[str], roles: Sequence[str], people: Sequence[int]
) -> None:
    address = reverse("web:cycle-round", args=[part.office.slug, part.cycle.slug])
    with contextlib.suppress(TooManyError):  # a cycle full of due dates keeps its stages all the same
        set_due(part.cycle, key, at, Text(*words), roles=roles, persons=people, address=address)
