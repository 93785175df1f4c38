"""Answers in and out of tables: CSV files, folders of tables, workbooks; and scores beside published ones."""

from tinjau.study.workbook.answers import read_answers
from tinjau.study.workbook.comparing import compare_with
from tinjau.study.workbook.differences import Difference, differences, differences_document
from tinjau.study.workbook.previous import bridge, follows
from tinjau.study.workbook.reading import Reading
from tinjau.study.workbook.writing import write_workbook

__all__ = [
    "Difference", "Reading", "bridge", "compare_with", "differences", "differences_document", "follows",
    "read_answers", "write_workbook",
]  # fmt: skip
