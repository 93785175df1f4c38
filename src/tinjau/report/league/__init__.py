"""Documents about many governments: a booklet for the ministry, a letter for each government, and the table."""

from tinjau.report.league.booklet import booklet
from tinjau.report.league.letter import letter
from tinjau.report.league.naming import LeagueNames, league_names
from tinjau.report.league.rows import LeagueRow, rank_of, row_of
from tinjau.report.league.sheet import league_sheet

__all__ = ["LeagueNames", "LeagueRow", "booklet", "league_names", "league_sheet", "letter", "rank_of", "row_of"]
