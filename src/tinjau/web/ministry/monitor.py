"""Where each government of a round stands in each stage, who is late, and the same as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from tinjau.report.tables.table import DataTable, Value
from tinjau.web.models import Entry, Participation, Round, StageState
from tinjau.web.words import say

LATE = "late"
SHOWN_STATES = (*StageState.State.values, LATE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A government in a stage: the state that is shown (late is one of them), until when, and why it was extended."""

    kind: str
    state: str
    deadline: datetime
    extended: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One government: its cells in the order of the stages, and its evaluators' names."""

    part: Participation
    cells: tuple[Cell, ...]
    evaluators: tuple[str, ...]


def participations(the_round: Round) -> "QuerySet[Participation]":
    """The governments of a round, with what a list shows of them."""
    return the_round.participations.select_related("office", "cycle")


def wanted(found: "QuerySet[Participation]", asked: Mapping[str, str], now: datetime) -> "QuerySet[Participation]":
    """Those that fit stage and state (late among them), province, kind, and part of the name or code."""
    text = asked.get("q", "")
    if text:
        found = found.filter(Q(office__name__icontains=text) | Q(office__code__startswith=text))
    for name in ("province", "kind"):
        if asked.get(name):
            found = found.filter(**{name: asked[name]})
    stage, state = asked.get("stage", ""), asked.get("state", "")
    if state in SHOWN_STATES:
        states = StageState.objects.filter(participation=OuterRef("pk"))
        states = states.filter(stage__kind=stage) if stage else states
        if state == LATE:
            # SQLite's greatest of a null is null: without an extension the stage's own end counts.
            end = Greatest(Coalesce(F("extended_to"), F("stage__closes")), F("stage__closes"))
            states = states.annotate(end=end).filter(state__in=StageState.UNFINISHED, end__lte=now)
        else:
            states = states.filter(state=state)
        found = found.filter(Exists(states))
    return found


def lines(found: "Sequence[Participation] | QuerySet[Participation]", now: datetime | None = None) -> list[Line]:
    """The lines of these governments: four queries, however many they are."""
    moment = now or timezone.now()
    if isinstance(found, QuerySet):
        found = list(found)
    by_part: dict[int, list[StageState]] = {}
    keys = [each.pk for each in found]
    states = StageState.objects.filter(participation__in=keys).select_related("stage").order_by("stage__position")
    for each in states:
        by_part.setdefault(each.participation_id, []).append(each)
    begun = set(
        Participation.objects.filter(
            Exists(Entry.objects.filter(cycle=OuterRef("cycle"), kind="answer", payload__isnull=False)), pk__in=keys
        ).values_list("pk", flat=True)
    )
    people: dict[int, list[str]] = {}
    rows = Participation.objects.filter(pk__in=keys, assignments__isnull=False)
    for key, name in rows.values_list("pk", "assignments__user__username").order_by("assignments__pk"):
        people.setdefault(key, []).append(name)
    return [
        Line(
            part,
            tuple(cell(each, moment, begun=part.pk in begun) for each in by_part.get(part.pk, ())),
            tuple(people.get(part.pk, ())),
        )
        for part in found
    ]


def cell(each: StageState, now: datetime, *, begun: bool) -> Cell:
    """What is shown of a state at this moment. A self-assessment with an answer is under way."""
    state = each.state
    if state == StageState.State.NOT_BEGUN and begun and each.stage.kind == "self":
        state = StageState.State.UNDER_WAY
    if each.is_late(now):
        state = LATE
    return Cell(each.stage.kind, str(state), each.deadline, each.extended_to is not None)


def counts(found: Sequence[Line]) -> dict[str, dict[str, int]]:
    """Stage to state to how many governments."""
    counted: dict[str, dict[str, int]] = {}
    for line in found:
        for each in line.cells:
            of_stage = counted.setdefault(each.kind, {})
            of_stage[each.state] = of_stage.get(each.state, 0) + 1
    return counted


def sheet(found: Sequence[Line], lang: str) -> DataTable:
    """The lines as a table, with headings and states in the reader's language."""
    kinds = [each.kind for each in found[0].cells] if found else []
    heads = [say("round.code", lang), say("round.government", lang)]
    for kind in kinds:
        heads += [say(f"stage.{kind}", lang), f"{say(f'stage.{kind}', lang)}: {say('round.until', lang)}"]
    rows: list[tuple[Value, ...]] = []
    for line in found:
        cells: list[Value] = [line.part.office.code, line.part.office.name]
        for each in line.cells:
            local = timezone.localtime(each.deadline)
            cells += [say(f"standing.{each.state}", lang), local.strftime("%Y-%m-%d %H:%M")]
        rows.append((*cells, ", ".join(line.evaluators)))
    return DataTable("round", (*heads, say("round.evaluators", lang)), tuple(rows))
