"""Where answers differ: who said what, what was decided, by whom and why. Every answer stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from tinjau.scoring.answering import DECIDED
from tinjau.web.assessors.items import Question, questions_of
from tinjau.web.assessors.rounds import natural
from tinjau.web.history import Author, ConflictError, write
from tinjau.web.mapping import answer_key
from tinjau.web.models import AssessmentRound, Cycle, Entry

FILE = "decided.csv"


@dataclass(slots=True)
class Dispute:
    """One question with everyone's standing answers, and the decision where there is one.

    `outside` are answers that stand in the study but come from no assessor of this round.
    """

    question: Question
    answers: list[Mapping[str, Any]] = field(default_factory=list)
    outside: list[Mapping[str, Any]] = field(default_factory=list)
    decision: Entry | None = None
    spread: float | None = None

    @property
    def values(self) -> set[str]:
        """The different answers."""
        return {str(each.get("value")) for each in (*self.answers, *self.outside)}

    @property
    def differs(self) -> bool:
        """Whether there is something to decide."""
        return len(self.values) > 1

    @property
    def decided(self) -> Mapping[str, Any] | None:
        """What was decided and stands."""
        return self.decision.payload if self.decision is not None else None

    @property
    def version(self) -> int:
        """The version of the decision that a page shows; 0 for none."""
        return self.decision.version if self.decision is not None else 0


def disputes_of(round_: AssessmentRound) -> list[Dispute]:
    """Every question of a closed round with its answers, widest spread first."""
    agreement = round_.agreement or {}
    labels = set(agreement.get("assessors", ()))
    spreads = {
        (each["instrument"], each["indicator"], each["unit"]): each["spread"] for each in agreement.get("items", ())
    }
    found = {each.key: Dispute(each, spread=spreads.get(each.key)) for each in questions_of(round_)}
    entries = round_.cycle.entries_of("answer")
    for entry in entries:
        instrument, indicator, rest = (*entry.key.split("/", 2), "", "")[:3]
        unit, _, assessor = rest.rpartition("/")
        dispute = found.get((instrument, indicator, unit))
        if dispute is None:
            continue
        if is_decided(assessor):
            if dispute.decision is None or entry.payload is not None:
                dispute.decision = entry
        elif entry.payload is not None:
            (dispute.answers if assessor in labels else dispute.outside).append(entry.payload)
    for dispute in found.values():
        dispute.answers.sort(key=lambda each: natural(str(each.get("assessor", ""))))
    return sorted(found.values(), key=lambda each: (-(each.spread or 0.0), not each.differs, each.question.number))


def is_decided(assessor: str) -> bool:
    """Whether this is the reserved assessor of a decision, with or without a name."""
    return assessor.partition(":")[0].strip().casefold() == DECIDED


def decide(cycle: Cycle, question: Question, value: str, author: Author, expected: int) -> None:
    """What was decided stands as the study's answer, with who and why; every answer stays.

    Raises ConflictError where someone else decided since, ClosedError where the cycle takes no answers.
    """
    row = _row(question, DECIDED)
    key = answer_key(row)
    payload = {
        **row, "assessor": f"{DECIDED}:{author.name}", "value": value, "note": author.reason, "file": FILE,
    }  # fmt: skip
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        _check(cycle, question, expected)
        for other in _others(cycle, question, key):
            write(cycle, "answer", other.key, None, author, open_only=True)
        write(cycle, "answer", key, {name: each for name, each in payload.items() if each}, author, open_only=True)


def reopen(cycle: Cycle, question: Question, author: Author, expected: int) -> None:
    """The decision stands no more; it stays in the history with the reason. Raises as `decide` does."""
    with transaction.atomic():
        Cycle.objects.select_for_update().get(pk=cycle.pk)
        _check(cycle, question, expected)
        for entry in _others(cycle, question, ""):
            write(cycle, "answer", entry.key, None, author, open_only=True)


def decision_of(cycle: Cycle, question: Question) -> Entry | None:
    """The newest version of the decision on a question, also one that was taken back; None where there never was."""
    found = _decisions(cycle, question)
    with_value = [each for each in found if each.payload is not None]
    standing = with_value or found
    return standing[-1] if standing else None


def _check(cycle: Cycle, question: Question, expected: int) -> None:
    standing = decision_of(cycle, question)
    if expected != (standing.version if standing is not None else 0):
        raise ConflictError(standing)


def _others(cycle: Cycle, question: Question, key: str) -> Sequence[Entry]:
    return [each for each in _decisions(cycle, question) if each.key != key and each.payload is not None]


def _decisions(cycle: Cycle, question: Question) -> list[Entry]:
    head = answer_key(_row(question, ""))
    rows = cycle.entries_of("answer").filter(key__startswith=head).order_by("sequence")
    return [each for each in rows if is_decided(each.key[len(head) :])]


def _row(question: Question, assessor: str) -> dict[str, str]:
    instrument, indicator, unit = question.key
    return {"instrument": instrument, "indicator": indicator, "unit": unit, "assessor": assessor}
