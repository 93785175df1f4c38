"""`ie`: the cell of David's internal-external matrix."""

from collections.abc import Mapping
from typing import Any

from tinjau.strategy.methods.factor_table import FactorScores
from tinjau.strategy.methods.position import IECell, ie_cell
from tinjau.strategy.problem.factor_reading import FactorTable
from tinjau.strategy.problem.findings import Notes, show, show_id
from tinjau.strategy.problem.node import Node, both

_TABLES = frozenset({"ife", "efe", "ifas", "efas"})
_NEAR = 0.05
"""A total this near to a border (2 or 3) is called near it: one rating of one factor can move it (project choice)."""


def solve_ie(node: Node, tables: Mapping[str, tuple[FactorTable, FactorScores]], notes: Notes) -> dict[str, Any]:
    """Cell and meaning for the two totals, stated or taken from the tables. Raises InputError without them."""
    totals = {}
    for key in ("ife", "efe"):
        stated = node.get(key, "ifas" if key == "ife" else "efas")
        if stated is not None and not (isinstance(stated.value, str) and stated.value.casefold() in _TABLES):
            totals[key] = (stated.need("total") if stated.is_mapping else stated).number().value
        elif key in tables:
            totals[key] = tables[key][1].total
        else:
            raise node.fault(f"the total of '{key}' is missing", f"Write {key}: 2.6, or add the table '{key}'")
    found = ie_cell(totals["ife"], totals["efe"])
    for key, total in totals.items():
        if not 1 <= total <= 4:
            notes.error(
                "off-scale", key,
                both(
                    f"Total {key.upper()} {show_id(total)} berada di luar 1–4, jadi tidak ada selnya di matriks IE.",
                    f"The {key.upper()} total {show(total)} lies outside 1–4, so the IE matrix has no cell for it.",
                ),
                printed=total,
            )  # fmt: skip
    near = [key for key, total in totals.items() if min(abs(total - 2), abs(total - 3)) < _NEAR]
    answer: dict[str, Any] = {
        "ife": totals["ife"],
        "efe": totals["efe"],
        "cell": found.cell if found else None,
        "meaning": found.region if found else None,
        "meaning_text": {"id": found.meaning.id, "en": found.meaning.en} if found else None,
        "near_border": near,
        "conventions": {
            "bands": "David: 1-1.99, 2-2.99, 3-4 on unrounded totals; columns IFE, rows EFE, both from high"
        },
    }
    printed = node.printed("cell", "sel", "meaning")
    if printed is not None and found is not None:
        _compare(printed, found, notes)
    return answer


def _compare(printed: Node, found: IECell, notes: Notes) -> None:
    _compare_meaning(printed, found, notes)
    written = printed.get("cell", "sel") if printed.is_mapping else printed
    if written is None:
        return
    word = written.text().upper().replace("CELL", "").replace("SEL", "").strip()
    roman = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "6": "VI", "7": "VII", "8": "VIII", "9": "IX"}
    if roman.get(word, word) != found.cell:
        notes.error(
            "does-not-follow", "printed.cell",
            both(
                f"Sel tercetak {written.text()}, tetapi kedua total menunjuk {found.cell} ({found.meaning.id}).",
                f"The cell is printed as {written.text()}, but the two totals lead to {found.cell} ({found.region}).",
            ),
            printed=written.text(), computed=found.cell, ids=("cell",),
        )  # fmt: skip


_REGION_WORDS = {
    "grow": "grow and build", "tumbuh": "grow and build", "build": "grow and build",
    "hold": "hold and maintain", "maintain": "hold and maintain", "pertahan": "hold and maintain",
    "harvest": "harvest or divest", "divest": "harvest or divest", "panen": "harvest or divest",
}  # fmt: skip


def _compare_meaning(printed: Node, found: IECell, notes: Notes) -> None:
    written = printed.get("meaning", "makna", "strategy") if printed.is_mapping else None
    if written is None:
        return
    named = {region for word, region in _REGION_WORDS.items() if word in written.text().casefold()}
    if named and found.region not in named:
        notes.error(
            "does-not-follow", "printed.meaning",
            both(
                f"Makna tercetak \"{written.text()}\", tetapi sel itu berarti {found.meaning.id}.",
                f"The meaning is printed as \"{written.text()}\", but the cell means {found.region}.",
            ),
            printed=written.text(), computed=found.region, ids=("meaning",),
        )  # fmt: skip
