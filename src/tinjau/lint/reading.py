"""What every objector looks at: the study, what was judged and planned, and the findings behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tinjau.model import Assessment, Factor, Instrument, Plan, Strategy, Study, Text
from tinjau.strategy import Finding, evidence_ids, findings_of


@dataclass(frozen=True, slots=True)
class Case:
    """One study under examination."""

    study: Study
    assessment: Assessment
    plan: Plan
    instruments: tuple[Instrument, ...]
    findings: tuple[Finding, ...]
    evidence: frozenset[str]

    def factor(self, name: str) -> Factor | None:
        """The factor of that id."""
        return next((each for each in self.plan.factors if each.id == name), None)

    def strategy(self, name: str) -> Strategy | None:
        """The strategy of that id."""
        return next((each for each in self.plan.strategies if each.id == name), None)


def case_of(
    study: Study,
    assessment: Assessment,
    plan: Plan,
    known_observations: frozenset[str],
    instruments: Sequence[Instrument],
) -> Case:
    """Everything that objectors look at, computed once."""
    findings = findings_of(study, assessment, instruments)
    evidence = evidence_ids(study, assessment, findings, known_observations)
    proposed = {each.id for each in plan.factor_proposals}
    return Case(study, assessment, plan, tuple(instruments), findings, evidence | proposed)


def quoted(text: Text) -> Text:
    """A text as messages quote it, each language on its own."""
    return Text(f"“{text.get('id')}”", f"“{text.get('en')}”")


def named(thing: Factor | Strategy) -> Text:
    """A factor or strategy with its id and words."""
    words = quoted(thing.text)
    return Text(f"{thing.id} {words.id}", f"{thing.id} {words.en}")
