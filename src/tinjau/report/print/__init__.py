"""PDF by Typst: the report's blocks handed over as JSON, so that hostile text stays text."""

from tinjau.report.print.pdf import pdf

__all__ = ["pdf"]
