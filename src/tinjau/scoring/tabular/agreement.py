"""How far several assessors agree on the same units, and what was reconciled."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tinjau import stats
from tinjau.scoring.tabular.plan import Plan
from tinjau.scoring.tabular.rows import DECIDED, Table, unit_mapping
from tinjau.scoring.tabular.values import Blank, UnitKey

WIDEST = 50
"""Cells with the widest spread that are listed (project choice)."""

DRAWS = 1000
"""Bootstrap draws for the interval of alpha; project choice: its ends then move by less than they are printed with."""

MOST_CELLS = 10_000
"""Cells above which the interval is left out: the bootstrap holds draws times cells at once (80 MB; project choice)."""

_NOT_RELEVANT = -1.0
"""How *not relevant* stands among nominal categories, where it is an answer like any other."""

Ratings = dict[tuple[UnitKey, str, str], dict[str, float | None]]
"""Unit, question, repeat: each assessor's number (None where there is none)."""


def agreement_of(plan: Plan, table: Table) -> dict[str, Any] | None:
    """Agreement over the cells that two assessors answered; None with fewer than two assessors.

    Coefficients are computed from what each assessor wrote, never from what was decided afterwards. A coefficient that
    the answers cannot define (all alike, or no cell answered twice) is null. `widest` lists the cells that differ, the
    widest spread first; `decided` every reconciled cell with all answers, the value that stands, who decided and why.
    """
    names = table.assessors
    if len(names) < 2:
        return None
    ratings = matrix(table, nominal=plan.agreement == "nominal")
    cells = [[row.get(name) for name in names] for row in ratings.values()]
    pairs = [row for row in cells if sum(value is not None for value in row) >= 2]
    return {
        "assessors": list(names),
        "level": plan.agreement,
        "cells": len(pairs),
        **_coefficients(plan, pairs, names),
        "by_indicator": _by_question(plan, ratings, names),
        "widest": _widest(plan, ratings),
        "decided": _decided(plan, table),
    }


def matrix(table: Table, *, nominal: bool) -> Ratings:
    """Each assessor's number for each cell, in a stable order; *not relevant* counts as a category where nominal."""
    ratings: Ratings = defaultdict(dict)
    for name in table.assessors:
        for unit, questions in table.answers[name].items():
            for question, repeats in questions.items():
                for repeat, cell in repeats.items():
                    value = None if isinstance(cell, Blank) else cell
                    if nominal and cell is Blank.NOT_RELEVANT:
                        value = _NOT_RELEVANT
                    ratings[unit, question, repeat][name] = value
    return dict(sorted(ratings.items()))


def _coefficients(plan: Plan, pairs: list[list[float | None]], names: tuple[str, ...]) -> dict[str, Any]:
    level: stats.Level = _LEVELS[plan.agreement]
    interval = None
    if len(pairs) <= MOST_CELLS:
        interval = stats.alpha_interval(pairs, level, draws=DRAWS)
    cohen = None
    if len(names) == 2:
        cohen = stats.cohen_kappa([row[0] for row in pairs], [row[1] for row in pairs])
    return {
        "alpha": stats.krippendorff_alpha(pairs, level),
        "interval": None if interval is None else [interval.low, interval.high],
        "fleiss": stats.fleiss_kappa(pairs),
        "cohen": cohen,
        "ac1": stats.gwet_ac1(pairs),
        "ac2": None if plan.agreement == "nominal" else stats.gwet_ac2(pairs, "quadratic"),
        "percent": stats.percent_agreement(pairs),
        "unanimous": stats.unanimous_share(pairs),
    }


_LEVELS: Mapping[str, stats.Level] = {level: level for level in stats.LEVELS}


def _by_question(plan: Plan, ratings: Ratings, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """For each question that two assessors answered: alpha and percent, the least agreed first."""
    rows: dict[str, list[list[float | None]]] = defaultdict(list)
    for (_, question, _), row in ratings.items():
        values = [row.get(name) for name in names]
        if sum(value is not None for value in values) >= 2:
            rows[question].append(values)
    level = _LEVELS[plan.agreement]
    found: list[tuple[float, dict[str, Any]]] = []
    for question, pairs in rows.items():
        percent = stats.percent_agreement(pairs)
        alpha = stats.krippendorff_alpha(pairs, level)
        entry = {"indicator": question, "cells": len(pairs), "alpha": alpha, "percent": percent}
        found.append((1.0 if percent is None else percent, entry))
    return [entry for _, entry in sorted(found, key=lambda pair: (pair[0], pair[1]["indicator"]))]


def _widest(plan: Plan, ratings: Ratings) -> list[dict[str, Any]]:
    spread = []
    for (unit, question, repeat), row in ratings.items():
        values = [value for value in row.values() if value is not None]
        if len(values) >= 2 and max(values) > min(values):
            spread.append((max(values) - min(values), unit, question, repeat, row))
    spread.sort(key=lambda each: (-each[0], each[1], each[2], each[3]))
    return [
        {"unit": unit_mapping(plan, unit), "indicator": question, "range": width, "values": dict(sorted(row.items()))}
        for width, unit, question, _, row in spread[:WIDEST]
    ]


def _decided(plan: Plan, table: Table) -> list[dict[str, Any]]:
    found = []
    for each in sorted(table.decided, key=lambda d: (d.unit, d.question, d.repeat)):
        written = table.written[each.unit, each.question, each.repeat]
        found.append(
            {
                "unit": unit_mapping(plan, each.unit),
                "indicator": each.question,
                "value": each.value,
                "by": each.by,
                "why": each.why,
                "answers": {name: value for name, value in sorted(written.items()) if name != DECIDED},
            }
        )
    return found
