"""What a careful reader would object to: a study against its own data, findings and logic. Lint mends nothing."""

from tinjau.lint.codes import CODES, Code, catalogue
from tinjau.lint.examining import lint_study

__all__ = ["CODES", "Code", "catalogue", "lint_study"]
