"""The minutes of a focus group, from what was noted to a text document."""

from tinjau.report.minutes.meeting import (
    AgendaItem,
    Decided,
    Meeting,
    Part,
    Proposal,
    Removed,
    Vote,
    VoteItem,
    VoteRound,
)
from tinjau.report.minutes.whole import minutes, minutes_docx

__all__ = [
    "AgendaItem", "Decided", "Meeting", "Part", "Proposal", "Removed", "Vote", "VoteItem", "VoteRound", "minutes",
    "minutes_docx",
]  # fmt: skip
