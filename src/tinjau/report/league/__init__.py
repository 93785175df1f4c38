"""Documents about many governments: a booklet for the ministry, and a letter for each government."""

from tinjau.report.league.booklet import booklet
from tinjau.report.league.letter import letter
from tinjau.report.league.rows import LeagueRow

__all__ = ["LeagueRow", "booklet", "letter"]
