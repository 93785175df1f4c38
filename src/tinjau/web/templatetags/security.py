"""The head of a history in templates."""

from django import template

from tinjau.web.history import head_of
from tinjau.web.models import Cycle

register = template.Library()


@register.simple_tag
def head(cycle: Cycle) -> dict[str, str | int]:
    """`{% head cycle as held %}`: how many entries the history has (`count`), and the hash of the last (`hash`)."""
    count, last = head_of(cycle)
    return {"count": count, "hash": last or "–"}
