"""Stage 3: from findings and factors to strategies that people can defend; and its methods alone, on a problem file."""

from tinjau.strategy.methods.factor_table import allowed_ratings
from tinjau.strategy.methods.tows import breaks_cell
from tinjau.strategy.planning import (
    Finding,
    Likeness,
    Money,
    Sign,
    Tally,
    absorption,
    amount,
    evidence_ids,
    findings_of,
    judged_number,
    like_pairs,
    likeness,
    make_plan,
    money_of,
    movements,
    tally,
)
from tinjau.strategy.problem import solve_problem

__all__ = [
    "Finding", "Likeness", "Money", "Sign", "Tally", "absorption", "allowed_ratings", "amount", "breaks_cell",
    "evidence_ids", "findings_of", "judged_number", "like_pairs", "likeness", "make_plan", "money_of", "movements",
    "solve_problem", "tally",
]  # fmt: skip
