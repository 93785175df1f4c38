"""Instruments made in a test, as a pack would state them."""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.model import Criterion, Indicator, Instrument, Mode, Text
from tinjau.scoring.tabular import Row, TabularResult, score_tabular

QUESTION = Text("Apakah ada?", "Is it there?")


def indicator(name: str, criterion: str = "c", weight: float | None = None, **extra: Any) -> Indicator:
    values = tuple(extra.pop("values", ("yes", "no", "nr")))
    unit = extra.pop("unit", "site")
    return Indicator(
        name, criterion, QUESTION, mode=Mode.MANUAL, weight=weight, values=values, unit=unit, extra=extra
    )  # fmt: skip


def instrument(
    indicators: Sequence[Indicator],
    nodes: Sequence[Mapping[str, Any]],
    criteria: Sequence[Criterion] = (Criterion("c", Text("Kriteria", "Criterion")),),
    **calculation: Any,
) -> Instrument:
    data = {"calculation": {"nodes": list(nodes), **calculation}}
    return Instrument(
        "made-here", "1", Text("Buatan", "Made here"), Text("", ""), "test", "false", None,
        tuple(criteria), tuple(indicators), data=data,
    )  # fmt: skip


def rows(*cells: tuple[Any, ...]) -> list[Row]:
    """Rows from (unit, indicator, value[, assessor[, repeat]])."""
    return [
        Row(
            c[0],
            c[1],
            c[2],
            c[3] if len(c) > 3 else "",
            where=f"line {n}",
            file="t.csv",
            repeat=c[4] if len(c) > 4 else "",
        )
        for n, c in enumerate(cells, 1)
    ]


def score_of(result: TabularResult, name: str, *unit: str) -> float | None:
    for each in result.scores:
        if each.id == name and tuple(each.unit.values()) == unit:
            return each.score
    raise KeyError((name, unit))


def one(
    indicators: Sequence[Indicator], node: Mapping[str, Any], cells: Mapping[str, str], **calculation: Any
) -> TabularResult:
    """One node on one unit's answers."""
    made = instrument(indicators, [{"id": "node", **node}], **calculation)
    return score_tabular(made, rows(*(("u", name, value) for name, value in cells.items())))
