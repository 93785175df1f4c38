"""The keys of a problem file, in the order in which they build on one another."""

import difflib
import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from tinjau.model import InputError
from tinjau.strategy.methods.factor_table import FactorScores
from tinjau.strategy.problem.agreement_table import solve_agreement
from tinjau.strategy.problem.ahp_tables import solve_ahp
from tinjau.strategy.problem.awot_tables import solve_awot
from tinjau.strategy.problem.consensus_tables import solve_consensus
from tinjau.strategy.problem.factor_reading import FactorTable, read_table
from tinjau.strategy.problem.factor_tables import solve_table
from tinjau.strategy.problem.findings import Finding, Notes
from tinjau.strategy.problem.ie_matrix import solve_ie
from tinjau.strategy.problem.node import Node, both
from tinjau.strategy.problem.portfolio_table import solve_portfolio
from tinjau.strategy.problem.positions import solve_quadrant
from tinjau.strategy.problem.qspm_tables import solve_qspm
from tinjau.strategy.problem.smaa_tables import solve_smaa
from tinjau.strategy.problem.tows_matrix import solve_tows
from tinjau.strategy.problem.validity_table import solve_validity
from tinjau.strategy.problem.weights_tables import solve_weights

Tables = dict[str, tuple[FactorTable, FactorScores]]

_ALONE: Mapping[str, Callable[[Node, Notes], dict[str, Any]]] = {
    "qspm": solve_qspm,
    "ahp": solve_ahp,
    "awot": solve_awot,
    "tows": solve_tows,
    "consensus": solve_consensus,
    "agreement": solve_agreement,
    "content_validity": solve_validity,
    "weights": solve_weights,
    "smaa": solve_smaa,
    "portfolio": solve_portfolio,
}
_OTHER_NAMES = {"ifas": "ife", "efas": "efe"}
KEYS = ("ife", "efe", "quadrant", "ie", *_ALONE)
"""The keys of a problem file."""
_BESIDE = frozenset({
    "semantics", "normalisation", "normalization", "title", "source", "note", "notes", "name", "about", "table", "page",
    "doi", "url", "year", "reference", "description", "id", "verified", "expected", "government", "study", "meta",
    "judul", "sumber", "catatan", "country", "language",
})  # fmt: skip
"""Keys that may stand beside them: where the table comes from."""


def solve_problem(data: Mapping[str, Any], label: str) -> dict[str, Any]:
    """Every key's results with the conventions used, and all findings under `lint`, the gravest first.

    `data` is what the file holds, `label` names it in messages. The answer is plain JSON data. Raises InputError with
    file, key and cell where something cannot be read; then nothing is answered.
    """
    root = Node(data, label)
    if not isinstance(data, Mapping):
        raise root.fault("the file holds no keys", _HOW)
    present = _present(root)
    findings: list[Finding] = _unknown_keys(root)
    answer: dict[str, Any] = {}
    tables: Tables = {}
    for key in KEYS:
        node = present.get(key)
        if node is None:
            continue
        notes = Notes(key)
        answer[key] = _solve(key, node, root, tables, notes)
        findings += notes.all()
    findings += _across(tables)
    order = ["error", "warning", "notice"]
    rows = sorted((each.row() for each in findings), key=lambda row: order.index(row["severity"]))
    answer["lint"] = rows
    cleaned: dict[str, Any] = _plain(answer)
    return cleaned


_HOW = f"Use one or more of {', '.join(KEYS)}; see docs/howto/check-a-published-table.md"


def _present(root: Node) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for name, node in root.items():
        key = _OTHER_NAMES.get(name.casefold(), name)
        if key in KEYS and (not node.blank or key in ("quadrant", "ie")):
            if key in found:
                raise node.fault(f"'{name}' says the same as '{key}', which is there too", "Keep one of them")
            found[key] = node
    if not found:
        raise InputError(root.file, "", "no key of a problem is there", _HOW)
    return found


def _unknown_keys(root: Node) -> list[Finding]:
    notes = Notes("file")
    for name in map(str, root.value):
        if name in KEYS or name.casefold() in _BESIDE or name.casefold() in _OTHER_NAMES:
            continue
        near = difflib.get_close_matches(name, KEYS, n=1, cutoff=0.75)
        hint = both(f" Apakah maksudnya '{near[0]}'?", f" Is '{near[0]}' meant?") if near else both("", "")
        notes.warning(
            "unknown-key", name,
            both(
                f"Kunci '{name}' tidak dikenal dan tidak dihitung.{hint.id}",
                f"The key '{name}' is not known and not computed.{hint.en}",
            ),
            ids=(name,),
        )  # fmt: skip
    return notes.all()


def _solve(key: str, node: Node, root: Node, tables: Tables, notes: Notes) -> dict[str, Any]:
    if key in ("ife", "efe"):
        table = read_table(node, key, root)
        answer, scores = solve_table(table, notes)
        tables[key] = (table, scores)
        return answer
    if key == "quadrant":
        return solve_quadrant(node, tables, notes)
    if key == "ie":
        return solve_ie(node, tables, notes)
    if key == "qspm" and tables and node.is_mapping and node.get("factors", "faktor") is None:
        weights = {name: weight for _, scores in tables.values() for name, weight in scores.weights.items()}
        node = Node({**node.value, "factors": weights}, node.file, node.place)
    return _ALONE[key](node, notes)


def _across(tables: Tables) -> list[Finding]:
    """A factor that stands inside and outside at once."""
    if len(tables) < 2:
        return []
    notes = Notes("efe")
    inside = {" ".join(row.text.casefold().split()): row.rated.id for row in tables["ife"][0].rows if row.text}
    for row in tables["efe"][0].rows:
        other = inside.get(" ".join(row.text.casefold().split())) if row.text else None
        if other is not None:
            notes.error(
                "factor-in-two-boxes", f"factors.{row.rated.id}",
                both(
                    f"{other} (internal) dan {row.rated.id} (eksternal) berbunyi sama.",
                    f"{other} (inside) and {row.rated.id} (outside) say the same.",
                ),
                ids=(other, row.rated.id),
            )  # fmt: skip
    return notes.all()


def _plain(value: Any) -> Any:
    """Python's own numbers, lists and mappings; NaN and infinity become null."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value
