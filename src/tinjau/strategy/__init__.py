"""Stage 3: from findings and factors to strategies that people can defend; and its methods alone, on a problem file."""

from tinjau.strategy.methods.tows import breaks_cell
from tinjau.strategy.planning import (
    Absorption,
    Finding,
    Likeness,
    Movement,
    Sign,
    absorption,
    amount,
    evidence_ids,
    findings_of,
    likeness,
    make_plan,
    movements,
)

__all__ = [
    "Absorption", "Finding", "Likeness", "Movement", "Sign", "absorption", "amount", "breaks_cell", "evidence_ids",
    "findings_of", "likeness", "make_plan", "movements",
]  # fmt: skip
