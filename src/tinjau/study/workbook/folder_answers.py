"""A folder of tables as answers, laid out as the pack's `folder:` says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tinjau.model import InputError, Instrument, LintFinding, Severity, Text
from tinjau.scoring.tabular import Row
from tinjau.study.workbook.delimited import Table, need_columns, read_delimited
from tinjau.study.workbook.reading import Reading


def read_folder(instrument: Instrument, folder: Path) -> Reading:
    """The answers in the tables that the pack names; other files of the folder are never opened.

    Raises InputError where the instrument is not read from a folder, a table is missing, or one cannot be read.
    """
    layout = instrument.data.get("folder")
    if not isinstance(layout, Mapping):
        raise InputError(str(folder), "", f"{instrument.id} is not read from a folder", "Give a CSV file or a workbook")
    names = _Names(layout.get("same") or {})
    rows: list[Row] = []
    for entry in layout["files"]:
        path = folder / entry["file"]
        if not path.is_file():
            wanted = ", ".join(each["file"] for each in layout["files"])
            raise InputError(str(folder), entry["file"], "this table is missing", f"The folder needs {wanted}")
        table = read_delimited(path)
        need_columns(table, entry["unit"])
        if not any(name in table.columns for name in entry["columns"]):
            wanted = ", ".join(entry["columns"])
            raise InputError(table.file, "line 1", "it has none of the columns that are read", f"It may have {wanted}")
        rows.extend(_rows(table, entry, names))
    return Reading(tuple(rows), tuple(names.notes))


@dataclass(slots=True)
class _Names:
    """Units whose names in several tables are the same unit by their first word (its number), written differently.

    The name in the first table stands; every other one gets a note.
    """

    rule: Mapping[str, str]
    known: dict[tuple[str, ...], str] = field(default_factory=dict)
    told: set[tuple[str, ...]] = field(default_factory=set)
    notes: list[LintFinding] = field(default_factory=list)

    def settle(self, unit: dict[str, str], where: str) -> dict[str, str]:
        """The unit by the name that stands for it."""
        column = self.rule.get("column", "")
        written = unit.get(column, "")
        if not written:
            return unit
        wider = tuple(value for name, value in unit.items() if name != column)
        key = (*wider, written.split()[0])
        stands = self.known.setdefault(key, written)
        if stands != written and (*key, written) not in self.told:
            self.told.add((*key, written))
            self.notes.append(
                LintFinding(
                    "unit-name-differs", Severity.NOTICE, where,
                    Text(
                        f"“{written}” dibaca sebagai “{stands}”, karena nomornya sama.",
                        f"“{written}” is read as “{stands}”, because its number is the same.",
                    ),
                )
            )  # fmt: skip
        return {**unit, column: stands}


def _rows(table: Table, entry: Mapping[str, Any], names: _Names) -> Iterator[Row]:
    """Each cell as an answer; where rows are repeats, the number of the row within its unit tells them apart."""
    counts: dict[tuple[str, ...], int] = defaultdict(int)
    read = [name for name in entry["columns"] if name in table.columns]
    for line in table.lines:
        unit = names.settle({name: line.cells.get(name, "") for name in entry["unit"]}, table.where(line))
        key = tuple(unit.values())
        counts[key] += 1
        repeat = str(counts[key]) if entry.get("rows") == "repeats" else ""
        for name in read:
            where = f"line {line.number}, column {name}"
            yield Row(unit, name, line.cells.get(name, ""), where=where, repeat=repeat, file=table.file)
