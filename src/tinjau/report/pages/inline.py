"""Lines of text as HTML. Every string passes `escape`, every address `safe_url`."""

from tinjau.report.document import Code, Inline, Line, Link, Mark, Quote, Ref, Words
from tinjau.report.hostile import escape, one_line, safe_url
from tinjau.report.pictures.signs import SIGNS

_LINK_SHOWN = 90  # characters of an address as text; the whole address is the link's target


def line(parts: Line) -> str:
    """A line as HTML."""
    return "".join(map(inline, parts))


def inline(part: Inline) -> str:
    """One piece of a line as HTML."""
    match part:
        case str():
            return "<br>" if part == "\n" else escape(part)
        case Words():
            return _words(part)
        case Quote():
            return f'<q dir="auto"{_lang(part.lang)}>{escape(part.text)}</q>'
        case Link():
            return _link(part)
        case Ref():
            return f'<a href="#{escape(part.anchor)}">{escape(part.text)}</a>'
        case Mark():
            return _mark(part)
        case Code():
            return f"<code>{escape(part.text)}</code>"


def _lang(lang: str | None) -> str:
    return "" if lang is None else f' lang="{escape(lang)}"'


def _words(part: Words) -> str:
    shown = escape(part.text)
    attributes = _lang(part.lang) + (' class="quiet"' if part.quiet else "")
    if part.lang == "":
        attributes += ' dir="auto"'
    if part.strong:
        return f"<strong{attributes}>{shown}</strong>"
    return f"<span{attributes}>{shown}</span>" if attributes else shown


def _link(part: Link) -> str:
    shown = escape(one_line(part.text or part.url, _LINK_SHOWN))
    target = safe_url(part.url)
    if target is None:
        return f'<span class="address" dir="ltr">{shown}</span>'
    return f'<a class="out" href="{escape(target)}" rel="noopener noreferrer nofollow" dir="ltr">{shown}</a>'


def _mark(part: Mark) -> str:
    drawn = ""
    if (part.kind, part.value) in SIGNS:
        drawn = f'<svg class="sign" aria-hidden="true"><use href="#sign-{part.kind}-{part.value}"/></svg>'
    return f'<span class="mark {escape(part.kind)}">{drawn}<span>{escape(part.text)}</span></span>'
