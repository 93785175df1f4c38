"""Rows of a league, made in one go: a country has hundreds, and each cell by a template tag of its own takes long."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from tinjau import texts
from tinjau.web.ministry.facts import NOT_HANDED_IN
from tinjau.web.ministry.league import Row
from tinjau.web.ministry.moving import shown
from tinjau.web.models import Stage
from tinjau.web.templatetags.words import reason
from tinjau.web.words import WORDS, say

register = template.Library()
_SECONDS_SHOWN = 90  # up to here as seconds, above as minutes


@register.simple_tag(takes_context=True)
def league_rows(context: dict[str, Any], rows: list[Row], how: str = "") -> SafeString:
    """The body of a league's table. `how` is fleet for a folder; else the context's `link` names the row's address.

    Few values stand in many cells: each is put into words once, and addresses are made from one that was looked up.
    """
    lang, phases = context["lang"], context["names"].phases
    criteria = [name for name, _ in context["criteria"]]
    heads = [title for _, title in context["criteria"]]
    if phases:
        heads.insert(0, say("phase.title", lang))
    address = _addresses(context, how)

    @cache
    def cell(column: int, value: str | float | None) -> SafeString:
        words = (phases.get(value, value) if value else "–") if phases and column == 0 else _value(value, lang)
        return format_html('<td data-label="{}">{}</td>', heads[column], words)

    def cells(row: Row) -> SafeString:
        values = [row.criteria.get(name) for name in criteria]
        if phases:
            values.insert(0, row.phase)
        return SafeString("".join(cell(column, value) for column, value in enumerate(values)))  # each one escaped

    rank_head, coverage_head = (conditional_escape(say(f"league.{each}", lang)) for each in ("rank", "coverage"))
    # Narrow screens lay a row out as a card, each cell under its own heading (`.league` in tinjau.css).
    return format_html_join(
        "\n",
        '<tr><td class="number" data-label="{}">{}</td><th scope="row"><a class="count" href="{}">{}</a></th>{}'
        '<td class="number" data-label="{}">{}</td></tr>',
        (
            (rank_head, _rank(row), address(row.slug), row.name, cells(row), coverage_head,
             "–" if row.coverage is None else texts.percent(row.coverage, lang))
            for row in rows
        ),
    )  # fmt: skip


def _addresses(context: dict[str, Any], how: str) -> Callable[[str], str]:
    """Where each government's row leads, by its id."""
    if how == "fleet":
        return lambda slug: reverse("web:fleet-government", args=[context["fleet"].name, slug])
    suffix = "?lang=en" if context.get("publication") is not None and context["lang"] == "en" else ""
    place = "-"  # a slug needs no quoting, so that one address serves as the pattern of all
    before, after = reverse(context["link"], args=[context["round"].slug, place]).rsplit(f"/{place}/", 1)
    return lambda slug: f"{before}/{slug}/{after}{suffix}"


@register.simple_tag(takes_context=True)
def figure(context: dict[str, Any], value: float) -> str:
    """A score in the reader's way of writing."""
    return texts.number(float(value), context["lang"])


@register.simple_tag(takes_context=True)
def duration(context: dict[str, Any], seconds: float) -> str:
    """About how long, in seconds or minutes."""
    if seconds < _SECONDS_SHOWN:
        return say("fleets.seconds", context["lang"], n=round(seconds))
    return say("fleets.minutes", context["lang"], n=round(seconds / 60))


@register.simple_tag(takes_context=True)
def because(context: dict[str, Any], why: str) -> str:
    """Why a government stands apart, in the reader's language where it is known there."""
    if why == NOT_HANDED_IN:
        return say("league.not-handed-in", context["lang"])
    return reason(context, why)


@register.simple_tag(takes_context=True)
def stage_note(context: dict[str, Any]) -> str:
    """Where a cycle of a round takes no answers: from when until when it did or will; empty for other cycles."""
    part = getattr(getattr(context["request"], "cycle", None), "participation", None)
    if part is None:
        return ""
    lang = context["lang"]
    own = part.states.filter(stage__kind__in=Stage.GOVERNMENTS_OWN).select_related("stage").order_by("stage__position")
    return " ".join(
        say("own.window", lang, stage=say(f"stage.{each.stage.kind}", lang), opens=shown(each.stage.opens, lang),
            closes=shown(each.deadline, lang), state=say(f"standing.{each.state}", lang))
        for each in own
    )  # fmt: skip


def _rank(row: Row) -> SafeString:
    if row.rank is None:
        return format_html("{}", "–")
    return format_html("{}", row.rank[0]) if row.is_one_rank else format_html("{}–{}", *row.rank)


def _value(value: str | float | None, lang: str) -> str:
    if value is None:
        return "–"
    if isinstance(value, str):
        return say(f"word.{value}", lang) if f"word.{value}" in WORDS else value
    return texts.number(float(value), "en" if lang == "en" else "id")
