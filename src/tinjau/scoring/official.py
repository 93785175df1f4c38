"""The numbers of an instrument's official formula, for one government: its calculation fed with what was decided.

Answers go in as people wrote them, so that assessors are combined as the instrument says; what was only observed goes
in beside them as one more decided answer, for questions that nobody answered.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tinjau.model import Answer, CriterionResult, IndicatorResult, Instrument, Outcome, Text
from tinjau.scoring.answering import CALCULATION, Key, Said, has_levels
from tinjau.scoring.deciding import RULE, SITE
from tinjau.scoring.statements import join
from tinjau.scoring.tabular import Row, Score, read_plan, score_tabular
from tinjau.texts import number

_DECIDED_BY_RULE = f"decided:{RULE}"
_SHAPES = (("unit",), ("unit", "service"))
"""Columns of units that a study has answers for: the government, and its services."""


@dataclass(frozen=True, slots=True)
class Official:
    """The formula's results at the level of the government, by id; empty where nothing was answered."""

    scores: Mapping[str, Score]


NONE = Official({})
_LEAST = 0.5
"""Coverage under which no score is shown, where a pack allows less (project choice: as the packs' own indices)."""


def official_scores(
    instrument: Instrument,
    results: Sequence[IndicatorResult],
    answers: Iterable[Answer],
    government: str,
    year: int | None,
    rejected: frozenset[str] = frozenset(),
) -> Official:
    """What the instrument's calculation gives; nothing for a pack without one, or one on units that a study has not.

    Answers whose ids are `rejected` are left out, and so are outcomes that people rejected; those they accepted count.

    Raises InputError (InputFaults) where an answer does not fit the calculation.
    """
    if CALCULATION not in instrument.data:
        return NONE
    plan = read_plan(instrument)
    if not set(plan.units.values()) <= set(_SHAPES):
        return NONE
    mine = [each for each in answers if each.instrument == instrument.id and each.id not in rejected]
    wide = ("unit", "service") in plan.units.values()
    rows = [_row(each, government, wide=wide) for each in mine]
    answered = {(each.indicator, each.unit or SITE) for each in mine}
    alone = RULE if not rows else _DECIDED_BY_RULE
    rows += [
        Row(_unit(government, each.unit, wide=wide), each.id, word, alone)
        for each in results
        if (each.id, each.unit) not in answered and (word := _word(each))
    ]
    if not rows:
        return NONE
    scored = score_tabular(instrument, rows, as_of=float(year) if year else None)
    narrow = [name for name, columns in plan.units.items() if columns == ("unit",)]
    return Official({each.id: each for each in scored.scores if each.level in narrow})


def _row(answer: Answer, government: str, *, wide: bool) -> Row:
    unit = _unit(government, answer.unit, wide=wide)
    file, _, place = answer.where.partition(", ")
    return Row(unit, answer.indicator, answer.value, answer.assessor, answer.note, where=place, file=file)


def _unit(government: str, unit: str, *, wide: bool) -> Mapping[str, str]:
    named = {"unit": government or "government"}
    return named | {"service": unit} if wide and unit not in {"", SITE} else named


def _word(result: IndicatorResult) -> str:
    if result.outcome is Outcome.PASSED:
        return "yes"
    return "no" if result.outcome is Outcome.FAILED else ""


def combined(
    instrument: Instrument, results: Sequence[IndicatorResult], official: Official, said: Mapping[Key, Said]
) -> tuple[IndicatorResult, ...]:
    """The results, settled where assessors gave different levels and the formula combines them."""
    levels = {each.id for each in instrument.indicators if has_levels(each)}
    found = []
    for each in results:
        heard, score = said.get((instrument.id, each.id, "")), official.scores.get(each.id)
        if each.unit == SITE and each.id in levels and heard and heard.differ and score and score.score is not None:
            names = ", ".join(score.result.assessors) or heard.by
            found.append(replace(each, outcome=Outcome.PASSED, value=_shown(score), decided_by=names, proposal=False))
        else:
            found.append(each)
    return tuple(found)


def with_scores(
    instrument: Instrument, criteria: Sequence[CriterionResult], official: Official
) -> tuple[CriterionResult, ...]:
    """The criteria with the formula's scores, and its indices after them as criteria of their own."""
    known = {each.id for each in instrument.indicators}
    found = [_scored(each, official.scores.get(each.id)) for each in criteria]
    named = {each.id for each in criteria} | known
    indices = [score for name, score in official.scores.items() if name not in named and score.node.kind != "score"]
    found += [_index(instrument, score) for score in indices]
    return tuple(found)


def _scored(result: CriterionResult, score: Score | None) -> CriterionResult:
    if score is None or _shown(score) is None:
        return result
    return CriterionResult(
        instrument=result.instrument,
        id=result.id,
        verdict=result.verdict,
        verdict_by=result.verdict_by,
        score=_shown(score),
        coverage=result.coverage,
        outcomes=result.outcomes,
        statement=join(_said(score), result.statement),
        proposed=result.proposed,
        proposal=result.proposal,
    )


def _index(instrument: Instrument, score: Score) -> CriterionResult:
    nothing = Text(
        "Belum ada nilai: jawaban yang diperlukan belum cukup.",
        "No score yet: too few of the answers that it needs are there.",
    )
    statement = _said(score) if _shown(score) is not None else nothing
    return CriterionResult(
        instrument=instrument.id,
        id=score.id,
        verdict=None,
        verdict_by="",
        score=_shown(score),
        coverage=score.result.coverage,
        outcomes=dict.fromkeys(Outcome, 0),
        statement=_titled(score.node.title, statement),
    )


def _titled(title: Text, statement: Text) -> Text:
    if not title.id:
        return statement
    return Text(f"{title.id}. {statement.id}", f"{title.en}. {statement.en}")


def _shown(score: Score) -> float | None:
    """As the instrument publishes it: rounded where it rounds; None under the least coverage."""
    if score.result.coverage < _LEAST:
        return None
    return score.result.rounded if score.result.rounded is not None else score.score


def _said(score: Score) -> Text:
    value = _shown(score) or 0.0
    band = score.result.band_title or Text("", "")
    return Text(
        f"Nilai {number(value, 'id')}" + (f" ({band.id})." if band.id else "."),
        f"Score {number(value, 'en')}" + (f" ({band.en})." if band.en else "."),
    )
