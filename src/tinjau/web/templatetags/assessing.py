"""A day without a time."""

from typing import Any

from django import template

from tinjau import texts

register = template.Library()


@register.simple_tag(takes_context=True)
def on_day(context: dict[str, Any], value: Any) -> str:
    """A date in the reader's writing."""
    return texts.date(value.isoformat(), context["lang"]) if value else ""
