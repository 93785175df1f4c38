"""One assessor's sheet as a workbook that is filled in offline and read back: all or nothing, faults by cell."""

import io
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from tinjau.model import InputError, Lang
from tinjau.study.workbook.container import check_container
from tinjau.web.assessors.items import Question
from tinjau.web.assessors.scores import LONGEST, Given
from tinjau.web.models import AssessmentScore, AssessmentSeat
from tinjau.web.texts_in import cleaned
from tinjau.web.words import WORDS, say

FORMAT = "tinjau-round-1"
HIDDEN = "_tinjau"
MOST_ROWS = 5_000  # of the sheet of questions; project choice
_HEAD_ROW = 1  # from 0: the title stands above it
_WIDTHS = (9, 24, 26, 58, 18, 40, 40)
_HEADS = (
    "assess.column-number", "assess.column-criterion", "assess.column-unit", "assess.column-question",
    "assess.column-answer", "assess.column-evidence", "assess.column-note",
)  # fmt: skip
_LIST_LIMIT = 255  # signs of a drop-down's list (Excel's limit)
_NUMBER, _ANSWER, _EVIDENCE, _NOTE = 0, 4, 5, 6
_COMMENT = 8_000


def shown(value: str, lang: str) -> str:
    """A value as the drop-down and the page have it: a word of the language, or the level's number."""
    return say(f"word.{value}", lang) if f"word.{value}" in WORDS else value


def write_sheet(
    seat: AssessmentSeat, questions: Sequence[Question], own: Mapping[Any, AssessmentScore], lang: Lang
) -> bytes:
    """The workbook of this person for this round, with what was scored so far."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    fill = book.add_format({"bg_color": "#FFF9E5", "border": 1, "valign": "top", "text_wrap": True})
    sheet = book.add_worksheet(say("assess.sheet-name", lang)[:31])
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, f"{seat.round.title} - {seat.round.cycle.title}"[:200], book.add_format({"bold": True}))
    for column, name in enumerate(_HEADS):
        sheet.write_string(_HEAD_ROW, column, say(name, lang), head)
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    for line, question in enumerate(questions, start=_HEAD_ROW + 1):
        score = own.get(question.key)
        unit = _name(question.service, lang) if question.service else ""
        sheet.write_string(line, 0, str(question.number), text)
        sheet.write_string(line, 1, question.criterion.title.get(lang), text)
        sheet.write_string(line, 2, unit, text)
        sheet.write_string(line, 3, _asked(question, lang), text)
        sheet.write_string(line, _ANSWER, shown(score.value, lang) if score and score.value else "", fill)
        sheet.write_string(line, _EVIDENCE, score.evidence if score else "", fill)
        sheet.write_string(line, _NOTE, score.note if score else "", fill)
        choices = [shown(each, lang) for each in question.values]
        if len(",".join(choices)) <= _LIST_LIMIT and not any("," in each for each in choices):
            sheet.data_validation(line, _ANSWER, line, _ANSWER, {"validate": "list", "source": choices})
        meanings = "\n".join(f"{value}: {each.get(lang)}" for value, each in question.levels.items())
        if meanings:
            sheet.write_comment(line, _ANSWER, meanings[:_COMMENT], {"x_scale": 3, "y_scale": 3})
    hidden = book.add_worksheet(HIDDEN)
    for line, pair in enumerate(_identity(seat)):
        hidden.write_row(line, 0, pair)
    hidden.hide()
    book.close()
    return buffer.getvalue()


def read_sheet(seat: AssessmentSeat, questions: Sequence[Question], name: str, data: bytes) -> list[Given]:
    """Every row of a filled workbook as an answer (an empty one takes the answer back).

    Raises InputError with the cell's address where the file is no workbook of this round and person, is a bomb, holds
    a formula, an unknown number or a value that the question does not have.
    """
    label = Path(name).name[:80] or "workbook.xlsx"
    with tempfile.TemporaryDirectory(prefix="tinjau-sheet-") as scratch:
        path = Path(scratch) / "sheet.xlsx"
        path.write_bytes(data)
        try:
            check_container(path)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # openpyxl warns of styles and validations that are not read
                book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
            try:
                _check_identity(book, seat, label)
                return _rows(book, questions, label)
            finally:
                book.close()
        except InputError as error:
            raise InputError(label, error.place, error.problem, error.mend) from None
        except Exception:  # openpyxl raises whatever its parts raise on a file that was tampered with
            problem = "the workbook cannot be read"
            raise InputError(label, "", problem, "Download the sheet again and fill in that one") from None


def _rows(book: Any, questions: Sequence[Question], label: str) -> list[Given]:
    known = {str(each.number): each for each in questions}
    seen: dict[str, str] = {}
    found: list[Given] = []
    for line, cells in _lines(book, label):
        number = cells[_NUMBER]
        if not any(cells):
            continue
        place = f"A{line}"
        if number not in known:
            raise InputError(label, place, f"there is no question '{number[:20]}' in this round", "Put the number back")
        if number in seen:
            raise InputError(label, place, f"question {number} stands in {seen[number]} too", "Keep one of the rows")
        seen[number] = place
        question = known[number]
        spelt = spellings(question)
        written = cells[_ANSWER].casefold()
        if written and written not in spelt:
            allowed = ", ".join(dict.fromkeys(shown(each, "id") for each in question.values))
            raise InputError(
                label, f"E{line}", f"'{cells[_ANSWER][:40]}' is no answer to it", f"Write one of: {allowed}"
            )
        value = spelt.get(written, "")
        if not value and (cells[_EVIDENCE] or cells[_NOTE]):
            raise InputError(
                label, f"E{line}", "a note stands beside no answer", "Choose an answer, or take the note out"
            )
        found.append(Given(question, value, cells[_EVIDENCE], cells[_NOTE]))
    return found


def spellings(question: Question) -> dict[str, str]:
    """Every way of writing an answer in a cell, in both languages → the value."""
    found = {}
    for value in question.values:
        for each in (value, shown(value, "id"), shown(value, "en")):
            found[each.casefold()] = value
    return found


def _lines(book: Any, label: str) -> Iterator[tuple[int, list[str]]]:
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    for line, cells in enumerate(sheet.iter_rows(max_col=len(_WIDTHS)), start=1):
        if line > MOST_ROWS:
            if any(each.value is not None for each in cells):
                raise InputError(label, f"A{line}", f"more than {MOST_ROWS} rows", "Take the other rows out")
            if line > MOST_ROWS * 10:
                return
            continue
        if line <= _HEAD_ROW + 1:
            continue
        row = [_text(each, label, line, column) for column, each in enumerate(cells)]
        yield line, [*row, *([""] * len(_WIDTHS))][: len(_WIDTHS)]


def _text(cell: Any, label: str, line: int, column: int) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e9:
        value = int(value)
    text = cleaned(str(value), LONGEST + 1)
    place = f"{chr(ord('A') + column)}{line}"
    if cell.data_type == "f":
        raise InputError(label, place, "a formula stands here", "Write the text itself")
    if len(text) > LONGEST:
        raise InputError(label, place, f"the text is longer than {LONGEST} characters", "Shorten it")
    return text


def _identity(seat: AssessmentSeat) -> list[tuple[str, str]]:
    return [
        ("format", FORMAT), ("cycle", str(seat.round.cycle_id)), ("round", str(seat.round.number)),
        ("assessor", seat.label),
    ]  # fmt: skip


def _check_identity(book: Any, seat: AssessmentSeat, label: str) -> None:
    mend = "Download the sheet of this round and fill in that one"
    if HIDDEN not in book.sheetnames:
        raise InputError(label, HIDDEN, "the hidden sheet that names the round is missing", mend)
    rows = book[HIDDEN].iter_rows(values_only=True, max_row=10, max_col=2)
    said = {str(each[0]): str(each[1]) for each in rows if len(each) > 1}
    for name, value in _identity(seat):
        if said.get(name) != value:
            problem = "this workbook belongs to another round or another assessor"
            raise InputError(label, HIDDEN, problem, mend)


def _asked(question: Question, lang: Lang) -> str:
    text = question.text.get(lang)
    return text if question.indicator else say("assess.verdict-on", lang, criterion=text)


def _name(row: Mapping[str, str], lang: str) -> str:
    order = ("name_en", "name", "name_id") if lang == "en" else ("name_id", "name", "name_en")
    return next((row[each] for each in order if row.get(each)), row.get("id", ""))
