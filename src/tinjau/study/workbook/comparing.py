"""Scores beside published ones: every cell that differs, with both values."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tinjau.model import InputError, Instrument
from tinjau.scoring.tabular import TabularResult, read_number
from tinjau.study.workbook.delimited import Table, need_columns, read_delimited

_EQUAL = 1e-6
"""Below this two printed numbers count as the same; project choice, far under the last decimal that is published."""

Cell = tuple[tuple[tuple[str, str], ...], str]


def compare_with(instrument: Instrument, result: TabularResult, folder: Path) -> dict[str, Any]:
    """Every published cell beside the computed one.

    `differing` lists cells that differ by more than the tolerance that the pack states for their table, `close` the
    cells that differ by less, `only_published` and `only_computed` those that one side leaves empty. Raises InputError
    where the pack says of no published table how it is laid out, or a table cannot be read.
    """
    layout = instrument.data.get("published")
    if not isinstance(layout, Mapping):
        raise InputError(str(folder), "", f"{instrument.id} does not say how published scores are laid out")
    computed = {(tuple(sorted(each.unit.items())), each.id): each.score for each in result.scores}
    document: dict[str, Any] = {"tables": [], "differing": [], "close": [], "only_published": [], "only_computed": []}
    for entry in layout["files"]:
        path = folder / entry["file"]
        if not path.is_file():
            raise InputError(str(folder), entry["file"], "this table is missing", "Name the folder of published scores")
        _compare_table(document, entry, dict(_cells(read_delimited(path), entry)), computed)
    return document


def _compare_table(
    document: dict[str, Any], entry: Mapping[str, Any], published: Mapping[Cell, float | None],
    computed: Mapping[Cell, float | None],
) -> None:  # fmt: skip
    tolerance = float(entry["tolerance"])
    counts = {"same": 0, "close": 0, "differing": 0, "only_published": 0, "only_computed": 0, "empty": 0}
    by_id: dict[str, dict[str, int]] = {}
    for cell, theirs in published.items():
        ours = computed.get(cell)
        kind = _kind(ours, theirs, tolerance)
        counts[kind] += 1
        each = by_id.setdefault(cell[1], dict.fromkeys(counts, 0))
        each[kind] += 1
        if kind not in {"same", "empty"}:
            document[kind].append(
                {"file": entry["file"], "unit": dict(cell[0]), "id": cell[1], "computed": ours, "published": theirs}
            )
    document["tables"].append({"file": entry["file"], "tolerance": tolerance, **counts, "by_id": by_id})


def _kind(ours: float | None, theirs: float | None, tolerance: float) -> str:
    if ours is None or theirs is None:
        if ours is None and theirs is None:
            return "empty"
        return "only_published" if ours is None else "only_computed"
    gap = abs(ours - theirs)
    return "same" if gap <= _EQUAL else "close" if gap <= tolerance else "differing"


def _cells(table: Table, entry: Mapping[str, Any]) -> Iterator[tuple[Cell, float | None]]:
    need_columns(table, entry["unit"])
    whole = entry.get("whole") or {}
    for line in table.lines:
        unit = {name: line.cells.get(name, "") for name in entry["unit"]}
        if whole and unit.get(whole["column"]) == whole["word"]:
            del unit[whole["column"]]
        key = tuple(sorted(unit.items()))
        if "columns" in entry:
            found = {code: line.cells.get(column, "") for column, code in entry["columns"].items()}
        else:
            code = entry["names"].get(line.cells.get(entry["id"], ""))
            found = {code: line.cells.get(entry["value"], "")} if code else {}
        for code, text in found.items():
            number = read_number(text)
            if text and number is None:
                raise InputError(table.file, f"line {line.number}", f"'{text[:40]}' is not a number", "Write digits")
            yield (key, code), number
