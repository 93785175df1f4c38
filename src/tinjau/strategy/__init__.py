"""Stage 3: from findings and factors to strategies that people can defend; and its methods alone, on a problem file."""

from tinjau.strategy.methods.tows import breaks_cell
from tinjau.strategy.planning import (
    Finding,
    Likeness,
    Sign,
    absorption,
    amount,
    evidence_ids,
    findings_of,
    judged_number,
    likeness,
    make_plan,
    movements,
)
from tinjau.strategy.problem import solve_problem

__all__ = [
    "Finding", "Likeness", "Sign", "absorption", "amount", "breaks_cell", "evidence_ids",
    "findings_of",
    "judged_number", "likeness", "make_plan", "movements", "solve_problem",
]  # fmt: skip
