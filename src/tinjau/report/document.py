"""A report as neutral blocks: what is said, without how a format shows it.

HTML, PDF and DOCX all render these. Content modules build them; no block decides or computes anything.
"""

from dataclasses import dataclass
from typing import Literal

from tinjau.model import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """Text with the language it is in, where that is not the report's; `strong` and `quiet` set its weight."""

    text: str
    lang: str | None = None  # None: the report's own; "": not known
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a fetched page or of a person, shown as a quotation. `lang` is empty where it is not known."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address out of the report; shown as text alone where it is not a plain http(s) address."""

    url: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """A place inside this report, by its anchor."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A closed word with a sign beside it: kind `verdict`, `outcome`, `severity`, `status` or `proposal`."""

    kind: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """An id, a digest or a file name, set in a fixed-width face."""

    text: str


Inline = str | Words | Quote | Link | Ref | Mark | Code
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `role` is empty, `lead` or `note`."""

    line: Line
    role: Literal["", "lead", "note"] = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines. `role` is empty, `summary` (the five sentences) or `plain` (each line has its own sign)."""

    items: tuple[Line, ...]
    ordered: bool = False
    role: Literal["", "summary", "plain"] = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, whether its cells are numbers, its width in percent (0: as its cells need)."""

    title: str
    numeric: bool = False
    narrow: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; `anchor` lets other places point at it."""

    cells: tuple[Line, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and a heading for every column; the first cell of a row is its heading.

    `wide` tables scroll on a narrow screen; others are laid out as cards there.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    wide: bool = False
    note: Line = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG with what it shows in words and as a table. `width` and `height` are its view box."""

    svg: str
    title: str
    description: str
    table: Table
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in the text, with its caption. `beside`: the same data stands as a table right beside it.

    `role` `left` puts it under the sentences of the first screen.
    """

    picture: Picture
    caption: Line
    beside: bool = False
    role: Literal["", "left"] = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts: name and value. `role` `key` sets them large on the first screen."""

    pairs: tuple[tuple[str, Line], ...]
    role: Literal["", "key"] = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """A paragraph set apart: `kind` is `proposal` (what rules derive), `caution` or `info`."""

    kind: Literal["proposal", "caution", "info"]
    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Details on demand. `detail` ones are too long for paper: print and text document keep their summary alone."""

    summary: Line
    blocks: tuple["Block", ...]
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One thing with a heading of its own: a criterion, a factor, a strategy."""

    anchor: str
    title: Line
    mark: Mark | None
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a quadrant with its own anchor and smaller lines beneath."""

    anchor: str
    label: str
    line: Line
    notes: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Quadrant:
    """One cell of a SWOT or TOWS table."""

    letter: str
    title: str
    about: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Quadrants:
    """Four quadrants (SWOT, TOWS), two by two where there is room."""

    caption: str
    cells: tuple[Quadrant, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part; `level` 2 is a part of the report, 3 a part of a part."""

    anchor: str
    title: str
    blocks: tuple["Block", ...]
    lead: Line = ()
    level: int = 2


Block = Para | Bullets | Table | Figure | Facts | Callout | Disclosure | Card | Quadrants | Section


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report in one language: what it is called, its first screen, its sections, and its last line."""

    lang: Lang
    kicker: str
    title: str
    title_lang: str | None
    subtitle: Line
    meta: tuple[tuple[str, Line], ...]
    first: tuple[Block, ...]
    sections: tuple[Section, ...]
    footer: Line
    draft: bool
    first_title: str
