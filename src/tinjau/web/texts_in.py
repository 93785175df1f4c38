"""Text that people send: bounded, and without the characters that no database and no table can keep."""

import unicodedata

from django.http import HttpRequest


def sent(request: HttpRequest, name: str, longest: int) -> str:
    """A form field's text, at most `longest` characters; empty where it was not sent.

    Line ends are one line feed. Control characters go (PostgreSQL refuses NUL, CSV readers refuse others), and so do
    halves of surrogate pairs.
    """
    return cleaned(str(request.POST.get(name, "")), longest)


def cleaned(text: str, longest: int) -> str:
    """Text from elsewhere (a cell of a workbook), bounded and cleaned as `sent` does it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(each for each in lines if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"})
    return kept.strip()[:longest]


def number(text: str, longest: int = 9) -> int | None:
    """A whole number of at most `longest` digits; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= longest else None
