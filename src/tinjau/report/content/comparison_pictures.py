"""Comparisons drawn: years as courses and slopes, governments as small multiples and spreads. Nothing is ranked."""

from collections.abc import Sequence
from statistics import median

from tinjau.report.content.sides import Sides
from tinjau.report.document import Block, Column, Figure, Mark, Row, Table
from tinjau.report.hostile import one_line
from tinjau.report.pictures.course import CourseRow, Join, verdict_course
from tinjau.report.pictures.multiples import SmallBox, small_multiples
from tinjau.report.pictures.slope import SlopeRow, score_slopes
from tinjau.report.pictures.spread import SpreadRow, spread_strip
from tinjau.scoring.comparing import Change, CriterionRow
from tinjau.texts import number

PICTURED = 8  # assessments that stay readable side by side at 390 px (project choice)
BOXES = 24  # governments as small multiples (project choice)
_VERDICTS = ("negative", "mixed", "positive")


def comparison_figures(sides: Sides, table: Table) -> list[Block]:
    """What fits this comparison; nothing where no criterion was judged."""
    rows = sides.judged
    if not rows:
        return []
    scored = [row for row in rows if any(isinstance(value, int | float) for value in row.values)]
    worded = [row for row in rows if row not in scored]
    if sides.comparison.same_government:
        if len(sides.labels) > PICTURED:
            return []
        return [*_course(sides, worded, table), *_slopes(sides, scored)]
    return [*_multiples(sides, rows, table), *_spread_of_scores(sides, scored), *_spread_of_verdicts(sides, worded)]


def _name(sides: Sides, row: CriterionRow) -> str:
    return sides.criterion(row.instrument, row.criterion).text


def _said(mark: Mark | str) -> str:
    return mark if isinstance(mark, str) else mark.text


def _join(change: Change) -> Join:
    joins: dict[str, Join] = {"up": "up", "down": "down", "same": "same"}
    return joins.get(change.how, "open")


def _course(sides: Sides, rows: Sequence[CriterionRow], table: Table) -> list[Block]:
    if not rows:
        return []
    course = [
        CourseRow(_name(sides, row), tuple(map(sides.value, row.values)), tuple(map(_join, row.changes)))
        for row in rows
    ]
    description = "; ".join(f"{row.name}: {', '.join(map(_said, row.marks))}" for row in course)
    drawn = verdict_course(course, sides.labels, sides.say("compare.picture"), description, table, "course")
    return [Figure(drawn, (sides.say("compare.picture-years"),), beside=True)]


def _slopes(sides: Sides, rows: Sequence[CriterionRow]) -> list[Block]:
    """A picture for each instrument that gives scores: two instruments have two scales."""
    made: list[Block] = []
    for place, instrument in enumerate(dict.fromkeys(row.instrument for row in rows), 1):
        own = [row for row in rows if row.instrument == instrument]
        slopes = [
            SlopeRow(
                _name(sides, row),
                tuple(map(_score, row.values)),
                tuple(_written(sides, row)),
                tuple(_join(change) != "open" for change in row.changes),
            )
            for row in own
        ]
        title = sides.say("compare.slopes", instrument=sides.instrument(instrument))
        description = "; ".join(f"{row.name}: {', '.join(row.written)}" for row in slopes)
        labels = sides.labels
        drawn = score_slopes(slopes, labels, title, description, _numbers(sides, own, title), f"slopes-{place}")
        made.append(Figure(drawn, (sides.say("compare.slopes-note"),)))
    return made


def _multiples(sides: Sides, rows: Sequence[CriterionRow], table: Table) -> list[Block]:
    labels = sides.labels
    if len(labels) > BOXES:
        return []
    boxes = [
        SmallBox(one_line(label, 60), sides.phase(phase).text, tuple(sides.value(row.values[place]) for row in rows))
        for place, (label, phase) in enumerate(zip(labels, sides.comparison.phases, strict=True))
    ]
    description = "; ".join(f"{box.name}: {', '.join(map(_said, box.marks))}" for box in boxes)
    names = [_name(sides, row) for row in rows]
    drawn = small_multiples(boxes, names, sides.say("compare.multiples"), description, table, "multiples")
    return [Figure(drawn, (sides.say("compare.picture-governments"),), beside=True)]


def _spread_of_scores(sides: Sides, rows: Sequence[CriterionRow]) -> list[Block]:
    """Each instrument's criteria on one scale, a dot a government."""
    made: list[Block] = []
    for place, instrument in enumerate(dict.fromkeys(row.instrument for row in rows), 1):
        own = [row for row in rows if row.instrument == instrument]
        values = [[value for each in row.values if (value := _score(each)) is not None] for row in own]
        whole = [each for row in values for each in row]
        if not whole or min(whole) == max(whole):
            continue
        ends = (min(whole), max(whole))
        strips = [
            SpreadRow(_name(sides, row), tuple(scores), median(scores), _end(sides, scores))
            for row, scores in zip(own, values, strict=True)
            if scores
        ]
        ticks = [(each, number(each, sides.lang)) for each in ends]
        heads = (sides.say("column.criterion"), sides.say("spread.end"))
        title = sides.say("compare.spread", instrument=sides.instrument(instrument))
        description = "; ".join(f"{row.name}: {row.written}" for row in strips)
        table = _numbers(sides, own, title)
        drawn = spread_strip(strips, ticks, heads, title, description, table, f"spread-scores-{place}")
        made.append(Figure(drawn, (sides.say("compare.spread-note"),)))
    return made


def _spread_of_verdicts(sides: Sides, rows: Sequence[CriterionRow]) -> list[Block]:
    strips = []
    for row in rows:
        places = [float(_VERDICTS.index(value)) for value in row.values if value in _VERDICTS]
        if places:
            known = sides.say("compare.assessed", n=len(places), all=len(row.values))
            strips.append(SpreadRow(_name(sides, row), tuple(places), None, known))
    if not strips:
        return []
    ticks = [(float(place), sides.say(f"verdict.{each}")) for place, each in enumerate(_VERDICTS)]
    heads = (sides.say("column.criterion"), sides.say("compare.assessed-head"))
    description = "; ".join(f"{row.name}: {row.written}" for row in strips)
    title = sides.say("compare.spread-verdicts")
    drawn = spread_strip(strips, ticks, heads, title, description, _counts(sides, rows, title), "spread-verdicts")
    return [Figure(drawn, (sides.say("compare.spread-note-words"),))]


def _score(value: str | float | None) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _written(sides: Sides, row: CriterionRow) -> list[str]:
    return [_said(sides.value(value)) for value in row.values]


def _end(sides: Sides, values: Sequence[float]) -> str:
    return sides.say("spread.median", n=len(values), median=number(median(values), sides.lang))


def _numbers(sides: Sides, rows: Sequence[CriterionRow], title: str) -> Table:
    heads = [
        Column(sides.say("column.criterion")),
        *(Column(one_line(label, 60), numeric=True) for label in sides.labels),
    ]
    return Table(
        title,
        tuple(heads),
        tuple(Row(((_name(sides, row),), *((each,) for each in _written(sides, row)))) for row in rows),
    )


def _counts(sides: Sides, rows: Sequence[CriterionRow], title: str) -> Table:
    heads = (
        Column(sides.say("column.criterion")),
        *(Column(sides.say(f"verdict.{each}"), numeric=True) for each in (*_VERDICTS, "none")),
    )
    lines = tuple(
        Row(
            (
                (_name(sides, row),),
                *((str(sum(value == each for value in row.values)),) for each in _VERDICTS),
                (str(sum(value is None for value in row.values)),),
            )
        )
        for row in rows
    )
    return Table(title, heads, lines)
