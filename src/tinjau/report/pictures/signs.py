"""Signs of verdicts, outcomes and severities: a shape and a mark each, told apart without colour."""

from typing import Final

from tinjau.report.pictures.svg import AMBER, AMBER_INK, BLUE, PAPER, QUIET, RED, element

SIZE = 20


def _stroke(path: str, colour: str = PAPER, width: float = 2.2) -> str:
    return element(
        "path", d=path, stroke=colour, stroke_width=width, fill="none", stroke_linecap="round", stroke_linejoin="round"
    )


def _disc(fill: str, stroke: str | None = None, dash: str | None = None) -> str:
    return element(
        "circle",
        cx=10,
        cy=10,
        r=8.8,
        fill=fill,
        stroke=stroke,
        stroke_width=1.4 if stroke else None,
        stroke_dasharray=dash,
    )


def _box(fill: str) -> str:
    return element("rect", x=1.5, y=1.5, width=17, height=17, rx=2, fill=fill)


_UNKNOWN = _disc(PAPER, QUIET, "2.6 2.2")
_RHOMB = element("path", d="M10 .6 19.4 10 10 19.4 .6 10z", fill=AMBER, stroke=AMBER_INK, stroke_width=1)
_TRIANGLE = element("path", d="M10 1.4 19 18H1z", fill=AMBER, stroke=AMBER_INK, stroke_width=1, stroke_linejoin="round")
_QUESTION = _stroke("M7.4 7.7a2.7 2.7 0 1 1 4.1 2.3c-1 .6-1.5 1-1.5 2", QUIET, 1.8) + element(
    "circle", cx=10, cy=14.8, r=1.1, fill=QUIET
)

SIGNS: Final[dict[tuple[str, str], str]] = {
    ("verdict", "positive"): _disc(BLUE) + _stroke("M10 5.6v8.8M5.6 10h8.8"),
    ("verdict", "mixed"): _RHOMB + _stroke("M10 5v5.6M7.2 7.8h5.6M7.2 13.6h5.6", AMBER_INK, 1.8),
    ("verdict", "negative"): _box(RED) + _stroke("M5.6 10h8.8"),
    ("verdict", "none"): _UNKNOWN,
    ("outcome", "passed"): _disc(BLUE) + _stroke("M5.8 10.4l2.9 2.9 5.5-6.3"),
    ("outcome", "failed"): _box(RED) + _stroke("M6.3 6.3l7.4 7.4M13.7 6.3l-7.4 7.4"),
    ("outcome", "cantTell"): _disc(PAPER, QUIET) + _QUESTION,
    ("outcome", "inapplicable"): _disc("#e3e8ec") + _stroke("M6 10h8", QUIET, 2),
    ("outcome", "untested"): _UNKNOWN,
    ("outcome", "none"): _UNKNOWN,
    ("severity", "error"): _box(RED) + _stroke("M10 5v5.6") + element("circle", cx=10, cy=14.4, r=1.3, fill=PAPER),
    ("severity", "warning"): _TRIANGLE
    + _stroke("M10 7.4v4.6", AMBER_INK, 1.9)
    + element("circle", cx=10, cy=15, r=1.1, fill=AMBER_INK),
    ("severity", "notice"): _disc(PAPER, BLUE)
    + _stroke("M10 9.4v4.6", BLUE, 1.9)
    + element("circle", cx=10, cy=6.2, r=1.2, fill=BLUE),
    ("change", "up"): _disc(BLUE) + _stroke("M10 14.6V5.8M6.2 9.4 10 5.6l3.8 3.8"),
    ("change", "down"): _box(RED) + _stroke("M10 5.4v8.8M6.2 10.6 10 14.4l3.8-3.8"),
    ("change", "same"): _disc("#e3e8ec") + _stroke("M6 8.3h8M6 11.9h8", QUIET, 1.7),
    ("change", "broken"): _RHOMB + _stroke("M7 12.6 13 7.4M6.6 8.6h2.6M10.8 11.6h2.6", AMBER_INK, 1.6),
    ("change", "appeared"): _disc(PAPER, BLUE) + _stroke("M10 6.4v7.2M6.4 10h7.2", BLUE, 1.9),
    ("change", "vanished"): _disc(PAPER, QUIET) + _stroke("M6 10h8", QUIET, 2),
    ("change", "unknown"): _disc(PAPER, QUIET) + _QUESTION,
    ("derivation", "reproduced"): _disc(BLUE) + _stroke("M5.8 10.4l2.9 2.9 5.5-6.3"),
    ("derivation", "not-derivable"): _disc(PAPER, QUIET) + _stroke("M6 10h8", QUIET, 2),
    ("derivation", "new"): _RHOMB + _stroke("M10 6.4v7.2M6.4 10h7.2", AMBER_INK, 1.9),
}


def sign(kind: str, value: str, x: float, y: float, size: float = SIZE) -> str:
    """The sign drawn with its upper left corner at x, y; nothing where no sign is known."""
    drawn = SIGNS.get((kind, value))
    if drawn is None:
        return ""
    scale = size / SIZE
    return element("g", drawn, transform=f"translate({x:.2f} {y:.2f}) scale({scale:.3f})", aria_hidden="true")


def symbols() -> str:
    """All signs as symbols of one hidden SVG, to be used by `href=\"#sign-kind-value\"` inside the same page."""
    drawn = (
        element("symbol", each, id=f"sign-{kind}-{value}", viewBox=f"0 0 {SIZE} {SIZE}")
        for (kind, value), each in SIGNS.items()
    )
    return element(
        "svg", *drawn, xmlns="http://www.w3.org/2000/svg", width=0, height=0, aria_hidden="true", class_="symbols"
    )


def standalone(kind: str, value: str) -> str:
    """The sign as an SVG file of its own; empty where no sign is known."""
    drawn = SIGNS.get((kind, value))
    if drawn is None:
        return ""
    return element(
        "svg", drawn, xmlns="http://www.w3.org/2000/svg", width=SIZE, height=SIZE, viewBox=f"0 0 {SIZE} {SIZE}"
    )
