"""How an instrument stands in a workbook: which sheets, which rows or columns, what may be answered.

Two layouts. A *form* has one sheet a criterion and one row an indicator, for one unit and one assessor; it serves
instruments that are answered once for a government. A *list* has one row a unit (a service, a complaint, a respondent)
and one column an indicator, for all others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tinjau.model import Criterion, Indicator, Instrument, Text
from tinjau.scoring.tabular import ONE_ANSWER, Plan, read_plan

FORMAT = "1"
"""The version of this layout; a workbook of another one is refused."""

HIDDEN = "_tinjau"
"""The hidden sheet that names instrument, version and layout."""

ABOUT = "Petunjuk - About"
"""The first sheet: what this is, and the cells for unit and assessor."""

OTHER = "Data lain - Other data"
"""The sheet of inputs that are no indicators."""

UNITS = "Unit - Units"
"""The sheet of attributes of units in a list."""

FORM_HEADER = ("Kode - Code", "Pertanyaan", "Question", "Jawaban - Answer", "Bukti - Evidence", "Catatan - Note")
"""The columns of a form's sheet."""

CODE, ANSWER, EVIDENCE, NOTE = 0, 3, 4, 5
"""Where code, answer, evidence and note stand in a form's row, from 0."""

HEADER_ROW = 1
"""The row of a form's header, from 0; the criterion's title stands above it."""

LIST_TITLES = 3
"""Rows above the first unit of a list: codes, Indonesian and English titles."""

UNIT_CELL, ASSESSOR_CELL = "B4", "B5"
"""Where a form's unit and assessor are written on the first sheet."""

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\,'", " "))
_NAME = 31  # signs in a sheet's name (Excel's limit)


SHOWN: Mapping[str, str] = {"yes": "ya", "no": "tidak", "nr": "tidak relevan"}
"""How the common answers stand in drop-downs; every spelling that is read back is in scoring/tabular/questions.py."""

_COMMON = {
    "yes": Text("ya", "yes"),
    "no": Text("tidak", "no"),
    "nr": Text("tidak relevan: tidak berlaku bagi unit ini", "not relevant: does not apply to this unit"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as a workbook asks it: its answers as they are shown, their texts, and what to bring.

    `texts` has for each value of the pack what it means; `shown` what stands for it in the drop-down.
    """

    code: str
    title: Text
    answers: tuple[str, ...]
    texts: Mapping[str, Text]
    low: float | None = None
    high: float | None = None
    whole: bool = False
    bring: tuple[Text, ...] = ()
    ask: Text | None = None
    draft: bool = False

    def shown(self, value: str) -> str:
        """A value as the drop-down has it: in Indonesian where it is a word, as it is where it is a number."""
        text = self.texts.get(value)
        return value if value.isdigit() else SHOWN.get(value) or (text.id if text else value)


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its name, title, level of units and questions; whether one unit may stand in several rows."""

    name: str
    title: Text
    level: str
    asked: tuple[Asked, ...]
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """All sheets of an instrument's workbook. `kind` is form or list."""

    kind: str
    plan: Plan
    pages: tuple[Page, ...]


def layout_of(instrument: Instrument) -> Layout:
    """How the instrument stands in a workbook. Raises InputError where it is not answered in tables."""
    plan = read_plan(instrument)
    kind = "form" if len(plan.units) == 1 and plan.assessors != "respondents" else "list"
    pages = tuple(_form_pages(instrument, plan) if kind == "form" else _list_pages(instrument, plan))
    return Layout(kind, plan, pages)


def _form_pages(instrument: Instrument, plan: Plan) -> Iterator[Page]:
    names: set[str] = set()
    for criterion in instrument.criteria:
        asked = tuple(_asked(each, plan) for each in instrument.indicators if each.criterion == criterion.id)
        if asked:
            yield Page(_sheet_name(criterion, names), criterion.title, next(iter(plan.units)), asked)
    inputs = tuple(_inputs(instrument, plan, next(iter(plan.units))))
    if inputs:
        yield Page(OTHER, Text("Data lain yang dipakai hitungan", "Other data that the calculation uses"), "", inputs)


def _list_pages(instrument: Instrument, plan: Plan) -> Iterator[Page]:
    titles = {each.id: each.title for each in instrument.criteria}
    for level in plan.units:
        attributes = tuple(_attributes(instrument, plan, level))
        inputs = tuple(_inputs(instrument, plan, level)) if plan.assessors != "respondents" else ()
        if attributes or inputs:
            yield Page(
                f"{UNITS} ({level})"[:_NAME], Text("Sifat setiap unit", "Attributes of each unit"), level,
                (*attributes, *inputs),
            )  # fmt: skip
        asked = tuple(_asked(each, plan) for each in instrument.indicators if plan.questions[each.id].unit == level)
        if asked:
            title = titles[instrument.indicators[0].criterion] if len(titles) == 1 else Text(level, level)
            repeats = any(node.key.unit == level and node.repeats != ONE_ANSWER for node in plan.nodes)
            yield Page(f"Jawaban - Answers ({level})"[:_NAME], title, level, asked, repeats)


def _sheet_name(criterion: Criterion, names: set[str]) -> str:
    name = " ".join(f"{criterion.id} {criterion.title.id}".translate(_FORBIDDEN).split())[:_NAME].strip()
    while name.casefold() in names:
        name = f"{name[: _NAME - 3]} {len(names)}"
    names.add(name.casefold())
    return name


def _asked(indicator: Indicator, plan: Plan) -> Asked:
    question, extra = plan.questions[indicator.id], indicator.extra
    levels = {str(each["level"]): _text(each["text"]) for each in extra.get("levels") or ()}
    texts = levels or {str(each["value"]): _text(each["text"]) for each in extra.get("options") or ()}
    texts = texts or {value: _COMMON[value] for value in indicator.values if value in _COMMON and not question.numeric}
    answers = tuple(indicator.values)
    if question.numeric and not all(each.isdigit() for each in answers):
        answers = ()  # a pack without `values:` has yes and no, which a scale does not know
    return Asked(
        indicator.id, indicator.question, answers, texts,
        question.low if question.numeric else None, question.high if question.numeric else None, question.whole,
        tuple(_text(each) for each in extra.get("bring") or ()), indicator.ask,
        draft=extra.get("level_verified") is False,
    )  # fmt: skip


def _inputs(instrument: Instrument, plan: Plan, level: str) -> Iterator[Asked]:
    inputs: Mapping[str, Any] = instrument.data["calculation"].get("inputs") or {}
    for name, data in inputs.items():
        question = plan.questions[str(name)]
        if question.unit == level:
            title = _text(data["title"]) if "title" in data else Text(str(name), str(name))
            yield Asked(str(name), title, (), {}, question.low, question.high, question.whole)


def _attributes(instrument: Instrument, plan: Plan, level: str) -> Iterator[Asked]:
    data: Mapping[str, Any] = instrument.data["calculation"].get("attributes") or {}
    for name, attribute in plan.attributes.items():
        if attribute.unit == level:
            title = data[name].get("title")
            options = {str(each["value"]): _text(each["text"]) for each in data[name].get("options") or ()}
            texts = options or {value: _COMMON[value] for value in attribute.values if value in _COMMON}
            yield Asked(name, _text(title) if title else Text(name, name), attribute.values, texts)


def _text(data: Mapping[str, Any]) -> Text:
    return Text(" ".join(str(data["id"]).split()), " ".join(str(data["en"]).split()))
