"""`smaa`: how acceptable each option is over all weights that the raters would agree to."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tinjau.strategy.methods.smaa import Acceptability, smaa2
from tinjau.strategy.methods.surrogate_weights import shared_ranks
from tinjau.strategy.methods.weight_space import draw_weights
from tinjau.strategy.problem.comparing import compare
from tinjau.strategy.problem.findings import Notes
from tinjau.strategy.problem.node import Node, both

Floats = NDArray[np.float64]
_DRAWS, _MOST = 10_000, 200_000
_WIDEST = 60
"""Criteria, and options, of one problem (project choice)."""
_MOST_CELLS = 40_000_000
"""Uncertain values that are drawn in all (project choice: 300 MB)."""


def solve_smaa(node: Node, notes: Notes) -> dict[str, Any]:
    """Rank acceptability, central weights and confidence. Raises InputError where weights leave nothing to draw."""
    node = _with_rows(node)
    criteria, directions = _criteria(node)
    options, spans = _options(node, criteria)
    draws, seed = _count(node, "draws", _DRAWS), _count(node, "seed", 1)
    weights_node = node.get("weights", "bobot")
    order, intervals = _constraints(weights_node, criteria)
    weights = draw_weights(criteria, order, intervals, draws, seed)
    if weights is None:
        raise (weights_node or node).fault(
            "no weights keep to the order and the intervals and add up to 1",
            "Widen the intervals, or correct the order",
        )
    values, scaling = _scaled(node, spans, directions)
    if spans.size * draws > _MOST_CELLS and (spans[:, :, 0] != spans[:, :, 1]).any():
        raise node.fault(f"{draws} draws of so many uncertain values are too many", "Write fewer draws")
    drawn = _drawn(values, draws, seed)
    found = smaa2(drawn, weights)
    _compare(node, options, found, notes)
    return _answer(options, criteria, found, draws, seed, scaling, order, intervals)


def _with_rows(node: Node) -> Node:
    """Options that are only named take their rows from a table beside them."""
    options, rows = (
        node.get("options", "pilihan", "alternatives"),
        node.get("values", "matrix", "performance", "scores"),
    )
    if options is None or rows is None or not options.is_list:
        return node
    names, cells = options.texts(), rows.entries() if rows.is_list else [cell for _, cell in rows.items()]
    if len(names) != len(cells):
        raise rows.fault(f"{len(cells)} rows for {len(names)} options", "Write one row an option")
    return Node(
        {**node.value, "options": dict(zip(names, (c.value for c in cells), strict=True))}, node.file, node.place
    )


def _criteria(node: Node) -> tuple[list[str], list[float]]:
    """Names and directions (1 more is better, -1 less is better); from the options where none are listed."""
    written = node.get("criteria", "kriteria")
    if written is None:
        options = node.need("options", "pilihan", "alternatives")
        rows = [row for _, row in options.items()] if options.is_mapping else options.entries()
        first = rows[0] if rows else options
        inner = first.get("values", "scores") or first if first.is_mapping else first
        if inner.is_mapping:
            names = [name for name, _ in inner.items() if name not in ("id", "name")]
        else:
            names = [f"criterion {at}" for at in range(1, len(inner.entries()) + 1)]
        return _few(options, names), [1.0] * len(names)
    if written.is_mapping:
        pairs = [(name, cell) for name, cell in written.items()]
        return _few(written, [name for name, _ in pairs]), [_direction(cell) for _, cell in pairs]
    names, directions = [], []
    for cell in written.entries():
        names.append((cell.need("id", "name") if cell.is_mapping else cell).text())
        directions.append(_direction(cell) if cell.is_mapping else 1.0)
    return _few(written, names), directions


def _few(node: Node, names: list[str]) -> list[str]:
    if not names or len(names) > _WIDEST:
        raise node.fault(f"there are {len(names)} criteria", f"Between 1 and {_WIDEST} are read")
    if len(set(names)) != len(names):
        raise node.fault("a criterion stands twice", "Give each criterion one name")
    return names


def _direction(cell: Node) -> float:
    written = cell.get("direction", "goal", "type", "arah") if cell.is_mapping else cell
    if written is None or written.blank:
        return 1.0
    word = written.text().casefold()
    if word in ("max", "maximize", "maximise", "benefit", "more", "up", "1"):
        return 1.0
    if word in ("min", "minimize", "minimise", "cost", "less", "down", "-1"):
        return -1.0
    raise written.fault(f"{written.shown} is no direction", "Write max or min")


def _options(node: Node, criteria: Sequence[str]) -> tuple[list[str], Floats]:
    """Names, and for each option and criterion the lowest and highest value (equal where it is certain)."""
    source = node.need("options", "pilihan", "alternatives")
    if source.is_mapping:
        pairs = list(source.items())
    else:
        pairs = [
            ((name.text() if (name := row.get("id", "name")) else f"option {at}"), row)
            for at, row in enumerate(source.entries(), start=1)
        ]
    if len(pairs) < 2:
        raise source.fault("there are fewer than two options", "Compare at least two")
    if len(pairs) > _WIDEST:
        raise source.fault(f"there are {len(pairs)} options", f"At most {_WIDEST} are read")
    spans = np.zeros((len(pairs), len(criteria), 2))
    for at, (_, row) in enumerate(pairs):
        inner = (row.get("values", "scores") or row) if row.is_mapping else row
        if inner.is_mapping:
            cells = [inner.need(name) for name in criteria]
        else:
            cells = inner.entries()
            if len(cells) != len(criteria):
                raise inner.fault(f"{len(cells)} values for {len(criteria)} criteria", "Write one value a criterion")
        for k, cell in enumerate(cells):
            spans[at, k] = _span(cell)
    return [name for name, _ in pairs], spans


def _span(cell: Node) -> tuple[float, float]:
    if cell.is_list:
        ends = [each.number().value for each in cell.entries()]
        if len(ends) != 2 or ends[0] > ends[1]:
            raise cell.fault("an uncertain value has a lowest and a highest end", "Write [low, high]")
        return ends[0], ends[1]
    if cell.is_mapping:
        return cell.need("low", "min").number().value, cell.need("high", "max").number().value
    value = cell.number().value
    return value, value


def _count(node: Node, key: str, default: int) -> int:
    written = node.get(key)
    if written is None:
        return default
    value = written.number().value
    if value != int(value) or not (0 if key == "seed" else 1) <= value <= (2**31 if key == "seed" else _MOST):
        raise written.fault(f"{written.shown} cannot be used for '{key}'", f"Write a whole number up to {_MOST}")
    return int(value)


def _constraints(node: Node | None, criteria: Sequence[str]) -> tuple[list[list[str]], dict[str, tuple[float, float]]]:
    order: list[list[str]] = []
    intervals: dict[str, tuple[float, float]] = {}
    if node is None:
        return order, intervals
    written = node.get("order", "urutan")
    if written is not None:
        order = [[group] if isinstance(group, str) else list(group) for group in _order_cells(written)]
    named = [name for group in order for name in group]
    stated = node.get("intervals", "interval")
    for name, ends in stated.items() if stated else []:
        low, high = _span(ends)
        intervals[name] = (max(0.0, low), min(1.0, high))
    for name in (*named, *intervals):
        if name not in criteria:
            raise node.fault(f"'{name}' is no criterion", f"Use {', '.join(criteria)}")
    if len({name for group in order for name in group}) != sum(len(group) for group in order) and written:
        raise written.fault("a criterion stands twice in the order", "Name each once")
    return order, intervals


def _order_cells(written: Node) -> list[str | tuple[str, ...]]:
    """Groups from most to least important: a list, `a > b = c`, or nested lists for criteria of one rank."""
    if isinstance(written.value, str):
        groups = written.value.replace("≥", ">").replace(">=", ">").split(">")
        return [tuple(part.strip() for part in group.replace("~", "=").split("=") if part.strip()) for group in groups]
    if written.is_mapping:  # {criterion: rank}
        ranks = {name: cell.number().value for name, cell in written.items()}
        return [tuple(name for name in ranks if ranks[name] == rank) for rank in sorted(set(ranks.values()))]
    return [cell.texts() if cell.is_list else cell.text() for cell in written.entries()]


def _scaled(node: Node, spans: Floats, directions: Sequence[float]) -> tuple[Floats, str]:
    """Values from 0 to 1, more is better. Left as they are where all lie in that range and more is better."""
    written = node.get("scaling", "skala")
    stated = written.text().casefold() if written else ""
    inside = bool((spans >= 0).all() and (spans <= 1).all()) and all(each > 0 for each in directions)
    if stated in ("none", "no") or (not stated and inside):
        return spans * np.asarray(directions)[None, :, None], "none"
    low, high = spans.min(axis=(0, 2)), spans.max(axis=(0, 2))
    width = np.where(high > low, high - low, 1.0)
    scaled = (spans - low[None, :, None]) / width[None, :, None]
    for k, direction in enumerate(directions):
        if direction < 0:
            scaled[:, k] = 1 - scaled[:, k][:, ::-1]
    return scaled, "linear from the least to the greatest value of each criterion"


def _drawn(values: Floats, draws: int, seed: int) -> Floats:
    if (values[:, :, 0] == values[:, :, 1]).all():
        return values[None, :, :, 0]
    generator = np.random.default_rng(seed + 1)
    spread = generator.uniform(size=(draws, *values.shape[:2]))
    return np.asarray(values[None, :, :, 0] + spread * (values[:, :, 1] - values[:, :, 0])[None])


def _answer(
    options: Sequence[str], criteria: Sequence[str], found: Acceptability, draws: int, seed: int, scaling: str,
    order: list[list[str]], intervals: Mapping[str, tuple[float, float]],
) -> dict[str, Any]:  # fmt: skip
    first = {option: float(found.ranks[at, 0]) for at, option in enumerate(options)}
    spans = {
        option: (first[option] - float(found.first_margin[at]), first[option] + float(found.first_margin[at]))
        for at, option in enumerate(options)
    }
    return {
        "rank_acceptability": {option: [float(x) for x in found.ranks[at]] for at, option in enumerate(options)},
        "central_weights": {
            option: None
            if np.isnan(found.central[at]).any()
            else dict(zip(criteria, map(float, found.central[at]), strict=True))
            for at, option in enumerate(options)
        },
        "confidence": {
            option: None if np.isnan(found.confidence[at]) else float(found.confidence[at])
            for at, option in enumerate(options)
        },
        "mean_rank": {
            option: float(found.ranks[at] @ np.arange(1, len(options) + 1)) for at, option in enumerate(options)
        },
        "margin": {option: float(found.first_margin[at]) for at, option in enumerate(options)},
        "shared_ranks": shared_ranks(spans, first),
        "conventions": {
            "model": "additive values, SMAA-2 (Lahdelma & Salminen 2001)",
            "draws": draws,
            "seed": seed,
            "scaling": scaling,
            "order": order,
            "intervals": {name: list(ends) for name, ends in intervals.items()},
            "margin": "half of the 95 % interval of the first-rank share",
            "shared_ranks": "options whose intervals of the first-rank share overlap share a rank",
        },
    }


def _compare(node: Node, options: Sequence[str], found: Acceptability, notes: Notes) -> None:
    """Printed acceptability indices are themselves simulated: they agree within the margins of both simulations."""
    printed = node.printed("rank_acceptability")
    written = printed.get("rank_acceptability") or printed if printed else None
    if written is None or not written.is_mapping:
        return
    for name, cell in written.items():
        if name not in options:
            continue
        at = list(options).index(name)
        cells = cell.entries() if cell.is_list else [cell]
        for place, each in enumerate(cells[: len(options)]):
            if each.blank:
                continue
            number = each.number()
            scale = 100.0 if number.value > 1 else 1.0
            computed = float(found.ranks[at, place])
            margin = 3.0 * (computed * (1 - computed) / 10_000) ** 0.5 * 2
            compare(
                notes, f"printed.rank_acceptability.{name}[{place + 1}]", number, computed * scale,
                both(
                    f"Akseptabilitas {name} pada peringkat {place + 1}",
                    f"The acceptability of {name} at rank {place + 1}",
                ),
                slack=margin * scale, ids=(name,),
            )  # fmt: skip
