"""A document as the plain mapping that `report.typ` lays out: only text, kinds, and places that exist."""

from collections.abc import Iterator
from typing import Any

from tinjau.report.document import (
    Block,
    Bullets,
    Callout,
    Card,
    Code,
    Disclosure,
    Document,
    Entry,
    Facts,
    Figure,
    Inline,
    Line,
    Link,
    Mark,
    Para,
    Quadrants,
    Quote,
    Ref,
    Section,
    Table,
    Words,
)
from tinjau.report.hostile import clean, one_line, safe_url
from tinjau.report.pictures.signs import standalone
from tinjau.report.print.glyphs import breakable, drawable, lacking, showable
from tinjau.texts import integer, say

_LINK_SHOWN = 120


class Composer:
    """Turns one edition into data. `edition` keeps the anchors of two languages apart in one file."""

    def __init__(self, document: Document, edition: str) -> None:
        self.document = document
        self.edition = edition
        self._anchors = frozenset(_anchors((*document.first, *document.sections)))
        self._placed: set[str] = set()
        self._lacking = 0

    def shown(self, text: object) -> str:
        """Cleaned text that the fonts can show, with places to break; what they lack is counted."""
        cleaned = clean(text)
        self._lacking += lacking(cleaned)
        return breakable(showable(cleaned))

    def data(self) -> dict[str, Any]:
        """The whole edition."""
        document = self.document
        made: dict[str, Any] = {
            "lang": document.lang,
            "kicker": self.shown(document.kicker),
            "title": self.shown(document.title),
            "subtitle": self.line(document.subtitle),
            "meta": [[self.shown(name), self.line(value)] for name, value in document.meta],
            "first": self.blocks(document.first, 2),
            "sections": [self.block(each, 1) for each in document.sections],
            "footer": self.line(document.footer),
            "draft": document.draft,
            "first_title": self.shown(document.first_title),
        }
        if self._lacking:
            name, note = (say(f"frame.{each}", document.lang) for each in ("lacking", "lacking-means"))
            made["meta"].append([name, [f"{integer(self._lacking, document.lang)} {note}"]])
        return made

    def blocks(self, blocks: tuple[Block, ...], depth: int) -> list[dict[str, Any]]:
        """Several blocks; headings inside start at `depth`."""
        return [self.block(each, depth) for each in blocks]

    def block(self, block: Block, depth: int) -> dict[str, Any]:
        """One block as a mapping with its `kind`."""
        match block:
            case Para():
                return {"kind": "para", "role": block.role, "line": self.line(block.line)}
            case Bullets():
                items = [self.line(each) for each in block.items]
                return {"kind": "bullets", "role": block.role, "ordered": block.ordered, "items": items}
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Facts():
                pairs = [[self.shown(name), self.line(value)] for name, value in block.pairs]
                return {"kind": "facts", "role": block.role, "pairs": pairs}
            case Callout():
                inside = self.blocks(block.blocks, depth + 1)
                return {
                    "kind": "callout",
                    "role": block.kind,
                    "depth": depth,
                    "title": self.shown(block.title),
                    "blocks": inside,
                }
            case Disclosure():
                inside = [] if block.detail else self.blocks(block.blocks, depth)
                return {"kind": "more", "line": self.line(block.summary), "blocks": inside}
            case Card():
                inside = self.blocks(block.blocks, depth + 1)
                mark = [self.inline(block.mark)] if block.mark else []
                title = self.line(block.title)
                return {
                    "kind": "card",
                    "depth": depth,
                    "anchor": self._place(block.anchor),
                    "title": title,
                    "mark": mark,
                    "blocks": inside,
                }
            case Quadrants():
                return self._quadrants(block, depth)
            case Section():
                return self._section(block, depth)

    def _section(self, block: Section, depth: int) -> dict[str, Any]:
        return {
            "kind": "section", "depth": depth, "anchor": self._place(block.anchor), "title": self.shown(block.title),
            "lead": self.line(block.lead), "blocks": self.blocks(block.blocks, depth + 1),
        }  # fmt: skip

    def _table(self, block: Table) -> dict[str, Any]:
        columns = [
            {"title": self.shown(each.title), "numeric": each.numeric, "narrow": each.narrow, "part": each.part}
            for each in block.columns
        ]
        rows = [
            {"anchor": self._place(row.anchor), "cells": [self.line(each) for each in row.cells]} for row in block.rows
        ]
        return {
            "kind": "table",
            "caption": self.shown(block.caption),
            "columns": columns,
            "rows": rows,
            "wide": block.wide,
            "note": self.line(block.note),
        }

    def _figure(self, block: Figure) -> dict[str, Any]:
        picture = block.picture
        alt = one_line(f"{picture.title}. {picture.description}")
        return {
            "kind": "figure",
            "svg": drawable(picture.svg),
            "alt": showable(alt),
            "width": picture.width,
            "height": picture.height,
            "caption": self.line(block.caption),
        }

    def _quadrants(self, block: Quadrants, depth: int) -> dict[str, Any]:
        cells = [
            {
                "letter": self.shown(each.letter), "title": self.shown(each.title), "about": self.shown(each.about),
                "entries": [self._entry(entry) for entry in each.entries],
            }
            for each in block.cells
        ]  # fmt: skip
        return {"kind": "quadrants", "depth": depth, "cells": cells}

    def _entry(self, entry: Entry) -> dict[str, Any]:
        return {
            "anchor": self._place(entry.anchor), "label": self.shown(entry.label), "line": self.line(entry.line),
            "notes": [self.line(each) for each in entry.notes],
        }  # fmt: skip

    def line(self, line: Line) -> list[Any]:
        """A line as a list of texts and mappings."""
        return [self.inline(each) for each in line]

    def inline(self, part: Inline) -> Any:
        """One piece of a line."""
        match part:
            case str():
                return part if part in {"\n", "\n\n"} else self.shown(part)
            case Words():
                return {
                    "kind": "words",
                    "text": self.shown(part.text),
                    "lang": part.lang or "",
                    "strong": part.strong,
                    "quiet": part.quiet,
                }
            case Quote():
                return {"kind": "quote", "text": self.shown(part.text), "lang": part.lang}
            case Code():
                return {"kind": "code", "text": self.shown(part.text)}
            case Mark():
                sign = standalone(part.kind, part.value)
                return {"kind": "mark", "role": part.kind, "text": self.shown(part.text), "svg": sign}
            case Ref():
                return {
                    "kind": "ref",
                    "text": self.shown(part.text),
                    "to": self._name(part.anchor) if part.anchor in self._anchors else "",
                }
            case Link():
                target = safe_url(part.url)
                text = self.shown(one_line(part.text or part.url, _LINK_SHOWN))
                return {"kind": "link", "text": text, "url": target if target and target.isascii() else ""}

    def _name(self, anchor: str) -> str:
        return f"{self.edition}--{anchor}" if anchor else ""

    def _place(self, anchor: str) -> str:
        """The anchor's name the first time it is set; a second place of the same name gets none."""
        if not anchor or anchor in self._placed:
            return ""
        self._placed.add(anchor)
        return self._name(anchor)


def _anchors(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section() | Card():
                yield block.anchor
                yield from _anchors(block.blocks)
            case Disclosure() if block.detail:
                pass
            case Callout() | Disclosure():
                yield from _anchors(block.blocks)
            case Table():
                yield from (row.anchor for row in block.rows if row.anchor)
            case Quadrants():
                yield from (entry.anchor for cell in block.cells for entry in cell.entries)
            case _:
                pass
