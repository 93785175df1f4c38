"""Links to traces, evidence files in what people wrote, and dates."""

import re
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tinjau import texts
from tinjau.strategy import amount

register = template.Library()
_FILE = re.compile(r"(sha256:[0-9a-f]{64})")


@register.simple_tag(takes_context=True)
def traced(context: dict[str, Any], name: str, shown: Any = "") -> str:
    """A link to the trace of this id, or its text alone where the id points nowhere (or no address can hold it)."""
    cycle, graph = context["cycle"], context.get("graph")
    if graph is not None and graph.find(name) is None:
        return str(shown or name)
    try:
        address = reverse("web:trace", args=[cycle.office.slug, cycle.slug, name])
    except NoReverseMatch:
        return str(shown or name)
    return format_html('<a href="{}">{}</a>', address, shown or name)


@register.simple_tag
def evidence_text(cycle: Any, written: str, files: dict[str, Any]) -> SafeString:
    """What people wrote as evidence, with the files of the cycle that it names as downloads."""
    parts = []
    for part in _FILE.split(str(written or "")):
        row = files.get(part.removeprefix("sha256:")) if part.startswith("sha256:") else None
        if row is None:
            parts.append(format_html("{}", part))
        else:
            address = reverse("web:evidence-file", args=[cycle.office.slug, cycle.slug, row.digest])
            parts.append(format_html('<a href="{}">{}</a>', address, row.name))
    return format_html_join("", "{}", ((each,) for each in parts))


@register.simple_tag(takes_context=True)
def day(context: dict[str, Any], written: Any) -> str:
    """A date or moment as written in a file, in the reader's way; as it is where it is none."""
    return texts.date(str(written or "")[:40], context["lang"]) if written else ""


@register.simple_tag(takes_context=True)
def count(context: dict[str, Any], value: Any) -> str:
    """A whole number in the reader's way of writing."""
    return texts.integer(int(value), context["lang"])


@register.simple_tag(takes_context=True)
def term(context: dict[str, Any], group: str, value: Any) -> str:
    """A word of the field as the reports write it (themes, actors, statuses); the value itself where there is none."""
    name = f"{group}.{value}"
    return texts.say(name, context["lang"]) if texts.known(name) else str(value or "")


@register.filter
def edits(abilities: frozenset[str], is_open: object) -> bool:
    """`{{ abilities|edits:open }}`: whether this person may change factors, strategies and the plan now."""
    return "coordinate" in abilities and bool(is_open)


@register.filter
def knows_conclusion(graph: Any, name: str) -> bool:
    """Whether a conclusion of this id stands."""
    return graph is not None and graph.find(f"conclusion:{name}") is not None


@register.simple_tag(takes_context=True)
def money(context: dict[str, Any], written: str) -> str:
    """An amount in the reader's way of writing; as people wrote it where it is no number."""
    value = amount(str(written))
    return str(written) if value is None else texts.number(value, context["lang"])


@register.filter
def head(key: str) -> str:
    """The number of a row that is keyed by number and subject (`3/SO1`)."""
    return str(key).split("/", 1)[0]
