"""The years that a document's name speaks of. Of a span one counts: of a plan the first, of a report the last.

`Renstra 2021-2026` is a plan of 2021: its last year says nothing of how new it is.
"""

import re2

FIRST, LAST = 1990, 2049
_NUMBER = re2.compile(r"\d+")
_SPANS = frozenset(
    ["-", "–", "—", "/", "_", "- tahun", "s/d", "s.d", "s.d.", "sd", "sampai", "sampai dengan", "sampai tahun",
        "hingga", "to", "until", "a", "al", "au", "à", "hasta"]
)  # fmt: skip
_REPORTS = frozenset({"performance", "financial_report"})  # of what was: a span ends when the report is written
_LONGEST = 30  # years of a span: the longest plan that is made is for twenty


def years_of(text: str, concept: str = "") -> list[int]:
    """The years in the text in their order, 1990 to 2049, of each span the one that counts for the concept."""
    found = [(int(match.group()), *match.span()) for match in _NUMBER.finditer(text) if _is_year(match.group())]
    years: list[int] = []
    alone = len({each[0] for each in found}) == 2
    at = 0
    while at < len(found):
        year, _, end = found[at]
        at += 1
        if at < len(found) and _is_span(text[end : found[at][1]], year, found[at][0], alone=alone):
            year = found[at][0] if concept in _REPORTS else year
            at += 1
        years.append(year)
    return years


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and FIRST <= int(digits) <= LAST


def _is_span(between: str, first: int, second: int, *, alone: bool) -> bool:
    """Whether two years are the ends of a span; with a blank between them where there are no others (file names become
    `rpjmd 2021 2026`).
    """
    mark = between.strip().lower()
    return 0 < second - first <= _LONGEST and (mark in _SPANS or (not mark and alone))
