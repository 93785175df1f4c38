"""Answers in one CSV file: a row an answer, or a row a unit (or respondent) with a column an indicator."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tinjau.model import InputError, Instrument, LintFinding, Severity, Text
from tinjau.scoring.tabular import Plan, Row, read_plan
from tinjau.study.workbook.delimited import Line, Table, read_delimited
from tinjau.study.workbook.reading import Reading

LONG = ("unit", "indicator", "assessor", "value", "note", "evidence", "date", "repeat", "instrument")
"""The columns of a table with a row an answer, as the contract and a study's `answers/` have them."""

WIDE = ("unit", "assessor", "repeat", "note", "date")
"""The columns beside the indicators' codes in a table with a row a unit or respondent."""

RESPONDENT = ("respondent", "responden", "no", "no.")
"""What the column that tells respondents apart may be called; their numbers are given by us where there is none."""

ALIASES = {
    "indikator": "indicator", "kode": "indicator", "code": "indicator",
    "nilai": "value", "tingkat": "value", "level": "value", "jawaban": "value",
    "penilai": "assessor", "evaluator": "assessor", "asesor": "assessor",
    "catatan": "note", "rekomendasi": "note", "recommendation": "note",
    "bukti": "evidence", "tanggal": "date", "tahun": "date", "year": "date", "instrumen": "instrument",
}  # fmt: skip
"""What the columns of a table with a row an answer are also called; a word that is a unit's column stays that."""

SEPARATOR = " / "
"""Between the names of a unit that stand in one cell, from the widest to its own."""


def read_csv(instrument: Instrument, path: Path) -> Reading:
    """The answers in a CSV file. Raises InputError where its columns cannot be understood."""
    table = read_delimited(path)
    plan = read_plan(instrument)
    lower = _named(table, plan)
    handed_in = _published(instrument, table)
    if handed_in:
        return Reading(tuple(handed_in))
    if "indicator" in lower or "value" in lower:
        return _long(instrument, plan, table, lower)
    return _wide(instrument, plan, table, lower)


def _named(table: Table, plan: Plan) -> dict[str, str]:
    """Each column by the name that is understood, as the table writes it."""
    written = {name.casefold(): name for name in table.columns}
    kept = {*(name.casefold() for name in plan.columns), *(code.casefold() for code in plan.questions)}
    kept |= {code.casefold() for code in plan.attributes}
    found: dict[str, str] = {}
    for name, column in written.items():
        meant = name if name in kept else ALIASES.get(name, name)
        if meant in found:
            number = table.columns.index(column) + 1
            problem = f"'{column[:60]}' and '{found[meant][:60]}' mean the same"
            raise InputError(table.file, f"line 1, column {number}", problem, "Keep one of the columns")
        found[meant] = column
    return found


def _long(instrument: Instrument, plan: Plan, table: Table, lower: Mapping[str, str]) -> Reading:
    for name in ("indicator", "value"):
        if name not in lower:
            raise InputError(table.file, "line 1", f"the column '{name}' is missing", f"It needs {', '.join(LONG[:5])}")
    units = _unit_columns(plan, table, lower)
    allowed = {*LONG, *(name.casefold() for name in units.values())}
    for name, written in lower.items():
        if name not in allowed:
            raise _unknown(table, written, sorted(allowed))
    rows, others = [], 0
    for line in table.lines:
        named = _cell(line, lower, "instrument")
        if named and named != instrument.id:
            others += 1
            continue
        rows.append(
            Row(
                _unit(plan, line, units),
                _cell(line, lower, "indicator"),
                _cell(line, lower, "value"),
                _cell(line, lower, "assessor"),
                _cell(line, lower, "note"),
                f"line {line.number}",
                _cell(line, lower, "repeat"),
                table.file,
            )
        )
    return Reading(tuple(rows), tuple(_other_instruments(table, others)))


def _published(instrument: Instrument, table: Table) -> list[Row]:
    """The rows of a table of published scores, in the layout that the pack states: numbers for the nodes themselves."""
    for entry in (instrument.data.get("published") or {}).get("files", ()):
        if "names" in entry and {*entry["unit"], entry["id"], entry["value"]} <= set(table.columns):
            whole = entry.get("whole") or {"column": "", "word": ""}
            return [
                Row(
                    {
                        n: line.cells.get(n, "")
                        for n in entry["unit"]
                        if (n, line.cells.get(n)) != tuple(whole.values())
                    },
                    entry["names"].get(line.cells.get(entry["id"], ""), line.cells.get(entry["id"], "")),
                    line.cells.get(entry["value"], ""),
                    where=f"line {line.number}",
                    file=table.file,
                )
                for line in table.lines
                if line.cells.get(entry["value"], "")
            ]
    return []


def _wide(instrument: Instrument, plan: Plan, table: Table, lower: Mapping[str, str]) -> Reading:
    units = _unit_columns(plan, table, lower)
    codes = {code.casefold(): code for code in (*plan.questions, *plan.attributes, *(n.key.id for n in plan.nodes))}
    respondents = plan.assessors == "respondents"
    known = {*WIDE, *RESPONDENT, *(name.casefold() for name in units.values())}
    read = {written: codes[name] for name, written in lower.items() if name in codes and name not in known}
    if not read:
        problem = f"no column is called 'indicator', and none has a code of {instrument.id}"
        raise InputError(table.file, "line 1", problem, f"Name columns such as {', '.join(list(codes.values())[:5])}")
    unread = []
    for name, written in lower.items():
        if name not in known and written not in read:
            if not respondents or difflib.get_close_matches(name, codes, 1, 0.8):
                raise _unknown(table, written, sorted({*codes.values(), *known}))
            unread.append(written)
    rows = list(_wide_rows(plan, table, lower, units, read, respondents=respondents))
    return Reading(tuple(rows), tuple(_unread(table, unread)))


def _wide_rows(
    plan: Plan, table: Table, lower: Mapping[str, str], units: Mapping[str, str], read: Mapping[str, str],
    *, respondents: bool,
) -> Iterator[Row]:  # fmt: skip
    counter = next((lower[name] for name in RESPONDENT if name in lower), "")
    for line in table.lines:
        unit, assessor = _unit(plan, line, units), _cell(line, lower, "assessor")
        repeat = _cell(line, lower, "repeat")
        if respondents:
            repeat = repeat or line.cells.get(counter, "") or str(line.number)
        for column, code in read.items():
            where = f"line {line.number}, column {column}"
            value = line.cells.get(column, "")
            if value or code in plan.questions:
                yield Row(unit, code, value, assessor, _cell(line, lower, "note"), where, repeat, table.file)


def _unit_columns(plan: Plan, table: Table, lower: Mapping[str, str]) -> dict[str, str]:
    """The plan's unit columns as the table writes them; `unit` alone where all names stand in one cell."""
    found = {name: lower[name.casefold()] for name in plan.columns if name.casefold() in lower}
    if plan.columns[0] not in found and found:
        raise InputError(table.file, "line 1", f"the column '{plan.columns[0]}' is missing", "Name the widest unit")
    if not found and "unit" in lower:
        found = {"": lower["unit"]}
    if not any(line.cells.get(column) for column in found.values() for line in table.lines):
        return {}  # a study's answers leave the unit empty: they are about the government itself
    return found


def _unit(plan: Plan, line: Line, units: Mapping[str, str]) -> str | Mapping[str, str]:
    if not units:
        return "-"  # one unit that the table does not name
    if len(plan.columns) > 1 and len(units) == 1:
        names = line.cells.get(next(iter(units.values())), "").split(SEPARATOR)
        return dict(zip(plan.columns, names, strict=False))
    if "" in units:
        return {plan.columns[0]: line.cells.get(units[""], "")}
    return {name: line.cells.get(column, "") for name, column in units.items()}


def _cell(line: Line, lower: Mapping[str, str], name: str) -> str:
    return line.cells.get(lower[name], "") if name in lower else ""


def _unknown(table: Table, name: str, known: Sequence[str]) -> InputError:
    number = table.columns.index(name) + 1
    names = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(name.casefold(), names, 1)
    hint = f"Did you mean {names[near[0]]}" if near else f"The columns are {', '.join(known[:12])}"
    return InputError(table.file, f"line 1, column {number}", f"there is no column '{name[:60]}'", hint)


def _other_instruments(table: Table, count: int) -> Iterator[LintFinding]:
    if count:
        yield LintFinding(
            "rows-of-other-instruments", Severity.NOTICE, table.file,
            Text(
                f"{count} baris milik instrumen lain dan tidak dibaca.",
                f"{count} rows belong to other instruments and were not read.",
            ),
        )  # fmt: skip


def _unread(table: Table, names: Sequence[str]) -> Iterator[LintFinding]:
    if names:
        listed = ", ".join(name[:40] for name in names[:10])
        yield LintFinding(
            "columns-not-read", Severity.NOTICE, table.file,
            Text(
                f"Kolom berikut bukan kode instrumen dan tidak dinilai: {listed}.",
                f"These columns are no codes of the instrument and are not scored: {listed}.",
            ),
        )  # fmt: skip
