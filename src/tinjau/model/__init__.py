"""The nouns of tinjau: frozen values of the standard library. Import from here.

Every room speaks in these. A value says what was found or written, never how it came about.
"""

from tinjau.model.answer import Answer, Decision
from tinjau.model.assessment import (
    Assessment,
    CriterionResult,
    Evidence,
    IndicatorResult,
    InstrumentUsed,
    LintFinding,
    MatrixCell,
    NextPhase,
    PhaseResult,
    ServicesResult,
)
from tinjau.model.errors import InputError, InputFaults, InterruptedRun, TinjauError
from tinjau.model.government import FoundService, Government, Service, ServiceMatch
from tinjau.model.instrument import Criterion, Gate, Indicator, Instrument, Ladder, Settled, VerdictRule
from tinjau.model.library import (
    ACTORS,
    COST_CLASSES,
    THEMES,
    Call,
    Citation,
    ContextFactor,
    FirstStep,
    StrategyTemplate,
)
from tinjau.model.observation import Capture, Observation, Value
from tinjau.model.people import NOBODY, name_of_account, name_of_decider
from tinjau.model.plan import (
    Absorption,
    Action,
    Conclusion,
    Derivation,
    Factor,
    FactorProposal,
    MergeProposal,
    Movement,
    Plan,
    Strategy,
    StrategyProposal,
    Use,
)
from tinjau.model.study import Claim, History, Judgement, Source, Study
from tinjau.model.text import LANGS, Lang, Text
from tinjau.model.vocabulary import (
    Access,
    Audience,
    Cell,
    DecisionVerdict,
    FactorKind,
    FactorStatus,
    Guide,
    Mode,
    Outcome,
    Scope,
    Severity,
    State,
    Unread,
    Verdict,
)

__all__ = [
    "ACTORS", "COST_CLASSES", "LANGS", "NOBODY", "THEMES", "Absorption", "Access", "Action", "Answer",
    "Assessment", "Audience", "Call", "Capture", "Cell", "Citation", "Claim", "Conclusion", "ContextFactor",
    "Criterion", "CriterionResult", "Decision", "DecisionVerdict", "Derivation", "Evidence", "Factor",
    "FactorKind", "FactorProposal", "FactorStatus", "FirstStep", "FoundService", "Gate", "Government", "Guide",
    "History", "Indicator", "IndicatorResult", "InputError", "InputFaults", "Instrument", "InstrumentUsed",
    "InterruptedRun", "Judgement", "Ladder", "Lang", "LintFinding", "MatrixCell", "MergeProposal", "Mode",
    "Movement", "NextPhase", "Observation", "Outcome", "PhaseResult", "Plan", "Scope", "Service",
    "ServiceMatch", "ServicesResult", "Settled", "Severity", "Source", "State", "Strategy", "StrategyProposal",
    "StrategyTemplate", "Study", "Text", "TinjauError", "Unread", "Use", "Value", "Verdict", "VerdictRule",
    "name_of_account", "name_of_decider",
]  # fmt: skip
