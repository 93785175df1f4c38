"""The report as a text document (DOCX) that an office can go on writing in, on its own letterhead if it brings one."""

from tinjau.report.word.docx_file import docx

__all__ = ["docx"]
