"""`quadrant` and `ie`: where the two tables put a government, how surely, and whether the printed place follows."""

from collections.abc import Mapping
from typing import Any

from tinjau.strategy.methods.factor_table import FactorScores, factor_scores, turned
from tinjau.strategy.methods.position import (
    CELL_OF,
    DAVID_MIDDLE,
    DETERMINED_FROM,
    NAMES,
    NUMBERS,
    Numbering,
    Quadrant,
    ie_cell,
    number_of,
    quadrant_of,
)
from tinjau.strategy.methods.quadrant_bootstrap import quadrant_probability
from tinjau.strategy.problem.exactness import slack_of_sum
from tinjau.strategy.problem.factor_reading import FactorTable
from tinjau.strategy.problem.findings import Notes
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.positions_printed import AXES, Point, compare_point, compare_under_david, coordinate
from tinjau.strategy.problem.rater_points import coordinates_by_rater

_DAVID = both(
    "Menurut David, kekuatan diberi rating 3–4 dan kelemahan 1–2, sehingga S − W hampir tidak dapat keluar dari paruh"
    " kanan, dan rating EFE mengukur tanggapan, bukan besarnya peluang atau ancaman. Karena itu kuadran tidak dihitung;"
    " lihat matriks IE dan jarak dari 2,5.",
    "Under David strengths are rated 3–4 and weaknesses 1–2, so that S − W can hardly leave the right half, and an EFE"
    " rating measures the response, not the size of an opportunity or threat. So no quadrant is computed; see the IE"
    " matrix and the distance from 2.5.",
)


def solve_quadrant(node: Node, tables: Mapping[str, tuple[FactorTable, FactorScores]], notes: Notes) -> dict[str, Any]:
    """The point, its quadrant and probability. Raises InputError where neither tables nor sums are there."""
    printed = node.printed("x", "y", "quadrant", "kuadran") if tables else node.printed("quadrant", "kuadran")
    numbering, asked = _numbering(node)
    sums = _stated_sums(node, tabled=bool(tables))
    if sums is None and not tables:
        raise node.fault("a quadrant needs 'ife' and 'efe', or the sums S, W, O and T", "Add the tables to the file")
    semantics = next((table.semantics for table, _ in tables.values() if table.semantics), None)
    if sums is None and semantics == "david":
        return _david(tables, printed, notes)
    facing, plain = _sums(tables, sums)
    answer: dict[str, Any] = {}
    for axis, plus, minus in AXES:
        answer[axis] = coordinate(facing, plus, minus, semantics if sums is None else None)
    answer |= {"quadrant": None, "probability": None}
    quadrant = _named(answer)
    answer |= _told(quadrant, numbering)
    if semantics == "rangkuti" and sums is None:
        answer["unturned"] = {axis: coordinate(plain, plus, minus, None) for axis, plus, minus in AXES}
    answer |= _probability(tables, numbering, quadrant) if sums is None else _no_probability()
    if printed is not None:
        point = Point(
            quadrant, numbering, asked, semantics if sums is None else None,
            facing, plain, _printed_sums(tables), _slack(tables),
        )  # fmt: skip
        compare_point(printed, point, notes)
    answer["conventions"] = {
        "semantics": semantics,
        "x": "S - W" + (", W turned" if semantics == "rangkuti" else ""),
        "y": "O - T" + (", T turned" if semantics == "rangkuti" else ""),
        "numbering": numbering,
        "determined_from": DETERMINED_FROM,
    }
    return answer


def _numbering(node: Node) -> tuple[Numbering, bool]:
    written = node.get("numbering", "convention", "penomoran")
    if written is None:
        return "rangkuti", False
    word = written.choice(NUMBERS)
    return next(each for each in NUMBERS if each == word), True


def _stated_sums(node: Node, *, tabled: bool) -> dict[str, float] | None:
    """The four sums where the key states them itself; without tables x and y stand for S and O with no burdens."""
    source = node.get("from", "sums") or node
    found = {kind: cell.number().value for kind in "SWOT" if (cell := source.get(kind)) is not None}
    if not found and not tabled:
        for axis, kind in (("x", "S"), ("y", "O")):
            cell = source.get(axis)
            if cell is not None:
                found[kind] = cell.number().value
    return found or None


def _sums(
    tables: Mapping[str, tuple[FactorTable, FactorScores]], sums: dict[str, float] | None
) -> tuple[dict[str, float], dict[str, float]]:
    """Sums by kind: with burdens turned where the semantics say so, and as printed tables have them."""
    if sums is not None:
        return sums, sums
    plain: dict[str, float] = {}
    facing: dict[str, float] = {}
    for table, scores in tables.values():
        plain |= scores.by_category
        facing |= scores.by_category
        if table.semantics == "rangkuti":
            facing |= factor_scores(turned(table.rated, table.low, table.high), table.normalisation).by_category
    return facing, plain


def _slack(tables: Mapping[str, tuple[FactorTable, FactorScores]]) -> float:
    return max((slack_of_sum(table, table.rows) for table, _ in tables.values()), default=0.0)


def _printed_sums(tables: Mapping[str, tuple[FactorTable, FactorScores]]) -> dict[str, float]:
    return {
        kind: number.value
        for table, _ in tables.values()
        for kind, number in table.printed_scores.items()
        if kind in "SWOT"
    }


def _named(answer: Mapping[str, Any]) -> Quadrant | None:
    if answer["x"] is None or answer["y"] is None:
        return None
    return quadrant_of(answer["x"], answer["y"])


def _told(quadrant: Quadrant | None, numbering: Numbering) -> dict[str, Any]:
    if quadrant is None:
        return {"quadrant": None, "cell": None, "number": None, "name": None}
    name = NAMES[quadrant]
    return {
        "quadrant": quadrant,
        "cell": CELL_OF[quadrant],
        "number": number_of(quadrant, numbering),
        "name": {"id": name.id, "en": name.en},
    }


def _no_probability() -> dict[str, Any]:
    return {
        "probability": None,
        "probability_why": {
            "id": "Tidak ada nilai dari beberapa penilai, jadi tidak ada peluang yang dapat dihitung.",
            "en": "There are no ratings of several raters, so no probability can be computed.",
        },
    }


def _probability(
    tables: Mapping[str, tuple[FactorTable, FactorScores]], numbering: Numbering, quadrant: Quadrant | None
) -> dict[str, Any]:
    """P(quadrant) by bootstrap over raters, where every factor has the ratings of the same number of raters."""
    parts = [coordinates_by_rater(tables, plus, minus) for _, plus, minus in AXES]
    if parts[0] is None or parts[1] is None:
        return _no_probability()
    shares = quadrant_probability(parts[0], parts[1])
    if shares is None:
        return _no_probability()
    most = max(shares, key=lambda each: shares[each])
    sure = shares[most] >= DETERMINED_FROM
    told = _told(most, numbering) if sure else {**_told(quadrant, numbering), "quadrant": "not-determined"}
    return {**told, "probability": dict(shares), "of_the_means": quadrant}


def _david(
    tables: Mapping[str, tuple[FactorTable, FactorScores]], printed: Node | None, notes: Notes
) -> dict[str, Any]:
    distance = {key: scores.total - DAVID_MIDDLE for key, (_, scores) in tables.items()}
    if printed is not None:
        notes.warning(
            "quadrant-under-david", "printed", _DAVID,
            printed=dict(printed.value) if printed.is_mapping else None,
        )  # fmt: skip
        compare_under_david(printed, {key: each[1] for key, each in tables.items()}, distance, notes)
    both_totals = "ife" in tables and "efe" in tables
    cell = ie_cell(tables["ife"][1].total, tables["efe"][1].total) if both_totals else None
    return {
        "x": None, "y": None, "quadrant": None, "probability": None,
        "why": {"id": _DAVID.id, "en": _DAVID.en},
        "distance_from_middle": distance,
        "ie": None if cell is None else {"cell": cell.cell, "meaning": cell.region},
        "conventions": {"semantics": "david", "middle": DAVID_MIDDLE},
    }  # fmt: skip
