"""Layered trace: evidence, factors, strategies and conclusions from left to right, with a line for every link."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinjau.report.document import Picture, Table
from tinjau.report.pictures.svg import BLUE, BLUE_WASH, INK, PAPER, QUIET, RED, element, lines, picture, rect, text

_WIDTH, _TOP, _STEP, _HIGH = 480, 34, 24, 18
_WIDTHS = (150, 46, 50, 40)
_PALE = "#8fa3b3"


@dataclass(frozen=True, slots=True)
class TraceNode:
    """A thing with the ids in the next layer that it leads to; `loose` where it rests on nothing or nothing uses it."""

    id: str
    label: str
    leads_to: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class TraceLayer:
    """A column of the trace."""

    title: str
    nodes: tuple[TraceNode, ...]


def layered_trace(layers: Sequence[TraceLayer], title: str, description: str, table: Table, name: str) -> Picture:
    """The layers side by side; a loose thing has a dashed red outline."""
    widths = _WIDTHS[-len(layers) :] if len(layers) < len(_WIDTHS) else _WIDTHS
    gap = (_WIDTH - sum(widths)) / max(1, len(layers) - 1)
    tallest = max((len(layer.nodes) for layer in layers), default=1)
    height = _TOP + max(1, tallest) * _STEP + 6
    places: list[dict[str, tuple[float, float, float]]] = []
    x = 0.0
    for layer, wide in zip(layers, widths, strict=True):
        spare = (tallest - len(layer.nodes)) * _STEP / 2
        places.append({node.id: (x, _TOP + spare + row * _STEP, wide) for row, node in enumerate(layer.nodes)})
        x += wide + gap
    links: list[str] = []
    boxes: list[str] = []
    for column, layer in enumerate(layers):
        left = min((place[0] for place in places[column].values()), default=float(sum(widths[:column])) + gap * column)
        last = column == len(layers) - 1 > 0
        boxes.append(text(_WIDTH if last else left, 16, layer.title, 12.5, QUIET, "end" if last else None))
        for node in layer.nodes:
            from_x, from_y, broad = places[column][node.id]
            boxes.append(_box(node, from_x, from_y, broad))
            for target in node.leads_to if column + 1 < len(layers) else ():
                there = places[column + 1].get(target)
                if there:
                    links.append(_curve(from_x + broad, from_y + _HIGH / 2, there[0], there[1] + _HIGH / 2))
    return picture([*links, *boxes], _WIDTH, height, title, description, table, name)


def _box(node: TraceNode, x: float, y: float, wide: float) -> str:
    fill, stroke, dash = (PAPER, RED, "4 3") if node.loose else (BLUE_WASH, BLUE, None)
    label = lines(node.label, wide - 8, 12, 1)[0]
    return rect(x + 0.5, y + 0.5, wide - 1, _HIGH, fill, stroke, 3, dash) + text(x + 5, y + 13.5, label, 12, INK)


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    bend = (x2 - x1) / 2
    return element(
        "path", d=f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}",
        fill="none", stroke=_PALE, stroke_width=1.3,
    )  # fmt: skip
