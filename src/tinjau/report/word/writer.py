"""Blocks as paragraphs, tables and pictures of a Word document."""

import io
from typing import Any

from docx.shared import Cm, Pt, RGBColor

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
from tinjau.report.print.png import png
from tinjau.report.word.oxml import (
    Bookmarks,
    describe_picture,
    describe_table,
    link,
    rule_lines,
    set_language,
    turn_upwards,
)
from tinjau.texts import say

_QUIET = RGBColor(0x4D, 0x5B, 0x68)
_SMALL = Pt(9)
_DEEPEST = 4
_NARROW = 1.1  # cm: a sign and its margins
_WIDTH = 16.6  # cm of text on A4 between the margins
_TALLEST = 17.5  # cm of a picture that leaves room for its heading on the same page
_SIGNS = {
    "positive": "＋", "mixed": "±", "negative": "−", "none": "○", "passed": "✓", "failed": "✗", "cantTell": "?",
    "inapplicable": "–", "untested": "○", "error": "■", "warning": "▲", "notice": "●", "reproduced": "✓",
    "not-derivable": "–", "new": "◆",
}  # fmt: skip


class Writer:
    """Writes one report at the end of a document."""

    def __init__(self, file: Any, document: Document) -> None:
        self.file = file
        self.document = document
        self._bookmarks = Bookmarks()

    def write(self) -> None:
        """Everything: title, first screen, contents, sections."""
        document = self.document
        self._paragraph((Words(document.kicker, strong=True),))
        self.file.add_paragraph(one_line(document.title), style=self._style("Title", "Heading 1"))
        self._paragraph(document.subtitle)
        for name, value in document.meta:
            self._paragraph((Words(f"{name}: ", quiet=True), *value), size=_SMALL)
        self._heading(document.first_title, 1)
        self._blocks(document.first, 2)
        self._heading(say("frame.contents", document.lang), 1)
        for each in document.sections:
            self._paragraph((Ref(each.title, each.anchor),))
        for each in document.sections:
            self._section(each, 1)
        self._paragraph(document.footer, size=_SMALL)

    def _style(self, wanted: str, otherwise: str | None = None) -> str | None:
        names = {each.name for each in self.file.styles}
        return wanted if wanted in names else (otherwise if otherwise in names else None)

    def _paragraph(self, line: Line, style: str | None = None, size: Any = None, parent: Any = None) -> Any:
        paragraph = (parent or self.file).add_paragraph(style=self._style(style) if style else None)
        self._line(paragraph, line, size)
        return paragraph

    def _heading(self, title: str, level: int, anchor: str = "") -> Any:
        style = self._style(f"Heading {min(level, _DEEPEST)}")
        paragraph = self.file.add_paragraph(style=style)
        self._bookmarks.place(paragraph, anchor)
        paragraph.add_run(one_line(title)).bold = style is None or None
        return paragraph

    def _blocks(self, blocks: tuple[Block, ...], depth: int) -> None:
        for each in blocks:
            self._block(each, depth)

    def _block(self, block: Block, depth: int) -> None:
        match block:
            case Para():
                self._paragraph(block.line, size=_SMALL if block.role == "note" else None)
            case Bullets():
                self._bullets(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Facts():
                for name, value in block.pairs:
                    self._paragraph((Words(f"{name}: ", quiet=True), *value))
            case Callout():
                self._heading(block.title, depth)
                self._blocks(block.blocks, depth + 1)
            case Disclosure():
                paragraph = self._paragraph((*block.summary,))
                paragraph.paragraph_format.keep_with_next = not block.detail
                self._blocks(() if block.detail else block.blocks, depth)
            case Card():
                self._card(block, depth)
            case Quadrants():
                self._quadrants(block, depth)
            case Section():
                self._section(block, depth)

    def _section(self, section: Section, depth: int) -> None:
        self._heading(section.title, depth, section.anchor)
        if section.lead:
            # What a heading and its first sentence lead to stands on the same page.
            self._paragraph(section.lead).paragraph_format.keep_with_next = True
        self._blocks(section.blocks, depth + 1)

    def _bullets(self, block: Bullets) -> None:
        style = "List Number" if block.ordered else "List Bullet"
        numbered = block.role == "summary" or (block.ordered and self._style(style) is None)
        for number, each in enumerate(block.items, 1):
            before: Line = (Words(f"{number}. ", strong=True),) if numbered else ()
            self._paragraph((*before, *each), style=None if numbered or block.role == "plain" else style)

    def _card(self, card: Card, depth: int) -> None:
        words = one_line("".join(each if isinstance(each, str) else getattr(each, "text", "") for each in card.title))
        mark = f" – {_sign(card.mark)}" if card.mark else ""
        self._heading(f"{words}{mark}", depth, card.anchor)
        self._blocks(card.blocks, depth + 1)

    def _quadrants(self, block: Quadrants, depth: int) -> None:
        for cell in block.cells:
            if len(block.cells) > 1:
                self._heading(f"{cell.letter} – {cell.title} ({cell.about})", depth)
            for entry in cell.entries:
                self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        paragraph = self.file.add_paragraph()
        self._bookmarks.place(paragraph, entry.anchor)
        paragraph.add_run(f"{one_line(entry.label)}  ").bold = True
        self._line(paragraph, entry.line)
        for note in entry.notes:
            paragraph.add_run().add_break()
            self._line(paragraph, note, _SMALL)

    def _figure(self, figure: Figure) -> None:
        picture = figure.picture
        width = min(_WIDTH, picture.width * 0.0255, _TALLEST * picture.width / picture.height)
        self.file.add_picture(io.BytesIO(png(picture)), width=Cm(width))
        self.file.paragraphs[-1].paragraph_format.keep_with_next = True  # with its caption
        describe_picture(
            self.file.inline_shapes[-1], one_line(picture.title), one_line(f"{picture.title}. {picture.description}")
        )
        self._paragraph(figure.caption, size=_SMALL)

    def _table(self, table: Table) -> None:
        if not table.rows:
            return
        self.file.add_paragraph(one_line(table.caption), style=self._style("Caption"))
        made = self.file.add_table(rows=1 + len(table.rows), cols=len(table.columns))
        made.autofit = False
        cells = made._cells  # noqa: SLF001 - asking python-docx for each cell alone is quadratic
        wide = len(table.columns)
        for place, column in enumerate(table.columns):
            _run(cells[place].paragraphs[0], one_line(column.title), _SMALL).bold = True
            if column.narrow:
                turn_upwards(cells[place])
        for number, row in enumerate(table.rows, 1):
            for place, line in enumerate(row.cells):
                paragraph = cells[number * wide + place].paragraphs[0]
                if place == 0:
                    self._bookmarks.place(paragraph, row.anchor)
                self._line(paragraph, _bare(line) if table.columns[place].narrow else line, _SMALL)
        widths = _widths(table)
        for place, width in enumerate(widths):
            made.columns[place].width = width
        for index, cell in enumerate(cells):
            cell.width = widths[index % wide]
            cell.paragraphs[0].paragraph_format.space_after = Pt(1)
        rule_lines(made)
        describe_table(made, one_line(table.caption))
        legend = _legend(table)
        if legend:
            self._paragraph((legend,), size=_SMALL)
        self._paragraph(table.note, size=_SMALL)

    def _line(self, paragraph: Any, line: Line, size: Any = None) -> None:
        for part in line:
            self._inline(paragraph, part, size)

    def _inline(self, paragraph: Any, part: Inline, size: Any) -> None:
        match part:
            case "\n" | "\n\n":
                paragraph.add_run().add_break()
            case str():
                _run(paragraph, part, size)
            case Words():
                run = _run(paragraph, part.text, size)
                run.bold = part.strong or None
                if part.quiet:
                    run.font.color.rgb = _QUIET
                if part.lang:
                    set_language(run, part.lang)
            case Quote():
                run = _run(paragraph, f"“{part.text}”", size)
                if part.lang:
                    set_language(run, part.lang)
            case Code():
                run = _run(paragraph, part.text, Pt(8))
                run.font.name, run.font.color.rgb = "Consolas", _QUIET
            case Mark():
                _run(paragraph, _sign(part), size).bold = True
            case Ref():
                link(paragraph, one_line(part.text), bookmark=self._bookmarks.name(part.anchor), size=size)
            case Link():
                target = safe_url(part.url)
                shown = one_line(part.text or part.url, 120)
                if target:
                    link(paragraph, shown, url=target, size=size)
                else:
                    _run(paragraph, shown, size)


def _widths(table: Table) -> list[Any]:
    """The columns' widths: as stated, narrow ones as a sign needs, the rest shared."""
    stated = [_WIDTH * each.part / 100 if each.part else (_NARROW if each.narrow else 0.0) for each in table.columns]
    open_ones = sum(not each for each in stated)
    rest = max(0.0, _WIDTH - sum(stated)) / open_ones if open_ones else 0.0
    return [Cm(each or max(rest, _NARROW)) for each in stated]


def _bare(line: Line) -> Line:
    """The line with its marks as signs alone; the table's legend says what they mean."""
    return tuple(
        Words(_SIGNS.get(each.value, each.text), strong=True) if isinstance(each, Mark) else each for each in line
    )


def _legend(table: Table) -> str:
    narrow = [place for place, column in enumerate(table.columns) if column.narrow]
    marks = {
        part.value: part
        for row in table.rows
        for place in narrow
        for part in row.cells[place]
        if isinstance(part, Mark)
    }
    return "   ".join(map(_sign, marks.values()))


def _run(paragraph: Any, text: str, size: Any) -> Any:
    run = paragraph.add_run(clean(text))
    if size is not None:
        run.font.size = size
    return run


def _sign(mark: Mark) -> str:
    sign = _SIGNS.get(mark.value, "")
    return f"{sign} {one_line(mark.text)}".strip()
