"""Scoring: observations and answers become outcomes, verdicts and a phase. Pure; knows no instrument by name."""

from tinjau.scoring.assessing import score

__all__ = ["score"]
