"""How far several assessors agree on the same units."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from tinjau.scoring.tabular.plan import Plan
from tinjau.scoring.tabular.rows import DECIDED, Table, unit_mapping
from tinjau.scoring.tabular.values import Blank, UnitKey

_WIDEST = 20
"""Cells with the widest spread that are listed (project choice)."""


def agreement_of(plan: Plan, table: Table) -> dict[str, Any] | None:
    """Percent agreement and the cells with the widest spread; None with fewer than two assessors.

    `percent` is the share of pairs of assessors, over all cells that both answered, that gave the same answer.
    """
    names = table.assessors
    if len(names) < 2:
        return None
    ratings = matrix(table)
    same = pairs = 0
    for row in ratings.values():
        values = [value for value in row.values() if value is not None]
        for index, first in enumerate(values):
            for second in values[index + 1 :]:
                pairs += 1
                same += first == second
    document: dict[str, Any] = {
        "assessors": list(names),
        "level": plan.agreement,
        "cells": sum(1 for row in ratings.values() if sum(v is not None for v in row.values()) >= 2),
        "percent": same / pairs if pairs else None,
        "widest": _widest(plan, ratings),
        "decided": [
            {
                "unit": unit_mapping(plan, each.unit),
                "indicator": each.question,
                "value": each.value,
                "by": each.by,
                "why": each.why,
                "answers": {n: v for n, v in sorted(table.written[each.unit, each.question, each.repeat].items()) if n != DECIDED},
            }
            for each in sorted(table.decided, key=lambda d: (d.unit, d.question, d.repeat))
        ],
    }
    return document


def matrix(table: Table) -> dict[tuple[UnitKey, str, str], dict[str, float | None]]:
    """For each unit, question and repeat: each assessor's number, None where there is none."""
    ratings: dict[tuple[UnitKey, str, str], dict[str, float | None]] = defaultdict(dict)
    for name in table.assessors:
        for unit, questions in table.answers[name].items():
            for question, repeats in questions.items():
                for repeat, cell in repeats.items():
                    ratings[unit, question, repeat][name] = None if isinstance(cell, Blank) else cell
    return dict(sorted(ratings.items()))


def _widest(plan: Plan, ratings: Mapping[tuple[UnitKey, str, str], Mapping[str, float | None]]) -> list[dict[str, Any]]:
    spread = []
    for (unit, question, repeat), row in ratings.items():
        values = [value for value in row.values() if value is not None]
        if len(values) >= 2 and max(values) > min(values):
            spread.append((max(values) - min(values), unit, question, repeat, row))
    spread.sort(key=lambda each: (-each[0], each[1], each[2], each[3]))
    return [
        {"unit": unit_mapping(plan, unit), "indicator": question, "range": width, "values": dict(sorted(row.items()))}
        for width, unit, question, _, row in spread[:_WIDEST]
    ]
