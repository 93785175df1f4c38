"""Conditions that stand before a score."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tinjau.scoring.tabular.values import Blank, Cell, Result, inapplicable, missing


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition on an attribute of the unit or on the answer to a question (exactly one of the two is named).

    `require`: the attribute is one of `values`, or the question's cell is above 0; otherwise the unit gets no score
    (`drop`) or 0 (`zero`). `override`: where the attribute is one of `values`, the score is `score`, whatever was
    answered.
    """

    kind: str  # require | override
    attribute: str = ""
    question: str = ""
    values: tuple[str, ...] = ()
    otherwise: str = "drop"
    score: float = 0.0


def attribute_gate(gates: Sequence[Gate], attributes: Mapping[str, str]) -> Result | None:
    """What the gates on attributes decide; None where they let the unit through. The first that decides stands."""
    for gate in gates:
        if not gate.attribute:
            continue
        holds = attributes.get(gate.attribute, "") in gate.values
        if gate.kind == "override" and holds:
            return Result(gate.score, 1.0, reason=f"{gate.attribute} is {attributes[gate.attribute]}")
        if gate.kind == "require" and not holds:
            value = attributes.get(gate.attribute, "")
            if gate.otherwise == "zero":
                return Result(0.0, 1.0, reason=f"{gate.attribute} is {value or 'not stated'}")
            return inapplicable(f"{gate.attribute} is {value or 'not stated'}")
    return None


def question_gate(gates: Sequence[Gate], cell_of: Callable[[str], Cell]) -> Result | None:
    """What the gates on questions decide; None where they let the unit through."""
    for gate in gates:
        if not gate.question:
            continue
        cell = cell_of(gate.question)
        if cell is Blank.MISSING:
            return missing(0.0, f"{gate.question} was not answered")
        if isinstance(cell, Blank) or cell <= 0:
            if gate.otherwise == "zero":
                return Result(0.0, 1.0, reason=f"{gate.question} is no")
            return inapplicable(f"{gate.question} is no")
    return None
