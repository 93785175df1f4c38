"""What an automatic reading of a capture can say of accessibility, in the frame of W3C's WCAG-EM."""

from tinjau.report.accessibility.criteria import CRITERIA, SuccessCriterion
from tinjau.report.accessibility.evaluation import Checked, CriterionOutcome, Evaluation, evaluation
from tinjau.report.accessibility.rules import RULES, Rule

__all__ = [
    "CRITERIA",
    "RULES",
    "Checked",
    "CriterionOutcome",
    "Evaluation",
    "Rule",
    "SuccessCriterion",
    "evaluation",
]
