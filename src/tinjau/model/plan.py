"""Stage 3: factors, strategies, conclusions, and what rules propose beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tinjau.model.assessment import LintFinding
from tinjau.model.library import Citation, StrategyTemplate
from tinjau.model.text import Text
from tinjau.model.vocabulary import Cell, FactorKind, FactorStatus


@dataclass(frozen=True, slots=True)
class Factor:
    """A strength, weakness, opportunity or threat that people put into the study.

    `id` starts with its kind (S1, W2…). `support` names observations, answers, services or sources. `actor` is whom
    the factor is about (government, staff, citizens, business, leadership, outside).
    """

    id: str
    text: Text
    themes: tuple[str, ...] = ()
    actor: str = ""
    support: tuple[str, ...] = ()
    status: FactorStatus = FactorStatus.STATED
    where: str = ""

    @property
    def kind(self) -> FactorKind:
        """S, W, O or T, from the id's first letter."""
        return FactorKind(self.id[:1].upper())


@dataclass(frozen=True, slots=True)
class Use:
    """A strategy's link to a factor, and who named it (paper, author or person)."""

    factor: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Strategy:
    """A strategy of the TOWS matrix as people wrote it."""

    id: str
    text: Text
    uses: tuple[Use, ...] = ()
    themes: tuple[str, ...] = ()
    origin: str = "person"  # paper | person
    where: str = ""

    @property
    def cell(self) -> Cell:
        """SO, WO, ST or WT, from the id's first two letters."""
        return Cell(self.id[:2].upper())


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A concluded strategy and the strategies it was made from (its lineage)."""

    id: str
    sources: tuple[str, ...]
    text: Text
    why: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One row of actions.csv: who does what by when, with which money. Amounts are as people wrote them."""

    strategy: str
    owner: str = ""
    start: str = ""
    end: str = ""
    budget: str = ""
    spent: str = ""
    indicator: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Absorption:
    """Money of one strategy's actions, or of all (`strategy` empty): sums, and spent / budget (None without a budget).

    `actions` counts the rows, `counted` those with both amounts: only these enter the sums.
    """

    strategy: str
    budget: float
    spent: float
    share: float | None
    actions: int
    counted: int


@dataclass(frozen=True, slots=True)
class Movement:
    """What became of an indicator that last year's action for a strategy was to move.

    `moved` is "better", "worse", "same" or "unknown", then with a `reason` (not-an-indicator, not-determined,
    instrument-changed). A change that came after a strategy did not necessarily come from it.
    """

    strategy: str
    indicator: str
    status: str
    before: str | None
    after: str | None
    moved: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FactorProposal:
    """A factor that a rule derives from stages 1 and 2, or a country's context. `matches` is a factor people wrote.

    `because` names findings or sources; `citation` says how far a context's source was checked.
    """

    id: str
    kind: FactorKind
    rule: str
    text: Text
    because: tuple[str, ...]
    themes: tuple[str, ...] = ()
    actor: str = ""
    matches: str | None = None
    decision: str = ""
    citation: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class StrategyProposal:
    """A strategy that a rule derives; `because` names factors (people's or proposed) and findings.

    `cell` is empty where only one side, inside or outside, calls for it. `template` is the library's entry behind it:
    what it needs, what should move, cost class, first step and where it comes from.
    """

    id: str
    cell: str
    rule: str
    text: Text
    because: tuple[str, ...]
    themes: tuple[str, ...] = ()
    matches: str | None = None
    decision: str = ""
    template: StrategyTemplate | None = None


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """Factors or strategies whose wording is so alike that people may want one of them; people decide.

    `subjects` are their ids in the study's order, `similarity` is 0 to 1. `decision` keeps what people said, a refusal
    too; `done` is true where the study's own conclusions already join exactly these.
    """

    id: str
    subjects: tuple[str, ...]
    similarity: float
    rule: str
    decision: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Derivation:
    """Whether what people wrote follows from the findings: reproduced, not-derivable, or new (only rules say it)."""

    subject: str
    verdict: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What plan.json says. `priorities` and `portfolio` stay null until people gave weights and costs."""

    factors: tuple[Factor, ...]
    strategies: tuple[Strategy, ...]
    conclusions: tuple[Conclusion, ...]
    factor_proposals: tuple[FactorProposal, ...]
    strategy_proposals: tuple[StrategyProposal, ...]
    derivation: tuple[Derivation, ...]
    support: float | None
    used: float | None
    priorities: Mapping[str, Any] | None = None
    portfolio: Mapping[str, Any] | None = None
    actions: tuple[Action, ...] = ()
    lint: tuple[LintFinding, ...] = ()
    supported: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    merge_proposals: tuple[MergeProposal, ...] = ()
    absorption: tuple[Absorption, ...] = ()
    movements: tuple[Movement, ...] = ()
