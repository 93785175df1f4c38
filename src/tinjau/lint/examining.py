"""All objections to a study, in the order in which a reader meets their subjects."""

from collections.abc import Callable, Iterator, Sequence

from tinjau.lint import factors, inventory, pointers, strategies
from tinjau.lint.claims import claims
from tinjau.lint.reading import Case, case_of
from tinjau.model import Assessment, Instrument, LintFinding, Plan, Study

Objector = Callable[[Case], Iterator[LintFinding]]

OBJECTORS: tuple[Objector, ...] = (
    claims,
    inventory.not_public,
    inventory.twice,
    factors.unsupported,
    factors.unknown_support,
    factors.unknown_themes,
    factors.against_findings,
    factors.tensions,
    factors.alike,
    factors.unused_findings,
    strategies.cells,
    strategies.unanswered,
    strategies.against_findings,
    strategies.alike,
    strategies.lineage,
    pointers.decisions,
    pointers.judgements,
    pointers.actions,
    pointers.options,
)


def lint_study(
    study: Study,
    assessment: Assessment,
    plan: Plan,
    known_observations: frozenset[str] = frozenset(),
    instruments: Sequence[Instrument] = (),
) -> tuple[LintFinding, ...]:
    """What a careful reader would object to in a study; nothing is changed, and nothing for a study without faults.

    `known_observations` are the ids that a capture left; `instruments` give criteria their names and themes and the
    phases their order (without them the order is that of the assessment's phase result).
    """
    case = case_of(study, assessment, plan, known_observations, instruments)
    return tuple(each for objector in OBJECTORS for each in objector(case))
