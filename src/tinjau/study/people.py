"""What people answered, judged, decided and do: the tables of a study."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from tinjau.model import Action, Answer, Decision, DecisionVerdict, InputError, Judgement
from tinjau.study.tables import read_table


class JudgementKind(StrEnum):
    """What a rater may give, as the contract lists it."""

    WEIGHT = "weight"
    RATING = "rating"
    RANK = "rank"
    VOTE = "vote"


def read_answers(tables: Sequence[tuple[Path, str]]) -> tuple[Answer, ...]:
    """All answers of all files; raises InputError where one assessor answers the same question twice."""
    found: list[Answer] = []
    seen: dict[tuple[str, ...], str] = {}
    for path, label in tables:
        columns = ("unit", "assessor", "evidence", "note", "date")
        for row in read_table(path, label, ("instrument", "indicator", "value"), columns):
            answer = Answer(
                instrument=row.need_id("instrument"),
                indicator=row.need_id("indicator"),
                value=row.need("value"),
                unit=row.get("unit"),
                assessor=row.get("assessor"),
                evidence=row.get("evidence"),
                note=row.get("note"),
                date=row.get("date"),
                where=row.where,
            )
            key = (answer.instrument, answer.indicator, answer.unit, answer.assessor)
            if key in seen:
                raise row.fault(
                    "indicator",
                    f"{answer.assessor or 'the assessor'} answered this before, in {seen[key]}",
                    "Keep one answer of an assessor to a question",
                )
            seen[key] = row.where
            found.append(answer)
    return tuple(found)


def read_judgements(tables: Sequence[tuple[Path, str]]) -> tuple[Judgement, ...]:
    """All weights, ratings, ranks and votes; raises InputError where a rater gives the same one twice in a round."""
    found: list[Judgement] = []
    seen: dict[tuple[str, ...], str] = {}
    for path, label in tables:
        for row in read_table(path, label, ("assessor", "subject", "kind", "value"), ("round",)):
            if not row.get("kind"):
                raise row.fault("kind", "this cell is empty", f"Write one of: {', '.join(JudgementKind)}")
            judgement = Judgement(
                assessor=row.need("assessor"),
                subject=row.need("subject"),
                kind=row.choice("kind", JudgementKind, JudgementKind.VOTE).value,
                value=row.need("value"),
                round=row.get("round"),
                where=row.where,
            )
            key = (judgement.assessor, judgement.subject, judgement.kind, judgement.round)
            if key in seen:
                raise row.fault(
                    "subject",
                    f"{judgement.assessor} judged this before, in {seen[key]}",
                    "Keep one of the two, or name the round",
                )
            seen[key] = row.where
            found.append(judgement)
    return tuple(found)


def read_decisions(path: Path, label: str) -> tuple[Decision, ...]:
    """What people decided, oldest first; a later decision on the same subject stands over an earlier one."""
    found: list[Decision] = []
    for row in read_table(path, label, ("subject", "verdict"), ("by", "at", "reason")):
        if not row.get("verdict"):
            raise row.fault("verdict", "this cell is empty", f"Write one of: {', '.join(DecisionVerdict)}")
        verdict = row.choice("verdict", DecisionVerdict, DecisionVerdict.ACCEPT)
        found.append(Decision(row.need("subject"), verdict.value, row.get("by"), row.get("at"), row.get("reason")))
    return tuple(found)


def read_actions(path: Path, label: str) -> tuple[Action, ...]:
    """Who does what by when, with which money; amounts stay as written."""
    columns = ("owner", "start", "end", "budget", "spent", "indicator", "status")
    rows = read_table(path, label, ("strategy",), columns)
    return tuple(Action(row.need("strategy"), *(row.get(column) for column in columns)) for row in rows)


def refuse_unknown_instruments(answers: Sequence[Answer], instruments: Sequence[str]) -> None:
    """Raises InputError where an answer names an instrument that the study does not use."""
    for answer in answers:
        if answer.instrument not in instruments:
            file, _, place = answer.where.partition(", ")
            raise InputError(
                file,
                f"{place}, column instrument",
                f"the study does not use an instrument '{answer.instrument[:60]}'",
                f"Use one of {', '.join(instruments)}, or add it under instruments in study.yaml",
            )
