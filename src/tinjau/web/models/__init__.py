"""The tables. Everything people write is an append-only entry; nothing is destroyed, only superseded."""

from tinjau.web.models.assessors import (
    AssessmentRound,
    AssessmentScore,
    AssessmentSeat,
    models_of_assessors,
)
from tinjau.web.models.entries import Entry, Evidence
from tinjau.web.models.focus import (
    FocusBallot,
    FocusEvent,
    FocusIdea,
    FocusParticipant,
    FocusRound,
    FocusSession,
    FocusStep,
    models_of_focus,
)
from tinjau.web.models.ministry import (
    Assignment,
    Finding,
    LeagueFacts,
    Participation,
    Publication,
    Reply,
    Round,
    RoundEvent,
    Stage,
    StageState,
    models_of_ministry,
)
from tinjau.web.models.notices import Due, Letter, Notice, PrivateNote, Wish, models_of_notices
from tinjau.web.models.offices import NATIONAL, Cycle, Membership, Office, Role
from tinjau.web.models.runs import Result, Run
from tinjau.web.models.security import Anchor, SignIn, Tally, models_of_security, models_of_the_moment
from tinjau.web.models.sharing import ShareLink
from tinjau.web.models.years import Succession, models_of_years

__all__ = [
    "NATIONAL", "Anchor", "AssessmentRound", "AssessmentScore", "AssessmentSeat", "Assignment", "Cycle", "Due",
    "Entry", "Evidence", "Finding", "FocusBallot", "FocusEvent", "FocusIdea", "FocusParticipant", "FocusRound",
    "FocusSession", "FocusStep", "LeagueFacts", "Letter", "Membership", "Notice", "Office", "Participation",
    "PrivateNote", "Publication", "Reply", "Result", "Role", "Round", "RoundEvent", "Run", "ShareLink", "SignIn",
    "Stage", "StageState", "Succession", "Tally", "Wish", "models_of_assessors", "models_of_focus",
    "models_of_ministry", "models_of_notices", "models_of_security", "models_of_the_moment", "models_of_years",
]  # fmt: skip
