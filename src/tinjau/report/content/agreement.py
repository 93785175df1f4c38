"""How far assessors agree: over everything and by instrument, with what the measure means."""

from collections.abc import Mapping
from typing import Any

from tinjau.report.content.edition import Edition
from tinjau.report.content.tables import columns
from tinjau.report.document import Block, Line, Para, Row, Table
from tinjau.texts import number, percent


def agreement_block(edition: Edition) -> Block:
    """A row for everything and one for each instrument; a sentence where there were fewer than two assessors."""
    agreement = edition.assessment.agreement
    if agreement is None:
        return Para((edition.say("method.no-agreement"),))
    each_one = agreement.get("by_instrument")
    measured = [each for each in each_one if isinstance(each, Mapping)] if isinstance(each_one, list) else []
    rows = [_row(edition, (edition.say("agreement.all"),), agreement)]
    rows += [_row(edition, (edition.instrument_title(str(each.get("instrument"))),), each) for each in measured]
    differing = agreement.get("differing")
    note = [edition.say("agreement.note")]
    if isinstance(differing, list) and differing:
        note.append(edition.say("agreement.differing", n=len(differing)))
    heads = columns(edition, "instrument", "questions", "equal", "alpha", parts=(40, 20, 15, 25))
    return Table(edition.say("table.agreement"), heads, tuple(rows), note=(" ".join(note),))


def _row(edition: Edition, name: Line, measured: Mapping[str, Any]) -> Row:
    equal, questions = measured.get("percent"), measured.get("questions")
    return Row(
        (
            name,
            (number(questions, edition.lang) if isinstance(questions, int | float) else "–",),
            (percent(equal, edition.lang) if isinstance(equal, int | float) else "–",),
            (_alpha(edition, measured),),
        )
    )


def _alpha(edition: Edition, measured: Mapping[str, Any]) -> str:
    alpha, interval = measured.get("alpha"), measured.get("interval")
    if not isinstance(alpha, int | float):
        return "–"
    shown = number(alpha, edition.lang)
    if isinstance(interval, list) and all(isinstance(each, int | float) for each in interval):
        shown += f" ({'–'.join(number(each, edition.lang) for each in interval)})"
    return shown
