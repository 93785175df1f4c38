"""Threads, private notes and due dates in templates."""

from datetime import timedelta
from typing import Any

from django import template
from django.utils import timezone

from tinjau.web.notices import due, private, threads

register = template.Library()
_DAYS = 30  # ahead, on "my tasks"; project choice


@register.simple_tag(takes_context=True)
def thread(context: dict[str, Any], about: str) -> dict[str, Any]:
    """`{% thread "answer/x/y" as talk %}`: the thread about this and the reader's own note; one query each a page."""
    request, cycle = context["request"], context["cycle"]
    known = getattr(request, "talk", None)
    if known is None:
        known = request.talk = (threads.threads_of(cycle), private.notes_of(request.user, cycle))
    found = known[0].get(about) or threads.Thread(about)
    return {"thread": found, "note": known[1].get(about, ""), "place": about.replace("/", "-")}


@register.simple_tag(takes_context=True)
def upcoming(context: dict[str, Any]) -> list[Any]:
    """`{% upcoming as dues %}`: the due dates that concern the reader in the next month, and those just missed."""
    now = timezone.now()
    return due.due_dates(context["request"].user, after=now - timedelta(days=7), before=now + timedelta(days=_DAYS))
