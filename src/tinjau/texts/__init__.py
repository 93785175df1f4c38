"""Sentences by id and parameters, in Indonesian and English, with numbers and dates as each language writes them.

A sentence stands once, in `catalogue`, in both languages; whoever speaks to people asks for it by id:
`say("summary.phase", "id", phase="interaksi", ordinal=2)`. Parameters are inserted, never interpreted.
"""

from tinjau.texts.catalogue import SENTENCES
from tinjau.texts.figures import date, integer, joined, number, percent
from tinjau.texts.reasons import Piece, known_reason, reason, reason_pieces
from tinjau.texts.sentences import Parameter, both, known, say

__all__ = [
    "SENTENCES",
    "Parameter",
    "Piece",
    "both",
    "date",
    "integer",
    "joined",
    "known",
    "known_reason",
    "number",
    "percent",
    "reason",
    "reason_pieces",
    "say",
]
