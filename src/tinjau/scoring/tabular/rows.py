"""Answers as rows, checked against a plan and ordered into a table."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tinjau.model import InputError, InputFaults
from tinjau.scoring.tabular.plan import Plan, Question
from tinjau.scoring.tabular.values import Blank, Cell, UnitKey

DECIDED = "decided"
"""The reserved assessor: a row by `decided` or `decided:NAME` holds what people agreed on; its note says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer as it was written: `where` is its place in `file` (or names both, as a study's answers do).

    `repeat` tells several objects of one unit apart (addresses, portals, people).
    """

    unit: str | Mapping[str, str]
    indicator: str
    value: str
    assessor: str = ""
    note: str = ""
    where: str = ""
    repeat: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A reconciled answer: its value, by whom and why."""

    unit: UnitKey
    question: str
    repeat: str
    value: str
    by: str
    why: str


Answers = dict[UnitKey, dict[str, dict[str, Cell]]]
"""Unit, question, repeat, cell."""


@dataclass(slots=True)
class Table:
    """Rows in order: for each assessor its cells; attributes of units; given values of nodes; what was decided."""

    answers: dict[str, Answers] = field(default_factory=dict)
    written: dict[tuple[UnitKey, str, str], dict[str, str]] = field(default_factory=dict)
    attributes: dict[UnitKey, dict[str, str]] = field(default_factory=dict)
    given: dict[str, dict[UnitKey, float]] = field(default_factory=dict)
    given_where: dict[tuple[str, UnitKey], str] = field(default_factory=dict)
    decided: list[Decided] = field(default_factory=list)
    units: dict[UnitKey, None] = field(default_factory=dict)

    @property
    def assessors(self) -> tuple[str, ...]:
        """Who answered, without the reserved name, in order of name."""
        return tuple(sorted(name for name in self.answers if name != DECIDED))


def read_number(text: str) -> float | None:
    """A finite number written with a decimal point or a decimal comma; None where the text is none."""
    plain = text.strip().replace(",", ".")
    if not plain or len(plain) > 40 or not set(plain) <= set("0123456789.+-eE"):
        return None
    try:
        number = float(plain)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def read_cell(question: Question, text: str) -> Cell | None:
    """The cell that an answer means; None where the question does not allow it. An empty answer is missing."""
    word = text.strip().casefold()
    if not word:
        return Blank.MISSING
    if word in question.words:
        return question.words[word]
    if question.numeric:
        number = read_number(text)
        if number is not None and question.low <= number <= question.high:
            return number if not question.whole or number.is_integer() else None
    return None


def unit_key(plan: Plan, unit: str | Mapping[str, str]) -> UnitKey | None:
    """The unit's names, widest first, without trailing empty ones; None where a name in the middle is empty."""
    columns = plan.columns
    names = [unit.strip()] if isinstance(unit, str) else [str(unit.get(each, "")).strip() for each in columns]
    while names and not names[-1]:
        names.pop()
    return None if not names or "" in names else tuple(names)


def unit_mapping(plan: Plan, key: UnitKey) -> dict[str, str]:
    """The unit as the contract writes it: column name to name."""
    return dict(zip(plan.columns, key, strict=False))


def build_table(plan: Plan, rows: Iterable[Row]) -> Table:
    """The rows ordered into a table. Raises InputFaults with one fault for each row that cannot be used."""
    table, faults = Table(), []
    seen: dict[tuple[str, UnitKey, str, str], str] = {}
    node_ids = {node.key.id: set[str]() for node in plan.nodes}
    for node in plan.nodes:
        node_ids[node.key.id].add(node.key.unit)
    for row in rows:
        fault = _place(plan, table, row, seen, node_ids)
        if fault:
            faults.append(fault)
    if faults:
        raise InputFaults(faults)
    if not table.answers and not table.given:
        raise InputError("answers", "", "there is no answer in them", "Give at least one row with a value")
    return table


def _place(
    plan: Plan,
    table: Table,
    row: Row,
    seen: dict[tuple[str, UnitKey, str, str], str],
    node_ids: Mapping[str, set[str]],
) -> InputError | None:
    """Put one row into the table, or say what is wrong with it."""
    key, code = unit_key(plan, row.unit), row.indicator.strip()
    if key is None:
        return _fault(row, "the unit is not named in full", f"Fill {', '.join(plan.columns)} from the left")
    level = plan.level_of(len(key))
    value, formula = row.value.strip(), row.value.lstrip()[:1]
    if formula in {"=", "@"} or (formula in {"+", "-"} and read_number(value) is None):
        return _fault(row, f"{_short(value)} is a formula or command, not an answer", "Write the value itself")
    if code in plan.attributes:
        return _place_attribute(plan, table, row, key, level)
    if code not in plan.questions:
        if code in node_ids:
            return _place_given(table, row, key, level, node_ids[code])
        problem = f"{_short(code) or 'an empty code'} is not a code of {plan.instrument}"
        return _fault(row, problem, "Use the codes that `tinjau instruments show` lists")
    question = plan.questions[code]
    if question.unit != level:
        columns = ", ".join(plan.units[question.unit])
        return _fault(row, f"{code} is answered for each {question.unit}", f"Name the unit by {columns}")
    cell = read_cell(question, value)
    if cell is None:
        return _fault(row, f"{_short(value)} is not on the scale of {code}", f"Write {question.allowed}")
    name, repeat = row.assessor.strip(), row.repeat
    if plan.assessors == "respondents" and not repeat:
        name, repeat = "", name
    decided_by = _decided_by(name)
    owner = DECIDED if decided_by is not None else name
    mark = (owner, key, code, repeat)
    if mark in seen:
        who = f" by {name!r}" if name else ""
        problem = f"{code} is answered twice{who} for {' / '.join(key)} (also in {seen[mark]})"
        return _fault(row, problem, "Keep one of the rows")
    seen[mark] = row.where
    table.units.setdefault(key)
    table.answers.setdefault(owner, {}).setdefault(key, {}).setdefault(code, {})[repeat] = cell
    table.written.setdefault((key, code, repeat), {})[owner] = value
    if decided_by is not None:
        table.decided.append(Decided(key, code, repeat, value, decided_by, row.note.strip()))
    return None


def _place_attribute(plan: Plan, table: Table, row: Row, key: UnitKey, level: str) -> InputError | None:
    attribute, word = plan.attributes[row.indicator.strip()], row.value.strip().casefold()
    word = word if word in attribute.values else attribute.labels.get(word, word)
    if attribute.unit != level:
        columns = ", ".join(plan.units[attribute.unit])
        return _fault(row, f"{attribute.id} belongs to each {attribute.unit}", f"Name the unit by {columns}")
    if word and word not in attribute.values:
        allowed = ", ".join(attribute.values)
        return _fault(row, f"{_short(word)} is not a value of {attribute.id}", f"Write one of {allowed}")
    known = table.attributes.setdefault(key, {})
    if known.get(attribute.id, word) != word:
        return _fault(row, f"{attribute.id} is stated twice and differently", "Keep one of the rows")
    known[attribute.id] = word
    table.units.setdefault(key)
    return None


def _place_given(table: Table, row: Row, key: UnitKey, level: str, levels: set[str]) -> InputError | None:
    """A value of a node itself (a published index): used where it cannot be computed, compared where it can."""
    code, number = row.indicator.strip(), read_number(row.value)
    if level not in levels:
        problem = f"{code} has no value for a unit such as {' / '.join(key)}"
        return _fault(row, problem, f"It stands at {', '.join(sorted(levels))}")
    if not row.value.strip():
        return None
    if number is None:
        return _fault(row, f"{_short(row.value)} is not a number", "Write digits with a decimal point or comma")
    if key in table.given.get(code, {}):
        return _fault(row, f"{code} is given twice for {' / '.join(key)}", "Keep one of the rows")
    table.given.setdefault(code, {})[key] = number
    table.given_where[code, key] = row.where
    table.units.setdefault(key)
    return None


def _decided_by(assessor: str) -> str | None:
    head, _, tail = assessor.partition(":")
    return tail.strip() if head.strip().casefold() == DECIDED else None


def _short(text: str) -> str:
    text = text.strip()
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”" if text else ""


def _fault(row: Row, problem: str, mend: str) -> InputError:
    if row.file:
        return InputError(row.file, row.where, problem, mend)
    file, comma, place = row.where.rpartition(", ")
    return InputError(file if comma else row.where or "answers", place if comma else "", problem, mend)
