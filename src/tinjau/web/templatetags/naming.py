"""Ids in words: links to traces that say what they lead to, with the id kept in the link's title."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from tinjau.web.models import Entry
from tinjau.web.tracing.naming import words_of, words_of_entry

register = template.Library()


@register.simple_tag(takes_context=True)
def grounds(context: dict[str, Any], name: str, shown: str = "") -> str:
    """A link to an id's trace in words (or in `shown`); the words alone where none stands. Its title is the id."""
    cycle, graph = context["cycle"], context["graph"]
    words = shown or words_of(graph, name)
    if graph.find(name) is not None:
        try:
            address = reverse("web:trace", args=[cycle.office.slug, cycle.slug, name])
        except NoReverseMatch:
            address = ""
        if address:
            return format_html('<a href="{}" title="{}">{}</a>', address, name, words)
    return format_html('<span title="{}">{}</span>', name, words)


@register.simple_tag(takes_context=True)
def named(context: dict[str, Any], name: str) -> str:
    """The words for an id, as text."""
    return words_of(context["graph"], name)


@register.simple_tag(takes_context=True)
def named_entry(context: dict[str, Any], entry: Entry) -> str:
    """The words for what an entry is about; empty where nothing but its key names it."""
    return words_of_entry(context["graph"], entry)
