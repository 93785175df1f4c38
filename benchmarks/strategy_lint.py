"""How often the lint of published tables cries wolf, and how often it finds a planted slip.

`python -m benchmarks.strategy_lint [--tables N]` prints one markdown table. Tables are made as papers make them:
weights from raters' points, rounded for print, scores from the rounded or the unrounded ones, sums of either; AHP
weights by eigenvector, column means or row means, CR from a rounded λ and by one of two random-index tables. They are
made up, so these are no rates of real papers.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

import numpy as np

from tinjau.strategy.methods.ahp import column_means, consistency, eigenvector, row_geometric_means
from tinjau.strategy.problem import solve_problem

Made = tuple[dict[str, Any], str]
"""A problem and the cell where a slip was planted ("" for none)."""


def main(argv: Sequence[str]) -> int:
    """Print the rates."""
    parser = argparse.ArgumentParser(prog="benchmarks.strategy_lint", description=__doc__)
    parser.add_argument("--tables", type=int, default=1000)
    count = parser.parse_args(argv).tables
    print(
        "| tables | with a false error | slips told as error | as warning or notice | not told |\n|---|---|---|---|---|"
    )
    for name, make in MAKERS.items():
        print(f"| {name} | {' | '.join(f'{share:.1%}' for share in rates(make, count))} |")
    return 0


def rates(make: Callable[[Random, bool], Made], count: int) -> tuple[float, float, float, float]:
    """Shares of clean tables with an error, and of planted slips told as error, told more softly, and not told."""
    random = Random(1)
    false = sum(bool(_errors(make(random, False)[0])) for _ in range(count))
    told = {"error": 0, "soft": 0, "": 0}
    for _ in range(count):
        problem, cell = make(random, True)
        found = [each["severity"] for each in solve_problem(problem, "made")["lint"] if each["where"] == cell]
        told["error" if "error" in found else "soft" if found else ""] += 1
    return false / count, told["error"] / count, told["soft"] / count, told[""] / count


def _errors(problem: dict[str, Any]) -> list[Any]:
    return [each for each in solve_problem(problem, "made")["lint"] if each["severity"] == "error"]


def rounded(value: float, decimals: int) -> float:
    """Half up, as spreadsheets print."""
    return float(Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def factor_table(random: Random, plant: bool) -> Made:
    """An IFAS; the slip is in one score or in one sum."""
    kinds = ["S"] * random.randint(3, 10) + ["W"] * random.randint(3, 10)
    raters, digits, places = random.choice([5, 10, 30]), random.choice([2, 3]), random.choice([2, 3])
    points = [sum(random.randint(1, 5) for _ in range(raters)) / raters for _ in kinds]
    unrounded, means = random.random() < 0.6, random.random() < 0.5
    rows: list[dict[str, Any]] = []
    scores: list[float] = []
    for at, kind in enumerate(kinds):
        rating = sum(random.randint(1, 4) for _ in range(raters)) / raters if means else float(random.randint(1, 4))
        weight, shown = points[at] / sum(points), rounded(points[at] / sum(points), digits)
        scores.append(weight * rating if unrounded else shown * rounded(rating, 2))
        printed = rounded(scores[-1], places)
        rows.append({"id": f"{kind}{at}", "weight": shown, "rating": rounded(rating, 2), "printed": printed})
    parts: list[float] = [row["printed"] for row in rows] if random.random() < 0.5 else scores
    sums = {kind: rounded(sum(p for p, k in zip(parts, kinds, strict=True) if k == kind), places) for kind in "SW"}
    sums["total"] = rounded(sum(parts), places)
    cell = ""
    if plant and random.random() < 0.6:
        row = random.choice(rows)
        row["printed"] = round(float(str(row["printed"])) + random.choice([-0.1, -0.05, 0.05, 0.1, 0.2]), 3)
        cell = f"ife.factors.{row['id']}.score"
    elif plant:
        key = random.choice(list(sums))
        sums[key] = round(sums[key] + random.choice([-0.1, -0.05, 0.05, 0.1, 0.3]), 3)
        cell = f"ife.printed.{key}"
    return {"ife": {"semantics": "rangkuti", "normalisation": "joint", "factors": rows, "printed": sums}}, cell


def matrix(random: Random, plant: bool) -> Made:
    """An AHP matrix; the slip is in one weight or in the CR."""
    size = random.randint(3, 7)
    true = [random.uniform(1, 6) for _ in range(size)]
    table = np.ones((size, size))
    for i in range(size):
        for j in range(i + 1, size):
            ratio = true[i] / true[j] * random.choice([0.6, 1, 1, 1.6])
            step = min(9, max(1, round(max(ratio, 1 / ratio))))
            table[i, j], table[j, i] = (step, 1 / step) if ratio >= 1 else (1 / step, step)
    rule = random.choice([eigenvector, eigenvector, column_means, row_geometric_means])
    weights, largest = rule(table)
    if random.random() < 0.3:
        largest = rounded(largest, random.choice([2, 3]))
    ratio_printed = consistency(largest, size, random.choice(["saaty-1980", "saaty-2003"]))[1] or 0.0
    digits = random.choice([2, 3, 4])
    shown, ratio_shown = [rounded(each, digits) for each in weights], rounded(ratio_printed, random.choice([2, 3, 4]))
    cell = ""
    if plant and random.random() < 0.5:
        at = random.randrange(size)
        shown[at] = round(shown[at] + random.choice([0.05, -0.03, 0.1]), digits)
        cell = f"ahp.matrices.m.weights.i{at}"
    elif plant:
        ratio_shown = round(ratio_shown + random.choice([0.05, 0.1]), 4)
        cell = "ahp.matrices.m.cr"
    values = [[float(x) if x >= 1 else f"1/{round(1 / x)}" for x in row] for row in table]
    printed = {"weights": shown, "cr": ratio_shown}
    items = [f"i{at}" for at in range(size)]
    inside = {"id": "m", "items": items, "values": values, "printed": printed}
    return {"ahp": {"random_index": "saaty-1980", "matrices": [inside]}}, cell


MAKERS: dict[str, Callable[[Random, bool], Made]] = {"IFAS with scores and sums": factor_table, "AHP matrices": matrix}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
