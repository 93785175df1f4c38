"""From observations to success criteria: a failed rule fails its criteria; one that passed leaves them open.

ACT rules say so themselves: "passed: further testing needed". So no criterion is ever passed here, and those that no
rule read are untested.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tinjau.model import Observation, Outcome, Scope
from tinjau.report.accessibility.criteria import CRITERIA, SuccessCriterion
from tinjau.report.accessibility.rules import RULES, Rule

_SHAPE = ("of", "pages")  # an observation of shares says "71 of 73 pages"


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule on a site: pages that passed it, pages that it applies to, and examples of those that failed."""

    rule: Rule
    passed: int
    pages: int
    seen: Observation
    failing: tuple[Observation, ...]

    @property
    def failed(self) -> int:
        """Pages that failed."""
        return self.pages - self.passed


@dataclass(frozen=True, slots=True)
class CriterionOutcome:
    """A success criterion with what the rules said of it."""

    criterion: SuccessCriterion
    outcome: Outcome
    checked: tuple[Checked, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every criterion in the order of the Recommendation."""

    criteria: tuple[CriterionOutcome, ...]

    def having(self, outcome: Outcome) -> tuple[CriterionOutcome, ...]:
        """The criteria of this outcome."""
        return tuple(each for each in self.criteria if each.outcome is outcome)

    @property
    def rules(self) -> tuple[Checked, ...]:
        """The rules that found something to read, each once."""
        return tuple({one.rule.detector: one for each in self.criteria for one in each.checked}.values())


def evaluation(observations: Iterable[Observation]) -> Evaluation:
    """What these observations of one capture say of WCAG 2.2, levels A and AA."""
    read = {each.detector for each in RULES}
    site: dict[str, Observation] = {}
    pages: dict[str, list[Observation]] = {}
    for each in observations:
        if each.detector in read and each.scope is Scope.SITE:
            site[each.detector] = each
        elif each.detector in read and each.scope is Scope.PAGE:
            pages.setdefault(each.detector, []).append(each)
    checked = [_checked(rule, site[rule.detector], pages) for rule in RULES if rule.detector in site]
    made = [each for each in checked if each is not None]
    return Evaluation(
        tuple(_outcome(each, tuple(one for one in made if each.number in one.rule.criteria)) for each in CRITERIA)
    )


def _checked(rule: Rule, seen: Observation, pages: dict[str, list[Observation]]) -> Checked | None:
    """None where the rule applied to no page."""
    passed, *rest = seen.reason.split() or [""]
    if len(rest) != len(_SHAPE) + 1 or (rest[0], rest[2]) != _SHAPE or not (passed + rest[1]).isdecimal():
        return None
    return Checked(rule, int(passed), int(rest[1]), seen, tuple(pages.get(rule.detector, ())))


def _outcome(criterion: SuccessCriterion, checked: tuple[Checked, ...]) -> CriterionOutcome:
    outcome = Outcome.CANT_TELL if checked else Outcome.UNTESTED
    if any(each.failed for each in checked):
        outcome = Outcome.FAILED
    return CriterionOutcome(criterion, outcome, checked)
