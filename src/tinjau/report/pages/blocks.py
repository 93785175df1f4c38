"""Blocks as HTML. `depth` is the level of the next heading, so that no level is skipped."""

from tinjau.model import Lang
from tinjau.report.document import (
    Block,
    Bullets,
    Callout,
    Card,
    Column,
    Disclosure,
    Entry,
    Facts,
    Figure,
    Inline,
    Line,
    Mark,
    Para,
    Quadrants,
    Row,
    Section,
    Table,
)
from tinjau.report.hostile import escape
from tinjau.report.pages.inline import inline, line
from tinjau.texts import say

_DEEPEST = 6
_BROAD = 40  # percent of a table: such a cell takes the whole width of a narrow screen


class Renderer:
    """Renders blocks of one page; numbers tables so that captions can name them."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._tables = 0

    def blocks(self, blocks: tuple[Block, ...], depth: int) -> str:
        """All blocks, one after the other."""
        return "\n".join(self.block(each, depth) for each in blocks)

    def block(self, block: Block, depth: int) -> str:
        """One block; headings inside it start at `depth`."""
        match block:
            case Para():
                return f"<p{_class(block.role)}>{line(block.line)}</p>"
            case Bullets():
                return _bullets(block)
            case Table():
                return self.table(block)
            case Figure():
                return self._figure(block)
            case Facts():
                return _facts(block)
            case Callout():
                return self._callout(block, depth)
            case Disclosure():
                inside = self.blocks(block.blocks, depth)
                kind = _class("detail" if block.detail else "")
                return f"<details{kind}><summary>{line(block.summary)}</summary><div>{inside}</div></details>"
            case Card():
                return self._card(block, depth)
            case Quadrants():
                return self._quadrants(block, depth)
            case Section():
                return self.section(block, depth)

    def section(self, section: Section, depth: int) -> str:
        """A headed part with its anchor."""
        heading = escape(section.anchor)
        lead = f'<p class="lead">{line(section.lead)}</p>' if section.lead else ""
        inside = self.blocks(section.blocks, depth + 1)
        title = _heading(escape(section.title), depth, f"{heading}-title")
        return f'<section id="{heading}" aria-labelledby="{heading}-title">{title}{lead}\n{inside}\n</section>'

    def table(self, table: Table) -> str:
        """A table; wide ones in a region that scrolls and can be reached by keyboard."""
        self._tables += 1
        caption = f"table-{self._tables}"
        kind = "wide" if table.wide else "stack"
        head = "".join(map(_head, table.columns))
        widths = "".join(f"<col{_class(f'w{each.part}' if each.part else '')}>" for each in table.columns)
        columns = f"<colgroup>{widths}</colgroup>" if any(each.part for each in table.columns) else ""
        body = "\n".join(_row(each, table) for each in table.rows)
        written = (
            f'<table class="{kind}" role="table"><caption id="{caption}">{escape(table.caption)}</caption>{columns}'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n<tbody role="rowgroup">{body}</tbody></table>'
        )
        note = f'<p class="note">{line(table.note)}</p>' if table.note else ""
        if not table.wide:
            return written + note
        legend = _legend(table)
        return (
            f'<div class="scroll" role="region" aria-labelledby="{caption}" tabindex="0">{written}</div>{legend}{note}'
        )

    def _figure(self, figure: Figure) -> str:
        data = (
            ""
            if figure.beside
            else (
                f'<details class="data"><summary>{escape(say("frame.data", self.lang))}</summary>'
                f"<div>{self.table(figure.picture.table)}</div></details>"
            )
        )
        return f"<figure>{figure.picture.svg}<figcaption>{line(figure.caption)}</figcaption>{data}</figure>"

    def _callout(self, callout: Callout, depth: int) -> str:
        title = _heading(escape(callout.title), depth, "")
        return f'<div class="callout {callout.kind}">{title}{self.blocks(callout.blocks, depth + 1)}</div>'

    def _card(self, card: Card, depth: int) -> str:
        mark = f" {inline(card.mark)}" if card.mark else ""
        title = _heading(f"<span>{line(card.title)}</span>{mark}", depth, "")
        return (
            f'<article class="card" id="{escape(card.anchor)}">{title}{self.blocks(card.blocks, depth + 1)}</article>'
        )

    def _quadrants(self, block: Quadrants, depth: int) -> str:
        if len(block.cells) == 1:
            return f'<ol class="entries alone">{"".join(map(_entry, block.cells[0].entries))}</ol>'
        cells = []
        for cell in block.cells:
            title = _heading(
                f'<b class="letter" aria-hidden="true">{escape(cell.letter)}</b><span>{escape(cell.title)} '
                f'<small>{escape(cell.about)}</small></span>', depth, "",
            )  # fmt: skip
            inside = f'<ul class="entries">{"".join(map(_entry, cell.entries))}</ul>' if cell.entries else "<p>–</p>"
            cells.append(f'<div class="quadrant q-{escape(cell.letter.lower())}">{title}{inside}</div>')
        return f'<div class="quadrants">{"".join(cells)}</div>'


def _heading(inside: str, depth: int, anchor: str) -> str:
    level = min(depth, _DEEPEST)
    return f"<h{level}{f' id={chr(34)}{anchor}{chr(34)}' if anchor else ''}>{inside}</h{level}>"


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _column_class(column: Column) -> str:
    traits = (("number", column.numeric), ("narrow", column.narrow), ("broad", column.part >= _BROAD))
    return " ".join(word for word, held in traits if held)


def _head(column: Column) -> str:
    kind = _class(_column_class(column))
    return f'<th scope="col" role="columnheader"{kind}><span>{escape(column.title)}</span></th>'


def _row(row: Row, table: Table) -> str:
    anchor = f' id="{escape(row.anchor)}"' if row.anchor else ""
    cells = []
    for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
        kind = _class(_column_class(column))
        if place == 0:
            cells.append(f'<th scope="row" role="rowheader"{kind}>{line(cell)}</th>')
        else:
            label = "" if table.wide else f' data-label="{escape(column.title)}"'
            cells.append(f'<td role="cell"{kind}{label}>{_passages(cell)}</td>')
    return f'<tr role="row"{anchor}>{"".join(cells)}</tr>'


def _passages(cell: Line) -> str:
    """A cell's passages, parted by blank lines, as blocks of their own."""
    passages: list[list[Inline]] = [[]]
    for part in cell:
        if part == "\n\n":
            passages.append([])
        else:
            passages[-1].append(part)
    return "".join(f"<div>{line(tuple(each))}</div>" for each in passages)


def _legend(table: Table) -> str:
    marks = {
        (part.kind, part.value): part
        for row in table.rows
        for cell in row.cells
        for part in cell
        if isinstance(part, Mark)
    }
    return f'<p class="legend">{" ".join(map(inline, marks.values()))}</p>' if marks else ""


def _bullets(block: Bullets) -> str:
    tag = "ol" if block.ordered else "ul"
    return f"<{tag}{_class(block.role)}>{''.join(f'<li>{line(each)}</li>' for each in block.items)}</{tag}>"


def _facts(block: Facts) -> str:
    pairs = "".join(f"<div><dt>{escape(name)}</dt><dd>{line(value)}</dd></div>" for name, value in block.pairs)
    return f'<dl class="facts {block.role}">{pairs}</dl>'


def _entry(entry: Entry) -> str:
    notes = "".join(f'<p class="entry-note">{line(each)}</p>' for each in entry.notes)
    label = f'<b class="label">{escape(entry.label)}</b>'
    return f'<li id="{escape(entry.anchor)}">{label}<div><p>{line(entry.line)}</p>{notes}</div></li>'
