"""Changing an evaluation: its settings, factors, strategies, conclusions, actions, and what became of findings.

Nothing here decides what may stand in a study: the study room's own readers do.
"""
