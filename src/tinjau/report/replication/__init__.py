"""A package with which others recompute every table: inputs without names, observations, tables, a script."""

from tinjau.report.replication.anonymous import study_without_names
from tinjau.report.replication.package import package

__all__ = ["package", "study_without_names"]
