"""An archived page as plain text, with what a detector quoted of it marked. Nothing of the page is ever rendered.

A record is looked up where the capture noted its place; in an archive that came from elsewhere it is looked for from
the start, up to a bound. What identifies private persons is left out, as it is in excerpts.
"""

import contextlib
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tinjau.archive import Reader, Record, redact
from tinjau.model import InputError
from tinjau.web.captures import Capture

MAX_SCAN = 64 << 20  # bytes of archives that are read through for one page; project choice
MAX_TEXT = 200_000  # characters of a page that are shown; project choice
_MAX_NODES = 100_000
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "button", "caption", "dd", "div", "dl", "dt", "fieldset",
    "figcaption",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "label", "legend", "li", "main", "nav", "ol",
    "option",
    "p", "pre", "section", "select", "summary", "table", "td", "th", "title", "tr", "ul",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "canvas"})
_JOINS = (" → ", ": ", "; ", " - ", " … ", " | ")  # with which detectors put an excerpt together
_SHORTEST = 3  # characters of a piece that is marked: shorter ones stand everywhere
_TEXTS = ("text/", "application/json", "application/xml")
_CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_\-]{1,40})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether the excerpt holds it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """What a server sent, as text: paragraphs of pieces; `how` is text, source or none (no text to show)."""

    url: str
    status: int | None
    media_type: str
    date: str
    size: int
    paragraphs: tuple[tuple[Piece, ...], ...]
    how: str
    found: bool
    cut: bool


def read_archived(
    captures: Iterable[Capture], record: str, excerpt: str, hosts: tuple[str, ...]
) -> ArchivedPage | None:
    """The page of this record, the newest capture first; None where no archive holds it (any more)."""
    found = next((each for capture in captures for path in capture.archives
                  if (each := _find(path, record)) is not None), None)  # fmt: skip
    return _page(found, excerpt, hosts) if found is not None else None


def _find(path: Path, record: str) -> Record | None:
    try:
        place = _place_of(path, record)
        if place is not None:
            with tempfile.TemporaryDirectory(prefix="tinjau-record-") as scratch:
                slice_path = Path(scratch) / "record.warc.gz"
                _cut_out(path, place, slice_path)
                found = next((each for each in Reader(slice_path) if each.id == record and each.body), None)
                if found is not None:
                    return found
        if path.stat().st_size > MAX_SCAN:
            return None
        return next((each for each in Reader(path) if each.id == record), None)
    except (InputError, OSError):
        return None


def _place_of(path: Path, record: str) -> tuple[int, int] | None:
    frontier = path.with_name(f"{path.name}.frontier.sqlite")
    if not frontier.is_file():
        return None
    with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(frontier, timeout=2)) as base:
        row = base.execute(
            "SELECT offset, length FROM url WHERE record_id = ? AND offset NOTNULL", (record,)
        ).fetchone()
        return (int(row[0]), int(row[1])) if row else None
    return None


def _cut_out(path: Path, place: tuple[int, int], target: Path) -> None:
    with path.open("rb") as source, target.open("wb") as out:
        source.seek(place[0])
        left = place[1]
        while left > 0 and (data := source.read(min(left, 1 << 20))):
            out.write(data)
            left -= len(data)
    shutil.copymode(path, target)


def _page(record: Record, excerpt: str, hosts: tuple[str, ...]) -> ArchivedPage:
    source = _decoded(record) if record.is_html or record.media_type.startswith(_TEXTS) else ""
    lines = list(_lines(source)) if record.is_html else source.splitlines()
    text = redact("\n".join(lines), hosts)
    pieces = [each for each in _pieces(excerpt) if each in text]
    how = "text" if lines else "none"
    if record.is_html and excerpt and not pieces:
        raw = redact(" ".join(source.split()), hosts)
        pieces = [each for each in _pieces(excerpt) if each in raw]
        if pieces:
            text, how = _around(raw, pieces[0]), "source"
    cut = len(text) > MAX_TEXT
    if cut and pieces:
        at = max(0, text.find(pieces[0]) - MAX_TEXT // 2)
        text = text[at : at + MAX_TEXT]
    paragraphs = tuple(tuple(_marked(line, pieces)) for line in text[:MAX_TEXT].split("\n") if line.strip())
    return ArchivedPage(record.url, record.status, record.media_type, record.date, len(record.body), paragraphs, how,
                        bool(pieces), cut)  # fmt: skip


def _decoded(record: Record) -> str:
    named = record.charset
    if not named:
        match = _CHARSET.search(record.body[:2048])
        named = match[1].decode("ascii") if match else "utf-8"
    try:
        return record.body.decode(named, "replace").replace("\x00", "")
    except (LookupError, ValueError):
        return record.body.decode("utf-8", "replace").replace("\x00", "")


def _lines(html: str) -> Iterator[str]:
    """The texts of the blocks of a page, one a line, in the order of its source."""
    root = LexborHTMLParser(html).root
    parts: list[str] = []
    for number, node in enumerate(_walk(root)):
        if number > _MAX_NODES:
            break
        if node is None or node.tag in _BLOCKS:
            line = " ".join("".join(parts).split())
            parts.clear()
            if line:
                yield line
        elif node.tag == "-text":
            parts.append(node.text_content or "")
    line = " ".join("".join(parts).split())
    if line:
        yield line


def _walk(root: LexborNode | None) -> Iterator[LexborNode | None]:
    """Every node in the order of the source, and None where a block ends; without recursion: depth is the page's."""
    stack: list[LexborNode | None] = [root] if root is not None else []
    while stack:
        node = stack.pop()
        yield node
        if node is None or node.tag in _SILENT:
            continue
        if node.tag in _BLOCKS:
            stack.append(None)
        children = []
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        stack.extend(reversed(children))


def _pieces(excerpt: str) -> list[str]:
    """The whole excerpt, then the parts that a detector joined; each long enough to mean something."""
    whole = " ".join(excerpt.split())
    parts = [whole]
    for join in _JOINS:
        parts = [piece for part in parts for piece in part.split(join)]
    return [each for each in dict.fromkeys((whole, *(part.strip() for part in parts))) if len(each) >= _SHORTEST]


def _marked(line: str, pieces: list[str]) -> Iterator[Piece]:
    """The line in runs: what the excerpt holds, the longest first, and what stands between."""
    if not pieces:
        yield Piece(line, marked=False)
        return
    literal = re.compile("(" + "|".join(map(re.escape, sorted(pieces, key=len, reverse=True))) + ")")
    for number, part in enumerate(literal.split(line)):
        if part:
            yield Piece(part, marked=number % 2 == 1)


def _around(text: str, piece: str) -> str:
    at = text.find(piece)
    return text[max(0, at - 1_500) : at + len(piece) + 1_500]
