"""`tows`: whether strategies keep to their cell, what stands twice, and which burdens nobody answers."""

from dataclasses import dataclass
from typing import Any

from tinjau.model import Cell
from tinjau.strategy.methods.tows import breaks_cell, unanswered
from tinjau.strategy.methods.wording import ALIKE_FROM, alike
from tinjau.strategy.problem.findings import Notes, listed
from tinjau.strategy.problem.node import Node, both

_SAME_FROM = 0.999
_MOST = 400
"""Strategies of one matrix, since each is compared with each (project choice)."""


@dataclass(frozen=True, slots=True)
class _Strategy:
    id: str
    cell: str
    uses: tuple[str, ...]
    text: str


def solve_tows(node: Node, notes: Notes) -> dict[str, Any]:
    """Merge proposals, unanswered weaknesses and threats, and the matrix' own findings."""
    factors = _factors(node.need("factors", "faktor"))
    strategies = _strategies(node.need("strategies", "strategi"))
    _boxes(factors, notes)
    _strategy_lint(factors, strategies, notes)
    open_ones = unanswered((name for name, _ in factors), [each.uses for each in strategies])
    for factor in open_ones:
        kind = both("Kelemahan", "The weakness") if factor[:1].upper() == "W" else both("Ancaman", "The threat")
        notes.warning(
            "unanswered", f"factors.{factor}",
            both(
                f"{kind.id} {factor} tidak dijawab oleh strategi mana pun.",
                f"{kind.en} {factor} is answered by no strategy.",
            ),
            ids=(factor,),
        )  # fmt: skip
    answer: dict[str, Any] = {
        "merge_proposals": _merges(strategies, notes),
        "unanswered": list(open_ones),
        "unused": [name for name, _ in factors if not any(name in each.uses for each in strategies)],
        "cells": {cell.value: [each.id for each in strategies if each.cell == cell.value] for cell in Cell},
    }
    answer["lint"] = [each.row() for each in notes.all()]
    answer["conventions"] = {
        "cells": "Weihrich 1982: SO and so on use at least one factor of both kinds and none of another",
        "merge_from": ALIKE_FROM,
        "similarity": "shared stems of both wordings (Dice); a person decides",
    }
    return answer


def _factors(node: Node) -> list[tuple[str, str]]:
    """(id, wording) of each factor: ids alone, {id, text}, or grouped by kind."""
    found: list[tuple[str, str]] = []
    if node.is_mapping:
        for name, cell in node.items():
            if cell.is_list or (cell.is_mapping and cell.get("text", "name", "id", "en") is None):
                found += _factors(cell)
            else:
                found.append((name, "" if cell.blank else cell.text()))
        return found
    for cell in [node] if isinstance(node.value, str) else node.entries():
        if cell.is_mapping:
            text = cell.get("text", "name", "nama")
            found.append((cell.need("id", "code", "kode").text(), text.text() if text else ""))
        else:
            found += [(name, "") for name in (cell.texts() if cell is node else (cell.text(),))]
    return found


def _strategies(node: Node) -> list[_Strategy]:
    cells = {cell.value for cell in Cell}
    if node.is_mapping and all(str(key).upper() in cells for key in node.value):  # {SO: [...], WO: [...]}
        pairs = [(name, entry, key) for key, group in node.items() for name, entry in group.named("id", "code", "kode")]
    else:
        pairs = [(name, entry, "") for name, entry in node.named("id", "code", "kode")]
    if len(pairs) > _MOST:
        raise node.fault(f"there are {len(pairs)} strategies", f"At most {_MOST} are read")
    found = []
    for name, entry, key in pairs:
        stated = entry.get("cell", "sel")
        word = (stated.text() if stated else key or name[:2]).upper().replace("-", "").strip()
        if word not in cells:
            raise (stated or entry).fault(f"'{word}' is no cell of the matrix", "Write SO, WO, ST or WT")
        text = entry.get("text", "teks")
        found.append(_Strategy(name, word, _uses(entry), text.text() if text else ""))
    return found


def _uses(entry: Node) -> tuple[str, ...]:
    written = entry.get("uses", "factors", "faktor")
    if written is None:
        return ()
    if written.is_list:
        return tuple((each.need("factor") if each.is_mapping else each).text() for each in written.entries())
    return written.texts()


def _boxes(factors: list[tuple[str, str]], notes: Notes) -> None:
    seen: dict[str, str] = {}
    ids: set[str] = set()
    for name, wording in factors:
        if name in ids:
            notes.error(
                "duplicate-factor",
                f"factors.{name}",
                both(f"{name} tercantum dua kali.", f"{name} is listed twice."),
                ids=(name,),
            )
        ids.add(name)
        plain = " ".join(wording.casefold().split())
        first = seen.setdefault(plain, name) if plain else name
        if first == name:
            continue
        boxes = first[:1].upper() != name[:1].upper()
        notes.error(
            "factor-in-two-boxes" if boxes else "duplicate-factor", f"factors.{name}",
            both(
                f"{first} dan {name} berbunyi sama" + (", tetapi berada di kotak yang berbeda." if boxes else "."),
                f"{first} and {name} say the same" + (" but stand in different boxes." if boxes else "."),
            ),
            ids=(first, name),
        )  # fmt: skip


def _strategy_lint(factors: list[tuple[str, str]], strategies: list[_Strategy], notes: Notes) -> None:
    known = {name for name, _ in factors}
    ids: set[str] = set()
    for each in strategies:
        where = f"strategies.{each.id}"
        if each.id in ids:
            notes.error(
                "duplicate-strategy",
                where,
                both(f"{each.id} tercantum dua kali.", f"{each.id} is listed twice."),
                ids=(each.id,),
            )
        ids.add(each.id)
        unknown = tuple(factor for factor in each.uses if factor not in known)
        if unknown:
            notes.error(
                "unknown-factor", where,
                both(
                    f"{each.id} memakai {listed(unknown)}, yang tidak ada dalam daftar faktor.",
                    f"{each.id} uses {listed(unknown)}, which is not among the factors.",
                ),
                ids=(each.id, *unknown),
            )  # fmt: skip
        if not each.uses:
            notes.warning(
                "no-factors", where,
                both(
                    f"{each.id} tidak menyebut faktor mana yang dipakainya.",
                    f"{each.id} does not say which factors it uses.",
                ),
                ids=(each.id,),
            )  # fmt: skip
            continue
        missing, foreign = breaks_cell(each.cell, each.uses)
        if missing or foreign:
            notes.error(
                "breaks-cell", where,
                both(
                    f"{each.id} berada di sel {each.cell}, tetapi" + _why(missing, foreign).id,
                    f"{each.id} stands in the cell {each.cell}, but" + _why(missing, foreign).en,
                ),
                ids=(each.id, *foreign), missing=list(missing),
            )  # fmt: skip


def _why(missing: tuple[str, ...], foreign: tuple[str, ...]) -> Any:
    parts = []
    if missing:
        parts.append(both(f" tidak memakai faktor {listed(missing)}", f" uses no factor of {listed(missing)}"))
    if foreign:
        parts.append(both(f" memakai {listed(foreign)} dari kotak lain", f" uses {listed(foreign)} of another box"))
    return both(" dan".join(part.id for part in parts) + ".", " and".join(part.en for part in parts) + ".")


def _merges(strategies: list[_Strategy], notes: Notes) -> list[dict[str, Any]]:
    proposals = []
    for i, j, how in alike([each.text for each in strategies]):
        one, two = strategies[i], strategies[j]
        proposals.append({"strategies": [one.id, two.id], "similarity": round(how, 3)})
        if how >= _SAME_FROM:
            notes.warning(
                "duplicate-strategy", f"strategies.{two.id}",
                both(f"{one.id} dan {two.id} berbunyi sama.", f"{one.id} and {two.id} say the same."),
                ids=(one.id, two.id),
            )  # fmt: skip
    return proposals
