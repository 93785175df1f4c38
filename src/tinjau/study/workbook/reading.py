"""What was read from a table of answers, whatever its form."""

from dataclasses import dataclass

from tinjau.model import LintFinding
from tinjau.scoring.tabular import Row


@dataclass(frozen=True, slots=True)
class Reading:
    """Answers as rows, and what a careful reader notes about how they were read."""

    rows: tuple[Row, ...]
    notes: tuple[LintFinding, ...] = ()
