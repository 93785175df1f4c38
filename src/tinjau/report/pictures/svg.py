"""SVG in small: elements with escaped attributes and text, and how much text fits a line."""

from collections.abc import Iterable

from tinjau.report.document import Picture, Table
from tinjau.report.hostile import escape, one_line

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Libertinus Serif', sans-serif"
INK, QUIET, RULE, WASH, PAPER = "#16202b", "#4d5b68", "#c3ccd4", "#f2f5f7", "#ffffff"
BLUE, BLUE_WASH = "#0b4f7d", "#dcebf5"
AMBER, AMBER_INK, AMBER_WASH = "#e6b450", "#4a3200", "#fbf0d6"
RED, RED_WASH = "#9a3412", "#f9e3da"
# Hues after Okabe and Ito (2008), darkened so that text on or beside them keeps 4.5:1 (WCAG 2.2, 1.4.3).

_AVERAGE = 0.54  # width of an average letter in em; measured on system sans faces at text sizes, project choice


def element(tag: str, *children: str, **attributes: object) -> str:
    """One element; underscores in names become hyphens, a trailing one is dropped; None leaves an attribute out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return escape(value)


def text(
    x: float,
    y: float,
    words: str,
    size: float = 15,
    fill: str = INK,
    anchor: str | None = None,
    weight: int | None = None,
) -> str:
    """One line of text at a baseline."""
    return element(
        "text", escape(one_line(words)), x=float(x), y=float(y), font_size=size, fill=fill,
        text_anchor=anchor, font_weight=weight,
    )  # fmt: skip


def lines(words: str, width: float, size: float, most: int = 2) -> list[str]:
    """The words broken to fit `width` at `size`, in at most `most` lines; what does not fit ends in an ellipsis."""
    room = max(3, int(width / (size * _AVERAGE)))
    broken: list[str] = []
    current = ""
    for word in one_line(words).split():
        longer = f"{current} {word}".strip()
        if len(longer) <= room or not current:
            current = longer
        else:
            broken.append(current)
            current = word
    broken.append(current)
    if len(broken) > most:
        broken = [*broken[: most - 1], " ".join(broken[most - 1 :])]
    return [one_line(each, room) for each in broken]


def line(
    x1: float, y1: float, x2: float, y2: float, stroke: str = RULE, width: float = 1, dash: str | None = None
) -> str:
    """A straight line."""
    return element(
        "line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), stroke=stroke, stroke_width=width,
        stroke_dasharray=dash,
    )  # fmt: skip


def rect(
    x: float, y: float, width: float, height: float, fill: str, stroke: str | None = None, rx: float | None = None,
    dash: str | None = None,
) -> str:  # fmt: skip
    """A rectangle."""
    return element(
        "rect", x=float(x), y=float(y), width=float(width), height=float(height), fill=fill, stroke=stroke, rx=rx,
        stroke_dasharray=dash,
    )  # fmt: skip


def picture(
    parts: Iterable[str], width: int, height: int, title: str, description: str, table: Table, name: str
) -> Picture:
    """The whole drawing: title and description first, so that a screen reader says them. `name` makes ids unique."""
    svg = element(
        "svg",
        element("title", escape(one_line(title)), id=f"picture-{name}-title"),
        element("desc", escape(one_line(description)), id=f"picture-{name}-desc"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"picture-{name}-title picture-{name}-desc",
        font_family=FONT,
    )
    return Picture(svg, title, description, table, width, height)
