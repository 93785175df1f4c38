"""The study's side of stage 3: from factors and findings to a plan that people decide on."""

from tinjau.strategy.planning.actions import Money, absorption, amount, money_of, movements
from tinjau.strategy.planning.findings import Finding, Sign, evidence_ids, findings_of
from tinjau.strategy.planning.judging import judged_number
from tinjau.strategy.planning.making import make_plan
from tinjau.strategy.planning.merging import like_pairs
from tinjau.strategy.planning.wording import Likeness, likeness
from tinjau.strategy.planning.workshop import Tally, tally

__all__ = [
    "Finding",
    "Likeness",
    "Money",
    "Sign",
    "Tally",
    "absorption",
    "amount",
    "evidence_ids",
    "findings_of",
    "judged_number",
    "like_pairs",
    "likeness",
    "make_plan",
    "money_of",
    "movements",
    "tally",
]  # fmt: skip
