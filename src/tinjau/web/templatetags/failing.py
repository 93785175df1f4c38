"""Why a government of a fleet has no result, in the reader's language."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tinjau.texts import known, known_reason
from tinjau.texts import say as sentence
from tinjau.web.ministry.fleets import Failing
from tinjau.web.templatetags.words import reason

register = template.Library()


@register.simple_tag(takes_context=True)
def failing(context: dict[str, Any], failure: Failing) -> SafeString:
    """The sentence of its code, and what was said further; the line of the run as it is where it has no known code.

    What stands in no language but English is marked so.
    """
    key = f"failure.{failure.code}"
    lang = context["lang"]
    if not failure.code or not known(key):
        return reason(context, _without_path(failure.reason))
    try:
        said = sentence(key, lang, **failure.detail)
    except (KeyError, TypeError, ValueError):  # the file was written by another version, or by nobody of ours
        return reason(context, _without_path(failure.reason))
    why = failure.detail.get("why", "")
    return format_html("{}: {}", said, reason(context, why)) if why else format_html("{}", said)


def _without_path(line: str) -> str:
    """What an earlier version's line says of a file (`/a/b.warc.gz: the file is empty. Give …`), if that is known."""
    problem = line.partition(": ")[2].partition(". ")[0].removesuffix(".")
    return problem if line.startswith("/") and problem and known_reason(problem) else line
