"""A round of the Medan study as the tests of assessors need it: people, questions, scores."""

from collections.abc import Callable, Sequence
from typing import Any

from tinjau.web.assessors import rounds, scores
from tinjau.web.assessors.items import chosen_items, questions_of
from tinjau.web.beginning import instruments_of
from tinjau.web.history import Author
from tinjau.web.models import AssessmentRound, AssessmentSeat, Cycle, Role

TICKS = ("sitokdana-7/transparency/whole", "sitokdana-7/services/verdict")


def made(
    cycle: Cycle, people: Sequence[Any], *, by: Any = None, naming: str = "code", ticks: Sequence[str] = TICKS,
    units: Sequence[str] = (), opened: bool = True,
) -> AssessmentRound:  # fmt: skip
    """A round over these questions with these people as assessors."""
    items = chosen_items(instruments_of(cycle), ticks, units)
    wanted = rounds.Wanted("Putaran satu", "", items, naming, None, tuple(each.pk for each in people), ())
    found = rounds.save(cycle, wanted, by)
    if opened:
        rounds.start(found, Author(by))
        found.refresh_from_db()
    return found


def score(round_: AssessmentRound, person: Any, number: int, value: str, note: str = "", evidence: str = "") -> None:
    """This person's answer to the question of this number."""
    seat = AssessmentSeat.objects.get(round=round_, user=person, kind="assessor")
    question = next(each for each in questions_of(round_) if each.number == number)
    own = scores.standing(seat).get(question.key)
    scores.keep(seat, scores.Given(question, value, evidence, note), own.version if own else 0)


def assessors(person: Callable[..., Any], cycle: Cycle, names: Sequence[str]) -> list[Any]:
    """People with the role of an assessor."""
    return [person(each, Role.ASSESSOR, cycle.office) for each in names]
