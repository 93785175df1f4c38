"""What several assessors' answers say of one another: agreement with intervals, and where they differ most.

Pure: ratings in, a document out. Nothing is said of who is right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from tinjau.model import Instrument
from tinjau.scoring.agreeing import number_of, stated_level
from tinjau.stats import (
    Level,
    Rating,
    alpha_interval,
    bootstrap_interval,
    gwet_ac1,
    gwet_ac2,
    krippendorff_alpha,
    percent_agreement,
    unanimous_share,
)

DRAWS = 1000
"""Bootstrap draws for the interval of alpha; project choice, as for tabular instruments."""

FEWER_DRAWS = 200
"""Draws for AC1, AC2 and the share of equal pairs, which are drawn one by one; project choice."""

FEWEST = 5
"""Questions below which no interval is given: drawing so few with replacement says little; project choice."""

MOST_CELLS = 40_000
"""Answers above which intervals are left out, so that closing a round stays a matter of seconds; project choice."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question (for one unit) and each assessor's answer; an assessor without one is absent. `scale`: its values
    in order, the lowest first."""

    instrument: str
    indicator: str
    unit: str
    values: Mapping[str, str]
    scale: tuple[str, ...] = ()


def opinions_of(
    items: Sequence[Item], instruments: Mapping[str, Instrument], assessors: Sequence[str]
) -> dict[str, Any]:
    """Agreement over everything (nominal), for each instrument at the level that its pack states, and every item.

    `one_opinion`: no question was answered by two assessors, so that nothing can be said of agreement. `items` stand
    widest spread first; `spread` is the largest difference over the scale's width where answers are numbers of a scale,
    else the share of pairs that differ; null where fewer than two answered. Each is 0 to 1.
    """
    together = [each for each in items if len(each.values) >= 2]
    by_instrument = []
    for name, instrument in instruments.items():
        own = [each for each in items if each.instrument == name]
        if any(each.values for each in own):
            measured = _measured(own, assessors, stated_level(instrument))
            by_instrument.append({"instrument": name, **measured})
    found = [_item(each) for each in items if each.values]
    found.sort(key=lambda each: (-1.0 if each["spread"] is None else each["spread"], len(each["values"])), reverse=True)
    return {
        "assessors": list(assessors),
        "one_opinion": not together,
        **_measured(items, assessors, "nominal"),
        "by_instrument": by_instrument,
        "items": found,
    }


def spread_of(values: Sequence[str], scale: Sequence[str]) -> float | None:
    """How far answers to one question lie apart, 0 to 1; None for fewer than two."""
    if len(values) < 2:
        return None
    numbers = [number_of(each) for each in values]
    places = [number_of(each) for each in scale]
    known = [each for each in numbers if each is not None]
    ends = [each for each in places if each is not None]
    if len(known) == len(numbers) and len(ends) == len(places) and len(ends) > 1 and max(ends) > min(ends):
        return min(1.0, (max(known) - min(known)) / (max(ends) - min(ends)))
    pairs = list(combinations(values, 2))
    return sum(one != two for one, two in pairs) / len(pairs)


def _item(item: Item) -> dict[str, Any]:
    return {
        "instrument": item.instrument,
        "indicator": item.indicator,
        "unit": item.unit,
        "values": dict(sorted(item.values.items())),
        "spread": spread_of(list(item.values.values()), item.scale),
    }


def _measured(items: Sequence[Item], assessors: Sequence[str], level: Level) -> dict[str, Any]:
    """The coefficients of these items; at `nominal` level where answers are no numbers."""
    written: list[list[Rating]] = [[each.values.get(name) for name in assessors] for each in items]
    rows = [row for row in written if sum(value is not None for value in row) >= 2]
    table: list[list[Rating]] = rows
    if level != "nominal":
        numbers: list[list[Rating]] = [[None if v is None else number_of(str(v)) for v in row] for row in rows]
        whole = all(
            (one is None) == (two is None)
            for a, b in zip(rows, numbers, strict=True)
            for one, two in zip(a, b, strict=True)
        )
        table, level = (numbers, level) if whole else (rows, "nominal")
    drawn = len(rows) >= FEWEST and len(rows) * max(1, len(assessors)) <= MOST_CELLS
    interval = alpha_interval(table, level, draws=DRAWS) if drawn else None
    return {
        "level": level,
        "questions": len(rows),
        "alpha": krippendorff_alpha(table, level),
        "interval": [interval.low, interval.high] if interval else None,
        "percent": percent_agreement(table),
        "percent_interval": _interval(percent_agreement, table) if drawn else None,
        "ac1": gwet_ac1(table),
        "ac1_interval": _interval(gwet_ac1, table) if drawn else None,
        "ac2": None if level == "nominal" else gwet_ac2(table),
        "ac2_interval": None if level == "nominal" or not drawn else _interval(gwet_ac2, table),
        "unanimous": unanimous_share(table),
    }


def _interval(statistic: Any, rows: Sequence[Sequence[Rating]]) -> list[float] | None:
    """Of a statistic over questions drawn with replacement."""
    found = bootstrap_interval(statistic, rows, draws=FEWER_DRAWS)
    return [found.low, found.high] if found else None
