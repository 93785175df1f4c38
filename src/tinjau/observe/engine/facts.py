"""What one page says, as small plain values that outlive its tree. Positions are indexes into the page's tuples."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

MAIN, HEADER, NAV, FOOTER, ASIDE = range(5)  # zones of a page


class Block(NamedTuple):
    """A run of text between two block-level boundaries; `level` is 1 to 6 for a heading, else 0."""

    text: str
    zone: int
    level: int
    bold: bool  # all of it is strong
    key: int  # equal for equal text in an equal place, digits left out: what repeats is the page's frame


class Link(NamedTuple):
    """An `a` or `area` with href. `url` is absolute without fragment, "" where the target is no address."""

    url: str
    raw: str
    text: str
    zone: int
    block: int
    hidden: bool
    parent: int  # index of the link that heads the list this one stands in, -1 where there is none
    pictured: bool  # its name is that of an image in it


class Heading(NamedTuple):
    """A heading and how much stands under it, until the next heading of its own or a higher level."""

    level: int
    text: str
    zone: int
    block: int
    chars: int
    images: int
    links: int


class Field(NamedTuple):
    """A form control. `label` is its accessible name or else the text before it; `named` whether it has a name."""

    tag: str
    type: str
    name: str
    label: str
    placeholder: str
    required: bool
    named: bool
    asked: bool  # a person fills it in: neither hidden nor a captcha


class Form(NamedTuple):
    """A form, or the controls that stand outside any form (then `tag` is empty)."""

    tag: str
    action: str
    raw_action: str
    method: str
    mark: str  # role, id, class and name, in lower case
    zone: int
    fields: tuple[Field, ...]
    buttons: tuple[str, ...]
    heading: str  # the nearest heading before it
    scripted: bool
    submits: bool  # has a button that sends it


class Image(NamedTuple):
    """An image: absolute address, alternative (None where the attribute is missing), zone and the block after it."""

    src: str
    alt: str | None
    zone: int
    block: int


class Button(NamedTuple):
    """A button's name, zone and the block it stands at."""

    text: str
    zone: int
    block: int


class Fault(NamedTuple):
    """How often an accessibility rule applied on a page, how often it failed, and the first failing element."""

    applied: int
    failed: int
    unsure: int
    first: str


class Hit(NamedTuple):
    """A text that holds a concept's words: its kind and index, and the letters that the longest such phrase covers."""

    kind: int
    at: int
    covered: int
    languages: int  # bits of the languages in which these words mean the concept


@dataclass(slots=True)
class PageFacts:
    """One HTML response. `dates` are (source, text) pairs as found; `hits` are filled by the scan."""

    url: str
    status: int
    record_id: str
    digest: str
    captured: str
    title: str = ""
    lang: str = ""
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    frames: list[tuple[str, str]] = field(default_factory=list)  # (address, title)
    metas: dict[str, str] = field(default_factory=dict)
    rels: list[tuple[str, str, str]] = field(default_factory=list)  # (rel, address, type or hreflang)
    scripts: list[str] = field(default_factory=list)
    dates: list[tuple[str, str]] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)  # counts of single features: tables, videos, nodes …
    data: list[str] = field(default_factory=list)  # schema.org types
    hits: dict[str, list[Hit]] = field(default_factory=dict)  # by concept
    headers: dict[str, str] = field(default_factory=dict)
    size: int = 0
    cut: str = ""  # why the page was not read to its end
    worked: dict[str, Any] | None = None  # what was worked out of a page that stays in memory; see Page.FIXED
