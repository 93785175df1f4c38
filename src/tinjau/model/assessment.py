"""Stages 1 and 2, judged: what assessment.json says."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tinjau.model.government import Government, Service, ServiceMatch
from tinjau.model.observation import Capture
from tinjau.model.text import Text
from tinjau.model.vocabulary import Mode, Outcome, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an outcome rests on: an observation (or a person's answer, by its id) and where it can be read."""

    observation: str
    url: str = ""
    record: str = ""
    digest: str = ""
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """The outcome of one indicator for one unit. `proposed` is the machine's outcome where a person's stood.

    `proposal` says that the outcome rests on detectors that are not proven and that no person confirmed it.
    """

    instrument: str
    id: str
    criterion: str
    unit: str
    outcome: Outcome
    mode: Mode
    value: str | float | None = None
    evidence: tuple[Evidence, ...] = ()
    decided_by: str = ""  # an assessor, "rule", or empty while nothing was decided
    proposed: Outcome | None = None
    reason: str = ""
    proposal: bool = False


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion's verdict or score; either is null when nobody could give it. `coverage` is 0 to 1.

    `proposal` says that the verdict is a rule's and rests on an outcome that is itself a proposal.
    """

    instrument: str
    id: str
    verdict: Verdict | None
    verdict_by: str
    score: float | None
    coverage: float
    outcomes: Mapping[Outcome, int]
    statement: Text
    proposed: Verdict | None = None
    proposal: bool = False


@dataclass(frozen=True, slots=True)
class ServicesResult:
    """The inventory counted, and what the site showed of each service."""

    total: int
    public: int
    good: int
    lacking: int
    items: tuple[Service, ...]
    stages: Mapping[str, str | None] = field(default_factory=dict)
    matches: Mapping[str, ServiceMatch] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One service under one criterion."""

    service: str
    criterion: str
    outcome: Outcome
    value: str = ""


@dataclass(frozen=True, slots=True)
class NextPhase:
    """The phase above, and which indicators are missing (failed) or untested on the way there."""

    id: str
    missing: tuple[str, ...]
    untested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhaseResult:
    """The phase a government is in; `id` is null when even the first is not shown."""

    id: str | None
    ordinal: int | None
    rule: Text
    level: str
    reached: Mapping[str, float | None]
    next: NextPhase | None
    sensitivity: Mapping[str, str | None]
    share: float


@dataclass(frozen=True, slots=True)
class LintFinding:
    """What a careful reader would object: a code, how much it matters, where, and why. `ids` are what it is about."""

    code: str
    severity: Severity
    where: str
    message: Text
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentUsed:
    """Which pack judged, in which version, and how far its facts were verified."""

    id: str
    version: str
    verified: str
    title: Text


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that stages 1 and 2 concluded, with what each conclusion rests on."""

    tinjau_version: str
    government: Government
    capture: Capture | None
    instruments: tuple[InstrumentUsed, ...]
    criteria: tuple[CriterionResult, ...]
    indicators: tuple[IndicatorResult, ...]
    services: ServicesResult
    matrix: tuple[MatrixCell, ...]
    phase: PhaseResult | None
    agreement: Mapping[str, object] | None
    lint: tuple[LintFinding, ...]
