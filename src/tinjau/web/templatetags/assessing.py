"""Days, amounts, changes and links to traces in the pages of rounds and years."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from tinjau import texts
from tinjau.web.words import WORDS
from tinjau.web.words import say as said
from tinjau.web.years.chain import label_of

register = template.Library()
_SIGNS = {"up": "▲", "down": "▼", "same": "=", "broken": "≠", "appeared": "+", "vanished": "−", "unknown": "?"}


@register.simple_tag(takes_context=True)
def on_day(context: dict[str, Any], value: Any) -> str:
    """A date in the reader's writing."""
    return texts.date(value.isoformat(), context["lang"]) if value else ""


@register.simple_tag(takes_context=True)
def rupiah(context: dict[str, Any], value: float) -> str:
    """An amount of rupiah in the reader's way of writing; cents only where there are some."""
    whole = abs(value - round(value)) < 0.005
    lang = context["lang"]
    return f"Rp{texts.integer(round(value), lang) if whole else texts.number(value, lang, 2, fixed=True)}"


@register.simple_tag(takes_context=True)
def judged(context: dict[str, Any], value: Any) -> str:
    """A verdict's word, or a score in the reader's way of writing."""
    lang = context["lang"]
    if isinstance(value, int | float):
        return texts.number(value, lang)
    key = f"word.{value or 'not-assessed'}"
    return said(key, lang) if key in WORDS else str(value)


@register.simple_tag(takes_context=True)
def change(context: dict[str, Any], how: str) -> str:
    """How something went from one year to the next: a sign and its word."""
    return format_html(
        '<span aria-hidden="true">{}</span> {}', _SIGNS.get(how, "?"), texts.say(f"change.{how}", context["lang"])
    )


@register.simple_tag(takes_context=True)
def evidence_link(context: dict[str, Any], cycle: Any, name: str, shown: str = "") -> str:
    """A link to the trace of an id in the year that it is of; its text alone where no address can hold the id."""
    text = shown or said("years.trace", context["lang"], label=label_of(cycle))
    try:
        address = reverse("web:trace", args=[cycle.office.slug, cycle.slug, name])
    except NoReverseMatch:
        return text
    return format_html('<a href="{}">{}<span class="unseen">{}</span></a>', address, text, "" if shown else f": {name}")


@register.simple_tag(takes_context=True)
def standing(context: dict[str, Any], written: str) -> str:
    """An action's status in the reader's language where it is one of the known ones, else as it was written."""
    name = f"status.{written}"
    return texts.say(name, context["lang"]) if texts.known(name) else written
