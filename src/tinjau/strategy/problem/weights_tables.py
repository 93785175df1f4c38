"""`weights`: from ranks, points or pairs that raters gave, with what could shift them."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tinjau.stats import kendall_w, percentile_interval
from tinjau.strategy.methods.ahp import geometric_mean, priorities
from tinjau.strategy.methods.random_index import DEFAULT_TABLE
from tinjau.strategy.methods.surrogate_weights import (
    mean_weights,
    perturbation,
    point_weights,
    roc_weights,
    shared_ranks,
)
from tinjau.strategy.problem.ahp_reading import read_matrix
from tinjau.strategy.problem.comparing import compare, shown_decimals
from tinjau.strategy.problem.findings import Notes
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import is_blank, parse

_CHANGE = 0.1
"""Relative change of each weight in the perturbation where none is stated (project choice)."""
_DRAWS = 2000
_MOST_ITEMS = 1000
"""Items of one ranking (project choice)."""
Weights = dict[str, float]


def solve_weights(node: Node, notes: Notes) -> dict[str, Any]:
    """Weights by each way that the raters used. Raises InputError where there is none, or one cannot be read."""
    by_way: dict[str, list[Weights]] = {}
    ranks, points, pairs = node.get("ranks", "peringkat"), node.get("points", "poin"), node.get("pairs", "pasangan")
    answer: dict[str, Any] = {"roc": None, "points": None, "pairs": None}
    agreement: dict[str, Any] | None = None
    if ranks is not None:
        tables = _tables(ranks, node, as_order=True)
        by_way["roc"] = [roc_weights(each) for each in tables]
        agreement = _concordance(tables)
    if points is not None:
        by_way["points"] = [_points(each, points) for each in _tables(points, node, as_order=False)]
    for way, each in by_way.items():
        answer[way] = mean_weights(each)
    if pairs is not None:
        answer["pairs"], by_way["pairs"] = _pairs(pairs, node, notes)
    if not by_way:
        raise node.fault("there are neither 'ranks' nor 'points' nor 'pairs'", "Add one of them, one entry a rater")
    change = node.get("change", "perturbation")
    share = change.number().value if change is not None and not change.is_mapping else _CHANGE
    answer["perturbation"] = {way: _perturbed(answer[way], share) for way in by_way}
    if len(by_way) == 1:
        answer["perturbation"] = next(iter(answer["perturbation"].values()))
    answer["by_rater"] = by_way
    answer["intervals"] = {way: _intervals(each) for way, each in by_way.items()}
    answer["shared_ranks"] = {
        way: shared_ranks(found, answer[way]) if (found := answer["intervals"][way]) else None for way in by_way
    }
    answer["agreement"] = agreement
    answer["conventions"] = {
        "roc": "rank order centroid (Barron & Barrett 1996); tied items share the mean; mean over raters",
        "points": "each rater's points divided by their sum; mean over raters",
        "pairs": "principal eigenvector of the geometric mean",
        "perturbation": f"each weight up or down by {share:g} of itself, exact",
        "intervals": f"raters resampled {_DRAWS} times, 2.5 % to 97.5 %; null with one rater",
        "shared_ranks": "items whose intervals overlap that of the item at the head of a rank share it",
    }
    _compare(node, answer, notes)
    return answer


def _tables(source: Node, node: Node, *, as_order: bool) -> list[Weights]:
    """One mapping of items to numbers for each rater, all with the same items."""
    listed = node.get("items", "butir", "factors", "criteria")
    items = listed.texts() if listed else ()
    raters = _raters(source)
    tables = [_table(each, items, as_order=as_order) for each in raters]
    if len(tables[0]) > _MOST_ITEMS:
        raise source.fault(f"there are {len(tables[0])} items", f"At most {_MOST_ITEMS} are read")
    first = set(tables[0])
    for each, table in zip(raters, tables, strict=True):
        if set(table) != first:
            odd = sorted(first.symmetric_difference(table))
            raise each.fault(
                f"not every rater judged the same items ({', '.join(odd[:5])})", "Use the same items for all"
            )
    return [{item: table[item] for item in tables[0]} for table in tables]


def _raters(source: Node) -> list[Node]:
    """Raters' entries; a plain mapping or list of numbers is one rater's."""
    entries = [each for _, each in source.items()] if source.is_mapping else source.entries()
    if not entries:
        raise source.fault("there is no rater", "Write one entry a rater")
    if source.is_mapping:
        return [source] if all(parse(each.value) is not None for each in entries) else entries
    return entries if all(each.is_list or each.is_mapping for each in entries) else [source]


def _table(rater: Node, items: tuple[str, ...], *, as_order: bool) -> Weights:
    if rater.is_mapping:
        inner = rater.get("ranks", "points", "order", "values")
        if inner is not None and (inner.is_mapping or inner.is_list):
            return _table(inner, items, as_order=as_order)
        pairs = [(name, cell) for name, cell in rater.items() if name not in ("rater", "respondent", "id")]
        return {name: cell.number().value for name, cell in pairs}
    cells = rater.entries()
    numbers = [parse(cell.value) for cell in cells]
    if all(number is not None for number in numbers):
        names = items or tuple(str(at) for at in range(1, len(cells) + 1))
        if len(names) != len(cells):
            raise rater.fault(f"{len(cells)} numbers for {len(names)} items", "Write one number an item")
        return {name: number.value for name, number in zip(names, numbers, strict=True) if number is not None}
    if not as_order:
        raise rater.fault("points are numbers", "Write {item: points}")
    order: Weights = {}
    for place, cell in enumerate(cells, start=1):
        for name in (each.text() for each in cell.entries()) if cell.is_list else (cell.text(),):
            if name in order:
                raise cell.fault(f"'{name}' stands twice in this order", "Name each item once")
            order[name] = float(place)
    return order


def _points(points: Weights, source: Node) -> Weights:
    try:
        return point_weights(points)
    except ValueError as error:
        raise source.fault(str(error), "Correct the points") from None


def _pairs(source: Node, node: Node, notes: Notes) -> tuple[Weights, list[Weights]]:
    """Weights of the raters' pairwise matrices: the group's, and each one's."""
    table = node.get("random_index")
    entries = (
        list(source.items())
        if source.is_mapping
        else [(f"rater {at}", each) for at, each in enumerate(source.entries(), 1)]
    )
    listed = node.get("items", "butir", "factors", "criteria")
    matrices = []
    for name, entry in entries:
        body = _body(entry)
        filled = {**({"items": list(listed.texts())} if listed else {}), **body}
        matrices.append(read_matrix(Node(filled, entry.file, entry.place), name, notes))
    if len({each.items for each in matrices}) > 1 and not all(
        set(each.items) == set(matrices[0].items) for each in matrices
    ):
        raise source.fault("not every rater compared the same items", "Use the same items for all")
    items = matrices[0].items
    aligned = []
    for each in matrices:
        at = [each.items.index(item) for item in items]
        aligned.append(each.values[np.ix_(at, at)])
    name = table.text() if table else DEFAULT_TABLE
    group = priorities(geometric_mean(aligned), name).weights
    single = [dict(zip(items, priorities(each, name).weights, strict=True)) for each in aligned]
    return dict(zip(items, group, strict=True)), single


def _body(entry: Node) -> dict[str, Any]:
    """A matrix with its items; a list of [one, other, value] becomes the mapping that the reader of matrices knows."""
    if entry.is_mapping:
        return dict(entry.value) if "values" in entry.value else {"values": entry.value}
    cells = entry.entries()
    if not all(cell.is_list and len(cell.value) == 3 and isinstance(cell.value[0], str) for cell in cells):
        return {"values": entry.value}
    table: dict[str, dict[str, Any]] = {}
    for cell in cells:
        one, other, value = cell.entries()
        if parse(one.value) is not None:  # a row of fractions, not a pair of names
            return {"values": entry.value}
        table.setdefault(one.text(), {})[other.text()] = value.value
        table.setdefault(other.text(), {})
    return {"values": table}


def _concordance(tables: Sequence[Weights]) -> dict[str, Any] | None:
    found = kendall_w([list(each.values()) for each in tables]) if len(tables) > 1 else None
    return None if found is None else {"w": found.w, "p": found.p}


def _perturbed(weights: Weights, change: float) -> dict[str, Any] | None:
    found = perturbation(weights, change)
    if found is None:
        return None
    return {
        "change": found.change,
        "ranks": {item: [found.best[item], found.worst[item]] for item in weights},
        "keeps_first": found.keeps_first,
        "first": found.first,
        "rival": found.rival,
        "needed": found.needed,
    }


def _intervals(by_rater: Sequence[Weights]) -> dict[str, tuple[float, float]] | None:
    if len(by_rater) < 2:
        return None
    size = len(by_rater)
    table = np.asarray([list(each.values()) for each in by_rater])
    times = np.random.default_rng(1).multinomial(size, np.full(size, 1 / size), size=_DRAWS)
    means = times @ table / size
    found = {}
    for at, item in enumerate(by_rater[0]):
        interval = percentile_interval(means[:, at])
        if interval is not None:
            found[item] = (interval.low, interval.high)
    return found


def _compare(node: Node, answer: Mapping[str, Any], notes: Notes) -> None:
    printed = node.get("printed", "tercetak")
    if printed is None:
        return
    for way in ("roc", "points", "pairs"):
        written = printed.get(way)
        if (
            written is None
            and answer[way] is not None
            and printed.is_mapping
            and set(printed.value) <= set(answer[way])
        ):
            written = printed
        if written is None or answer[way] is None:
            continue
        pairs = list(written.items()) if written.is_mapping else list(zip(answer[way], written.entries(), strict=False))
        numbers = {item: cell.number() for item, cell in pairs if not is_blank(cell.value)}
        column = shown_decimals(numbers.values())
        for item, number in numbers.items():
            compare(
                notes, f"printed.{way}.{item}", number, answer[way].get(item),
                both(f"Bobot {item}", f"The weight of {item}"), column=column, least=2, ids=(item,),
            )  # fmt: skip
