"""Answers for an instrument, out of whichever form they were handed in."""

from pathlib import Path

from tinjau.model import InputError, Instrument
from tinjau.study.workbook.answers_csv import read_csv
from tinjau.study.workbook.filled import read_workbook
from tinjau.study.workbook.folder_answers import read_folder
from tinjau.study.workbook.reading import Reading


def read_answers(instrument: Instrument, path: Path) -> Reading:
    """The answers at `path`: a folder of tables, a filled workbook (.xlsx) or a CSV file.

    Raises InputError (InputFaults where there are several) and reads nothing at all where anything cannot be used.
    """
    if path.is_dir():
        return read_folder(instrument, path)
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        return read_csv(instrument, path)
    if path.suffix.lower() == ".xlsx" and path.exists():
        return read_workbook(instrument, path)
    if not path.exists():
        raise InputError(str(path), "", "there is no such file or folder", "Check its name")
    raise InputError(str(path), "", "answers are read from .csv, .xlsx or a folder", "Save the table as CSV UTF-8")
