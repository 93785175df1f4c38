"""One archived page as plain text with an excerpt marked, so that whoever doubts a report can read what was read.

Nothing of the page is shown as markup: its text alone, cleaned and escaped, bounded in length.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from tinjau.archive import Record
from tinjau.model import Lang
from tinjau.report.hostile import clean, escape, one_line, safe_url
from tinjau.report.pages.whole import shell
from tinjau.texts import date, say

MAX_BODY = 2_000_000  # bytes of a page that are parsed (project choice; the median page has 46 kB)
MAX_SHOWN = 200_000  # characters of its text that are shown (project choice)
_SHORTEST = 4  # characters of a part that is looked for: shorter ones stand everywhere
_UNSEEN = ["script", "style", "template", "svg"]
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
     "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr")
)  # fmt: skip
"""Phrasing content of the HTML standard that stands within a line."""
_PARTS = re.compile(r"\s→\s|:\s|;\s|\s-\s")  # an excerpt may join a heading, a text and an address


def record_page(record: Record, excerpt: str, lang: Lang) -> str:
    """The record's address, date, digest and text as one self-contained page; every part of `excerpt` is marked."""
    text = page_text(record)
    shown = text[:MAX_SHOWN]
    paragraphs = "\n".join(f"<p>{_marked(line, excerpt)}</p>" for line in shown.splitlines() if line)
    target = safe_url(record.url)
    address = escape(one_line(record.url, 300))
    if target is not None:
        address = f'<a class="out" href="{escape(target)}" rel="noopener noreferrer nofollow">{address}</a>'
    facts = (
        (say("record.address", lang), address),
        (say("record.captured", lang), escape(date(record.date, lang))),
        (say("record.status", lang), escape(record.status if record.status is not None else "–")),
        (say("record.id", lang), f"<code>{escape(one_line(record.id, 120))}</code>"),
        (say("record.digest", lang), f"<code>{escape(one_line(record.payload_digest, 120))}</code>"),
    )
    pairs = "".join(f"<div><dt>{escape(name)}</dt><dd>{value}</dd></div>" for name, value in facts)
    note = say("record.cut" if len(text) > len(shown) else "record.note", lang)
    found = say("record.found" if "<mark>" in paragraphs else "record.not-found", lang)
    wanted = f"<p>{escape(found)}</p>" if excerpt.strip() else ""
    title = say("record.title", lang)
    body = (
        f'<header id="top"><h1>{escape(title)}</h1></header>\n'
        f'<main id="content" tabindex="-1"><dl class="facts">{pairs}</dl>'
        f'<p class="note">{escape(note)}</p>{wanted}<div dir="auto" lang="">{paragraphs}</div></main>'
    )
    return shell(lang, title, body)


def page_text(record: Record) -> str:
    """The text of an HTML record, a line a block; other text as it is; empty for anything else."""
    body = record.body[:MAX_BODY]
    if record.is_html:
        text = "\n".join(_blocks(body))
    elif record.media_type.startswith("text/"):
        text = body.decode(record.charset if _known(record.charset) else "utf-8", "replace")
    else:
        text = ""
    return "\n".join(" ".join(line.split()) for line in clean(text).splitlines() if line.strip())


def _blocks(body: bytes) -> Iterator[str]:
    """The words of each block in document order: a new one begins at every element that a browser sets apart."""
    parser = LexborHTMLParser(body)
    parser.strip_tags(_UNSEEN)
    if parser.body is None:
        return
    words: list[str] = []
    for node in parser.body.traverse(include_text=True):
        if node.tag == "-text":
            words.append((node.text_content or "").replace("\n", " "))
        elif node.tag not in _INLINE:
            yield "".join(words)
            words = []
    yield "".join(words)


def _known(charset: str) -> bool:
    try:
        "".encode(charset or "utf-8")
    except LookupError:
        return False
    return True


def _marked(line: str, excerpt: str) -> str:
    """The line escaped, with each part of the excerpt between mark elements."""
    spans = sorted(_spans(line, excerpt))
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        if start < end:
            continue
        parts += [escape(line[end:start]), f"<mark>{escape(line[start:stop])}</mark>"]
        end = stop
    return "".join([*parts, escape(line[end:])])


def _spans(line: str, excerpt: str) -> Iterator[tuple[int, int]]:
    wanted = one_line(excerpt).rstrip("…")
    for part in dict.fromkeys([wanted, *_PARTS.split(wanted)]):
        words = part.strip()
        if len(words) < _SHORTEST:
            continue
        start = line.find(words)
        while start >= 0:
            yield start, start + len(words)
            start = line.find(words, start + len(words))
        if len(line) >= _SHORTEST and line in words:
            yield 0, len(line)
