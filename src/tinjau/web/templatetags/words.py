"""Sentences, texts in two languages, numbers and dates in templates."""

from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from tinjau import texts
from tinjau.model import Text
from tinjau.web.words import WORDS
from tinjau.web.words import say as said

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: dict[str, Any], key: str, **values: Any) -> str:
    """`{% say "tasks.title" %}`: the sentence in the reader's language; escaped like any variable."""
    return said(key, context["lang"], **values)


@register.simple_tag(takes_context=True)
def word(context: dict[str, Any], group: str, value: Any) -> str:
    """`{% word "state" cycle.state %}`: the word for a value; the value itself where there is none."""
    key = f"{group}.{value}"
    return said(key, context["lang"]) if key in WORDS else str(value if value is not None else "")


@register.simple_tag(takes_context=True)
def text(context: dict[str, Any], value: Any) -> str:
    """A text in both languages (a Text, or {id, en}), in the reader's where it exists."""
    lang = context["lang"]
    if isinstance(value, Text):
        return value.get(lang)
    if isinstance(value, dict):
        return str(value.get(lang) or value.get("id") or value.get("en") or "")
    return str(value or "")


@register.simple_tag(takes_context=True)
def reason(context: dict[str, Any], value: Any) -> SafeString:
    """Why something could not be told, in the reader's language; a part that is in another is marked."""
    lang = context["lang"]
    parts = texts.reason_pieces(str(value or ""), lang)
    return format_html_join("", "{}", ((_marked(each, lang),) for each in parts))


def _marked(piece: texts.Piece, lang: str) -> str:
    return piece.text if piece.lang == lang else format_html('<span lang="{}">{}</span>', piece.lang, piece.text)


@register.simple_tag(takes_context=True)
def service_name(context: dict[str, Any], row: dict[str, str]) -> str:
    """A service's name in the reader's language where it has one, else in whatever it has."""
    order = ("name_en", "name", "name_id") if context["lang"] == "en" else ("name_id", "name", "name_en")
    return next((row[each] for each in order if row.get(each)), row.get("id", ""))


@register.simple_tag(takes_context=True)
def percent(context: dict[str, Any], value: float | None) -> str:
    """A share as percent in the reader's way of writing."""
    return "–" if value is None else texts.percent(value, context["lang"])


@register.simple_tag(takes_context=True)
def when(context: dict[str, Any], value: Any) -> SafeString:
    """A moment in local time, as a time element."""
    local = timezone.localtime(value)
    shown = texts.date(local.strftime("%Y-%m-%dT%H:%M"), context["lang"])
    return mark_safe(f'<time datetime="{local.isoformat(timespec="minutes")}">{shown} {local.tzname()}</time>')  # noqa: S308 - made of numbers and names of months


@register.filter
def at(mapping: Any, key: Any) -> Any:
    """`{{ mapping|at:key }}`."""
    return mapping.get(key, "") if hasattr(mapping, "get") else ""
