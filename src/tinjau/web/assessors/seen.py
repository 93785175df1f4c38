"""What an assessor is shown beside a question: what the machine saw, and files from before the round; no answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from tinjau.web.assessors.items import Question
from tinjau.web.models import AssessmentRound

_SITE = frozenset({"", "site"})
_PEOPLES = ("answer:", "service:")  # evidence that is a person's word, not an observation
_MOST = 5  # observations shown with one question; project choice


def seen_for(
    round_: AssessmentRound, questions: Sequence[Question]
) -> dict[tuple[str, str, str], list[Mapping[str, Any]]]:
    """The machine's observations for these questions, from the last evaluation before the round was opened.

    Outcomes, reasons and proposals are left out: they may carry what people answered.
    """
    results = round_.cycle.results
    if round_.opened is not None:
        results = results.filter(at__lte=round_.opened)
    result = results.first()
    if result is None:
        return {}
    wanted = {(each.instrument.id, each.id) for each in questions}
    found: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for each in result.assessment["indicators"]:
        if (each["instrument"], each["id"]) not in wanted:
            continue
        unit = "" if each["unit"] in _SITE else each["unit"]
        observed = [one for one in each["evidence"] if not str(one["observation"]).startswith(_PEOPLES)]
        found[each["instrument"], each["id"], unit] = observed[:_MOST]
    return found


def evidence_before(round_: AssessmentRound) -> Any:
    """Evidence files of the evaluation that were there when the round was opened."""
    files = round_.cycle.evidence.all()
    return files.filter(at__lte=round_.opened) if round_.opened is not None else files.none()
