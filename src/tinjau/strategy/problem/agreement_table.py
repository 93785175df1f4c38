"""`agreement`: how far raters agree, by several coefficients, and whether the printed one follows."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

from tinjau.stats import (
    LEVELS,
    Level,
    Rating,
    alpha_interval,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2,
    krippendorff_alpha,
    percent_agreement,
    unanimous_share,
)
from tinjau.strategy.problem.comparing import Alternative, compare
from tinjau.strategy.problem.findings import Notes
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.numbers import parse

_MOST_RATERS = 100
"""Raters whose pairs are all compared; with more, Cohen's kappa is null (project choice)."""
_DRAWS = 2000
"""Bootstrap draws of the interval (project choice)."""
Table = list[list[Rating]]


def solve_agreement(node: Node, notes: Notes) -> dict[str, Any]:
    """Coefficients over a table of units by raters. Raises InputError where the ratings do not fit the level."""
    written = node.get("level", "tingkat")
    level: Level = next((each for each in LEVELS if written and each == written.choice(LEVELS)), "nominal")
    ratings = _ratings(node, level)
    raters = max((len(row) for row in ratings), default=0)
    if raters < 2:
        raise node.fault(
            "there is one rater only", "Agreement needs two or more: write one row a unit, one column a rater"
        )
    draws, seed = _whole(node, "draws", _DRAWS), _whole(node, "seed", 1)
    try:
        alpha = krippendorff_alpha(ratings, level)
        interval = alpha_interval(ratings, level, draws, seed)
    except ValueError as error:
        raise node.fault(str(error), "Name another level, or correct the ratings") from None
    answer: dict[str, Any] = {
        "alpha": alpha,
        "interval": None if interval is None else [interval.low, interval.high],
        "fleiss": fleiss_kappa(ratings),
        "cohen": _cohen(ratings, raters),
        "ac1": gwet_ac1(ratings),
        "ac2": None if level == "nominal" else gwet_ac2(ratings, "quadratic"),
        "percent": percent_agreement(ratings),
        "unanimous": unanimous_share(ratings),
        "units": len(ratings),
        "raters": raters,
        "conventions": {
            "rows": "units",
            "columns": "raters",
            "level": level,
            "level_declared": written is not None,
            "interval": f"units resampled {draws} times, 2.5 % to 97.5 %, seed {seed}",
            "cohen": "two raters" if raters == 2 else "mean over all pairs of raters (Light 1971)",
            "fleiss": "units weigh the same where numbers of ratings differ (Gwet 2014)",
            "percent": "share of agreeing pairs of ratings, averaged over units",
            "ac2": "quadratic weights",
        },
    }
    _compare(node, ratings, level, answer, notes)
    return answer


def _whole(node: Node, key: str, default: int) -> int:
    written = node.get(key)
    if written is None:
        return default
    value = written.number().value
    if value != int(value) or not 1 <= value <= 1_000_000:
        raise written.fault(f"{written.shown} is no count", "Write a whole number from 1 to 1000000")
    return int(value)


def _ratings(node: Node, level: Level) -> Table:
    source = node.need("ratings", "penilaian")
    rows = [row for _, row in source.items()] if source.is_mapping else source.entries()
    if not rows:
        raise source.fault("there is no unit", "Write one row a unit")
    names: dict[str, int] = {}
    table: Table = []
    for row in rows:
        if row.is_mapping:
            cells = {names.setdefault(rater, len(names)): cell for rater, cell in row.items()}
            table.append([_cell(cells[at], level) if at in cells else None for at in range(len(names))])
        else:
            table.append([_cell(cell, level) for cell in row.entries()])
    return table


def _cell(cell: Node, level: Level) -> Rating:
    if cell.blank:
        return None
    number = parse(cell.value)
    if number is not None:
        return number.value
    if level == "nominal" and isinstance(cell.value, str | bool):
        return str(cell.value).strip().casefold()
    raise cell.fault(f"{cell.shown} is no number, and the level is {level}", "Write numbers, or level: nominal")


def _cohen(ratings: Sequence[Sequence[Rating]], raters: int) -> float | None:
    """Cohen's kappa of two raters; of more, the mean over their pairs."""
    return _mean_of_pairs(ratings, raters, lambda one, two: cohen_kappa(one, two))


def _mean_of_pairs(
    ratings: Sequence[Sequence[Rating]], raters: int, kappa: Callable[[list[Rating], list[Rating]], float | None]
) -> float | None:
    if raters > _MOST_RATERS:
        return None
    columns = [[row[at] if at < len(row) else None for row in ratings] for at in range(raters)]
    found = [kappa(one, two) for one, two in combinations(columns, 2)]
    known = [each for each in found if each is not None]
    return sum(known) / len(known) if known else None


def _compare(
    node: Node, ratings: Sequence[Sequence[Rating]], level: Level, answer: dict[str, Any], notes: Notes
) -> None:
    printed = node.printed("alpha", "fleiss", "cohen", "ac1", "percent")
    if printed is None:
        return
    others = {
        "alpha": _levels(ratings, level),
        "percent": [
            _other(
                "unanimous",
                answer["unanimous"],
                "bagian unit yang dinilai sama oleh semua",
                "the share of units on which all agree",
            )
        ],
        "cohen": _weighted(ratings, answer["raters"], level),
        "fleiss": [_other("cohen", answer["cohen"], "rata-rata kappa Cohen", "the mean of Cohen's kappas")],
    }
    names = {
        "alpha": both("Alpha Krippendorff", "Krippendorff's alpha"), "fleiss": both("Kappa Fleiss", "Fleiss' kappa"),
        "cohen": both("Kappa Cohen", "Cohen's kappa"), "ac1": both("AC1", "AC1"), "ac2": both("AC2", "AC2"),
        "percent": both("Persentase kesepakatan", "Percent agreement"),
        "unanimous": both("Kesepakatan bulat", "Unanimous agreement"),
    }  # fmt: skip
    for key, name in names.items():
        cell = printed.get(key, f"{key}_kappa", f"krippendorff_{key}")
        if cell is None or cell.is_list or cell.is_mapping:
            continue
        number = cell.number()
        computed = answer[key]
        scale = 100.0 if key in ("percent", "unanimous") and number.value > 1 and not number.percent else 1.0
        compare(
            notes, f"printed.{key}", number, None if computed is None else computed * scale, name,
            alternatives=[
                Alternative(each.name, each.value * scale, each.text)
                for each in others.get(key, [])
                if each is not None
            ],
            least=2 if scale == 1 else 0,
            ids=(key,),
        )  # fmt: skip


def _other(name: str, value: float | None, indonesian: str, english: str) -> Alternative | None:
    return None if value is None else Alternative(name, value, both(indonesian, english))


def _levels(ratings: Sequence[Sequence[Rating]], level: Level) -> list[Alternative | None]:
    found = []
    for each in LEVELS:
        if each == level:
            continue
        try:
            found.append(_other(each, krippendorff_alpha(ratings, each), f"tingkat {each}", f"the {each} level"))
        except ValueError:
            continue
    turned = [list(column) for column in zip(*ratings, strict=True)] if len({len(row) for row in ratings}) == 1 else []
    if turned:
        try:
            value = krippendorff_alpha(turned, level)
        except ValueError:
            value = None
        found.append(
            _other(
                "transposed",
                value,
                "tabel yang dibaca dengan baris sebagai penilai",
                "the table read with raters as rows",
            )
        )
    return found


def _weighted(ratings: Sequence[Sequence[Rating]], raters: int, level: Level) -> list[Alternative | None]:
    if level == "nominal":
        return []
    return [
        _other(
            "linear", _mean_of_pairs(ratings, raters, lambda one, two: cohen_kappa(one, two, "linear")),
            "bobot linear", "linear weights",
        ),
        _other(
            "quadratic", _mean_of_pairs(ratings, raters, lambda one, two: cohen_kappa(one, two, "quadratic")),
            "bobot kuadrat", "quadratic weights",
        ),
    ]  # fmt: skip
