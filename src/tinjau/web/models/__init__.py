"""The tables. Everything people write is an append-only entry; nothing is destroyed, only superseded."""

from tinjau.web.models.entries import Entry, Evidence
from tinjau.web.models.offices import Cycle, Membership, Office, Role
from tinjau.web.models.runs import Result, Run
from tinjau.web.models.sharing import ShareLink

__all__ = ["Cycle", "Entry", "Evidence", "Membership", "Office", "Result", "Role", "Run", "ShareLink"]
