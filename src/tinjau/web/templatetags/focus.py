"""Figures and clocks on the pages of focus groups."""

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone

from tinjau import texts

register = template.Library()


@register.simple_tag(takes_context=True)
def figure(context: dict[str, Any], value: float | None, decimals: int = 2) -> str:
    """A number as the reader's language writes it; a dash where there is none."""
    return "–" if value is None else texts.number(float(value), context["lang"], decimals)


@register.simple_tag(takes_context=True)
def clock(context: dict[str, Any], value: datetime | None) -> str:
    """The time of day: 10.35 in Indonesian, 10:35 in English."""
    if value is None:
        return ""
    shown = timezone.localtime(value).strftime("%H:%M")
    return shown.replace(":", ".") if context["lang"] == "id" else shown


@register.filter
def spread(item: dict[str, Any]) -> float | None:
    """The range of the middle half."""
    if item.get("upper") is None or item.get("lower") is None:
        return None
    return float(item["upper"]) - float(item["lower"])
