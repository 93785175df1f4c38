"""Answers in and out of tables: CSV files, folders of tables, workbooks; and scores beside published ones."""

from tinjau.study.workbook.answers import read_answers
from tinjau.study.workbook.comparing import compare_with
from tinjau.study.workbook.reading import Reading

__all__ = ["Reading", "compare_with", "read_answers"]
